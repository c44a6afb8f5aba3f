"""The decision: what refuses, and what limits."""

import pytest
from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.catalogue import PressWay, Range, Way
from guide.core.dose import caps
from guide.core.safety.decide import (
    decide,
    decide_stretch,
    decide_ways,
    permitted,
    spot_caps,
    together,
    way_caps,
)
from guide.core.safety.profile import Profile
from guide.core.safety.situation import Decision, Outcome, Request, Situation, Stopped
from guide.core.safety_facts import Act, Ceiling
from tests.core.builders import record
from tests.core.safety.world import (
    CALM,
    FIT,
    NOW,
    STORY,
    TEXT,
    WORLD,
    draw,
    may_press,
    may_stretch,
    present,
    profile,
    rule,
    visit,
)  # fmt: skip

ALLOW, LIMIT, REFUSE = Outcome.ALLOW, Outcome.LIMIT, Outcome.REFUSE


def test_somebody_healthy_may_press_within_the_muscles_own_caps() -> None:
    found = may_press(visit("neck.side"), point="fit.rim")
    assert (found.outcome, found.reasons, found.caps) == (ALLOW, (), caps(FIT))
    assert may_stretch(visit("neck.side")) == Decision(ALLOW)
    assert decide(WORLD, visit(), Request(Act.MOVE, "fit", Side.LEFT)) == Decision(ALLOW)


def test_an_open_question_refuses_unless_it_stands_printed() -> None:
    asked = replace(visit("neck.side", answers=STORY))
    for found in (may_press(asked), may_stretch(asked), may_stretch(asked, name=None)):
        assert (found.outcome, found.reasons) == (REFUSE, ("unanswered",))
    paper = replace(asked, on_paper=True)
    assert may_press(paper).allowed
    assert may_stretch(paper).allowed


@pytest.mark.parametrize("sign", ["RF-CHEST.breathless", "RF-CHEST.cough"])
def test_a_grave_sign_refuses_everything(sign: str) -> None:
    situation = visit("neck.side", answers=present(sign))
    for found in (may_press(situation, "far"), may_stretch(situation)):
        assert (found.outcome, found.reasons, found.caps) == (REFUSE, (sign,), None)


def test_a_clinician_sign_refuses_the_muscles_of_its_zones_on_their_side() -> None:
    situation = visit("neck.side", "leg.calf", answers=present("RF-NECK.hands"))
    assert may_press(situation).reasons == ("RF-NECK.hands",)
    assert may_stretch(situation).reasons == ("RF-NECK.hands",)
    assert may_press(situation, side=Side.LEFT).allowed
    assert may_press(situation, "far").allowed


def test_a_sign_that_modifies_makes_its_muscles_light_and_forbids_nothing() -> None:
    situation = visit("neck.side", answers=present("RF-NECK.thin_skin"))
    found = may_press(situation)
    assert (found.outcome, found.reasons) == (LIMIT, ("RF-NECK.thin_skin", "top.light"))
    assert found.caps is not None
    assert (found.caps.discomfort_cap, found.caps.hold) == (4, Range(5, 30))
    assert may_stretch(situation) == Decision(ALLOW)
    assert may_press(situation, "far").outcome is ALLOW


@pytest.mark.parametrize(
    ("muscle", "reasons"),
    [
        ("red", ("red",)),
        ("hidden", ("not_self_pressed",)),
        ("unwritten", ("no_text",)),
    ],
)
def test_the_muscle_itself_may_bar_pressing_alone(muscle: str, reasons: tuple[str, ...]) -> None:
    assert may_press(visit(), muscle) == Decision(REFUSE, reasons)
    assert may_stretch(visit(), muscle, None).allowed


def test_a_tool_that_the_facts_do_not_name_is_refused() -> None:
    for tool in ("gun", "cane", "unheard_of"):
        assert may_press(visit(), tool=tool).reasons == ("tool_not_for_muscle",)
    assert may_press(visit(), tool="fingers").allowed
    assert may_press(visit(), "far", tool="ball_wall").reasons == ("ball_wall.spine",)


