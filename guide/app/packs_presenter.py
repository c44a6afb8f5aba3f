"""Content packs: what was added, what is looked at before it is added, and what went wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from guide.i18n import _
from guide.packs.errors import PackError
from guide.packs.pack import Ours, Pack
from guide.packs.words import brings, byline, provenance

if TYPE_CHECKING:
    from guide.packs.store import Installed


class PackRow(msgspec.Struct, frozen=True):
    """A pack in words: who made it, what it brings; or why it is not used."""

    id: str
    title: str
    byline: str = ""
    brings: tuple[str, ...] = ()
    provenance: str = ""
    problem: str = ""


class PacksState(msgspec.Struct, frozen=True):
    """What is shown of the packs."""

    rows: tuple[PackRow, ...] = ()
    offered: PackRow | None = None  # was found sound, and waits to be added
    told: str = ""  # what was done
    wrong: str = ""  # why something was not done


class PacksPresenter(QObject):
    """Looks at packs, adds them and takes them away; they count from the next start."""

    changed = Signal(object)  # PacksState

    def __init__(
        self,
        folder: Path,
        ours: Callable[[], Ours],
        found: "tuple[Installed, ...]" = (),
        parent: QObject | None = None,
    ) -> None:
        """``folder`` is where packs are kept, ``found`` what was found in it at the start."""
        super().__init__(parent)
        self._folder, self._ours = folder, ours
        self._offered: tuple[Pack, bytes] | None = None
        self.state = PacksState(tuple(map(_row_of, found)))

    @Slot(str)
    def look_at(self, path: str) -> None:
        """Check the pack at ``path``, and offer it where it is sound."""
        from guide.packs import store  # few people have packs

        try:
            self._offered = store.check(Path(path), self._ours())
        except PackError as error:
            self._offered = None
            self._show(wrong=_("The pack was not added. {why}").format(why=error))
        else:
            self._show(offered=_row(self._offered[0]))

    @Slot()
    def add(self) -> None:
        """Keep the pack that was looked at."""
        from guide.packs import store

        if self._offered is None:
            return
        (pack, data), self._offered = self._offered, None
        try:
            store.add(self._folder, pack, data)
        except PackError as error:
            self._show(wrong=str(error))
            return
        told = _("{title} was added. It is used from the next start of Unknot.")
        rows = (*self.state.rows, _row(pack))
        self._show(rows, told=told.format(title=pack.about.title))

    @Slot()
    def leave(self) -> None:
        """Do not add it."""
        self._offered = None
        self._show()

    @Slot(str)
    def remove(self, name: str) -> None:
        """Take the pack ``name`` away."""
        from guide.packs import store

        try:
            store.remove(self._folder, name)
        except PackError as error:
            self._show(wrong=str(error))
            return
        told = _("The pack is gone from the next start of Unknot. The journal keeps its sessions.")
        self._show(tuple(row for row in self.state.rows if row.id != name), told=told)

    def _show(
        self,
        rows: tuple[PackRow, ...] | None = None,
        offered: PackRow | None = None,
        told: str = "",
        wrong: str = "",
    ) -> None:
        self.state = PacksState(self.state.rows if rows is None else rows, offered, told, wrong)
        self.changed.emit(self.state)


def _row_of(found: "Installed") -> PackRow:
    if found.pack is None:
        return PackRow(found.id, found.id, problem=found.problem)
    return _row(found.pack)


def _row(pack: Pack) -> PackRow:
    about = pack.about
    return PackRow(about.id, about.title, byline(about), brings(pack), provenance(about))
