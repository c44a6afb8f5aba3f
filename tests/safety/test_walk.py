"""The walk: whatever rules and oracle can tell apart is decided, and held against the oracle.

Muscle, act, tool, posture, point, sign, entry of the profile and every pair of entries, by
equivalence classes whose sizes are printed (`pytest -s`). The whole product is walked by the
tests marked slow.
"""

import time
from collections.abc import Iterable, Iterator, Sized
from itertools import combinations

import pytest
from msgspec.structs import replace

from guide import content
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Level, Muscle, RedFlag, Sign
from guide.core.drawing import Drawing, Mark, Strength
from guide.core.records import SessionRecord
from guide.core.safety import (
    Request,
    Situation,
    answer_items,
    decide,
    decide_all,
    next_question,
)
from guide.core.safety.profile import ProfileItem
from guide.core.safety.situation import Decision, Stopped
from guide.core.safety_facts import Act, Asks
from tests.core.builders import record
from tests.safety import oracle
from tests.safety.classes import Spot, Way, spot_classes, spots, way_classes
from tests.safety.tally import Tally, tell
from tests.safety.variants import POSTURES, answered, as_if_guided, careless

YESTERDAY, LAST_MONTH = "2026-11-21", "2026-10-20"


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return content.load()


@pytest.fixture(scope="module", params=["as_if_guided", "careless"])
def catalogue(request: pytest.FixtureRequest, shipped: Catalogue) -> Catalogue:
    """The facts with guidance for all, and the same with every tool for every muscle."""
    return as_if_guided(shipped) if request.param == "as_if_guided" else careless(shipped)


def tellings(catalogue: Catalogue, entry: str, spot: Spot) -> Iterator[ProfileItem]:
    """An entry as a person may tell it: alone, with places here and elsewhere, with a date."""
    asks = catalogue.profile_entries[entry].asks
    yield ProfileItem(entry)
    here = frozenset(Place(zone, Side.RIGHT) for zone in spot[1].zones[:1])
    if asks in (Asks.PLACES, Asks.PLACES_AND_DATE):
        yield ProfileItem(entry, here)
        yield ProfileItem(entry, frozenset({Place("hand.palm", Side.LEFT)}))
        for part in sorted({part for row in oracle.rows_of(entry) for part in row.named or ()}):
            zone = next(zone for zone in catalogue.zones if zone.startswith(f"{part}."))
            yield ProfileItem(entry, frozenset({Place(zone, side_of(catalogue, zone))}))
    if asks in (Asks.DATE, Asks.PLACES_AND_DATE):
        yield ProfileItem(entry, here, YESTERDAY)
        yield ProfileItem(entry, here, LAST_MONTH)


def told(items: Iterable[ProfileItem]) -> tuple[oracle.Told, ...]:
    return tuple(oracle.Told(item.entry, item.places, item.since) for item in items)


