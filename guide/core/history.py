"""Summaries of past sessions for the history page; records in, values out."""

from datetime import date, timedelta

import msgspec

from guide.core.anatomy import Side
from guide.core.records import SessionRecord, instant
from guide.core.session import SessionKind


class Choice(msgspec.Struct, frozen=True):
    """Which sessions are looked at; None leaves a trait open. Days are local, both included."""

    kind: SessionKind | None = None
    subject: str | None = None
    side: Side | None = None
    first_day: date | None = None
    last_day: date | None = None


class BeforeAfter(msgspec.Struct, frozen=True):
    """The pain (0-10) before and after one session."""

    id: str
    at: str  # ISO 8601 UTC
    day: date  # local
    subject: str
    side: Side
    before: int
    after: int


class DayTotal(msgspec.Struct, frozen=True):
    """One local day: how many sessions, and the seconds held in them."""

    day: date
    sessions: int
    seconds: float


def local_day(record: SessionRecord) -> date:
    """The day on which ``record`` began, where the person was then."""
    return (instant(record.at) + timedelta(minutes=record.offset_minutes)).date()


def select(records: tuple[SessionRecord, ...], choice: Choice) -> tuple[SessionRecord, ...]:
    """The records that ``choice`` admits, in their order."""
    return tuple(record for record in records if _admits(choice, record))


def before_after(records: tuple[SessionRecord, ...]) -> tuple[BeforeAfter, ...]:
    """The sessions with both numbers, the earliest first."""
    pairs = [
        BeforeAfter(
            record.id,
            record.at,
            local_day(record),
            record.subject,
            record.side,
            record.before,
            record.after,
        )
        for record in records
        if record.before is not None and record.after is not None
    ]
    return tuple(sorted(pairs, key=lambda pair: (instant(pair.at), pair.id)))


def held_per_day(
    records: tuple[SessionRecord, ...], kind: SessionKind = SessionKind.PRESSURE
) -> tuple[DayTotal, ...]:
    """Seconds under pressure (or in stretches) a local day, the earliest first.

    Days without a session are left out.
    """
    totals: dict[date, DayTotal] = {}
    for record in records:
        if record.kind is kind:
            day = local_day(record)
            so_far = totals.get(day, DayTotal(day, 0, 0.0))
            held = sum(hold.held for hold in record.holds)
            totals[day] = DayTotal(day, so_far.sessions + 1, so_far.seconds + held)
    return tuple(totals[day] for day in sorted(totals))


def held_per_side(record: SessionRecord) -> dict[Side, float]:
    """Seconds held on each side in ``record``; sides without a hold are left out."""
    held: dict[Side, float] = {}
    for hold in record.holds:
        held[hold.side] = held.get(hold.side, 0.0) + hold.held
    return held


def _admits(choice: Choice, record: SessionRecord) -> bool:
    day = local_day(record)
    return (
        choice.kind in (None, record.kind)
        and choice.subject in (None, record.subject)
        and choice.side in (None, record.side)
        and (choice.first_day is None or day >= choice.first_day)
        and (choice.last_day is None or day <= choice.last_day)
    )
