"""The history page: what was done, what of it is looked at, and what is to be deleted.

Deleting asks first, in the page itself; what is deleted is gone for good, and it says so.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from guide.core.anatomy import Side
from guide.core.history import BeforeAfter, Choice, before_after, select
from guide.core.records import MapRecord, SessionRecord
from guide.core.session import SessionKind
from guide.i18n import _, n_
from guide.journal.errors import JournalError


class Period(StrEnum):
    """How far back one looks."""

    ALL = "all"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


DAYS = {Period.WEEK: 7, Period.MONTH: 30, Period.QUARTER: 90}


class Asking(StrEnum):
    """What is to be confirmed before it is done."""

    NOTHING = "nothing"
    DELETE_ONE = "delete_one"
    DELETE_ALL = "delete_all"


class Looking(msgspec.Struct, frozen=True):
    """Which entries are shown; None and ALL leave a trait open."""

    kind: SessionKind | None = None
    subject: str | None = None
    side: Side | None = None
    period: Period = Period.ALL

    @property
    def open(self) -> bool:
        """True when every entry is shown."""
        return self == Looking()


class JournalState(msgspec.Struct, frozen=True):
    """What the history page shows; entries the last first."""

    looking: Looking = Looking()
    entries: tuple[SessionRecord, ...] = ()
    total: int = 0  # entries without any filter
    subjects: tuple[str, ...] = ()  # ids that occur in any entry
    pairs: tuple[BeforeAfter, ...] = ()  # of the entries, the earliest first
    chosen: SessionRecord | None = None
    visit: MapRecord | None = None  # the map and the answers that the chosen entry began from
    asking: Asking = Asking.NOTHING
    set_aside: int = 0  # damaged files that are deleted with everything
    saves: bool = True
    notices: tuple[str, ...] = ()  # what is wrong with the journal, until it is dismissed
    message: str = ""  # what was just done
    problem: str = ""  # what could not be done


class Notice(Protocol):
    """One sentence or two about the journal."""

    @property
    def text(self) -> str:
        """The words."""


class HistoryJournal(Protocol):
    """The part of the journal that the history needs; every method may raise `JournalError`."""

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What opening it must tell."""

    @property
    def saves(self) -> bool:
        """True when what is saved is kept."""

    def sessions(self) -> tuple[SessionRecord, ...]:
        """All entries, the last first."""

    def maps(self) -> tuple[MapRecord, ...]:
        """All painted maps."""

    def delete(self, id_: str, /) -> bool:
        """Delete one entry for good."""

    def delete_all(self) -> None:
        """Delete every entry for good."""

    def set_aside_files(self) -> tuple[Path, ...]:
        """Damaged files that were set aside."""

    def delete_set_aside(self) -> None:
        """Delete these too."""

    def export_json(self, path: Path, /) -> None:
        """Write everything to ``path``."""

    def export_csv(self, path: Path, /) -> None:
        """Write the sessions to ``path``."""


