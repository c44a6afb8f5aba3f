"""Sessions and the journal: what is kept at every step, what is saved, what is left today.

Every method answers with a sentence where the journal could not do its part: a session goes on
without it, and the person is told.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from guide.app.session_record import make_record
from guide.app.session_state import Begin, PageState, Wish
from guide.core.catalogue import Catalogue
from guide.core.records import SessionRecord, Unfinished
from guide.core.session import SessionKind, SessionState
from guide.journal.errors import JournalError


class SessionJournal(Protocol):
    """The part of the journal that sessions use; every method may raise `JournalError`."""

    def save_session(self, record: SessionRecord) -> None:
        """Keep ``record``; the same id again changes nothing."""

    def save_unfinished(self, unfinished: Unfinished) -> None:
        """Keep what is running, in place of what was kept before."""

    def unfinished(self) -> Unfinished | None:
        """What was running when the program ended."""

    def clear_unfinished(self) -> None:
        """Nothing is running any more."""

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Everything that was recorded."""


class SessionLog:
    """Writes one session at a time into the journal; ``begin`` gives it its id."""

    def __init__(
        self,
        journal: SessionJournal,
        wall: Callable[[], datetime],
        new_id: Callable[[], str],
        map_id: Callable[[], str | None],
    ) -> None:
        self._journal, self._wall, self._new_id, self._map_id = journal, wall, new_id, map_id
        self._id = ""

    def begin(self, record_id: str | None = None) -> None:
        """The next session begins, or goes on under the id that it had."""
        self._id = record_id or self._new_id()

    def record(self, session: SessionState, page: PageState) -> SessionRecord:
        """The record of ``session`` with what was said on the page."""
        return make_record(
            session,
            id=self._id,
            ended_at=self._wall(),
            before=page.before,
            after=page.after,
            note=page.note.strip(),
            map_id=self._map_id(),
        )

    def keep(self, session: SessionState, page: PageState) -> str:
        """Keep what was done so far."""
        record = self.record(session, page)
        return self._told(
            lambda: self._journal.save_unfinished(Unfinished(record, session.index, session.plan))
        )

    def save(self, record: SessionRecord) -> str:
        """Make ``record`` safe; only then is there nothing unfinished any more."""
        problem = self._told(lambda: self._journal.save_session(record))
        return problem or self.clear()

    def clear(self) -> str:
        """Nothing is unfinished."""
        return self._told(self._journal.clear_unfinished)

    def cut_short(self) -> tuple[Unfinished | None, str]:
        """What was running when the program ended, unless its record is already safe."""
        try:
            found = self._journal.unfinished()
            if found is not None and any(
                record.id == found.record.id for record in self._journal.sessions()
            ):
                self._journal.clear_unfinished()
                found = None
        except JournalError as error:
            return None, str(error)
        return found, ""

    def _told(self, action: Callable[[], object]) -> str:
        try:
            action()
        except JournalError as error:
            return str(error)
        return ""


def wish_of(catalogue: Catalogue, unfinished: Unfinished) -> Wish | None:
    """The wish that led to ``unfinished``; None when its subject is no longer known."""
    plan = unfinished.plan
    if plan.kind is SessionKind.PRESSURE:
        begin, known = Begin.PRESSURE, plan.subject in catalogue.muscles
    elif plan.subject in catalogue.stretches:
        begin, known = Begin.STRETCH, True
    elif plan.subject in catalogue.routines:
        begin, known = Begin.ROUTINE, True
    else:
        begin, known = Begin.MOVEMENTS, plan.subject in catalogue.muscles
    return Wish(begin, plan.subject, plan.side) if known else None
