"""One more sign, profile entry, condition of today or session never allows more.

Random people on random maps ask for random things, before and after one more thing is known.
"""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from guide import content
from guide.core.anatomy import Place, Side
from guide.core.answers import After, Answers, Onset, PainKind
from guide.core.catalogue import Level
from guide.core.dose import caps
from guide.core.drawing import Drawing, Mark, Strength
from guide.core.records import SessionRecord
from guide.core.safety import Request, Situation, decide, decide_ways, next_question
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.safety.situation import Decision, Outcome, Stopped
from guide.core.safety_facts import Act
from guide.core.session import HoldDone, HoldEnd, SessionKind
from tests.safety.compare import AT_LEAST, reached
from tests.safety.variants import NOW, POSTURES, answered, as_if_guided

CATALOGUE = as_if_guided(content.load())
ZONES, MUSCLES = sorted(CATALOGUE.zones), sorted(CATALOGUE.muscles)
STRETCHED = sorted({name for each in CATALOGUE.stretches.values() for name in each.muscles})
ENTRIES, DAILY = sorted(CATALOGUE.profile_entries), sorted(CATALOGUE.no_pressure)
SIGNS = sorted({sign.id for flag in CATALOGUE.red_flags.values() for sign in flag.signs})
MILD = frozenset(
    sign.id
    for flag in CATALOGUE.red_flags.values()
    for sign in flag.signs
    if sign.level in (Level.CLINICIAN, Level.MODIFY)
)
STOPS = [None, *sorted(CATALOGUE.stop_reasons)]
SIDES = st.sampled_from([Side.LEFT, Side.RIGHT])


def some(values: list[str], most: int = 3) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), max_size=most)


@st.composite
def places(draw: st.DrawFn) -> Place:
    zone = draw(st.sampled_from(ZONES))
    return Place(zone, Side.MIDLINE if CATALOGUE.zones[zone].midline else draw(SIDES))


items = st.builds(
    ProfileItem,
    st.sampled_from(ENTRIES),
    st.frozensets(places(), max_size=3),
    st.sampled_from(["", "2026-11-21", "2026-11-20", "2026-11-15", "2026-10-01", "2027-01-01"]),
)


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    """Mostly complete; now and then questions are still open, above all the milder ones."""
    every = frozenset(SIGNS + DAILY)
    asked = draw(st.sampled_from([every, every, every - MILD, every - frozenset(DAILY)]))
    return Answers(
        onset=draw(st.sampled_from([Onset.DAYS, Onset.WEEKS, None])),
        after=draw(st.sampled_from(After)),
        kinds=draw(st.frozensets(st.sampled_from(PainKind), min_size=1)),
        no_pressure=draw(some(DAILY, 1)) & asked,
        signs=draw(some(SIGNS, 1)) & asked,
        asked=asked,
    )


@st.composite
def records(draw: st.DrawFn) -> SessionRecord:
    """A pressure or stretch session of the last days."""
    day, hour = draw(st.integers(19, 22)), draw(st.integers(0, 12))
    side, muscle = draw(SIDES), draw(st.sampled_from(MUSCLES))
    held = HoldDone(
        f"{muscle}.x", side, 1, 30.0, draw(st.sampled_from([0.0, 30.0])), HoldEnd.COMPLETED, None
    )
    return SessionRecord(
        id=draw(st.uuids()).hex,
        kind=draw(st.sampled_from(SessionKind)),
        subject=muscle,
        side=side,
        at=f"2026-11-{day}T{hour:02}:00:00Z",
        offset_minutes=0,
        seconds=60.0,
        completed=True,
        stop_reason=draw(st.sampled_from(STOPS)),
        before=None,
        during=None,
        after=None,
        note="",
        map_id=None,
        holds=(held,),
        felt=(),
    )


situations = st.builds(
    Situation,
    drawing=st.builds(
        Drawing,
        st.lists(
            st.builds(Mark, places(), st.sampled_from(Strength)),
            max_size=3,
            unique_by=lambda mark: mark.place,
        ).map(tuple),
    ),
    answers=answers(),
    profile=st.builds(
        Profile,
        adult=st.sampled_from([True, True, True, False]),
        fifty_or_over=st.booleans(),
        items=st.lists(items, max_size=2).map(tuple),
        asked=st.sampled_from([True, True, True, False]),
    ),
    history=st.lists(records(), max_size=2).map(tuple),
    now_utc=st.just(NOW),
)


@st.composite
def requests(draw: st.DrawFn) -> Request:
    muscle = CATALOGUE.muscles[draw(st.sampled_from(MUSCLES) | st.sampled_from(STRETCHED))]
    side, act = draw(SIDES), draw(st.sampled_from(Act))
    stretches = [s for s in CATALOGUE.stretches.values() if muscle.id in s.muscles]
    if act is Act.PRESS:
        point = draw(st.sampled_from([None, *(point.id for point in muscle.points)]))
        tool = draw(st.sampled_from([None, *muscle.tools]))  # None: the loosest of its ways
        posture = draw(st.sampled_from(POSTURES)) if tool else None
        return Request(act, muscle.id, side, point, tool, posture)
    if act is Act.STRETCH and stretches:
        stretch = draw(st.sampled_from(stretches))
        return Request(act, muscle.id, side, posture=stretch.posture, stretch=stretch.id)
    return Request(Act.MOVE, muscle.id, side)


def with_sign(known: Situation, sign: str) -> Situation:
    told = known.answers
    return replace(
        known, answers=replace(told, signs=told.signs | {sign}, asked=told.asked | {sign})
    )


