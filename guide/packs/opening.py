"""Opens the shelf: the program's content, and what the person has added to it."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from guide import content
from guide.i18n import language, preferred
from guide.packs.pack import Ours
from guide.packs.shelf import Shelf, spoken

if TYPE_CHECKING:
    from guide.packs.store import Installed

FOLDER = "packs"


def packs_folder(data: Path) -> Path:
    """Where packs lie in the data folder."""
    return data / FOLDER


def ours() -> Ours:
    """What every pack is checked against. `ContentError` when it cannot be used."""
    return Ours(content.load(), content.guidance, content.lessons(), content.glossary())


def open_shelf(
    data: Path, environment: Mapping[str, str] = os.environ
) -> "tuple[Shelf, tuple[Installed, ...]]":
    """The shelf with the packs of the data folder, and how each of them was found.

    `ContentError` when our own content cannot be used; a pack that cannot is left out.
    """
    folder = packs_folder(data)
    if not folder.is_dir():
        return Shelf(content, language=language()), ()
    from guide.packs import store  # few people have packs, and everybody starts

    found = store.installed(folder, ours())
    packs = [each.pack for each in found if each.pack is not None]
    speaks = spoken(preferred(environment), packs, language()) if packs else language()
    return Shelf(content, packs, speaks, store.gone(folder)), found
