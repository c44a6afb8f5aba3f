"""One step engine: a session is a list of steps; pressing and stretching are two lists.

Every transition is pure and takes ``now`` in seconds of a clock that goes on while the
machine sleeps. Time never counts ticks: a step ends at ``step_began + step_seconds``.

Whoever drives the engine calls `tick` at least once a second while a session is running,
however long the step: more than `GAP` seconds without any call means that the machine slept
or was frozen, and then nothing that was to happen meanwhile counts as done.

What holds whatever is pressed: the tries of one planned hold together never pass its cap;
between two planned holds of a pressure session lie `REST_LEAST` seconds of rest (or the whole
rest, where it is planned shorter); the session ends when its time under way reaches its cap.
"""

from msgspec.structs import replace

from guide.core.limits import REST_LEAST
from guide.core.stepping import (
    about,
    clock,
    deadline,
    enter,
    hold_index,
    left_of,
    pass_on,
    record,
    rest_before,
    session_end,
    take_off,
    to_rest,
)
from guide.core.steps import (
    PRESSING,
    RESTING,
    Felt,
    HoldDone,
    HoldEnd,
    Plan,
    SessionKind,
    SessionState,
    Status,
    Step,
    StepKind,
    check_plan,
)

__all__ = [
    "BACK_WITHIN",
    "GAP",
    "Felt",
    "HoldDone",
    "HoldEnd",
    "Plan",
    "SessionKind",
    "SessionState",
    "Status",
    "Step",
    "StepKind",
    "add_time",
    "back",
    "eased",
    "elapsed",
    "feel",
    "next_deadline",
    "pause",
    "remaining",
    "remaining_total",
    "restore",
    "resume",
    "skip",
    "start",
    "stop",
    "tick",
]

GAP = 3.0  # seconds without a call after which time is taken to have been lost
STEP_CAP = 60.0  # seconds, to which steps other than holds can be lengthened
BACK_WITHIN = 2.0  # seconds from the beginning of a step, in which "back" means the one before


def start(plan: Plan, now: float) -> SessionState:
    """Begin with the first step; `ValueError` for a plan that `check_plan` refuses."""
    check_plan(plan)
    return SessionState(
        plan=plan,
        status=Status.RUNNING,
        index=0,
        began=now,
        step_began=now,
        seen=now,
        step_seconds=plan.steps[0].seconds,
    )


def restore(
    plan: Plan,
    index: int,
    holds: tuple[HoldDone, ...],
    felt: tuple[Felt, ...],
    now: float,
    elapsed: float = 0.0,
) -> SessionState:
    """A session that was broken off at step ``index``, paused at the rest before that step.

    ``elapsed`` is its time under way so far, at least what ``holds`` and ``felt`` prove.
    `ValueError` for a bad plan or index.
    """
    check_plan(plan)
    if not 0 <= index < len(plan.steps):
        raise ValueError(f"step {index} is not among the plan's {len(plan.steps)} steps")
    pressed = sum(hold.held for hold in holds)
    so_far = max(elapsed, pressed, felt[-1].at if felt else 0.0)
    state = SessionState(
        plan=plan,
        status=Status.PAUSED,
        index=0,
        began=now - so_far,
        step_began=now,
        seen=now,
        step_seconds=0.0,
        holds=holds,
        felt=felt,
        pressed=pressed,
        paused_at=now,
    )
    if plan.steps[index].kind in RESTING:
        return enter(state, index, now)
    return to_rest(state, index, now, again=plan.steps[index].kind in PRESSING)


def tick(state: SessionState, now: float) -> SessionState:
    """Let time pass: ends steps whose time is over, however many; notices gaps."""
    if state.status is not Status.RUNNING:
        return state
    now = max(now, state.seen)
    if now - state.seen > GAP:
        return take_off(state, state.seen, Status.INTERRUPTED, HoldEnd.INTERRUPTED)
    while now >= deadline(state):
        state = pass_on(state)
        if state.status is Status.FINISHED:
            return state
    return replace(state, seen=now)


def pause(state: SessionState, now: float) -> SessionState:
    """Pause; a hold that is paused has ended (pressure is off) and is recorded as such."""
    state = tick(state, now)
    if state.status is not Status.RUNNING:
        return state
    return take_off(state, state.seen, Status.PAUSED, HoldEnd.PAUSED)


def resume(state: SessionState, now: float) -> SessionState:
    """Go on after a pause or an interruption: a hold is not continued, a rest comes first.

    In a pressure session that is the rest after the hold that was ended, and the next hold
    follows; in a stretch session it is the transition before it, and the stretch is done
    again whole, so that both sides get their full time.
    """
    if state.status not in (Status.PAUSED, Status.INTERRUPTED) or state.paused_at is None:
        return state
    away = max(0.0, now - state.paused_at)
    return replace(
        state,
        status=Status.RUNNING,
        step_began=state.step_began + away,
        idle=state.idle + away,
        seen=state.paused_at + away,
        paused_at=None,
    )


