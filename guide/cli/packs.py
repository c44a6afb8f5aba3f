"""`unknot pack`: look at a content pack, add it, list what was added, take it away."""

import os
from argparse import Namespace
from pathlib import Path

import msgspec

from guide.i18n import _
from guide.journal.places import find_places
from guide.packs import store
from guide.packs.archive import read_archive, read_bytes
from guide.packs.opening import ours, packs_folder
from guide.packs.pack import Pack
from guide.packs.reader import read_pack
from guide.packs.words import brings, byline, provenance


class Answer(msgspec.Struct, frozen=True):
    """What is printed, what programs get, and whether it is what was asked for."""

    lines: tuple[str, ...]
    told: dict[str, object]
    good: bool = True


def answer(asked: Namespace) -> Answer:
    """Do what was asked. `PackError` with one sentence where it cannot be done."""
    folder = packs_folder(find_places(os.environ).data)
    if asked.what == "check":
        return _check(Path(asked.file))
    if asked.what == "add":
        return _add(folder, Path(asked.file))
    if asked.what == "remove":
        store.remove(folder, asked.id)
        sentence = _("The pack {id} is gone. The journal keeps what was done with it.")
        return Answer((sentence.format(id=asked.id),), {"removed": asked.id})
    return _list(folder)


def _check(path: Path) -> Answer:
    pack, problems = read_pack(read_archive(read_bytes(path)), ours())
    told: dict[str, object] = {
        "sound": pack is not None,
        "problems": [msgspec.to_builtins(each) for each in problems],
    }
    if pack is None:
        return Answer(tuple(map(str, problems)), told, good=False)
    lines = (_("The pack has no mistakes."), *_said(pack))
    return Answer(lines, told | {"pack": _as_json(pack)})


def _add(folder: Path, path: Path) -> Answer:
    pack, data = store.check(path, ours())
    store.add(folder, pack, data)
    lines = (_("Added: {title}.").format(title=pack.about.title), *_said(pack))
    return Answer(lines, {"added": _as_json(pack)})


def _list(folder: Path) -> Answer:
    found = store.installed(folder, ours())
    lines: list[str] = []
    for each in found:
        lines += [each.id, *([each.problem] if each.pack is None else _said(each.pack))]
    packs = [
        _as_json(each.pack) if each.pack else {"id": each.id, "problem": each.problem}
        for each in found
    ]
    return Answer(tuple(lines) or (_("No pack was added."),), {"packs": packs})


def _said(pack: Pack) -> list[str]:
    about = pack.about
    named = _("{title} ({id})").format(title=about.title, id=about.id)
    return [f"  {line}" for line in (named, byline(about), *brings(pack), provenance(about))]


def _as_json(pack: Pack) -> dict[str, object]:
    held: dict[str, object] = msgspec.to_builtins(pack.about)
    return held | {"digest": pack.digest, "brings": list(brings(pack)), "names": pack.names}
