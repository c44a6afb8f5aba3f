"""The decision, for situations at random: more never allows more, and ways keep their limits."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.answers import Answers
from guide.core.dose import Caps, caps, least
from guide.core.drawing import Drawing
from guide.core.records import SessionRecord
from guide.core.safety.decide import (
    decide_all,
    decide_ways,
    permitted,
    spot_caps,
)
from guide.core.safety.profile import ProfileItem
from guide.core.safety.situation import Outcome, Request, Situation, Stopped
from guide.core.safety_facts import Act
from tests.core.builders import marks, record
from tests.core.safety.world import (
    CALM,
    DAILY,
    ENTRIES,
    HEALTHY,
    LINES,
    NOW,
    TEXT,
    WORLD,
    may_press,
    may_stretch,
)  # fmt: skip

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
        assert new.outcome is not Outcome.ALLOW or old.outcome is Outcome.ALLOW
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
        whole = may_press(situation, muscle)
        each = decide_ways(WORLD, situation, muscle, Side.RIGHT, ways)
        assert whole.allowed is any(found.allowed for found in each)
        points = spot_caps(WORLD, situation, muscle, Side.RIGHT)
        for way, found in zip(ways, each, strict=True):
            in_it = spot_caps(WORLD, situation, muscle, Side.RIGHT, way)
            assert bool(in_it) is found.allowed
            for point, limits in in_it.items():
                exact = may_press(
                    situation, muscle, point=point, tool=way.tool, posture=way.posture
                )
                assert exact.caps == limits
                assert within(limits, points[point])
            if found.caps is not None:
                assert own is not None
                assert whole.caps is not None
                assert within(found.caps, own)
                assert within(found.caps, whole.caps)
        if whole.outcome is Outcome.ALLOW:
            assert any(found.outcome is Outcome.ALLOW for found in each)


@settings(max_examples=40)
@given(situations)
def test_what_guidance_shows_is_what_is_decided(situation: Situation) -> None:
    shown = permitted(WORLD, situation, Side.RIGHT, TEXT)
    assert bool(shown.press) == may_press(situation).allowed
    for way in shown.press:
        for point in way.points:
            found = may_press(situation, point=point, tool=way.tool, posture=way.posture)
            assert found.allowed
    assert bool(shown.find) == bool(shown.press)
    for name in shown.stretches:
        assert may_stretch(situation, name=name).allowed
