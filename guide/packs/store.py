"""The packs of one person: each lies in a folder of its own as the zip it came as.

What was found when it was added is kept beside it; a zip that has changed since is not used.
"""

import hashlib
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from guide.i18n import _
from guide.journal.files import make_private_folder, sync_folder, write_whole
from guide.packs import limits
from guide.packs.archive import read_archive, read_bytes
from guide.packs.errors import PackError
from guide.packs.layout import PACK_ID
from guide.packs.pack import Ours, Pack
from guide.packs.reader import read_pack

ZIP, CHECKED, GONE = "pack.zip", "checked.json", "gone.json"
_DRAFT = ".draft-"


class Checked(msgspec.Struct, frozen=True):
    """What was found when a pack was added."""

    digest: str  # SHA-256 of the zip
    title: str
    names: dict[str, str]  # of its stretches, movements and routines, for the journal


class Installed(msgspec.Struct, frozen=True):
    """A pack that was added; where it cannot be used, ``problem`` is the sentence that says why."""

    id: str
    pack: Pack | None = None
    problem: str = ""


def check(path: Path, ours: Ours) -> tuple[Pack, bytes]:
    """The pack in the zip at ``path``, and its bytes; `PackError` where it is not sound."""
    data = read_bytes(path)
    return _sound(data, ours), data


def add(folder: Path, pack: Pack, data: bytes) -> None:
    """Keep ``pack``, which was checked and whose zip is ``data``, whole or not at all.

    `PackError` where one of this name is there already, or the disk refuses.
    """
    home = folder / pack.about.id
    if home.exists():
        sentence = _("The pack {title} ({id}) is there already: remove it first.")
        raise PackError(sentence.format(title=pack.about.title, id=pack.about.id))
    try:
        make_private_folder(folder)
        _sweep(folder)
        if len(_ids(folder)) >= limits.INSTALLED:
            sentence = _("There are {most} packs already: remove one first.")
            raise PackError(sentence.format(most=limits.INSTALLED))
        draft = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=folder))  # for this person alone
        write_whole(draft / ZIP, data)
        kept = Checked(pack.digest, pack.about.title, pack.names)
        write_whole(draft / CHECKED, msgspec.json.encode(kept))
        draft.rename(home)  # fails where another program was quicker
        sync_folder(folder)
    except OSError as error:
        _sweep(folder)
        sentence = _("The pack could not be kept in {folder}: {reason}.")
        raise PackError(sentence.format(folder=folder, reason=error.strerror)) from error


def remove(folder: Path, name: str) -> None:
    """Take the pack ``name`` away; the journal goes on knowing its names. `PackError` if not."""
    if name not in _ids(folder):
        raise PackError(_("There is no pack {id}.").format(id=name[:40]))
    try:
        with suppress(PackError):  # whoever cannot be read has no names to keep
            _remember(folder, _checked(folder / name).names)
        (folder / name).rename(folder / f"{_DRAFT}{name}")
        _sweep(folder)
        sync_folder(folder)
    except OSError as error:
        sentence = _("The pack could not be removed from {folder}: {reason}.")
        raise PackError(sentence.format(folder=folder, reason=error.strerror)) from error


def installed(folder: Path, ours: Ours) -> tuple[Installed, ...]:
    """Every pack that was added, checked anew, in the order of their ids."""
    return tuple(_load(folder / name, ours) for name in _ids(folder)[: limits.INSTALLED])


def gone(folder: Path) -> dict[str, str]:
    """Names that removed packs have left behind, by id."""
    try:
        return msgspec.json.decode((folder / GONE).read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError):
        return {}  # the journal then shows ids


def _load(home: Path, ours: Ours) -> Installed:
    try:
        kept = _checked(home)
        data = read_bytes(home / ZIP)
        if hashlib.sha256(data).hexdigest() != kept.digest:
            sentence = _(
                "The pack {title} was changed on the disk after it was checked, and is not used. "
                "Remove it, and add it anew."
            )
            return Installed(home.name, problem=sentence.format(title=kept.title))
        pack = _sound(data, ours)
        if pack.about.id != home.name:
            raise PackError(_("it lies in the folder of another one."))
    except PackError as error:
        sentence = _("The pack {id} is not used: {reason}")
        return Installed(home.name, problem=sentence.format(id=home.name, reason=error))
    return Installed(home.name, pack)


def _sound(data: bytes, ours: Ours) -> Pack:
    pack, problems = read_pack(read_archive(data), ours)
    if pack is None:
        raise PackError(str(problems[0]))
    return pack


def _checked(home: Path) -> Checked:
    try:
        return msgspec.json.decode((home / CHECKED).read_bytes(), type=Checked)
    except (OSError, msgspec.DecodeError) as error:
        raise PackError(_("what was found when it was added cannot be read.")) from error


def _remember(folder: Path, names: dict[str, str]) -> None:
    write_whole(folder / GONE, msgspec.json.encode(gone(folder) | names))


def _ids(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(each.name for each in folder.iterdir() if PACK_ID.fullmatch(each.name))


def _sweep(folder: Path) -> None:
    """Take away what a broken off adding or removing has left."""
    for left in folder.glob(f"{_DRAFT}*"):
        shutil.rmtree(left, ignore_errors=True)
