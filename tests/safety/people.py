"""People who come to the program's surfaces, each with what the oracle forbids them."""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Level, PressWay
from guide.core.drawing import Drawing, Mark, Strength
from guide.core.safety import Situation
from guide.core.safety.profile import ProfileItem
from guide.core.safety.situation import Stopped
from guide.core.safety_facts import Asks
from tests.safety import oracle
from tests.safety.variants import answered

PAINTED = (
    Place("neck.posterior_upper", Side.RIGHT),
    Place("neck.posterior_lower", Side.LEFT),
    Place("head.occiput", Side.RIGHT),
    Place("upper_back.suprascapular", Side.RIGHT),
    Place("upper_back.suprascapular", Side.LEFT),
    Place("upper_back.interscapular", Side.LEFT),
    Place("upper_back.scapula", Side.RIGHT),
    Place("shoulder.anterior", Side.RIGHT),
)
DRAWING = Drawing(tuple(Mark(place, Strength.MODERATE) for place in PAINTED))


class Person(msgspec.Struct, frozen=True):
    """Somebody with a painted map. ``closed`` is what nobody may do with it, whatever rows say."""

    name: str
    situation: Situation
    told: tuple[oracle.Told, ...] = ()
    closed: frozenset[str] = frozenset()  # acts

    def forbids(self, catalogue: Catalogue, muscle: str, side: Side, way: PressWay) -> list[str]:
        """Why ``way`` must not be shown to this person; its steps are for all of its points."""
        facts = catalogue.muscles[muscle]
        found = ["closed"] if "press" in self.closed else []
        for point in facts.points:
            if point.id in way.points:
                asked = oracle.Asked("press", facts, side, point, way.tool, way.posture)
                rows = oracle.concerning(asked, self.told)
                found += [row.why for row in rows if not row.limits]
        return found

    def forbids_stretch(self, catalogue: Catalogue, name: str, side: Side) -> list[str]:
        """Why the stretch ``name`` must not be shown or begun."""
        stretch = catalogue.stretches[name]
        found = ["closed"] if "stretch" in self.closed else []
        for muscle in stretch.muscles:
            facts = catalogue.muscles[muscle]
            asked = oracle.Asked("stretch", facts, side, None, None, stretch.posture, name)
            found += [row.why for row in oracle.concerning(asked, self.told) if not row.limits]
        return found

    def limits(
        self,
        catalogue: Catalogue,
        muscle: str,
        side: Side,
        point: str,
        tool: str | None = None,
        posture: str | None = None,
    ) -> dict[str, int]:
        """The smallest number that any row sets for pressing ``point``, with a tool or any."""
        facts = catalogue.muscles[muscle]
        spot = next(each for each in facts.points if each.id == point)
        least: dict[str, int] = {}
        asked = oracle.Asked("press", facts, side, spot, tool, posture)
        for row in oracle.concerning(asked, self.told):
            for name, number in row.limits.items():
                least[name] = min(number, least.get(name, number))
        return least


def people(catalogue: Catalogue) -> Iterator[Person]:
    """One for each entry, alone and with places, and for each thing that closes the map."""
    yield Person("healthy", answered(catalogue, drawing=DRAWING))
    for entry in catalogue.profile_entries.values():
        yield _with(catalogue, entry.id, ProfileItem(entry.id))
        if entry.asks in (Asks.PLACES, Asks.PLACES_AND_DATE):
            for side in (Side.LEFT, Side.RIGHT):
                parts = [each.zone.partition(".")[0] for each in PAINTED if each.side is side]
                item = ProfileItem(entry.id, whole(catalogue, parts, side), "2026-11-22")
                yield _with(catalogue, f"{entry.id} {side}", item)
    for pair in PAIRS:
        yield _with(catalogue, " and ".join(pair), *map(ProfileItem, pair))
    yield from _closed(catalogue)


def whole(catalogue: Catalogue, parts: Iterable[str], side: Side) -> frozenset[Place]:
    """All places of these ``parts`` of the body on ``side``, as a person names them."""
    parts = set(parts)
    return frozenset(
        Place(zone.id, Side.MIDLINE if zone.midline else side)
        for zone in catalogue.zones.values()
        if zone.id.partition(".")[0] in parts
    )


def rarer(share: int) -> int:
    """For what takes long: a third of the pairs that are looked at elsewhere."""
    return 3 * share


def dealt(muscles: Iterable[str], number: int, share: int) -> list[str]:
    """The muscles that the person with ``number`` meets: every ``share``-th, each time others."""
    return [each for place, each in enumerate(sorted(muscles)) if (place + number) % share == 0]


PAIRS = (
    ("blood_thinners", "osteoporosis"),
    ("pregnancy", "widespread_pain"),
    ("frail", "neuropathy"),
    ("cancer", "anxiety"),
)


def _with(catalogue: Catalogue, name: str, *items: ProfileItem) -> Person:
    told = tuple(oracle.Told(item.entry, item.places, item.since) for item in items)
    return Person(name, answered(catalogue, *items, drawing=DRAWING), told)


def _closed(catalogue: Catalogue) -> Iterator[Person]:
    fine = answered(catalogue, drawing=DRAWING)
    everything = frozenset({"press", "stretch", "move"})
    yield Person("child", _profile(fine, adult=False), closed=everything)
    yield Person("not asked", _profile(fine, asked=False), closed=everything)
    nothing_asked = replace(fine.answers, asked=frozenset())
    yield Person("signs open", replace(fine, answers=nothing_asked), closed=everything)
    for sign in _first_signs(catalogue, (Level.EMERGENCY, Level.URGENT)):
        known = answered(catalogue, signs=frozenset({sign}), drawing=DRAWING)
        yield Person(sign, known, closed=everything)
    for entry in catalogue.no_pressure.values():
        known = answered(catalogue, daily=frozenset({entry.id}), drawing=DRAWING)
        acts = {"press"} if entry.stretch_allowed else everything
        yield Person(entry.id, known, closed=frozenset(acts))
    for stop in catalogue.stop_reasons.values():
        if stop.level in (Level.EMERGENCY, Level.URGENT):
            known = replace(fine, stopped=(Stopped(stop.id, "infraspinatus", Side.RIGHT),))
            yield Person(f"stopped: {stop.id}", known, closed=everything)


def _profile(known: Situation, **changes: bool) -> Situation:
    return replace(known, profile=replace(known.profile, **changes))


def _first_signs(catalogue: Catalogue, levels: Iterable[Level]) -> list[str]:
    flags = ("RF-HEAD", "RF-NECK-VASC", "RF-CARDIAC", "RF-MYELO", "RF-SPINE")
    return [
        next(sign.id for sign in catalogue.red_flags[flag].signs if sign.level is level)
        for flag in flags
        for level in levels
        if any(sign.level is level for sign in catalogue.red_flags[flag].signs)
    ]
