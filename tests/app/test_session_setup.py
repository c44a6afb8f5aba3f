"""Before a session: what may be chosen, and the steps that follow."""

import pytest
from msgspec.structs import replace

from guide.app import session_setup as setup
from guide.app.session_state import Begin, Wish
from guide.core.anatomy import Side
from guide.core.safety import ProfileItem, Situation, Stopped
from guide.core.safety_facts import Ceiling
from guide.core.session import StepKind
from tests.app.fakes import FakeGate, small_catalogue
from tests.core.safety.world import entry, rule

CATALOGUE = small_catalogue()
PRESS = Wish(Begin.PRESSURE, "soft", Side.RIGHT)
NOW = FakeGate().situation()
LIMITED = replace(
    CATALOGUE,
    profile_entries={
        "sore": entry("sore", rule("sore.light", ceiling=Ceiling(2, 12, spots=1, total=100))),
        "brittle": entry("brittle", rule("brittle.bend", stretches=("bend",), refuse=True)),
    },
)


def with_profile(name: str) -> Situation:
    return replace(NOW, profile=replace(NOW.profile, items=(ProfileItem(name),)))


def test_the_first_choice_is_the_most_careful_one() -> None:
    first = setup.begin_setup(CATALOGUE, NOW, PRESS, 99)
    assert first.spots == ("soft.upper",)
    assert first.caps is not None
    assert (first.hold, first.repeats) == (first.caps.hold.low, first.caps.repeats.low)
    assert first.get_ready == 30


def test_more_spots_than_are_allowed_are_not_taken() -> None:
    first = setup.begin_setup(CATALOGUE, NOW, PRESS, 10)
    assert first.allowance is not None
    tight = replace(first, allowance=replace(first.allowance, spots_left=1))
    assert setup.with_spot(tight, "soft.lower", True) == tight
    assert setup.with_spot(tight, "soft.upper", False).spots == ()


def test_a_light_spot_makes_the_session_lighter() -> None:
    soft = CATALOGUE.muscles["soft"]
    light = replace(soft, points=(replace(soft.points[0], light=True), soft.points[1]))
    world = replace(CATALOGUE, muscles={**CATALOGUE.muscles, "soft": light})
    first = setup.begin_setup(world, NOW, PRESS, 10)
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
        setup.begin_setup(CATALOGUE, NOW, Wish(Begin.PRESSURE, "red", Side.LEFT), 10)


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
    chosen = setup.begin_setup(CATALOGUE, NOW, wish, 17)
    plan = setup.make_plan(CATALOGUE, wish, chosen)
    assert [step.kind for step in plan.steps[: len(kinds)]] == kinds
    assert plan.steps[0].seconds == 17
    total = sum(step.seconds for step in plan.steps)
    assert setup.planned_seconds(CATALOGUE, wish, chosen) == total


def test_a_choice_that_is_not_allowed_takes_no_time() -> None:
    none = setup.with_spot(setup.begin_setup(CATALOGUE, NOW, PRESS, 10), "soft.upper", False)
    assert setup.planned_seconds(CATALOGUE, PRESS, none) == 0.0


def test_a_ceiling_of_the_profile_bounds_what_can_be_chosen_and_says_why() -> None:
    first = setup.begin_setup(LIMITED, with_profile("sore"), PRESS, 10)
    assert first.reasons == ("sore.light",)
    assert first.limits is not None
    assert (first.limits.hold.high, first.spots_allowed, first.limits.total) == (12, 1, 100)
    assert setup.with_spot(first, "soft.lower", True) == first
    plan = setup.make_plan(LIMITED, PRESS, setup.with_numbers(first, 60, 3, 10))
    assert (plan.total_cap, plan.discomfort_cap) == (100.0, 2)
    assert {step.cap for step in plan.steps if step.kind is StepKind.HOLD} == {12.0}


def test_a_ceiling_of_a_stretch_makes_it_gentler_and_says_why() -> None:
    wish = Wish(Begin.ROUTINE, "reset", Side.MIDLINE)
    chosen = setup.begin_setup(LIMITED, with_profile("sore"), wish, 10)
    assert (chosen.ceiling.hold, chosen.reasons) == (12, ("sore.light",))
    plan = setup.make_plan(LIMITED, wish, chosen)
    assert (plan.discomfort_cap, plan.total_cap) == (2, 100.0)
    assert {(s.seconds, s.cap) for s in plan.steps if s.kind is StepKind.HOLD} == {(12.0, 12.0)}


def test_a_wish_is_decided_for_every_muscle_and_side_that_it_works_on() -> None:
    closed = replace(NOW, stopped=(Stopped("pulse", "red", Side.LEFT),))

    def allowed(begin: Begin, subject: str, side: Side) -> bool:
        return setup.decide_wish(CATALOGUE, closed, Wish(begin, subject, side)).allowed

    assert allowed(Begin.PRESSURE, "soft", Side.LEFT)
    assert allowed(Begin.STRETCH, "bend", Side.LEFT)
    assert not allowed(Begin.STRETCH, "nod", Side.MIDLINE)
    assert not allowed(Begin.ROUTINE, "reset", Side.MIDLINE)
    assert not allowed(Begin.MOVEMENTS, "red", Side.LEFT)
    assert allowed(Begin.MOVEMENTS, "red", Side.RIGHT)
    assert not allowed(Begin.PRESSURE, "red", Side.RIGHT)


def test_only_what_is_allowed_follows_pressing() -> None:
    assert setup.offers_after(CATALOGUE, NOW, PRESS) == (
        Wish(Begin.STRETCH, "bend", Side.RIGHT),
        Wish(Begin.MOVEMENTS, "soft", Side.RIGHT),
    )
    assert setup.offers_after(LIMITED, with_profile("brittle"), PRESS) == (
        Wish(Begin.MOVEMENTS, "soft", Side.RIGHT),
    )
    assert setup.offers_after(CATALOGUE, NOW, Wish(Begin.STRETCH, "bend", Side.LEFT)) == ()
    assert setup.offers_after(CATALOGUE, NOW, None) == ()


def test_a_step_names_the_muscles_that_it_works_on() -> None:
    both = {("red", Side.LEFT), ("red", Side.RIGHT)}
    assert setup.worked_on(CATALOGUE, PRESS, "soft.upper", Side.RIGHT) == (("soft", Side.RIGHT),)
    routine = Wish(Begin.ROUTINE, "reset", Side.MIDLINE)
    assert setup.worked_on(CATALOGUE, routine, "bend", Side.LEFT) == (("soft", Side.LEFT),)
    assert set(setup.worked_on(CATALOGUE, routine, "nod", Side.MIDLINE)) == both
    moves = Wish(Begin.MOVEMENTS, "soft", Side.LEFT)
    assert setup.worked_on(CATALOGUE, moves, "roll", Side.LEFT) == (("soft", Side.LEFT),)
