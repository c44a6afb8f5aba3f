"""The decision: what refuses, what limits, and that more never allows more."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.answers import Answers
from guide.core.catalogue import Guidance, PressWay, Range, Way
from guide.core.dose import Caps, caps, least
from guide.core.drawing import Drawing
from guide.core.records import SessionRecord
from guide.core.safety.decide import (
    decide,
    decide_all,
    decide_stretch,
    decide_ways,
    permitted,
    spot_caps,
    together,
    way_caps,
)
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.safety.situation import Decision, Outcome, Request, Situation, Stopped
from guide.core.safety_facts import Act, Ceiling
from tests.core.builders import marks, record
from tests.core.safety.world import (
    CALM,
    DAILY,
    ENTRIES,
    FIT,
    HEALTHY,
    LINES,
    NOW,
    STORY,
    WORLD,
    draw,
    present,
    profile,
    rule,
    visit,
)  # fmt: skip

ALLOW, LIMIT, REFUSE = Outcome.ALLOW, Outcome.LIMIT, Outcome.REFUSE


def press(
    situation: Situation, muscle: str = "fit", side: Side = Side.RIGHT, **more: Any
) -> Decision:
    return decide(WORLD, situation, Request(Act.PRESS, muscle, side, **more))


def stretch(situation: Situation, muscle: str = "fit", name: str | None = "lean") -> Decision:
    return decide(WORLD, situation, Request(Act.STRETCH, muscle, Side.RIGHT, stretch=name))


def test_somebody_healthy_may_press_within_the_muscles_own_caps() -> None:
    found = press(visit("neck.side"), point="fit.rim")
    assert (found.outcome, found.reasons, found.caps) == (ALLOW, (), caps(FIT))
    assert stretch(visit("neck.side")) == Decision(ALLOW)
    assert decide(WORLD, visit(), Request(Act.MOVE, "fit", Side.LEFT)) == Decision(ALLOW)


def test_an_open_question_refuses_unless_it_stands_printed() -> None:
    asked = replace(visit("neck.side", answers=STORY))
    for found in (press(asked), stretch(asked), stretch(asked, name=None)):
        assert (found.outcome, found.reasons) == (REFUSE, ("unanswered",))
    paper = replace(asked, on_paper=True)
    assert press(paper).allowed
    assert stretch(paper).allowed


@pytest.mark.parametrize("sign", ["RF-CHEST.breathless", "RF-CHEST.cough"])
def test_a_grave_sign_refuses_everything(sign: str) -> None:
    situation = visit("neck.side", answers=present(sign))
    for found in (press(situation, "far"), stretch(situation)):
        assert (found.outcome, found.reasons, found.caps) == (REFUSE, (sign,), None)


def test_a_clinician_sign_refuses_the_muscles_of_its_zones_on_their_side() -> None:
    situation = visit("neck.side", "leg.calf", answers=present("RF-NECK.hands"))
    assert press(situation).reasons == ("RF-NECK.hands",)
    assert stretch(situation).reasons == ("RF-NECK.hands",)
    assert press(situation, side=Side.LEFT).allowed
    assert press(situation, "far").allowed


def test_a_sign_that_modifies_makes_its_muscles_light_and_forbids_nothing() -> None:
    situation = visit("neck.side", answers=present("RF-NECK.thin_skin"))
    found = press(situation)
    assert (found.outcome, found.reasons) == (LIMIT, ("RF-NECK.thin_skin", "top.light"))
    assert found.caps is not None
    assert (found.caps.discomfort_cap, found.caps.hold) == (4, Range(5, 30))
    assert stretch(situation) == Decision(ALLOW)
    assert press(situation, "far").outcome is ALLOW


@pytest.mark.parametrize(
    ("muscle", "reasons"),
    [
        ("red", ("red",)),
        ("hidden", ("not_self_pressed",)),
        ("unwritten", ("no_text",)),
    ],
)
def test_the_muscle_itself_may_bar_pressing_alone(muscle: str, reasons: tuple[str, ...]) -> None:
    assert press(visit(), muscle) == Decision(REFUSE, reasons)
    assert stretch(visit(), muscle, None).allowed


def test_a_tool_that_the_facts_do_not_name_is_refused() -> None:
    for tool in ("gun", "cane", "unheard_of"):
        assert press(visit(), tool=tool).reasons == ("tool_not_for_muscle",)
    assert press(visit(), tool="fingers").allowed
    assert press(visit(), "far", tool="ball_wall").reasons == ("ball_wall.spine",)


def test_a_rule_of_the_profile_bars_ways_and_says_so_while_others_are_left() -> None:
    situation = visit(profile=profile("thin_blood"))
    found = press(situation, point="fit.rim")
    assert (found.outcome, found.reasons) == (LIMIT, ("thin_blood.light", "thin_blood.tools"))
    assert found.caps is not None
    assert (found.caps.discomfort_cap, found.caps.hold.high, found.caps.total) == (3, 20, 120)
    low = press(situation, point="fit.low")  # only the ball serves it
    assert low == Decision(REFUSE, ("thin_blood.tools",))
    assert list(spot_caps(WORLD, situation, "fit", Side.RIGHT)) == ["fit.rim"]


def test_a_way_needs_all_of_its_points() -> None:
    wound = profile("wound", places=(Place("neck.side", Side.RIGHT),))
    situation = visit(profile=wound)
    assert press(situation, point="fit.low").reasons == ("wound.there",)
    assert press(situation).reasons == ("wound.there",)
    assert press(situation, point="fit.low", tool="ball_wall").outcome is LIMIT
    assert press(situation, side=Side.LEFT).allowed


def test_a_posture_bars_a_way_and_a_stretch() -> None:
    situation = visit(profile=profile("lying"))
    assert press(situation, "far") == Decision(REFUSE, ("lying.bed",))
    assert press(situation, "fit").outcome is LIMIT  # the danger zone's limit alone
    assert press(situation, "fit").reasons == ("top.light",)


def test_nothing_fits_where_no_way_serves_a_point() -> None:
    world = replace(WORLD, ways={"fit": WORLD.ways["fit"][:1]})
    found = decide(world, visit(), Request(Act.PRESS, "fit", Side.RIGHT, "fit.low"))
    assert found == Decision(REFUSE, ("no_way",))
    assert decide(world, visit(), Request(Act.PRESS, "fit", Side.RIGHT)).allowed


def test_a_danger_zone_limits_its_point_and_without_a_point_the_freest_counts() -> None:
    low, both = press(visit(), point="fit.low"), press(visit())
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
    both = press(visit(), "wide")
    assert (both.outcome, both.reasons) == (ALLOW, ())  # the fingers are not the ball
    at_a, at_b = (press(visit(), "wide", point=point) for point in ("wide.a", "wide.b"))
    assert at_a == press(visit(), "wide", point="wide.a", tool="fingers", posture="chair")
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
    found = press(hurt, "wide")
    assert found.reasons == ("sore_hands.rest", "ball_floor.weight", "roller.weight")
    assert found.caps is not None
    assert found.caps.discomfort_cap == 5  # no way that is left may be stronger
    hands, ball, roller = decide_ways(WORLD, hurt, "wide", Side.RIGHT, WIDE)
    assert (hands.outcome, hands.reasons) == (REFUSE, ("sore_hands.rest",))
    assert (ball.reasons, roller.reasons) == (("ball_floor.weight",), ("roller.weight",))
    assert spots_of(hurt, HANDS) == {}
    thin = visit(profile=profile("thin_blood"))
    assert press(thin, "wide").reasons == ("thin_blood.light", "thin_blood.tools")


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
    assert stretch(bones) == Decision(REFUSE, ("bones.neck",))
    assert press(bones).allowed
    stiff = stretch(visit(profile=profile("stiff")))
    assert (stiff.outcome, stiff.reasons) == (LIMIT, ("stiff.mid", "stiff.says"))
    assert stiff.ceiling == Ceiling(discomfort=3, hold=15)
    both = decide_stretch(WORLD, visit(profile=profile("stiff")), "lean", (Side.MIDLINE,))
    assert both == stiff
    assert stretch(visit(profile=profile("thin_blood"))) == Decision(ALLOW)


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
    assert press(stroke).reasons == ("stroke",)
    assert stretch(stroke).allowed
    stop = visit(profile=profile("told_to_stop"))
    assert press(stop).reasons == ("told_to_stop", "told_to_stop.all")
    assert stretch(stop).reasons == ("told_to_stop", "told_to_stop.all")


def test_a_lesser_stop_closes_its_muscle_for_the_visit() -> None:
    situation = visit(stopped=(Stopped("tingling", "fit", Side.RIGHT),))
    assert press(situation).reasons == ("tingling",)
    assert stretch(situation).reasons == ("tingling",)
    assert press(situation, side=Side.LEFT).allowed
    assert press(situation, "far").allowed
    assert press(visit(stopped=(Stopped("done", "fit", Side.RIGHT),))).allowed


def test_the_history_refuses_with_the_decided_caps() -> None:
    earlier = record("fit", at="2026-11-22T06:00:00Z")
    once = visit(history=(earlier,), now_utc=NOW)
    assert press(once).allowed
    twice = replace(once, history=(earlier, record("fit", at="2026-11-22T01:00:00Z")))
    assert press(twice) == Decision(REFUSE, ("daily_cap",))
    assert press(twice, side=Side.LEFT).allowed
    bruised = replace(once, history=(record("other", stop_reason="bruise", at=NOW),))
    assert press(bruised).reasons == ("locked_24h",)
    assert stretch(bruised).allowed


def test_reasons_add_up() -> None:
    situation = visit(
        "neck.side", answers=present("RF-NECK.hands"), profile=profile("lying", "stroke")
    )
    assert press(situation, "red").reasons == ("RF-NECK.hands", "stroke", "red")
    assert press(replace(situation, answers=CALM), "far").reasons == ("stroke", "lying.bed")


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


TEXT = Guidance(
    muscle="fit", summary="s", hurts=(), find=("feel",), press=(
        PressWay("fingers", "chair", ("fit.rim",), ("press",)),
        PressWay("ball_wall", "wall", ("fit.rim", "fit.low"), ("lean",)),
    ),
    press_note="softly", stretches=("lean",), keeps_going=(), cautions=("care",), evidence=(),
)  # fmt: skip


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


# More never allows more -----------------------------------------------------------------------

ZONES = ("neck.side", "neck.back", "head.top", "chest.front", "leg.calf", "shoulder.top")
SIDES = (Side.LEFT, Side.RIGHT)
SIGNS = sorted(LINES - {each.id for each in DAILY})
places_ = st.builds(Place, st.sampled_from(ZONES), st.sampled_from([*SIDES, Side.MIDLINE]))
items = st.builds(
    ProfileItem,
    st.sampled_from([*(each.id for each in ENTRIES), "of_a_newer_version"]),
    st.frozensets(places_, max_size=2),
    st.sampled_from(["", "2026-11-20", "2026-11-01", "soon"]),
)
records = st.builds(
    record,
    st.sampled_from(["fit", "far", "soft"]),
    at=st.sampled_from(["2026-11-22T11:00:00Z", "2026-11-22T02:00:00Z", "2026-11-20T11:00:00Z"]),
    side=st.sampled_from(SIDES),
    stop_reason=st.sampled_from([None, "bruise"]),
)
stops = st.builds(
    Stopped,
    st.sampled_from(["chest", "tingling", "done"]),
    st.sampled_from(["fit", "far"]),
    st.sampled_from(SIDES),
)
situations = st.builds(
    Situation,
    st.builds(
        lambda where: Drawing(tuple(m for p in where for m in marks(p.zone, side=p.side))),
        st.lists(places_, max_size=3),
    ),
    st.builds(
        replace,
        st.just(CALM),
        signs=st.frozensets(st.sampled_from(SIGNS), max_size=2),
        no_pressure=st.frozensets(st.sampled_from([each.id for each in DAILY]), max_size=1),
    ),
    st.builds(replace, st.just(HEALTHY), items=st.lists(items, max_size=2).map(tuple)),
    st.lists(records, max_size=2).map(tuple),
    st.just(NOW),
    st.just(0),
    st.lists(stops, max_size=1).map(tuple),
)
REQUESTS = tuple(
    Request(act, muscle.id, side, point, tool, posture, stretch)
    for muscle in WORLD.muscles.values()
    for side in SIDES
    for act, points, tools, postures, stretches in (
        (Act.PRESS, (None, *(p.id for p in muscle.points)),
         (None, "fingers", "ball_wall", "roller"), (None, "floor"), (None,)),
        (Act.STRETCH, (None,), (None,), (None,),
         (None, *(s for s in WORLD.stretches if muscle.id in WORLD.stretches[s].muscles))),
        (Act.MOVE, (None,), (None,), (None,), (None,)),
    )
    for point in points
    for tool in tools
    for posture in postures
    for stretch in stretches
)  # fmt: skip

# Of several ways some may go, and take what was said of them along.
REQUESTS_OF_ONE_WAY = tuple(each.act is not Act.PRESS or bool(each.tool) for each in REQUESTS)


def worse(situation: Situation, more: object) -> Situation:
    """``situation`` with one more answer, item, session or stop."""
    answers, who = situation.answers, situation.profile
    if isinstance(more, ProfileItem):
        return replace(situation, profile=replace(who, items=(*who.items, more)))
    if isinstance(more, SessionRecord):
        return replace(situation, history=(*situation.history, more))
    if isinstance(more, Stopped):
        return replace(situation, stopped=(*situation.stopped, more))
    if isinstance(more, bool):
        return replace(situation, profile=replace(who, adult=False))
    found: Answers
    if str(more).startswith("NP"):
        found = replace(answers, no_pressure=(answers.no_pressure or frozenset()) | {str(more)})
    else:
        found = replace(answers, signs=answers.signs | {str(more)})
    return replace(situation, answers=found)


def within(less: Caps, more: Caps) -> bool:
    return (
        less.discomfort_cap <= more.discomfort_cap
        and less.discomfort.high <= more.discomfort.high
        and less.hold.high <= more.hold.high
        and less.repeats.high <= more.repeats.high
        and less.spots <= more.spots
        and less.total <= more.total
        and less.per_day <= more.per_day
        and less.days_between >= more.days_between
    )


anything_more = st.one_of(
    items, records, stops, st.just(True), st.sampled_from([*SIGNS, *(d.id for d in DAILY)])
)


@settings(max_examples=60)
@given(situations, anything_more)
def test_one_thing_more_never_allows_more(situation: Situation, more: object) -> None:
    before = decide_all(WORLD, situation, REQUESTS)
    after = decide_all(WORLD, worse(situation, more), REQUESTS)
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        assert old.allowed or not new.allowed
        assert new.allowed or new.reasons
        assert new.outcome is not ALLOW or old.outcome is ALLOW
        one_way = REQUESTS_OF_ONE_WAY[number]
        assert not one_way or set(old.reasons) <= set(new.reasons) or not new.allowed
        if old.caps is not None and new.caps is not None:
            assert within(new.caps, old.caps)
        if new.allowed:
            assert least((new.ceiling, old.ceiling)) == new.ceiling


@settings(max_examples=60)
@given(situations, anything_more)
def test_one_thing_more_never_allows_more_in_any_way(situation: Situation, more: object) -> None:
    for muscle, ways in WORLD.ways.items():
        for way, old, new in zip(
            ways,
            decide_ways(WORLD, situation, muscle, Side.RIGHT, ways),
            decide_ways(WORLD, worse(situation, more), muscle, Side.RIGHT, ways),
            strict=True,
        ):
            assert old.allowed or not new.allowed
            assert new.allowed or new.reasons
            if old.caps is not None and new.caps is not None:
                assert within(new.caps, old.caps)
            then = spot_caps(WORLD, situation, muscle, Side.RIGHT, way)
            now = spot_caps(WORLD, worse(situation, more), muscle, Side.RIGHT, way)
            assert now.keys() <= then.keys()
            assert all(within(now[point], then[point]) for point in now)


@settings(max_examples=60)
@given(situations)
def test_a_way_never_passes_its_muscle_and_the_muscle_is_its_freest_ways(
    situation: Situation,
) -> None:
    for muscle, ways in WORLD.ways.items():
        own = caps(WORLD.muscles[muscle])
        whole = press(situation, muscle)
        each = decide_ways(WORLD, situation, muscle, Side.RIGHT, ways)
        assert whole.allowed is any(found.allowed for found in each)
        points = spot_caps(WORLD, situation, muscle, Side.RIGHT)
        for way, found in zip(ways, each, strict=True):
            in_it = spot_caps(WORLD, situation, muscle, Side.RIGHT, way)
            assert bool(in_it) is found.allowed
            for point, limits in in_it.items():
                exact = press(situation, muscle, point=point, tool=way.tool, posture=way.posture)
                assert exact.caps == limits
                assert within(limits, points[point])
            if found.caps is not None:
                assert own is not None
                assert whole.caps is not None
                assert within(found.caps, own)
                assert within(found.caps, whole.caps)
        if whole.outcome is ALLOW:
            assert any(found.outcome is ALLOW for found in each)


@settings(max_examples=40)
@given(situations)
def test_what_guidance_shows_is_what_is_decided(situation: Situation) -> None:
    shown = permitted(WORLD, situation, Side.RIGHT, TEXT)
    assert bool(shown.press) == press(situation).allowed
    for way in shown.press:
        for point in way.points:
            found = press(situation, point=point, tool=way.tool, posture=way.posture)
            assert found.allowed
    assert bool(shown.find) == bool(shown.press)
    for name in shown.stretches:
        assert stretch(situation, name=name).allowed


def test_a_profile_that_is_only_asked_changes_nothing() -> None:
    assert press(visit(profile=Profile(True, True, (), True))).caps == press(visit()).caps
    assert decide(WORLD, visit(drawing=draw()), Request(Act.PRESS, "soft", Side.LEFT)).allowed
