"""What a session is made of: steps, plans, what was held and felt, and the whole state."""

from enum import StrEnum

import msgspec

from guide.core.anatomy import Side
from guide.core.limits import DISCOMFORT_CAP, HOLD_CAP, SESSION_CAP


class StepKind(StrEnum):
    """What a person does during a step."""

    GET_READY = "get_ready"
    EASE_IN = "ease_in"
    HOLD = "hold"
    RELEASE = "release"
    REST = "rest"
    SWITCH_SIDE = "switch_side"
    MOVE = "move"


PRESSING = frozenset({StepKind.EASE_IN, StepKind.HOLD})
RESTING = frozenset({StepKind.GET_READY, StepKind.REST, StepKind.SWITCH_SIDE, StepKind.MOVE})


class Step(msgspec.Struct, frozen=True):
    """One step of a session. ``subject`` is a trigger point, stretch or movement id.

    A resting step carries the subject and side of what comes after it.
    """

    kind: StepKind
    seconds: float
    side: Side
    subject: str
    repeat: int = 1  # which of the holds (or rounds) of this subject and side
    repeats: int = 1
    cap: float = 0.0  # for holds: the longest they may become (seconds); 0: as planned


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
    total_cap: float = float(SESSION_CAP)  # seconds under way, pauses not counted
    discomfort_cap: int = DISCOMFORT_CAP  # entering a value above it ends the hold
    tool: str = ""  # of the way to press that its caps are for; "" for a stretch
    posture: str = ""


class Status(StrEnum):
    """Where a session stands."""

    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"  # the clock made a gap: waits for the person
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
    TIME_OVER = "time_over"  # the session reached its cap


class HoldDone(msgspec.Struct, frozen=True):
    """A hold that was done, wholly or in part; one left while easing in has ``held`` 0."""

    subject: str
    side: Side
    repeat: int
    planned: float  # seconds
    held: float  # seconds
    end: HoldEnd
    eased_after: float | None  # seconds from the start of the hold to the first "eased"


class Felt(msgspec.Struct, frozen=True):
    """A discomfort that was entered: seconds under way (pauses not counted), and 0-10."""

    at: float
    level: int


class SessionState(msgspec.Struct, frozen=True):
    """The whole state of a running or ended session.

    While it is paused or interrupted the current step is never one under pressure: the hold
    has ended and the step is the one that comes first after resuming.
    """

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
    paused_at: float | None = None  # clock, since when time does not count
    stop_reason: str | None = None
    idle: float = 0.0  # seconds spent in pauses and interruptions

    @property
    def step(self) -> Step:
        """The current step."""
        return self.plan.steps[self.index]


def hold_cap(step: Step) -> float:
    """The longest that the hold ``step`` may become, in seconds, over all its tries."""
    return min(step.cap or step.seconds, float(HOLD_CAP))


def check_plan(plan: Plan) -> None:
    """Raise `ValueError` unless ``plan`` is one that the engine can keep safe.

    A plan begins and ends without pressure, an ease-in leads to a hold, a resting step lies
    between two holds, no hold passes its cap, no two holds have the same name (subject, side
    and repeat), and what comes just before pressure has its subject and side.
    """
    if not plan.steps:
        raise ValueError("a session needs at least one step")
    if not 0 < plan.total_cap <= SESSION_CAP:
        raise ValueError(f"the total cap must lie above 0 and not above {SESSION_CAP} seconds")
    if not 0 <= plan.discomfort_cap <= DISCOMFORT_CAP:
        raise ValueError(f"the discomfort cap must lie in 0..{DISCOMFORT_CAP}")
    if plan.steps[0].kind in PRESSING or plan.steps[-1].kind in PRESSING:
        raise ValueError("a session must begin and end with a step without pressure")
    for number, step in enumerate(plan.steps):
        _check_seconds(number, step)
        if step.kind in PRESSING:
            _check_pressing(number, step, plan.steps)
    _check_holds(plan.steps)


def _check_seconds(number: int, step: Step) -> None:
    least = 1e-3 if step.kind is StepKind.HOLD else 0.0
    most = hold_cap(step) if step.kind is StepKind.HOLD else 3600.0
    if not least <= step.seconds <= most:
        raise ValueError(f"step {number}: {step.seconds} seconds must lie in {least}..{most}")


def _check_pressing(number: int, step: Step, steps: tuple[Step, ...]) -> None:
    before = steps[number - 1]
    if (before.subject, before.side) != (step.subject, step.side):
        raise ValueError(f"step {number}: the step before pressure must name its subject")
    if step.kind is StepKind.EASE_IN and steps[number + 1].kind is not StepKind.HOLD:
        raise ValueError(f"step {number}: a hold must follow the ease-in")


def _check_holds(steps: tuple[Step, ...]) -> None:
    rested = False
    names: set[tuple[str, Side, int]] = set()
    for number, step in enumerate(steps):
        if step.kind in RESTING:
            rested = True
        if step.kind is StepKind.HOLD:
            name = (step.subject, step.side, step.repeat)
            if not rested or name in names:
                raise ValueError(f"step {number}: a hold needs a rest before it and its own name")
            names.add(name)
            rested = False
