"""One step engine: a session is a list of steps; pressing and stretching are two lists.

Every transition is pure and takes ``now`` in seconds of a clock that goes on while the
machine sleeps. Time never counts ticks: a step ends at ``started + seconds``.
"""

from enum import StrEnum

import msgspec

from guide.core.anatomy import Side


class StepKind(StrEnum):
    """What a person does during a step."""

    GET_READY = "get_ready"
    EASE_IN = "ease_in"
    HOLD = "hold"
    RELEASE = "release"
    REST = "rest"
    SWITCH_SIDE = "switch_side"
    MOVE = "move"


class Step(msgspec.Struct, frozen=True):
    """One step of a session. ``subject`` is a trigger point, stretch or movement id."""

    kind: StepKind
    seconds: float
    side: Side
    subject: str
    repeat: int = 1  # which of the holds (or rounds) of this subject and side
    repeats: int = 1
    cap: float = 0.0  # for holds: the longest they may become (seconds)


class SessionKind(StrEnum):
    """The two kinds of session."""

    PRESSURE = "pressure"
    STRETCH = "stretch"


class Plan(msgspec.Struct, frozen=True):
    """The steps of a session, and what bounds it. ``subject`` is a muscle or routine id."""

    kind: SessionKind
    subject: str
    side: Side
    steps: tuple[Step, ...]
    total_cap: float = 15 * 60.0
    discomfort_cap: int = 6  # entering a value above it ends the hold


class Status(StrEnum):
    """Where a session stands."""

    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"  # the clock made a gap during a hold: waits for the person
    STOPPED = "stopped"
    FINISHED = "finished"


class HoldEnd(StrEnum):
    """How a hold ended."""

    COMPLETED = "completed"
    EASED = "eased"
    SKIPPED = "skipped"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    TOO_MUCH = "too_much"
    STOPPED = "stopped"


class HoldDone(msgspec.Struct, frozen=True):
    """A hold that was done, wholly or in part."""

    subject: str
    side: Side
    repeat: int
    planned: float  # seconds
    held: float  # seconds
    end: HoldEnd
    eased_after: float | None  # seconds from the start of the hold to the first "eased"


class Felt(msgspec.Struct, frozen=True):
    """A discomfort that was entered: seconds since the session began, and 0-10."""

    at: float
    level: int


class SessionState(msgspec.Struct, frozen=True):
    """The whole state of a running or ended session."""

    plan: Plan
    status: Status
    index: int  # of the current step
    began: float  # clock, of the session
    step_began: float  # clock, of the current step (moved forward by pauses)
    seen: float  # clock, of the last transition: a gap over 3 s ends a hold
    step_seconds: float  # of the current step, with added time
    holds: tuple[HoldDone, ...] = ()
    felt: tuple[Felt, ...] = ()
    pressed: float = 0.0  # seconds under pressure so far in this session
    paused_at: float | None = None
    stop_reason: str | None = None

    @property
    def step(self) -> Step:
        """The current step."""
        return self.plan.steps[self.index]


def start(plan: Plan, now: float) -> SessionState:
    """Begin with the first step."""
    raise NotImplementedError


def tick(state: SessionState, now: float) -> SessionState:
    """Let time pass: ends steps whose time is over, however many; notices gaps."""
    raise NotImplementedError


def pause(state: SessionState, now: float) -> SessionState:
    """Pause; a hold that is paused has ended (pressure is off) and is recorded as such."""
    raise NotImplementedError


def resume(state: SessionState, now: float) -> SessionState:
    """Go on after a pause or an interruption: a hold is not continued, a rest comes first."""
    raise NotImplementedError


def add_time(state: SessionState, now: float, seconds: float = 10.0) -> SessionState:
    """Lengthen the current hold, never past any cap; other steps just get longer (cap 60 s)."""
    raise NotImplementedError


def eased(state: SessionState, now: float) -> SessionState:
    """It has eased: the hold goes on to release; during other steps, go to the next step."""
    raise NotImplementedError


def skip(state: SessionState, now: float) -> SessionState:
    """Leave the current step for the next subject or side; a hold is recorded as skipped."""
    raise NotImplementedError


def back(state: SessionState, now: float) -> SessionState:
    """To the beginning of the current step, or, within 2 s of it, to the one before; a hold
    that would pass the day's or session's cap is not repeated."""
    raise NotImplementedError


def feel(state: SessionState, now: float, level: int) -> SessionState:
    """Enter a discomfort 0-10; above the plan's cap the hold ends as too much."""
    raise NotImplementedError


def stop(state: SessionState, now: float, reason: str | None = None) -> SessionState:
    """Stop at once; ``reason`` is a stop reason id, and may be given later by `stop` again."""
    raise NotImplementedError


def remaining(state: SessionState, now: float) -> float:
    """Seconds left of the current step (never negative)."""
    raise NotImplementedError


def remaining_total(state: SessionState, now: float) -> float:
    """Seconds left of the whole session."""
    raise NotImplementedError


def next_deadline(state: SessionState) -> float | None:
    """The clock at which the current step ends, or None when nothing runs."""
    raise NotImplementedError