def test_a_rule_of_the_profile_bars_ways_and_says_so_while_others_are_left() -> None:
    situation = visit(profile=profile("thin_blood"))
    found = may_press(situation, point="fit.rim")
    assert (found.outcome, found.reasons) == (LIMIT, ("thin_blood.light", "thin_blood.tools"))
    assert found.caps is not None
    assert (found.caps.discomfort_cap, found.caps.hold.high, found.caps.total) == (3, 20, 120)
    low = may_press(situation, point="fit.low")  # only the ball serves it
    assert low == Decision(REFUSE, ("thin_blood.tools",))
    assert list(spot_caps(WORLD, situation, "fit", Side.RIGHT)) == ["fit.rim"]


def test_a_way_needs_all_of_its_points() -> None:
    wound = profile("wound", places=(Place("neck.side", Side.RIGHT),))
    situation = visit(profile=wound)
    assert may_press(situation, point="fit.low").reasons == ("wound.there",)
    assert may_press(situation).reasons == ("wound.there",)
    assert may_press(situation, point="fit.low", tool="ball_wall").outcome is LIMIT
    assert may_press(situation, side=Side.LEFT).allowed


def test_a_posture_bars_a_way_and_a_stretch() -> None:
    situation = visit(profile=profile("lying"))
    assert may_press(situation, "far") == Decision(REFUSE, ("lying.bed",))
    assert may_press(situation, "fit").outcome is LIMIT  # the danger zone's limit alone
    assert may_press(situation, "fit").reasons == ("top.light",)


def test_nothing_fits_where_no_way_serves_a_point() -> None:
    world = replace(WORLD, ways={"fit": WORLD.ways["fit"][:1]})
    found = decide(world, visit(), Request(Act.PRESS, "fit", Side.RIGHT, "fit.low"))
    assert found == Decision(REFUSE, ("no_way",))
    assert decide(world, visit(), Request(Act.PRESS, "fit", Side.RIGHT)).allowed


def test_a_danger_zone_limits_its_point_and_without_a_point_the_freest_counts() -> None:
    low, both = may_press(visit(), point="fit.low"), may_press(visit())
    assert (low.outcome, both.outcome) == (LIMIT, LIMIT)
    assert low.reasons == both.reasons == ("top.light",)
    assert low.caps is not None
    assert both.caps is not None
    assert (low.caps.discomfort_cap, both.caps.discomfort_cap) == (4, 6)
    own = spot_caps(WORLD, visit(), "fit", Side.RIGHT)
    assert [limits.discomfort_cap for limits in own.values()] == [6, 4]


WIDE = WORLD.ways["wide"]
HANDS, BALL, ROLLER = WIDE


def spots_of(situation: Situation, way: Way) -> dict[str, int]:
    found = spot_caps(WORLD, situation, "wide", Side.RIGHT, way)
    return {point: limits.discomfort_cap for point, limits in found.items()}


def test_a_way_keeps_its_own_limit_and_lends_it_to_no_other() -> None:
    both = may_press(visit(), "wide")
    assert (both.outcome, both.reasons) == (ALLOW, ())  # the fingers are not the ball
    at_a, at_b = (may_press(visit(), "wide", point=point) for point in ("wide.a", "wide.b"))
    assert at_a == may_press(visit(), "wide", point="wide.a", tool="fingers", posture="chair")
    # Where every way has a limit of its own, each of them is said.
    assert (at_b.outcome, at_b.reasons) == (LIMIT, ("ball_floor.weight", "roller.weight"))
    hands, ball, _roller = decide_ways(WORLD, visit(), "wide", Side.RIGHT, WIDE)
    assert (hands.outcome, ball.outcome) == (ALLOW, LIMIT)
    assert ball.reasons == ("ball_floor.weight",)
    assert spots_of(visit(), HANDS) == {"wide.a": 6}
    assert spots_of(visit(), BALL) == {"wide.a": 5, "wide.b": 5}
    assert [
        each.discomfort_cap for each in spot_caps(WORLD, visit(), "wide", Side.LEFT).values()
    ] == [6, 5]


def test_what_bars_a_way_for_the_person_is_said_of_those_that_are_left() -> None:
    hurt = visit(profile=profile("sore_hands"))
    found = may_press(hurt, "wide")
    assert found.reasons == ("sore_hands.rest", "ball_floor.weight", "roller.weight")
    assert found.caps is not None
    assert found.caps.discomfort_cap == 5  # no way that is left may be stronger
    hands, ball, roller = decide_ways(WORLD, hurt, "wide", Side.RIGHT, WIDE)
    assert (hands.outcome, hands.reasons) == (REFUSE, ("sore_hands.rest",))
    assert (ball.reasons, roller.reasons) == (("ball_floor.weight",), ("roller.weight",))
    assert spots_of(hurt, HANDS) == {}
    thin = visit(profile=profile("thin_blood"))
    assert may_press(thin, "wide").reasons == ("thin_blood.light", "thin_blood.tools")


