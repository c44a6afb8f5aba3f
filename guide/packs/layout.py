"""Where a file of a pack may lie, and what it then is.

Ids of the program are letters, digits and "_". What a pack brings of its own has the pack's id and
a "-" before it, so that nothing of a pack can ever stand in the place of something of ours.
"""

import re
from pathlib import PurePosixPath

import msgspec

from guide.i18n import _
from guide.packs import limits
from guide.packs.errors import Refused

MANIFEST = "pack.toml"
FACTS = "facts.toml"
SHORT = frozenset({"stretches", "movements", "routines"})  # read in a breath
_ID = r"[a-z][a-z0-9_]{0,59}"
PACK_ID = re.compile(r"[a-z][a-z0-9_]{2,23}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2})?")
_OWN = rf"{PACK_ID.pattern}-{_ID}"
_KINDS = "stretches|movements|routines|lessons"
_FILES = re.compile(
    rf"(?P<kind>{_KINDS})/(?P<id>{_OWN})/(?P<name>facts\.toml|{LANGUAGE.pattern}\.md)"
    rf"|(?P<shipped>{_KINDS}|muscles)/(?P<ours>{_ID})/(?P<words>{LANGUAGE.pattern}\.md)"
    rf"|glossary/(?P<terms>{LANGUAGE.pattern}\.md)"
    rf"|(?P<picture>pictures/{_OWN}\.(?:png|jpg))"
)
_FOLDERS = re.compile(rf"(?:{_KINDS})/(?:{_OWN}/|{_ID}/)?|muscles/(?:{_ID}/)?|glossary/|pictures/")


class Place(msgspec.Struct, frozen=True):
    """What an entry of the zip is."""

    kind: str = ""  # "stretches" ..., "" for the manifest
    id: str = ""  # of what it is about; "" where there is none
    language: str = ""  # of a .md
    picture: bool = False
    folder: bool = False

    @property
    def prose(self) -> bool:
        """True for a .md."""
        return bool(self.language)


def place_of(name: str) -> Place:
    """What the entry ``name`` is; `Refused` where a pack has no place for it."""
    if len(name) > limits.NAME_LENGTH:
        raise Refused(name, _("the name is too long."))
    if name == MANIFEST:
        return Place()
    if _FOLDERS.fullmatch(name):
        return Place(name.partition("/")[0], folder=True)
    found = _FILES.fullmatch(name)
    if found is None:
        raise Refused(name, _why(name))
    if found["picture"]:
        return Place("pictures", PurePosixPath(name).stem, picture=True)
    if found["terms"]:
        return Place("glossary", language=_stem(found["terms"]))
    if found["shipped"]:
        return Place(found["shipped"], found["ours"], _stem(found["words"]))
    return Place(found["kind"], found["id"], _stem(found["name"]))


def _stem(name: str) -> str:
    return "" if name == FACTS else name.removesuffix(".md")


def _why(name: str) -> str:
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or ":" in name or not {".", ".."}.isdisjoint(parts):
        return _("the name leads out of the pack.")
    if not re.fullmatch(r"[A-Za-z0-9_./-]+", name):
        return _("the name has signs that no file of a pack has.")
    if parts[-1] == MANIFEST:
        return _("pack.toml must lie at the top: zip what is in the folder, not the folder.")
    return _("a pack has no place for this file.")
