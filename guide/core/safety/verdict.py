"""What the answers and the profile forbid for the whole map, and where.

Where the rules can be read in two ways the stricter holds: an emergency or urgent sign closes
pressing and stretching everywhere, even when its zone is wiped off again; a clinician sign
closes both for every muscle that refers to, or lies in, a painted zone of its flag (any zone of
it, once that is wiped off), whatever the conditions on the flag's zones say by then. A profile
entry that is not known closes everything.
"""

import msgspec

from guide.core.anatomy import Place, Side
from guide.core.answers import Answers
from guide.core.catalogue import Catalogue, Level, Muscle, Sign
from guide.core.safety.patterns import matches
from guide.core.safety.profile import ProfileItem, counts
from guide.core.safety.situation import Situation
from guide.core.safety_facts import Act, Rule

SEVERITY = {Level.MODIFY: 1, Level.CLINICIAN: 2, Level.URGENT: 3, Level.EMERGENCY: 4}


class Verdict(msgspec.Struct, frozen=True):
    """What is forbidden so far; more answers never allow more.

    ``level`` is the strongest level present. Emergency and urgent signs and stops, a
    no-pressure entry and a child close the whole map (``map_closed``); a clinician sign closes
    the muscles that refer to, or lie in, its flag's zones among the painted ones
    (``closed_places``), and a sign that modifies makes them light (``light_places``).
    """

    level: Level | None
    map_closed: bool
    stretch_closed: bool
    closed_places: frozenset[Place]
    light_places: frozenset[Place]
    # "child", ids of signs (worst first), stop reasons, no-pressure and profile entries
    reasons: tuple[str, ...]


def judge(catalogue: Catalogue, situation: Situation) -> Verdict:
    """What ``situation`` forbids."""
    present = present_signs(catalogue, situation.answers)
    stops = grave_stops(catalogue, situation)
    daily = tuple(sorted(situation.answers.no_pressure or ()))
    lasting = closed_by_profile(catalogue, situation)
    child = situation.profile.adult is False
    levels = [sign.level for sign in present]
    levels += [level for name in stops if (level := catalogue.stop_reasons[name].level)]
    level = max(levels, key=SEVERITY.__getitem__, default=None)
    grave = child or level in (Level.EMERGENCY, Level.URGENT)
    return Verdict(
        level=level,
        map_closed=grave or bool(daily or lasting),
        stretch_closed=(
            grave
            or any(_daily_bars_stretching(catalogue, entry) for entry in daily)
            or any(_entry_bars(catalogue, entry, Act.STRETCH) for entry in lasting)
        ),
        closed_places=_places_of(catalogue, situation, Level.CLINICIAN),
        light_places=_places_of(catalogue, situation, Level.MODIFY),
        reasons=(
            *(("child",) if child else ()),
            *(sign.id for sign in present),
            *stops,
            *daily,
            *lasting,
        ),
    )


def present_signs(catalogue: Catalogue, answers: Answers) -> tuple[Sign, ...]:
    """The signs that are there, each once, as its strictest flag has it, worst first."""
    found: dict[str, Sign] = {}
    if not answers.signs:
        return ()
    for flag in catalogue.red_flags.values():
        for sign in flag.signs:
            known = found.get(sign.id)
            if sign.id in answers.signs and (
                known is None or SEVERITY[sign.level] > SEVERITY[known.level]
            ):
                found[sign.id] = sign
    return tuple(sorted(found.values(), key=lambda sign: -SEVERITY[sign.level]))


def grave_stops(catalogue: Catalogue, situation: Situation) -> tuple[str, ...]:
    """The emergency and urgent reasons for which sessions of this visit were stopped."""
    return tuple(
        dict.fromkeys(
            stop.reason
            for stop in situation.stopped
            if catalogue.stop_reasons[stop.reason].level in (Level.EMERGENCY, Level.URGENT)
        )
    )


def items_in_force(catalogue: Catalogue, situation: Situation) -> tuple[ProfileItem, ...]:
    """The profile's items but for treatments that are over."""
    today = situation.today
    items = situation.profile.items
    return tuple(item for item in items if today is None or counts(item, catalogue, today))


def closed_by_profile(catalogue: Catalogue, situation: Situation) -> tuple[str, ...]:
    """The entries of the profile under which nothing is pressed at all."""
    found = []
    for item in items_in_force(catalogue, situation):
        entry = catalogue.profile_entries.get(item.entry)
        if entry is None or entry.no_pressure:
            found.append(item.entry)
    return tuple(dict.fromkeys(found))


def muscle_zones(muscle: Muscle) -> frozenset[str]:
    """The zones that ``muscle`` refers to or has a point in."""
    zones = {*muscle.referral.main, *muscle.referral.spillover}
    for point in muscle.points:
        zones.update(point.refers_to, point.zones)
    return frozenset(zones)


def is_touched(muscle: Muscle, side: Side, places: frozenset[Place]) -> bool:
    """Whether ``muscle`` of ``side`` refers to, or has a point in, one of ``places``."""
    if not places:
        return False
    zones, crosses = muscle_zones(muscle), muscle.referral.crosses
    return any(
        place.zone in zones
        and (place.side is not side.other or place.side is side or place.zone in crosses)
        for place in places
    )


def sign_places(catalogue: Catalogue, situation: Situation, sign: str) -> frozenset[Place]:
    """The painted places in the zones of every flag that ``sign`` stands in.

    Where none is painted any more, it was wiped off after the sign was ticked: all its zones,
    on both sides.
    """
    patterns = [
        pattern
        for flag in catalogue.red_flags.values()
        if any(each.id == sign for each in flag.signs)
        for pattern in flag.zones
    ]
    painted = frozenset(
        place
        for place in situation.drawing.places
        if any(matches(pattern, place.zone) for pattern in patterns)
    )
    return painted or frozenset(
        Place(zone, Side.MIDLINE)
        for zone in catalogue.zones
        if any(matches(pattern, zone) for pattern in patterns)
    )


def _places_of(catalogue: Catalogue, situation: Situation, level: Level) -> frozenset[Place]:
    """The places of the signs of ``level`` or worse that are there."""
    signs = present_signs(catalogue, situation.answers)
    worse = [sign for sign in signs if SEVERITY[sign.level] >= SEVERITY[level]]
    return frozenset().union(*(sign_places(catalogue, situation, sign.id) for sign in worse))


def _daily_bars_stretching(catalogue: Catalogue, entry: str) -> bool:
    known = catalogue.no_pressure.get(entry)
    return known is None or not known.stretch_allowed


def _entry_bars(catalogue: Catalogue, entry: str, act: Act) -> bool:
    known = catalogue.profile_entries.get(entry)
    return known is None or any(_bars_everywhere(rule, act) for rule in known.rules)


def _bars_everywhere(rule: Rule, act: Act) -> bool:
    selectors = (rule.muscles, rule.zones, rule.regions, rule.classes, rule.tools)
    narrow = any((*selectors, rule.postures, rule.stretches, rule.bends_spine, rule.given))
    return rule.refuse and not narrow and (not rule.acts or act in rule.acts)
