"""What a session leaves behind: the record of it, and its way back after a broken run."""

from datetime import datetime, timedelta

from guide.app.clock import offset_minutes, utc_text
from guide.core.records import SessionRecord, Unfinished
from guide.core.session import SessionState, Status, restore

LONGEST = 24 * 3600.0  # seconds that a record can tell
GO_ON_WITHIN = 3600.0  # seconds: what was broken off longer ago is recorded, not continued


def make_record(
    state: SessionState,
    *,
    id: str,  # noqa: A002 - the record's own word
    ended_at: datetime,
    before: int | None = None,
    after: int | None = None,
    note: str = "",
    map_id: str | None = None,
) -> SessionRecord:
    """The record of ``state``, which was last seen at ``ended_at`` (aware wall time)."""
    seconds = min(LONGEST, max(0.0, state.seen - state.began))
    began_at = ended_at - timedelta(seconds=seconds)
    return SessionRecord(
        id=id,
        kind=state.plan.kind,
        subject=state.plan.subject,
        side=state.plan.side,
        at=utc_text(began_at),
        offset_minutes=offset_minutes(ended_at),
        seconds=round(seconds, 3),
        completed=state.status is Status.FINISHED,
        stop_reason=state.stop_reason,
        before=before,
        during=max((felt.level for felt in state.felt), default=None),
        after=after,
        note=note,
        map_id=map_id,
        holds=state.holds,
        felt=state.felt,
    )


def bring_back(unfinished: Unfinished, now: float) -> SessionState:
    """The session as it was broken off, paused before its step; ``now`` is the session clock.

    ValueError when the kept plan and step do not fit together.
    """
    record = unfinished.record
    return restore(
        unfinished.plan,
        unfinished.step_index,
        record.holds,
        record.felt,
        now,
        elapsed=record.seconds,
    )


def seconds_since(unfinished: Unfinished, moment: datetime) -> float:
    """Wall seconds from the last step of a broken session to ``moment``."""
    record = unfinished.record
    ended = datetime.fromisoformat(record.at) + timedelta(seconds=record.seconds)
    return (moment - ended).total_seconds()