class JournalPresenter(QObject):
    """Holds the `JournalState`; requests in, `changed` out."""

    changed = Signal(object)  # JournalState
    deleted = Signal()  # entries are gone: what is allowed today may have changed

    def __init__(
        self,
        journal: HistoryJournal,
        wall: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._wall = journal, wall
        self._records: tuple[SessionRecord, ...] = ()
        self._maps: dict[str, MapRecord] = {}
        notices = tuple(notice.text for notice in journal.notices)
        self._state = JournalState(notices=notices, saves=journal.saves)

    @property
    def state(self) -> JournalState:
        """What the page shows now."""
        return self._state

    @Slot()
    def refresh(self) -> None:
        """Read the journal again: the page is opened, or something was recorded."""
        problem = ""
        try:
            self._read()
        except JournalError as error:
            self._records, self._maps, problem = (), {}, str(error)
        self._look(self._state.looking, message="", problem=problem)

    @Slot(object)
    def look_at(self, looking: Looking) -> None:
        """Show only what fits ``looking``."""
        self._look(looking, message="")

    @Slot()
    def look_at_all(self) -> None:
        """Show everything."""
        self._look(Looking(), message="")

    @Slot(str)
    def choose(self, id_: str) -> None:
        """Open one entry; an id that is not shown closes the detail."""
        chosen = next((entry for entry in self._state.entries if entry.id == id_), None)
        self._set(chosen=chosen, asking=Asking.NOTHING, message="")

    @Slot()
    def ask_delete(self) -> None:
        """Delete the chosen entry? Ask first."""
        if self._state.chosen is not None:
            self._set(asking=Asking.DELETE_ONE, message="")

    @Slot()
    def ask_delete_all(self) -> None:
        """Delete everything? Ask first, and say how much it is."""
        aside = len(self._journal.set_aside_files())
        self._set(asking=Asking.DELETE_ALL, set_aside=aside, message="")

    @Slot()
    def keep(self) -> None:
        """Nothing is deleted."""
        self._set(asking=Asking.NOTHING)

    @Slot()
    def delete(self) -> None:
        """Do what was asked for: it is final."""
        asking, chosen = self._state.asking, self._state.chosen
        if asking is Asking.DELETE_ONE and chosen is not None:
            gone = chosen.id
            self._do(lambda: self._journal.delete(gone), _("Deleted."))
        elif asking is Asking.DELETE_ALL:
            self._do(self._delete_all, _("Everything is deleted."))
        if not self._state.problem and asking is not Asking.NOTHING:
            self.deleted.emit()

    @Slot(str)
    def export_json(self, path: str) -> None:
        """Write the whole journal as JSON."""
        self._export(self._journal.export_json, path)

    @Slot(str)
    def export_csv(self, path: str) -> None:
        """Write the sessions as CSV."""
        self._export(self._journal.export_csv, path)

    @Slot()
    def dismiss(self) -> None:
        """The notices were read."""
        self._set(notices=())

    def _export(self, write: Callable[[Path], None], path: str) -> None:
        count = len(self._records)
        done = n_("{count} entry written to {path}.", "{count} entries written to {path}.", count)
        self._do(lambda: write(Path(path)), done.format(count=count, path=path))

    def _delete_all(self) -> None:
        self._journal.delete_all()
        self._journal.delete_set_aside()

    def _do(self, action: Callable[[], object], message: str) -> None:
        """Do it, read again, and say what happened."""
        problem = ""
        try:
            action()
            self._read()
        except JournalError as error:
            message, problem = "", str(error)
        self._look(self._state.looking, message=message, problem=problem)

    def _read(self) -> None:
        self._records = self._journal.sessions()
        self._maps = {record.id: record for record in self._journal.maps()}

    def _look(self, looking: Looking, message: str, problem: str = "") -> None:
        entries = select(self._records, _choice(looking, self._wall().date()))
        ids = {entry.id for entry in entries}
        chosen = self._state.chosen
        self._set(
            looking=looking,
            entries=entries,
            total=len(self._records),
            subjects=tuple(dict.fromkeys(record.subject for record in self._records)),
            pairs=before_after(entries),
            chosen=chosen if chosen is not None and chosen.id in ids else None,
            asking=Asking.NOTHING,
            message=message,
            problem=problem,
            saves=self._journal.saves,
        )

    def _set(self, **changes: object) -> None:
        state = replace(self._state, **changes)
        chosen = state.chosen
        visit = self._maps.get(chosen.map_id or "") if chosen is not None else None
        self._state = replace(state, visit=visit)
        self.changed.emit(self._state)


def _choice(looking: Looking, today: date) -> Choice:
    days = DAYS.get(looking.period)
    first = None if days is None else today - timedelta(days=days - 1)
    return Choice(looking.kind, looking.subject, looking.side, first_day=first)