class Bare:
    """What is decided for every point in every way about somebody without any entry."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.classes = way_classes(catalogue, ("",))
        self._class_of = {way: i for i, members in enumerate(self.classes) for way in members}
        self._free: dict[tuple[str, int], int] = {}
        situation = answered(catalogue)
        for muscle, point in spots(catalogue):
            for number, members in enumerate(self.classes):
                request = Request(Act.PRESS, muscle.id, Side.RIGHT, point.id, *members[0])
                self._free[point.id, number] = freedom(decide(catalogue, situation, request))

    def freest(self, places: list[Spot], ways: list[Way]) -> tuple[Spot, Way] | None:
        """The member of two classes that may do most; None where none may do anything."""
        different = {self._class_of[way]: way for way in ways}.values()
        best = max(
            ((spot, way) for spot in places for way in different),
            key=lambda each: self._free[each[0][1].id, self._class_of[each[1]]],
        )
        return best if self._free[best[0][1].id, self._class_of[best[1]]] else None


def freedom(decision: Decision) -> int:
    """0 for a refusal, otherwise the more the harder and longer one may press."""
    caps = decision.caps
    return caps.discomfort_cap * 1000 + caps.hold.high if decision.allowed and caps else 0


@pytest.fixture(scope="module")
def bare(catalogue: Catalogue) -> Bare:
    return Bare(catalogue)


def press(spot: Spot, way: Way | None) -> oracle.Asked:
    tool, posture = way or (None, None)
    return oracle.Asked("press", spot[0], Side.RIGHT, spot[1], tool, posture)


def test_what_always_holds(catalogue: Catalogue, bare: Bare) -> None:
    """Every point by itself, with one tool and posture of each class."""
    tally, situation = Tally("No entry"), answered(catalogue)
    for spot in spots(catalogue):
        asked = [press(spot, members[0]) for members in bare.classes]
        tally.look(catalogue, situation, (), asked)
    tally.end(f"175 points, {sizes(bare.classes)} ways of pressing")


def test_every_entry_alone(catalogue: Catalogue, bare: Bare) -> None:
    tally = Tally("One entry")
    for entry in catalogue.profile_entries:
        places, ways = spot_classes(catalogue, (entry,)), way_classes(catalogue, (entry,))
        tell(f"  {entry}: points {sizes(places)}, ways {sizes(ways)}")
        for spot, way in representatives(bare, places, ways):
            for item in tellings(catalogue, entry, spot):
                situation, told_ = answered(catalogue, item), told((item,))
                tally.look(catalogue, situation, told_, [press(spot, way)])
    tally.end()


def test_every_pair_of_entries(shipped: Catalogue) -> None:
    catalogue, tally = careless(shipped), Tally("Pairs of entries")  # more of it is not refused
    bare = Bare(catalogue)
    for pair in combinations(catalogue.profile_entries, 2):
        items = tuple(map(ProfileItem, pair))
        situation, told_ = answered(catalogue, *items), told(items)
        places, ways = spot_classes(catalogue, pair), way_classes(catalogue, pair)
        asked = [press(spot, way) for spot, way in representatives(bare, places, ways)]
        tally.look(catalogue, situation, told_, asked)
    tally.end()


def representatives(
    bare: Bare, places: list[list[Spot]], ways: list[list[Way]]
) -> Iterator[tuple[Spot, Way]]:
    for some_places in places:
        for some_ways in ways:
            if best := bare.freest(some_places, some_ways):
                yield best


def sizes(classes: Iterable[Sized]) -> str:
    """How many classes, and how large they are."""
    found = sorted((len(members) for members in classes), reverse=True)
    return f"{len(found)} classes of {', '.join(map(str, found))}"


def test_stretches_and_movements(shipped: Catalogue) -> None:
    catalogue, tally = as_if_guided(shipped), Tally("Stretches, movements, muscles as a whole")
    about = [entry for entry in catalogue.profile_entries if speaks_of_stretching(catalogue, entry)]
    singles = [(), *((entry,) for entry in catalogue.profile_entries)]
    for entries in (*singles, *combinations(about, 2)):
        items = tuple(map(ProfileItem, entries))
        situation, told_ = answered(catalogue, *items), told(items)
        asked = []
        for stretch in catalogue.stretches.values():
            for name in stretch.muscles:
                muscle, posture = catalogue.muscles[name], stretch.posture
                asked.append(
                    oracle.Asked("stretch", muscle, Side.LEFT, None, None, posture, stretch.id)
                )
        if len(entries) < 2:
            for members in spot_classes(catalogue, entries or ("",)):
                different = {muscle.id: muscle for muscle, _point in members}.values()
                for muscle in list(different)[:4]:
                    asked += [oracle.Asked(act, muscle, Side.LEFT) for act in ("press", "move")]
        tally.look(catalogue, situation, told_, asked)
    tally.end(f"Entries that speak of stretching: {', '.join(about)}")


def speaks_of_stretching(catalogue: Catalogue, entry: str) -> bool:
    rules = catalogue.profile_entries[entry].rules
    return any(not rule.acts or Act.STRETCH in rule.acts for rule in rules) or any(
        "stretch" in row.acts for row in oracle.rows_of(entry)
    )


def requests(catalogue: Catalogue, muscle: str, side: Side) -> Iterator[Request]:
    """Everything that can be asked about a muscle without naming a point or a tool."""
    yield Request(Act.PRESS, muscle, side)
    yield Request(Act.MOVE, muscle, side)
    for stretch in catalogue.stretches.values():
        if muscle in stretch.muscles:
            posture = stretch.posture
            yield Request(Act.STRETCH, muscle, side, posture=posture, stretch=stretch.id)


def test_signs_close_what_they_must(shipped: Catalogue) -> None:
    """An emergency or urgent sign closes all; a clinician's the places; M makes light."""
    catalogue, count, begun = as_if_guided(shipped), 0, time.perf_counter()
    for flag, sign in sign_classes(catalogue):
        for zone in zones_of(catalogue, flag.zones, every=sign.level not in GRAVE):
            place = Place(zone, side_of(catalogue, zone))
            drawing = Drawing((Mark(place, Strength.MODERATE),))
            situation = answered(catalogue, signs=frozenset({sign.id}), drawing=drawing)
            every = list(catalogue.muscles.values())
            if sign.level in GRAVE:  # nothing about a muscle matters then: some stand for all
                touched = every[:: len(every) // 10]
            else:
                touched = [muscle for muscle in every if zone in zones_about(muscle)]
            wanted = [r for m in touched for r in requests(catalogue, m.id, Side.RIGHT)]
            decided = decide_all(catalogue, situation, wanted)
            count += len(decided)
            for request, decision in zip(wanted, decided, strict=True):
                if sign.level is not Level.MODIFY:
                    assert not decision.allowed, (sign, request)
                elif decision.caps:
                    assert decision.caps.discomfort_cap <= 4, (sign, request)
                    assert decision.caps.hold.high <= 30, (sign, request)
    tell(f"Signs: {count} decisions in {time.perf_counter() - begun:.1f} s")


def zones_about(muscle: Muscle) -> set[str]:
    """The zones that a muscle lies in and refers to."""
    lies = {zone for point in muscle.points for zone in point.zones}
    return lies | {*muscle.referral.main, *muscle.referral.spillover}


GRAVE = (Level.EMERGENCY, Level.URGENT)


def sign_classes(catalogue: Catalogue) -> list[tuple[RedFlag, Sign]]:
    """One sign for each flag and level: nothing else about a sign is asked for."""
    found: dict[tuple[str, Level], list[tuple[RedFlag, Sign]]] = {}
    for flag in catalogue.red_flags.values():
        for sign in flag.signs:
            found.setdefault((flag.id, sign.level), []).append((flag, sign))
    tell(f"Signs: {sizes(found.values())}, by flag and level")
    return [members[0] for members in found.values()]


def zones_of(catalogue: Catalogue, patterns: tuple[str, ...], every: bool) -> list[str]:
    """The zones of a flag: all of them, or one for its first pattern."""
    beginnings = [pattern.partition("?")[0].removesuffix("*") for pattern in patterns]
    found = [zone for each in beginnings for zone in catalogue.zones if zone.startswith(each)]
    return list(dict.fromkeys(found)) if every else found[:1]


def side_of(catalogue: Catalogue, zone: str) -> Side:
    return Side.MIDLINE if catalogue.zones[zone].midline else Side.RIGHT


def test_what_closes_everything(shipped: Catalogue) -> None:
    """A child, an open question, a condition of today: nothing is pressed."""
    catalogue = as_if_guided(shipped)
    fine = answered(catalogue)
    one = next(iter(catalogue.no_pressure))
    profile, answers = fine.profile, fine.answers
    closed = {
        "nothing answered": Situation(),
        "a child": replace(fine, profile=replace(profile, adult=False)),
        "age unknown": replace(fine, profile=replace(profile, adult=None)),
        "fifty unknown": replace(fine, profile=replace(profile, fifty_or_over=None)),
        "about you not asked": replace(fine, profile=replace(profile, asked=False)),
        "since when unknown": replace(fine, answers=replace(answers, onset=None)),
        "after what unknown": replace(fine, answers=replace(answers, after=None)),
        "kind unknown": replace(fine, answers=replace(answers, kinds=None)),
        "today unknown": replace(
            fine, answers=replace(answers, no_pressure=None, asked=answers.asked - {one})
        ),
        **{name: answered(catalogue, daily=frozenset({name})) for name in catalogue.no_pressure},
        "an entry that nobody knows": answered(catalogue, ProfileItem("unheard_of")),
    }
    pressing = [Request(Act.PRESS, muscle, Side.LEFT) for muscle in catalogue.muscles]
    for name, situation in closed.items():
        for decision in decide_all(catalogue, situation, pressing):
            assert not decision.allowed, name
            assert decision.reasons, name
    everything = [r for m in catalogue.muscles for r in requests(catalogue, m, Side.LEFT)]
    decided = decide_all(catalogue, closed["a child"], everything)
    assert not any(decision.allowed for decision in decided)


def test_what_past_sessions_close(shipped: Catalogue) -> None:
    """A bruise rests everything for a day; a muscle that was pressed rests by itself."""
    catalogue = as_if_guided(shipped)
    fine = answered(catalogue)
    pressing = [Request(Act.PRESS, muscle, Side.LEFT) for muscle in catalogue.muscles]

    def allowed(*history: SessionRecord) -> set[str]:
        decided = decide_all(catalogue, replace(fine, history=history), pressing)
        return {r.muscle for r, d in zip(pressing, decided, strict=True) if d.allowed}

    yesterday, free = "2026-11-21T20:00:00Z", allowed()
    for reason in ("bruise", "sore_later"):
        assert not allowed(record("soleus", yesterday, stop_reason=reason))
    now = record("gastrocnemius", "2026-11-22T11:00:00Z", side=Side.LEFT)
    assert free - allowed(now) == {"gastrocnemius"}
    amber = record("piriformis", yesterday, side=Side.LEFT)
    assert free - allowed(amber) == {"piriformis"}


def test_what_a_stopped_session_closes(shipped: Catalogue) -> None:
    """A grave reason closes everything, one for a clinician the muscle on its side."""
    catalogue = as_if_guided(shipped)
    for reason in catalogue.stop_reasons.values():
        stop = Stopped(reason.id, "soleus", Side.LEFT)
        situation = replace(answered(catalogue), stopped=(stop,))
        wanted = [r for m in catalogue.muscles for r in requests(catalogue, m, Side.LEFT)]
        decided = zip(wanted, decide_all(catalogue, situation, wanted), strict=True)
        open_ = {request.muscle for request, decision in decided if decision.allowed}
        if reason.level in GRAVE:
            assert not open_, reason.id
        else:
            assert "gastrocnemius" in open_, reason.id
            assert ("soleus" in open_) is (reason.level is None), reason.id


def test_somebody_healthy_is_not_refused(shipped: Catalogue) -> None:
    """The other fault of a guard: it must let the ordinary pass."""
    for muscle in shipped.guided:
        decision = decide(shipped, answered(shipped), Request(Act.PRESS, muscle, Side.RIGHT))
        assert decision.allowed is shipped.muscles[muscle].may_be_pressed, (muscle, decision)
    whole = as_if_guided(shipped)
    for facts in whole.muscles.values():
        decision = decide(whole, answered(whole), Request(Act.PRESS, facts.id, Side.RIGHT))
        assert decision.allowed is facts.may_be_pressed, (facts.id, decision)


@pytest.mark.parametrize(("fifty_or_over", "most"), [(False, 3), (True, 4)])
def test_somebody_healthy_is_not_nagged(shipped: Catalogue, fifty_or_over: bool, most: int) -> None:
    """An ordinary ache in any one zone: so many screens of signs at most."""
    for zone in shipped.zones:
        drawing = Drawing((Mark(Place(zone, side_of(shipped, zone)), Strength.MODERATE),))
        fine = answered(shipped, drawing=drawing)
        new = replace(fine.answers, asked=frozenset(), no_pressure=None)
        profile = replace(fine.profile, fifty_or_over=fifty_or_over)
        situation, screens = replace(fine, answers=new, profile=profile), 0
        while question := next_question(shipped, situation):
            screens += 1
            told = answer_items(shipped, situation.answers, question.items, frozenset())
            situation = replace(situation, answers=told)
        assert screens <= most, zone


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_the_whole_product(shipped: Catalogue) -> None:
    """Every point x tool x posture x entry as it may be told, and every pair of entries."""
    catalogue, tally = careless(shipped), Tally("Whole product")
    ways = [(tool, posture) for tool in catalogue.tools for posture in POSTURES]
    for spot in spots(catalogue):
        asked = [press(spot, way) for way in ways]
        tally.look(catalogue, answered(catalogue), (), asked)
        for entry in catalogue.profile_entries:
            for item in tellings(catalogue, entry, spot):
                tally.look(catalogue, answered(catalogue, item), told((item,)), asked)
    for pair in combinations(catalogue.profile_entries, 2):
        items = tuple(map(ProfileItem, pair))
        different = [members[0] for members in way_classes(catalogue, ("", *pair))]
        asked = [press(spot, way) for spot in spots(catalogue) for way in different]
        tally.look(catalogue, answered(catalogue, *items), told(items), asked)
    tally.end()
