"""The steps of a stretch sequence, of one muscle's stretch, and of slow movements.

A stretch is a transition, in which the position is taken up, and a hold; the sequence ends
with coming back slowly. The transition carries the stretch and side that follow it.
"""

from collections import Counter

from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Movement, Routine, Sides, Stretch
from guide.core.limits import DISCOMFORT_CAP, SESSION_CAP
from guide.core.safety_facts import Ceiling
from guide.core.steps import Plan, SessionKind, Step, StepKind, hold_cap

GET_READY = 8.0  # seconds
REST = 10.0
RELEASE = 4.0
HOLD_MOST = 60.0  # seconds: the longest hold that is recommended for anybody
MOVEMENTS = 3  # after pressing


def plan_routine(catalogue: Catalogue, routine: Routine, first_side: Side = Side.RIGHT) -> Plan:
    """Every stretch once a side and round, with transitions; equal full time a side.

    Stretches of the midline are done once a round; a stretch whose own hold is shorter keeps
    it. `ValueError` for an empty routine, for one longer than a session may be, and for a
    first side that is none.
    """
    sides = _both(first_side)
    steps: list[Step] = []
    done: Counter[tuple[str, Side]] = Counter()
    for stretch in [catalogue.stretches[name] for name in routine.stretches] * routine.rounds:
        order = sides if stretch.sides is Sides.EACH else (Side.MIDLINE,)
        for side in order:
            done[stretch.id, side] += 1
            kind = StepKind.GET_READY if side is order[0] else StepKind.SWITCH_SIDE
            rounds = routine.rounds * routine.stretches.count(stretch.id)
            about = (side, stretch.id, done[stretch.id, side], rounds)
            steps.append(Step(kind, float(routine.transition_seconds), *about))
            steps.append(_hold(min(routine.hold_seconds, stretch.hold_seconds), *about))
    return _plan(routine.id, Side.MIDLINE, steps)


def plan_stretch(stretch: Stretch, side: Side, repeats: int = 3) -> Plan:
    """One stretch on one side (or the midline), with rests between.

    `ValueError` for a stretch of each side without one, and for fewer than one repeat.
    """
    return _plan(stretch.id, _side_of(stretch, side), _repeated(stretch, side, repeats))


def plan_movements(catalogue: Catalogue, subject: str, side: Side) -> Plan:
    """The slow full-range movements of muscle ``subject``, three at most.

    `ValueError` for a muscle that has none.
    """
    names = catalogue.moves.get(subject, ())[:MOVEMENTS]
    return _plan(subject, side, _moves(tuple(catalogue.movements[each] for each in names), side))


def gentler(plan: Plan, ceiling: Ceiling) -> Plan:
    """``plan`` under ``ceiling``: its steps keep their places, and nothing is raised."""
    hold = float(ceiling.hold or HOLD_MOST)
    steps = tuple(
        replace(step, seconds=min(step.seconds, hold), cap=min(hold_cap(step), hold))
        if step.kind is StepKind.HOLD
        else step
        for step in plan.steps
    )
    return replace(
        plan,
        steps=steps,
        total_cap=min(plan.total_cap, float(ceiling.total or SESSION_CAP)),
        discomfort_cap=min(plan.discomfort_cap, ceiling.discomfort or DISCOMFORT_CAP),
    )


def _repeated(stretch: Stretch, side: Side, repeats: int) -> list[Step]:
    steps: list[Step] = []
    for repeat in range(1, repeats + 1):
        kind, seconds = (StepKind.REST, REST) if steps else (StepKind.GET_READY, GET_READY)
        about = (_side_of(stretch, side), stretch.id, repeat, repeats)
        steps += [Step(kind, seconds, *about), _hold(stretch.hold_seconds, *about)]
    return steps


def _moves(movements: tuple[Movement, ...], side: Side) -> list[Step]:
    return [Step(StepKind.MOVE, float(each.seconds), side, each.id) for each in movements]


def _hold(seconds: int, side: Side, subject: str, repeat: int, repeats: int) -> Step:
    longest = min(float(seconds), HOLD_MOST)
    return Step(StepKind.HOLD, longest, side, subject, repeat, repeats, cap=HOLD_MOST)


def _plan(subject: str, side: Side, steps: list[Step]) -> Plan:
    """The plan of ``steps``, with coming back after a hold that ends it."""
    if not steps:
        raise ValueError(f"there is nothing to do in {subject}")
    last = steps[-1]
    if last.kind is StepKind.HOLD:
        steps = [*steps, Step(StepKind.RELEASE, RELEASE, last.side, last.subject, last.repeat)]
    length = sum(step.seconds for step in steps)
    if length > SESSION_CAP:
        raise ValueError(f"{subject} lasts {length:.0f} s, a session at most {SESSION_CAP} s")
    return Plan(SessionKind.STRETCH, subject, side, tuple(steps))


def _side_of(stretch: Stretch, side: Side) -> Side:
    if stretch.sides is Sides.MIDLINE:
        return Side.MIDLINE
    return _both(side)[0]


def _both(first: Side) -> tuple[Side, Side]:
    if first is Side.MIDLINE:
        raise ValueError("a stretch of each side begins on the left or on the right")
    return first, first.other