def test_a_way_that_serves_no_point_is_refused_with_a_reason() -> None:
    nowhere = Way("fingers", "chair", ("fit.rim",))
    (found,) = decide_ways(WORLD, visit(), "wide", Side.RIGHT, (nowhere,))
    assert found == Decision(REFUSE, ("no_way",))


def test_a_way_is_spent_by_its_own_limits() -> None:
    rare = rule("roller.weight", ceiling=Ceiling(per_day=1))
    tools = {**WORLD.tools, "roller": replace(WORLD.tools["roller"], rules=(rare,))}
    world = replace(WORLD, tools=tools)
    earlier = visit(history=(record("wide", at="2026-11-22T06:00:00Z"),), now_utc=NOW)
    hands, ball, roller = decide_ways(world, earlier, "wide", Side.RIGHT, WIDE)
    assert (hands.allowed, ball.allowed) == (True, True)
    assert roller == Decision(REFUSE, ("daily_cap",))
    assert decide(world, earlier, Request(Act.PRESS, "wide", Side.RIGHT)).allowed


def test_a_stretch_is_barred_by_where_its_muscle_lies_and_advised_within_limits() -> None:
    bones = visit(profile=profile("bones"))
    assert may_stretch(bones) == Decision(REFUSE, ("bones.neck",))
    assert may_press(bones).allowed
    stiff = may_stretch(visit(profile=profile("stiff")))
    assert (stiff.outcome, stiff.reasons) == (LIMIT, ("stiff.mid", "stiff.says"))
    assert stiff.ceiling == Ceiling(discomfort=3, hold=15)
    both = decide_stretch(WORLD, visit(profile=profile("stiff")), "lean", (Side.MIDLINE,))
    assert both == stiff
    assert may_stretch(visit(profile=profile("thin_blood"))) == Decision(ALLOW)


def test_a_stretch_needs_all_its_muscles_and_the_midline_both_sides() -> None:
    closed = visit("neck.back", answers=present("RF-NECK.hands"))
    for sides, allowed in (
        ((Side.RIGHT,), False),
        ((Side.LEFT,), True),
        ((Side.MIDLINE,), False),
        ((Side.LEFT, Side.RIGHT), False),
    ):
        assert decide_stretch(WORLD, closed, "calf", sides).allowed is allowed
    assert decide_stretch(WORLD, closed, "lean", (Side.RIGHT,)).allowed


def test_together_the_strictest_holds() -> None:
    yes, some = Decision(ALLOW), Decision(LIMIT, ("a",))
    no, never = Decision(REFUSE, ("b", "c")), Decision(REFUSE, ("c",))
    assert together(()) == yes
    assert together((yes, some)) == some
    assert together((some, no, never)) == Decision(REFUSE, ("b", "c"))
    mild, short = (replace(some, ceiling=each) for each in (Ceiling(2), Ceiling(hold=9)))
    assert together((mild, yes, short)).ceiling == Ceiling(2, 9)


def test_an_entry_without_pressure_leaves_stretching_as_its_rules_say() -> None:
    stroke = visit(profile=profile("stroke"))
    assert may_press(stroke).reasons == ("stroke",)
    assert may_stretch(stroke).allowed
    stop = visit(profile=profile("told_to_stop"))
    assert may_press(stop).reasons == ("told_to_stop", "told_to_stop.all")
    assert may_stretch(stop).reasons == ("told_to_stop", "told_to_stop.all")


def test_a_lesser_stop_closes_its_muscle_for_the_visit() -> None:
    situation = visit(stopped=(Stopped("tingling", "fit", Side.RIGHT),))
    assert may_press(situation).reasons == ("tingling",)
    assert may_stretch(situation).reasons == ("tingling",)
    assert may_press(situation, side=Side.LEFT).allowed
    assert may_press(situation, "far").allowed
    assert may_press(visit(stopped=(Stopped("done", "fit", Side.RIGHT),))).allowed


