"""Stretch sequences: every stretch once a side and round, equal time a side."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.core import session
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Movement, Routine, Sides
from guide.core.session import Plan, Status, StepKind
from guide.core.steps import check_plan
from guide.core.stretching import (
    plan_movements,
    plan_routine,
    plan_stretch,
)
from tests.core.builders import catalogue, stretch

LEAN, TURN = stretch("lean"), stretch("turn")
NOD = stretch("nod", Sides.MIDLINE)
MOVES = tuple(Movement(name, name, name, 15) for name in ("roll", "tilt", "look", "reach"))
RESET = Routine("reset", "Reset", "", ("lean", "nod", "turn"), 1, 20, 8)


def world() -> Catalogue:
    known = catalogue(stretches=(LEAN, TURN, NOD))
    moves = {move.id: move for move in MOVES}
    return replace(known, movements=moves, moves={"trap": tuple(moves)})


def held(plan: Plan) -> Counter[Side]:
    time: Counter[Side] = Counter()
    for step in plan.steps:
        if step.kind is StepKind.HOLD:
            time[step.side] += int(step.seconds)
    return time


def test_a_routine_takes_each_stretch_on_both_sides_with_transitions() -> None:
    plan = plan_routine(world(), RESET)
    done = [(step.kind.value, step.subject, step.side.value) for step in plan.steps]
    assert done == [
        ("get_ready", "lean", "right"), ("hold", "lean", "right"),
        ("switch_side", "lean", "left"), ("hold", "lean", "left"),
        ("get_ready", "nod", "midline"), ("hold", "nod", "midline"),
        ("get_ready", "turn", "right"), ("hold", "turn", "right"),
        ("switch_side", "turn", "left"), ("hold", "turn", "left"),
        ("release", "turn", "left"),
    ]  # fmt: skip
    assert {s.seconds for s in plan.steps if s.kind is StepKind.SWITCH_SIDE} == {8.0}
    assert (plan.subject, plan.side) == ("reset", Side.MIDLINE)


def test_a_routine_may_begin_on_the_left_and_repeat() -> None:
    plan = plan_routine(world(), replace(RESET, rounds=2), Side.LEFT)
    holds = [step for step in plan.steps if step.kind is StepKind.HOLD]
    assert holds[0].side is Side.LEFT
    assert [(step.repeat, step.repeats) for step in holds if step.subject == "nod"] == [
        (1, 2), (2, 2),
    ]  # fmt: skip


@given(
    st.lists(st.sampled_from(["lean", "turn", "nod"]), min_size=1, max_size=5),
    st.integers(1, 2),
    st.integers(1, 30),
    st.integers(0, 10),
    st.sampled_from([Side.LEFT, Side.RIGHT]),
)
def test_both_sides_always_get_the_same_full_time(
    names: list[str], rounds: int, hold: int, transition: int, first: Side
) -> None:
    routine = Routine("any", "Any", "", tuple(names), rounds, hold, transition)
    plan = plan_routine(world(), routine, first)
    check_plan(plan)
    time = held(plan)
    assert time[Side.LEFT] == time[Side.RIGHT]
    own = {name: stretch.hold_seconds for name, stretch in world().stretches.items()}
    once = sum(min(hold, own[n]) * (1 if n == "nod" else 2) for n in names)
    assert sum(time.values()) == rounds * once


def test_a_paused_routine_still_gives_both_sides_their_full_time() -> None:
    state = session.start(plan_routine(world(), RESET), 0.0)
    now = 0.0
    while state.status is Status.RUNNING:
        now += 1.0
        state = session.tick(state, now)
        if now == 50.0:
            state = session.resume(session.pause(state, now), now)
    whole = [hold for hold in state.holds if hold.held == hold.planned]
    assert Counter(hold.side for hold in whole) == {Side.LEFT: 2, Side.RIGHT: 2, Side.MIDLINE: 1}
    assert len(state.holds) == 6


def test_routines_that_are_empty_too_long_or_begin_nowhere_are_refused() -> None:
    with pytest.raises(ValueError, match="nothing to do in reset"):
        plan_routine(world(), replace(RESET, stretches=()))
    with pytest.raises(ValueError, match="at most 900 s"):
        plan_routine(world(), replace(RESET, rounds=9))
    with pytest.raises(ValueError, match="begins on the left"):
        plan_routine(world(), RESET, Side.MIDLINE)


def test_one_stretch_is_held_and_rested_on_its_side() -> None:
    plan = plan_stretch(LEAN, Side.LEFT)
    assert [step.kind.value for step in plan.steps] == [
        "get_ready", "hold", "rest", "hold", "rest", "hold", "release",
    ]  # fmt: skip
    assert held(plan) == {Side.LEFT: 60}
    assert plan.subject == "lean"
    assert plan_stretch(NOD, Side.LEFT).side is Side.MIDLINE
    assert held(plan_stretch(replace(LEAN, hold_seconds=300), Side.LEFT, 1)) == {Side.LEFT: 60}
    for wrong in ((Side.MIDLINE, 3), (Side.LEFT, 0)):
        with pytest.raises(ValueError, match=r"begins on the left|nothing to do"):
            plan_stretch(LEAN, *wrong)


def test_three_slow_movements_follow_pressing() -> None:
    plan = plan_movements(world(), "trap", Side.RIGHT)
    check_plan(plan)
    assert [(step.kind, step.subject) for step in plan.steps] == [
        (StepKind.MOVE, "roll"), (StepKind.MOVE, "tilt"), (StepKind.MOVE, "look"),
    ]  # fmt: skip
    assert plan.subject == "trap"
    with pytest.raises(ValueError, match="nothing to do in trap"):
        plan_movements(catalogue(), "trap", Side.RIGHT)
