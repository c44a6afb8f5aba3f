"""The steps of a pressure session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.catalogue import Muscle
from guide.core.dose import Caps, caps
from guide.core.limits import SESSION_CAP
from guide.core.pressure import plan_pressure
from guide.core.safety_facts import SafetyClass
from guide.core.session import StepKind, start
from guide.core.steps import check_plan
from tests.core.builders import muscle, point

POINTS = tuple(f"trap.p{number}" for number in range(5))
TRAP = muscle("trap", points=tuple(point(name) for name in POINTS))


def limits(who: Muscle = TRAP) -> Caps:
    found = caps(who)
    assert found is not None
    return found


def test_each_point_is_eased_into_held_let_go_and_rested() -> None:
    plan = plan_pressure(TRAP, Side.LEFT, POINTS[:2], limits(), repeats=2)
    kinds = [step.kind.value for step in plan.steps]
    hold = ["ease_in", "hold", "release"]
    assert kinds == ["get_ready", *hold, *(["rest", *hold] * 3)]
    assert [step.subject for step in plan.steps if step.kind is StepKind.REST] == [
        POINTS[0], POINTS[1], POINTS[1],
    ]  # fmt: skip
    holds = [step for step in plan.steps if step.kind is StepKind.HOLD]
    assert [(step.repeat, step.repeats, step.seconds, step.cap) for step in holds] == [
        (1, 2, 30.0, 60.0),
        (2, 2, 30.0, 60.0),
    ] * 2
    assert {step.side for step in plan.steps} == {Side.LEFT}
    assert all(s.seconds >= 20 for s in plan.steps if s.kind is StepKind.REST)
    assert (plan.subject, plan.discomfort_cap, plan.total_cap) == ("trap", 6, 900.0)
    assert start(plan, 0.0).step.kind is StepKind.GET_READY


def test_wishes_are_kept_inside_the_caps() -> None:
    plan = plan_pressure(TRAP, Side.LEFT, POINTS[:1], limits(), hold=600, repeats=50)
    holds = [step for step in plan.steps if step.kind is StepKind.HOLD]
    assert [step.seconds for step in holds] == [60.0] * 3
    plan = plan_pressure(TRAP, Side.LEFT, POINTS[:1], limits(), hold=1, repeats=0)
    holds = [step for step in plan.steps if step.kind is StepKind.HOLD]
    assert [step.seconds for step in holds] == [30.0] * 2


def test_holds_that_do_not_fit_into_the_session_are_left_out() -> None:
    plan = plan_pressure(TRAP, Side.LEFT, POINTS[:4], limits(), hold=60, repeats=3)
    assert sum(step.seconds for step in plan.steps) <= SESSION_CAP
    assert len([step for step in plan.steps if step.kind is StepKind.HOLD]) == 10
    assert plan.steps[-1].kind is StepKind.RELEASE


def test_a_light_point_lowers_its_hold_and_the_discomfort_of_the_session() -> None:
    light = replace(TRAP, points=(replace(point(POINTS[0]), light=True), point(POINTS[1])))
    plan = plan_pressure(light, Side.LEFT, POINTS[:2], limits(), hold=60, repeats=2)
    holds = [step for step in plan.steps if step.kind is StepKind.HOLD]
    assert [(step.seconds, step.cap) for step in holds] == [(30.0, 30.0)] * 2 + [(60.0, 60.0)] * 2
    assert plan.discomfort_cap == 4
    assert plan_pressure(light, Side.LEFT, POINTS[1:2], limits()).discomfort_cap == 6


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ((), "choose 1 to 4"),
        (POINTS, "choose 1 to 4"),
        ((POINTS[0], POINTS[0]), "different points"),
        (("scm.p0",), "not a point of trap"),
    ],
)
def test_points_that_may_not_be_pressed_are_refused(points: tuple[str, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        plan_pressure(TRAP, Side.LEFT, points, limits())


def test_red_muscles_hidden_points_and_the_midline_are_refused() -> None:
    hidden = replace(TRAP, points=(point(POINTS[0], self_press=False), point(POINTS[1])))
    red = replace(TRAP, safety_class=SafetyClass.RED)
    for who in (hidden, red):
        with pytest.raises(ValueError, match="may be pressed"):
            plan_pressure(who, Side.LEFT, POINTS[:1], limits())
    with pytest.raises(ValueError, match="not in the middle"):
        plan_pressure(TRAP, Side.MIDLINE, POINTS[:1], limits())


@given(
    st.sampled_from([SafetyClass.GREEN, SafetyClass.AMBER]),
    st.integers(1, 4),
    st.integers(0, 60),
    st.one_of(st.none(), st.integers(-5, 500)),
    st.one_of(st.none(), st.integers(-5, 50)),
)
def test_every_plan_is_one_that_the_engine_takes(
    safety: SafetyClass, count: int, ready: int, hold: int | None, repeats: int | None
) -> None:
    who = replace(TRAP, safety_class=safety)
    found = limits(who)
    plan = plan_pressure(
        who, Side.RIGHT, POINTS[: min(count, found.spots)], found, ready, hold, repeats
    )
    check_plan(plan)
    assert sum(step.seconds for step in plan.steps) <= SESSION_CAP
    assert all(step.seconds <= found.hold.high for step in plan.steps if step.cap)
