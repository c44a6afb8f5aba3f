"""Before a session: what may be chosen, and the steps that follow."""

import pytest
from msgspec.structs import replace

from guide.app import session_setup as setup
from guide.app.session_state import Begin, Wish
from guide.core.anatomy import Side
from guide.core.dose import allowance
from guide.core.session import StepKind
from tests.app.fakes import FakeGate, small_catalogue

CATALOGUE = small_catalogue()
PRESS = Wish(Begin.PRESSURE, "soft", Side.RIGHT)
LEFT = allowance(CATALOGUE.muscles["soft"], (), "2026-11-22T10:00:00Z", 0)


def test_the_first_choice_is_the_most_careful_one() -> None:
    first = setup.begin_setup(CATALOGUE, PRESS, LEFT, 99)
    assert first.spots == ("soft.upper",)
    assert first.caps is not None
    assert (first.hold, first.repeats) == (first.caps.hold.low, first.caps.repeats.low)
    assert first.get_ready == 30


def test_more_spots_than_are_allowed_are_not_taken() -> None:
    first = setup.begin_setup(CATALOGUE, PRESS, LEFT, 10)
    assert first.allowance is not None
    tight = replace(first, allowance=replace(first.allowance, spots_left=1))
    assert setup.with_spot(tight, "soft.lower", True) == tight
    assert setup.with_spot(tight, "soft.upper", False).spots == ()


def test_a_light_spot_makes_the_session_lighter() -> None:
    soft = CATALOGUE.muscles["soft"]
    light = replace(soft, points=(replace(soft.points[0], light=True), soft.points[1]))
    world = replace(CATALOGUE, muscles={**CATALOGUE.muscles, "soft": light})
    first = setup.begin_setup(world, PRESS, LEFT, 10)
    assert first.limits is not None
    assert (first.limits.discomfort_cap, first.limits.hold.high) == (4, 30)
    assert setup.with_numbers(first, 60, 2, 10).hold == 30
    assert setup.with_numbers(first, 12, 2, 10).hold == 12
    other = setup.with_spot(setup.with_spot(first, "soft.lower", True), "soft.upper", False)
    assert other.limits == other.caps
    long = setup.with_numbers(other, 60, 2, 10)
    assert long.hold == 60
    both = setup.with_spot(long, "soft.upper", True)
    assert both.hold == 30, "a light spot that is added shortens the hold that was chosen"
    plan = setup.make_plan(world, PRESS, both)
    assert plan.discomfort_cap == 4
    assert {step.seconds for step in plan.steps if step.kind is StepKind.HOLD} == {30.0}


def test_a_muscle_that_is_not_pressed_has_no_choices() -> None:
    with pytest.raises(ValueError, match="red"):
        setup.begin_setup(CATALOGUE, Wish(Begin.PRESSURE, "red", Side.LEFT), None, 10)


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        (PRESS, [StepKind.GET_READY, StepKind.EASE_IN, StepKind.HOLD]),
        (Wish(Begin.STRETCH, "bend", Side.LEFT), [StepKind.GET_READY, StepKind.HOLD]),
        (Wish(Begin.ROUTINE, "reset", Side.MIDLINE), [StepKind.GET_READY, StepKind.HOLD]),
        (Wish(Begin.MOVEMENTS, "soft", Side.LEFT), [StepKind.GET_READY, StepKind.MOVE]),
    ],
)
def test_every_plan_begins_with_the_time_to_get_ready(wish: Wish, kinds: list[StepKind]) -> None:
    chosen = setup.begin_setup(CATALOGUE, wish, LEFT, 17)
    plan = setup.make_plan(CATALOGUE, wish, chosen)
    assert [step.kind for step in plan.steps[: len(kinds)]] == kinds
    assert plan.steps[0].seconds == 17
    total = sum(step.seconds for step in plan.steps)
    assert setup.planned_seconds(CATALOGUE, wish, chosen) == total


def test_a_choice_that_is_not_allowed_takes_no_time() -> None:
    none = setup.with_spot(setup.begin_setup(CATALOGUE, PRESS, LEFT, 10), "soft.upper", False)
    assert setup.planned_seconds(CATALOGUE, PRESS, none) == 0.0


def test_both_sides_of_a_routine_must_be_allowed() -> None:
    asked = setup.stretched(CATALOGUE, Wish(Begin.ROUTINE, "reset", Side.MIDLINE))
    assert set(asked) == {(m, s) for m in ("soft", "red") for s in (Side.LEFT, Side.RIGHT)}
    one = setup.stretched(CATALOGUE, Wish(Begin.STRETCH, "bend", Side.LEFT))
    assert one == (("soft", Side.LEFT),)


def test_a_refusal_without_reasons_is_still_said() -> None:
    gate = FakeGate()
    gate.press = False
    (sentence,) = setup.refusal(CATALOGUE, gate, PRESS, LEFT)
    assert sentence
