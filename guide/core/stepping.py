"""How a session moves from step to step: the rules under the transitions of `session`."""

from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.steps import (
    PRESSING,
    RESTING,
    HoldDone,
    HoldEnd,
    Plan,
    SessionKind,
    SessionState,
    Status,
    Step,
    StepKind,
    hold_cap,
)

HOLD_LEAST = 5.0  # seconds: a hold with less left under its cap is not tried again


def clock(state: SessionState, now: float) -> float:
    """The moment up to which time counts."""
    if state.paused_at is not None:
        return state.paused_at
    return max(now, state.seen) if state.status is Status.RUNNING else state.seen


def session_end(state: SessionState) -> float:
    return state.began + state.idle + state.plan.total_cap


def deadline(state: SessionState) -> float:
    """When the current step ends: by its own time or, but for letting go, by the session's."""
    own = state.step_began + state.step_seconds
    if state.step.kind is StepKind.RELEASE:
        return own
    return max(state.step_began, min(own, session_end(state)))


def pass_on(state: SessionState) -> SessionState:
    """End the current step at its deadline."""
    at = deadline(state)
    whole = at >= state.step_began + state.step_seconds
    if whole and state.step.kind is StepKind.EASE_IN:
        return enter(state, state.index + 1, at)
    ended = record(state, at, HoldEnd.COMPLETED if whole else HoldEnd.TIME_OVER)
    if at < session_end(state):
        return enter(ended, state.index + 1, at)
    # The session's time is over: pressure is let go of, and nothing else begins.
    steps = state.plan.steps
    if state.step.kind in PRESSING:
        after = hold_index(state.plan, state.index) + 1
        if steps[after].kind is StepKind.RELEASE:
            return enter(ended, after, at)
    return enter(ended, len(steps), at)


def enter(state: SessionState, index: int, at: float) -> SessionState:
    """Begin step ``index`` at ``at``; past the last step the session is finished."""
    if index >= len(state.plan.steps):
        return replace(state, status=Status.FINISHED, seen=at)
    step = state.plan.steps[index]
    seconds = _planned_seconds(state, step) if step.kind is StepKind.HOLD else step.seconds
    return replace(state, index=index, step_began=at, step_seconds=seconds)


def take_off(state: SessionState, at: float, status: Status, end: HoldEnd) -> SessionState:
    """Stop counting at ``at``; what was under pressure ends and its rest comes next."""
    if state.step.kind in PRESSING:
        again = state.plan.kind is SessionKind.STRETCH
        state = to_rest(record(state, at, end), state.index, at, again=again)
    return replace(state, status=status, paused_at=at)


def to_rest(state: SessionState, index: int, at: float, *, again: bool) -> SessionState:
    """Enter the rest before the hold of step ``index`` (``again``) or the one after it."""
    before = rest_before(state, index) if again else None
    return enter(state, _rest_after(state.plan, index) if before is None else before, at)


def record(
    state: SessionState, at: float, end: HoldEnd, eased_after: float | None = None
) -> SessionState:
    """Write down the hold that ends at ``at``; a step without pressure changes nothing."""
    if state.step.kind not in PRESSING:
        return state
    step = state.plan.steps[hold_index(state.plan, state.index)]
    held = 0.0
    if state.step.kind is StepKind.HOLD:
        over = at >= state.step_began + state.step_seconds
        held = state.step_seconds if over else max(0.0, at - state.step_began)
    planned = _planned_seconds(state, step)
    done = HoldDone(step.subject, step.side, step.repeat, planned, held, end, eased_after)
    return replace(state, holds=(*state.holds, done), pressed=state.pressed + held)


def _planned_seconds(state: SessionState, step: Step) -> float:
    """The seconds of the next try of a hold: as planned, or what is left under its cap."""
    return min(step.seconds, left_of(state, step))


def left_of(state: SessionState, step: Step) -> float:
    """What the recorded tries of the hold ``step`` leave under its cap, in seconds."""
    name = (step.subject, step.side, step.repeat)
    tries = (hold for hold in state.holds if (hold.subject, hold.side, hold.repeat) == name)
    return max(0.0, hold_cap(step) - sum(hold.held for hold in tries))


def hold_index(plan: Plan, index: int) -> int:
    """The hold that step ``index``, an ease-in or a hold, belongs to."""
    return index if plan.steps[index].kind is StepKind.HOLD else index + 1


def rest_before(state: SessionState, index: int) -> int | None:
    """The rest before the hold that ends at or before step ``index`` (or follows its ease-in).

    None where there is no such hold, or too little is left under its cap to try again.
    """
    steps = state.plan.steps
    hold = index + 1 if steps[index].kind is StepKind.EASE_IN else index
    while hold >= 0 and steps[hold].kind is not StepKind.HOLD:
        hold -= 1
    if hold < 0 or left_of(state, steps[hold]) < min(HOLD_LEAST, steps[hold].seconds):
        return None
    return next(i for i in range(hold, -1, -1) if steps[i].kind in RESTING)


def _rest_after(plan: Plan, index: int) -> int:
    """The first resting step after ``index``, or the last step, which is without pressure."""
    last = len(plan.steps) - 1
    return next((i for i in range(index + 1, last) if plan.steps[i].kind in RESTING), last)


def about(step: Step) -> tuple[str, Side]:
    return step.subject, step.side