def test_the_history_refuses_with_the_decided_caps() -> None:
    earlier = record("fit", at="2026-11-22T06:00:00Z")
    once = visit(history=(earlier,), now_utc=NOW)
    assert may_press(once).allowed
    twice = replace(once, history=(earlier, record("fit", at="2026-11-22T01:00:00Z")))
    assert may_press(twice) == Decision(REFUSE, ("daily_cap",))
    assert may_press(twice, side=Side.LEFT).allowed
    bruised = replace(once, history=(record("other", stop_reason="bruise", at=NOW),))
    assert may_press(bruised).reasons == ("locked_24h",)
    assert may_stretch(bruised).allowed


def test_reasons_add_up() -> None:
    situation = visit(
        "neck.side", answers=present("RF-NECK.hands"), profile=profile("lying", "stroke")
    )
    assert may_press(situation, "red").reasons == ("RF-NECK.hands", "stroke", "red")
    assert may_press(replace(situation, answers=CALM), "far").reasons == ("stroke", "lying.bed")


def test_requests_about_nothing_are_errors() -> None:
    for request in (
        Request(Act.PRESS, "nobody", Side.RIGHT),
        Request(Act.MOVE, "nobody", Side.RIGHT),
        Request(Act.PRESS, "fit", Side.RIGHT, "far.a"),
        Request(Act.STRETCH, "fit", Side.RIGHT, stretch="nothing"),
    ):
        with pytest.raises(ValueError, match=r"there is no|is no point"):
            decide(WORLD, visit(), request)
    with pytest.raises(ValueError, match="there is no stretch"):
        decide_stretch(WORLD, visit(), "nothing", (Side.RIGHT,))


def test_guidance_keeps_only_what_may_be_done() -> None:
    assert permitted(WORLD, visit(), Side.RIGHT, TEXT) == TEXT
    thin = permitted(WORLD, visit(profile=profile("thin_blood")), Side.RIGHT, TEXT)
    assert thin == replace(TEXT, press=TEXT.press[:1])
    thin_blood = visit(profile=profile("thin_blood"))
    ways = way_caps(WORLD, thin_blood, "fit", Side.RIGHT, TEXT.press)
    assert [(way, caps.hold.high) for way, caps in ways.items()] == [(TEXT.press[0], 20)]
    bones = permitted(WORLD, visit(profile=profile("bones")), Side.RIGHT, TEXT)
    assert bones == replace(TEXT, stretches=())
    stop = permitted(WORLD, visit(profile=profile("told_to_stop")), Side.RIGHT, TEXT)
    assert stop == replace(TEXT, press=(), press_note="", find=(), stretches=())
    assert stop.cautions == ("care",)


def test_strokes_and_movements_pass_the_guard_too() -> None:
    strokes = (
        PressWay("fingers", "chair", ("fit.rim",), ("glide",)),
        PressWay("ball_wall", "wall", ("fit.rim",), ("roll",)),
    )
    text = replace(TEXT, stroke=strokes, stroke_note="slowly", movements=("turns",))
    assert permitted(WORLD, visit(), Side.RIGHT, text) == text
    thin = permitted(WORLD, visit(profile=profile("thin_blood")), Side.RIGHT, text)
    assert (thin.stroke, thin.stroke_note) == (strokes[:1], "slowly")
    rolled = replace(text, stroke=strokes[1:])
    thin = permitted(WORLD, visit(profile=profile("thin_blood")), Side.RIGHT, rolled)
    assert (thin.stroke, thin.stroke_note) == ((), "")
    stop = permitted(WORLD, visit(profile=profile("told_to_stop")), Side.RIGHT, text)
    assert (stop.stroke, stop.stroke_note, stop.movements) == ((), "", ())


def test_why_nobody_presses_a_muscle_alone_is_always_told() -> None:
    text = replace(TEXT, press=(), press_note="An artery lies on it.")
    left = permitted(WORLD, visit(), Side.RIGHT, text)
    assert (left.press_note, left.find) == ("An artery lies on it.", ())


def test_a_profile_that_is_only_asked_changes_nothing() -> None:
    assert may_press(visit(profile=Profile(True, True, (), True))).caps == may_press(visit()).caps
    assert decide(WORLD, visit(drawing=draw()), Request(Act.PRESS, "soft", Side.LEFT)).allowed
