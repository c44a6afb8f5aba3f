"""Which cue sounds when: read off the state, so that nothing is counted."""

import msgspec

from guide.app.cues import Cue
from guide.core.anatomy import Side
from guide.core.session import Plan, SessionState, Status, StepKind, next_deadline

LAST = 10.0  # seconds before the end of a hold
SHORTEST_HALVED = 20.0  # seconds; up to here the half falls on, or after, the last ten
SHORTEST_WARNED = 15.0  # seconds; a shorter hold needs no warning of its end


class Planned(msgspec.Struct, frozen=True):
    """A cue and the clock at which it is due; ``side`` chooses the ear."""

    cue: Cue
    side: Side
    deadline: float


def entry_cue(plan: Plan, index: int) -> Cue | None:
    """The cue with which step ``index`` begins; past the last step, the end of the session."""
    if index >= len(plan.steps):
        return Cue.FINISHED
    kind = plan.steps[index].kind
    before = plan.steps[index - 1].kind if index else None
    if kind is StepKind.SWITCH_SIDE:
        return Cue.SWITCH_SIDE
    if kind in (StepKind.EASE_IN, StepKind.MOVE):
        return Cue.START
    if kind is StepKind.HOLD and before is not StepKind.EASE_IN:
        return Cue.START
    return Cue.RELEASE if before is StepKind.HOLD else None


def entry_side(plan: Plan, index: int) -> Side:
    """The side that the cue of step ``index`` sounds on: the side of what is done then."""
    return plan.steps[min(index, len(plan.steps) - 1)].side


def halfway(state: SessionState) -> float | None:
    """The clock in the middle of the current hold; None where it is not told."""
    if state.step.kind is not StepKind.HOLD or state.step_seconds <= SHORTEST_HALVED:
        return None
    return state.step_began + state.step_seconds / 2


def cues_ahead(state: SessionState, now: float) -> tuple[Planned, ...]:
    """What is still to sound until the next step has begun, in order; nothing when it rests."""
    end = next_deadline(state)
    if state.status is not Status.RUNNING or end is None:
        return ()
    planned = []
    if state.step.kind is StepKind.HOLD:
        side, length = state.step.side, state.step_seconds
        if (middle := halfway(state)) is not None:
            planned.append(Planned(Cue.HALFWAY, side, middle))
        if length >= SHORTEST_WARNED:
            planned.append(Planned(Cue.TEN_SECONDS, side, end - LAST))
    following = state.index + 1
    if (cue := entry_cue(state.plan, following)) is not None:
        planned.append(Planned(cue, entry_side(state.plan, following), end))
    return tuple(plan for plan in planned if plan.deadline > now)