def add_time(state: SessionState, now: float, seconds: float = 10.0) -> SessionState:
    """Lengthen the current hold, never past any cap; other steps just get longer (cap 60 s).

    Easing in and releasing are not lengthened: pressure is on. `ValueError` unless
    ``seconds`` is above 0.
    """
    if seconds <= 0:
        raise ValueError(f"{seconds} seconds cannot be added: the number must be above 0")
    state = tick(state, now)
    if state.status is not Status.RUNNING:
        return state
    if state.step.kind is StepKind.HOLD:
        most = min(left_of(state, state.step), session_end(state) - state.step_began)
    elif state.step.kind in RESTING:
        most = STEP_CAP
    else:
        return state
    longer = min(state.step_seconds + seconds, most)
    return replace(state, step_seconds=max(state.step_seconds, longer))


def eased(state: SessionState, now: float) -> SessionState:
    """It has eased: the hold goes on to release; during other steps, go to the next step.

    The rest between the holds of a pressure session is not cut below `REST_LEAST`.
    """
    state = tick(state, now)
    if state.status is not Status.RUNNING:
        return state
    into = state.seen - state.step_began
    if state.step.kind is StepKind.HOLD:
        return enter(record(state, state.seen, HoldEnd.EASED, into), state.index + 1, state.seen)
    pressing = state.plan.kind is SessionKind.PRESSURE
    if state.step.kind is StepKind.REST and pressing and into < REST_LEAST:
        return state
    return enter(state, state.index + 1, state.seen)


def skip(state: SessionState, now: float) -> SessionState:
    """Leave the current step for the next subject or side; a hold is recorded as skipped.

    With no other subject or side left the session is finished.
    """
    state = tick(state, now)
    if state.status is not Status.RUNNING:
        return state
    steps, here = state.plan.steps, state.index
    target = here + 1
    while target < len(steps) and about(steps[target]) == about(steps[here]):
        target += 1
    return enter(record(state, state.seen, HoldEnd.SKIPPED), target, state.seen)


def back(state: SessionState, now: float) -> SessionState:
    """To the beginning of the current step, or, within 2 s of it, to the one before.

    Where that step is under pressure (or lets go), to the rest before it, and the hold is
    recorded as skipped. Nothing changes where the hold has no time left under its cap.
    """
    state = tick(state, now)
    if state.status is not Status.RUNNING:
        return state
    within = state.seen - state.step_began < BACK_WITHIN
    target = max(0, state.index - 1) if within else state.index
    ended = record(state, state.seen, HoldEnd.SKIPPED)
    if state.plan.steps[target].kind not in RESTING:
        again = rest_before(ended, target)
        if again is None:
            return state
        target = again
    return enter(ended, target, state.seen)


def feel(state: SessionState, now: float, level: int) -> SessionState:
    """Enter a discomfort 0-10; above the plan's cap the hold ends as too much.

    `ValueError` for another number.
    """
    if not 0 <= level <= 10:
        raise ValueError(f"a discomfort of {level} is not on the scale of 0 to 10")
    state = tick(state, now)
    if state.status in (Status.STOPPED, Status.FINISHED):
        return state
    state = replace(state, felt=(*state.felt, Felt(elapsed(state, state.seen), level)))
    if level <= state.plan.discomfort_cap or state.step.kind not in PRESSING:
        return state
    ended = record(state, state.seen, HoldEnd.TOO_MUCH)
    return enter(ended, hold_index(state.plan, state.index) + 1, state.seen)


def stop(state: SessionState, now: float, reason: str | None = None) -> SessionState:
    """Stop at once; ``reason`` is a stop reason id, and may be given later by `stop` again."""
    state = tick(state, now)
    if state.status is Status.FINISHED:
        return state
    if state.status is Status.STOPPED:
        return state if state.stop_reason else replace(state, stop_reason=reason)
    ended = record(state, state.seen, HoldEnd.STOPPED)
    return replace(ended, status=Status.STOPPED, stop_reason=reason)


def elapsed(state: SessionState, now: float) -> float:
    """Seconds under way since the session began, pauses not counted."""
    return clock(state, now) - state.began - state.idle


def remaining(state: SessionState, now: float) -> float:
    """Seconds left of the current step (never negative)."""
    if state.status in (Status.STOPPED, Status.FINISHED):
        return 0.0
    return max(0.0, deadline(state) - clock(state, now))


def remaining_total(state: SessionState, now: float) -> float:
    """Seconds left of the whole session, as planned and within its cap (never negative)."""
    current = remaining(state, now)
    if state.status in (Status.STOPPED, Status.FINISHED):
        return current
    later = sum(step.seconds for step in state.plan.steps[state.index + 1 :])
    return max(current, min(current + later, session_end(state) - clock(state, now)))


def next_deadline(state: SessionState) -> float | None:
    """The clock at which the current step ends, or None when nothing runs."""
    return deadline(state) if state.status is Status.RUNNING else None
