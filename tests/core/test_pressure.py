"""The steps of a pressure session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.catalogue import Muscle
from guide.core.dose import Caps, caps, point_caps, under
from guide.core.limits import SESSION_CAP
from guide.core.pressure import narrowed, plan_pressure
from guide.core.safety_facts import Ceiling, SafetyClass
from guide.core.session import StepKind, start
from guide.core.steps import check_plan
from tests.core.builders import muscle, point

POINTS = tuple(f"trap.p{number}" for number in range(5))
TRAP = muscle("trap", points=tuple(point(name) for name in POINTS))


def limits(points: tuple[str, ...] = POINTS[:1], who: Muscle = TRAP) -> dict[str, Caps]:
    """The caps of ``points``, each with its own."""
    found = caps(who)
    assert found is not None
    own = {each.id: each for each in who.points}
    return {each: point_caps(found, own.get(each, point(each))) for each in points}


def test_each_point_is_eased_into_held_let_go_and_rested() -> None:
    plan = plan_pressure(TRAP, Side.LEFT, limits(POINTS[:2]), repeats=2)
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
    plan = plan_pressure(TRAP, Side.LEFT, limits(), hold=600, repeats=50)
    holds = [step for step in plan.steps if step.kind is StepKind.HOLD]
    assert [step.seconds for step in holds] == [60.0] * 3
    plan = plan_pressure(TRAP, Side.LEFT, limits(), hold=1, repeats=0)
    holds = [step for step in plan.steps if step.kind is StepKind.HOLD]
    assert [step.seconds for step in holds] == [30.0] * 2


def test_holds_that_do_not_fit_into_the_session_are_left_out() -> None:
    plan = plan_pressure(TRAP, Side.LEFT, limits(POINTS[:4]), hold=60, repeats=3)
    assert sum(step.seconds for step in plan.steps) <= SESSION_CAP
    assert len([step for step in plan.steps if step.kind is StepKind.HOLD]) == 10
    assert plan.steps[-1].kind is StepKind.RELEASE


def test_a_light_point_lowers_its_hold_and_the_discomfort_of_the_session() -> None:
    light = replace(TRAP, points=(replace(point(POINTS[0]), light=True), point(POINTS[1])))
    plan = plan_pressure(light, Side.LEFT, limits(POINTS[:2], light), hold=60, repeats=2)
    holds = [step for step in plan.steps if step.kind is StepKind.HOLD]
    assert [(step.seconds, step.cap) for step in holds] == [(30.0, 30.0)] * 2 + [(60.0, 60.0)] * 2
    assert plan.discomfort_cap == 4
    assert plan_pressure(light, Side.LEFT, limits(POINTS[1:2], light)).discomfort_cap == 6


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ((), "choose 1 to 1"),
        (POINTS, "choose 1 to 4"),
        (("scm.p0",), "not a point of trap"),
    ],
)
def test_points_that_may_not_be_pressed_are_refused(points: tuple[str, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        plan_pressure(TRAP, Side.LEFT, limits(points))


def test_red_muscles_hidden_points_and_the_midline_are_refused() -> None:
    hidden = replace(TRAP, points=(point(POINTS[0], self_press=False), point(POINTS[1])))
    red = replace(TRAP, safety_class=SafetyClass.RED)
    for who in (hidden, red):
        with pytest.raises(ValueError, match="may be pressed"):
            plan_pressure(who, Side.LEFT, limits())
    with pytest.raises(ValueError, match="not in the middle"):
        plan_pressure(TRAP, Side.MIDLINE, limits())


@given(
    st.sampled_from([SafetyClass.GREEN, SafetyClass.AMBER]),
    st.integers(1, 4),
    st.integers(0, 60),
    st.one_of(st.none(), st.integers(-5, 500)),
    st.one_of(st.none(), st.integers(-5, 50)),
    st.builds(
        Ceiling, discomfort=st.integers(1, 9), hold=st.integers(1, 99), total=st.integers(120, 999)
    ),
)
def test_every_plan_is_one_that_the_engine_takes(
    safety: SafetyClass,
    count: int,
    ready: int,
    hold: int | None,
    repeats: int | None,
    ceiling: Ceiling,
) -> None:
    who = replace(TRAP, safety_class=safety)
    own = caps(who)
    assert own is not None
    own = under(own, ceiling)
    found = dict.fromkeys(POINTS[: min(count, own.spots)], own)
    plan = plan_pressure(who, Side.RIGHT, found, ready, hold, repeats)
    check_plan(plan)
    assert sum(step.seconds for step in plan.steps) <= own.total == plan.total_cap
    assert all(step.seconds <= own.hold.high for step in plan.steps if step.cap)
    assert plan.discomfort_cap == own.discomfort_cap
    assert narrowed(plan, found) == plan


def test_a_session_too_short_for_one_hold_is_refused() -> None:
    short = {POINTS[0]: under(limits()[POINTS[0]], Ceiling(total=30))}
    with pytest.raises(ValueError, match="no hold fits into 30 s"):
        plan_pressure(TRAP, Side.LEFT, short)


def test_what_was_cut_short_goes_on_under_the_caps_of_now() -> None:
    plan = plan_pressure(TRAP, Side.LEFT, limits(POINTS[:2]), hold=60, repeats=2)
    gentle = Ceiling(discomfort=2, hold=15, total=300)
    fewer = {name: under(each, gentle) for name, each in limits(POINTS[:2]).items()}
    less = narrowed(plan, fewer)
    assert (less.discomfort_cap, less.total_cap) == (2, 300.0)
    assert len(less.steps) == len(plan.steps)
    assert {(s.seconds, s.cap) for s in less.steps if s.kind is StepKind.HOLD} == {(15.0, 15.0)}
    assert narrowed(less, limits(POINTS[:2])) == less
    check_plan(less)


def test_what_may_not_be_pressed_any_more_does_not_go_on() -> None:
    plan = plan_pressure(TRAP, Side.LEFT, limits(POINTS[:2]), repeats=2)
    with pytest.raises(ValueError, match=r"may not be pressed now: trap\.p1"):
        narrowed(plan, limits(POINTS[:1]))
    for ceiling in (Ceiling(repeats=1), Ceiling(spots=1)):
        lower = {name: under(each, ceiling) for name, each in limits(POINTS[:2]).items()}
        with pytest.raises(ValueError, match="less of trap may be pressed"):
            narrowed(plan, lower)
