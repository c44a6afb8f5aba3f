"""Before a session: what may be chosen, and the steps that follow."""

import pytest
from msgspec.structs import replace

from guide.app import session_setup as setup
from guide.app.session_state import Begin, Setup, Wish
from guide.core.anatomy import Side
from guide.core.catalogue import PressWay
from guide.core.safety import ProfileItem, Situation, Stopped
from guide.core.safety_facts import Ceiling
from guide.core.session import StepKind
from tests.app.fakes import BALL, FINGERS, WAYS, FakeGate, small_catalogue
from tests.core.safety.world import entry, rule

CATALOGUE = small_catalogue()
PRESS = Wish(Begin.PRESSURE, "soft", Side.RIGHT)
NOW = FakeGate().situation()
LIMITED = replace(
    CATALOGUE,
    profile_entries={
        "sore": entry("sore", rule("sore.light", ceiling=Ceiling(2, 12, spots=1, total=100))),
        "bruises": entry("bruises", rule("bruises.tools", tools=("@tool",), refuse=True)),
        "brittle": entry("brittle", rule("brittle.bend", stretches=("bend",), refuse=True)),
    },
)


def with_profile(name: str) -> Situation:
    return replace(NOW, profile=replace(NOW.profile, items=(ProfileItem(name),)))


def begin(get_ready: int = 10, way: PressWay | None = None) -> Setup:
    return setup.begin_setup(CATALOGUE, NOW, replace(PRESS, way=way), get_ready, WAYS)


def test_the_first_choice_is_the_most_careful_one() -> None:
    first = begin(99)
    assert first.spots == ("soft.upper",)
    assert first.caps is not None
    assert (first.hold, first.repeats) == (first.caps.hold.low, first.caps.repeats.low)
    assert first.get_ready == 30


def test_more_spots_than_are_allowed_are_not_taken() -> None:
    first = begin()
    assert first.chosen is not None
    allowance = replace(first.chosen.allowance, spots_left=1)
    tight = replace(first, ways=(replace(first.chosen, allowance=allowance),))
    assert setup.with_spot(tight, "soft.lower", True) == tight
    assert setup.with_spot(tight, "soft.upper", False).spots == ()


def test_the_gentlest_way_is_the_first_and_the_wanted_one_is_chosen() -> None:
    first = begin()
    assert [choice.way for choice in first.ways] == [FINGERS, BALL]
    assert (first.at, first.choices) == (0, ("soft.upper", "soft.lower"))
    wanted = begin(way=BALL)
    assert (wanted.at, wanted.choices, wanted.spots) == (1, ("soft.lower",), ("soft.lower",))
    unheard_of = replace(BALL, title="Another")
    assert begin(way=unheard_of) == first
    strange = replace(BALL, tool="spoon")
    assert setup.gentlest_first(CATALOGUE, (strange, BALL, FINGERS)) == (FINGERS, BALL, strange)


def test_each_way_has_its_own_caps_and_reasons() -> None:
    fingers = begin()
    ball = setup.with_way(fingers, 1)
    assert fingers.caps is not None
    assert ball.caps is not None
    assert (fingers.caps.discomfort_cap, fingers.said) == (5, ())
    assert (ball.caps.discomfort_cap, ball.said) == (3, ("ball.lean",))
    plan = setup.make_plan(CATALOGUE, PRESS, setup.with_numbers(ball, 99, 9, 10))
    assert (plan.tool, plan.posture, plan.discomfort_cap) == ("ball", "floor", 3)
    assert {step.cap for step in plan.steps if step.kind is StepKind.HOLD} == {40.0}
    free = setup.make_plan(CATALOGUE, PRESS, setup.with_numbers(fingers, 99, 9, 10))
    assert (free.tool, free.posture, free.discomfort_cap) == ("fingers", "chair", 5)


def test_another_way_keeps_what_still_fits() -> None:
    both = setup.with_spot(setup.with_numbers(begin(), 60, 3, 20), "soft.lower", True)
    ball = setup.with_way(both, 1)
    assert (ball.spots, ball.hold, ball.repeats, ball.get_ready) == (("soft.lower",), 40, 3, 20)
    back = setup.with_way(ball, 0)
    assert (back.spots, back.hold) == (("soft.lower",), 40)
    upper = setup.with_way(begin(), 1)
    assert upper.spots == ("soft.lower",), "the first spot that it reaches"
    assert setup.with_way(both, 7) == both


def test_a_way_that_is_barred_is_left_out_and_why_is_said() -> None:
    barred = setup.begin_setup(LIMITED, with_profile("bruises"), PRESS, 10, WAYS)
    assert [choice.way for choice in barred.ways] == [FINGERS]
    assert barred.said == ("bruises.tools",)


def test_a_light_spot_makes_the_session_lighter() -> None:
    soft = CATALOGUE.muscles["soft"]
    light = replace(soft, points=(replace(soft.points[0], light=True), soft.points[1]))
    world = replace(CATALOGUE, muscles={**CATALOGUE.muscles, "soft": light})
    first = setup.begin_setup(world, NOW, PRESS, 10, WAYS)
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
        setup.begin_setup(CATALOGUE, NOW, Wish(Begin.PRESSURE, "red", Side.LEFT), 10, WAYS)


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
    chosen = setup.begin_setup(CATALOGUE, NOW, wish, 17, WAYS)
    plan = setup.make_plan(CATALOGUE, wish, chosen)
    assert [step.kind for step in plan.steps[: len(kinds)]] == kinds
    assert plan.steps[0].seconds == 17
    total = sum(step.seconds for step in plan.steps)
    assert setup.planned_seconds(CATALOGUE, wish, chosen) == total


def test_a_choice_that_is_not_allowed_takes_no_time() -> None:
    none = setup.with_spot(begin(), "soft.upper", False)
    assert setup.planned_seconds(CATALOGUE, PRESS, none) == 0.0


def test_a_ceiling_of_the_profile_bounds_what_can_be_chosen_and_says_why() -> None:
    first = setup.begin_setup(LIMITED, with_profile("sore"), PRESS, 10, WAYS)
    assert first.said == ("sore.light",)
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