def with_condition(known: Situation, entry: str) -> Situation:
    told = known.answers
    daily = (told.no_pressure or frozenset()) | {entry}
    return replace(known, answers=replace(told, no_pressure=daily, asked=told.asked | {entry}))


def with_item(known: Situation, item: ProfileItem) -> Situation:
    return replace(known, profile=replace(known.profile, items=(*known.profile.items, item)))


def with_session(known: Situation, record: SessionRecord) -> Situation:
    return replace(known, history=(*known.history, record))


def with_stop(known: Situation, stop: tuple[str, str, Side]) -> Situation:
    return replace(known, stopped=(*known.stopped, Stopped(*stop)))


@st.composite
def more(draw: st.DrawFn) -> Callable[[Situation], Situation]:
    """One more thing that is known about the person."""
    match draw(st.sampled_from(["sign", "condition", "item", "session", "stop"])):
        case "sign":
            sign = draw(st.sampled_from(SIGNS))
            return lambda known: with_sign(known, sign)
        case "condition":
            entry = draw(st.sampled_from(DAILY))
            return lambda known: with_condition(known, entry)
        case "item":
            item = draw(items)
            return lambda known: with_item(known, item)
        case "session":
            record = draw(records())
            return lambda known: with_session(known, record)
    levels = [reason.id for reason in CATALOGUE.stop_reasons.values() if reason.level]
    stop = draw(st.tuples(st.sampled_from(levels), st.sampled_from(MUSCLES), SIDES))
    return lambda known: with_stop(known, stop)


@given(situations, requests(), more())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_one_more_thing_known_never_allows_more(
    known: Situation, request: Request, add: Callable[[Situation], Situation]
) -> None:
    before, after = decide(CATALOGUE, known, request), decide(CATALOGUE, add(known), request)
    assert not allows_more(before, after), (before, after)


SHIPPED = content.load()
PRESSED = sorted(name for name, ways in SHIPPED.ways.items() if ways)


@given(situations, st.sampled_from(PRESSED), SIDES, more())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_no_way_that_ships_is_ever_allowed_more(
    known: Situation, muscle: str, side: Side, add: Callable[[Situation], Situation]
) -> None:
    """By itself, and as part of its muscle: which never allows more than its freest way."""
    ways = SHIPPED.ways[muscle]
    before = decide_ways(SHIPPED, known, muscle, side, ways)
    after = decide_ways(SHIPPED, add(known), muscle, side, ways)
    for then, now in zip(before, after, strict=True):
        assert not allows_more(then, now), (then, now)
    whole = decide(SHIPPED, known, Request(Act.PRESS, muscle, side))
    assert whole.allowed is any(each.allowed for each in before)
    own = caps(SHIPPED.muscles[muscle])
    for each in before:
        assert not each.allowed or not allows_more(whole, each), (whole, each)
        assert each.caps is None or not allows_more(Decision(Outcome.ALLOW, caps=own), each)


@pytest.mark.slow
@pytest.mark.timeout(900)
@given(situations, requests(), more())
@settings(max_examples=6000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_at_length(
    known: Situation, request: Request, add: Callable[[Situation], Situation]
) -> None:
    before, after = decide(CATALOGUE, known, request), decide(CATALOGUE, add(known), request)
    assert not allows_more(before, after), (before, after)


@pytest.mark.parametrize("zone", ["neck.front", "hand.palm", "calf.upper", "low_back.lumbar"])
def test_that_nothing_told_ends_the_questions_and_opens_a_stretch(zone: str) -> None:
    """Milder signs stay open for somebody who may not be pressed, but may be stretched."""
    side = Side.MIDLINE if CATALOGUE.zones[zone].midline else Side.RIGHT
    whole = answered(CATALOGUE, drawing=Drawing((Mark(Place(zone, side), Strength.MILD),)))
    known = replace(whole, answers=replace(whole.answers, asked=whole.answers.asked - MILD))
    assert next_question(CATALOGUE, known) is not None
    told = [with_item(known, ProfileItem(entry)) for entry in ENTRIES]
    told += [with_condition(known, entry) for entry in DAILY]
    for stretch in CATALOGUE.stretches.values():
        for act in (Act.STRETCH, Act.MOVE):
            muscle, posture = stretch.muscles[0], stretch.posture
            request = Request(act, muscle, Side.RIGHT, posture=posture, stretch=stretch.id)
            assert not decide(CATALOGUE, known, request).allowed
            for more_told in told:
                assert not decide(CATALOGUE, more_told, request).allowed


def allows_more(before: Decision, after: Decision) -> bool:
    if not after.allowed:
        return False
    if not before.allowed:
        return True
    if before.caps is None or after.caps is None:
        return before.caps is not after.caps
    then, now = reached(before.caps), reached(after.caps)
    return any(
        now[name] < then[name] if name in AT_LEAST else now[name] > then[name] for name in then
    )


def test_that_allowing_more_is_recognised() -> None:
    muscle = "trapezius_upper"
    request = Request(Act.PRESS, muscle, Side.RIGHT)
    refused = decide(CATALOGUE, Situation(), request)
    assert not refused.allowed
    complete = Answers(
        onset=Onset.DAYS,
        after=After.NOTHING,
        kinds=frozenset({PainKind.ACHE}),
        no_pressure=frozenset(),
        asked=frozenset(SIGNS + DAILY),
    )
    profile = Profile(adult=True, fifty_or_over=False, asked=True)
    fine = decide(CATALOGUE, Situation(answers=complete, profile=profile), request)
    assert fine.caps is not None
    harder = replace(fine, caps=replace(fine.caps, total=fine.caps.total + 1))
    assert allows_more(refused, fine)
    assert allows_more(fine, harder)
    assert not allows_more(harder, fine)
