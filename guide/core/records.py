"""What the journal keeps: plain values with ids made by the program, times in UTC."""

from datetime import UTC, datetime

import msgspec

from guide.core.anatomy import Side
from guide.core.answers import Answers
from guide.core.drawing import Mark
from guide.core.session import Felt, HoldDone, Plan, SessionKind


class MapRecord(msgspec.Struct, frozen=True):
    """A painted map with the answers of the visit it belongs to."""

    id: str  # UUID4 hex
    at: str  # ISO 8601, UTC, seconds ("2026-11-22T15:04:05Z")
    offset_minutes: int  # of local time from UTC
    marks: tuple[Mark, ...]
    answers: Answers


class SessionRecord(msgspec.Struct, frozen=True):
    """A pressure or stretch session, whole or broken off."""

    id: str
    kind: SessionKind
    subject: str  # muscle or routine id
    side: Side
    at: str  # begin, ISO 8601 UTC
    offset_minutes: int
    seconds: float  # from begin to end
    completed: bool
    stop_reason: str | None
    before: int | None  # pain 0-10
    during: int | None  # highest discomfort entered
    after: int | None
    note: str
    map_id: str | None
    holds: tuple[HoldDone, ...]
    felt: tuple[Felt, ...]


class Unfinished(msgspec.Struct, frozen=True):
    """A session that was running when the program ended: kept so that it can be offered."""

    record: SessionRecord
    step_index: int
    plan: Plan  # what was being done, so that it can go on


def instant(at: str) -> datetime:
    """The moment of a record's time, aware; one without a zone is UTC. `ValueError` else."""
    moment = datetime.fromisoformat(at)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
