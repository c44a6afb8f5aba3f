"""Which rules concern a request: those of the profile, of danger zones and of the tool."""

from collections.abc import Iterator

import msgspec

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Muscle, TriggerPoint
from guide.core.safety.patterns import lies_in
from guide.core.safety.profile import ProfileItem
from guide.core.safety.situation import Request, Situation
from guide.core.safety.verdict import items_in_force
from guide.core.safety_facts import ProfileEntry, Rule, Tool

# The parts of the body (the beginning of a zone's id) that drain through one armpit or one groin.
LIMBS = (
    frozenset({"chest", "shoulder", "arm", "elbow", "forearm", "wrist", "hand"}),
    frozenset(
        {"pelvis", "hip", "buttock", "thigh", "knee", "leg", "calf", "ankle", "foot", "sole", "toe"}
    ),
)


class Bound(msgspec.Struct, frozen=True):
    """A rule in force. ``zones`` stand in for a place that the rule does not name."""

    rule: Rule
    personal: bool  # of the person's own profile: it is told even where it bars a part alone
    places: frozenset[Place] = frozenset()  # that the person named
    zones: tuple[str, ...] = ()


def rules_in_force(catalogue: Catalogue, situation: Situation) -> tuple[Bound, ...]:
    """The rules of the profile's items and of all danger zones, in the order of the catalogue."""
    own = [
        Bound(rule, True, _places(catalogue, entry, item))
        for item in items_in_force(catalogue, situation)
        if (entry := catalogue.profile_entries.get(item.entry)) is not None
        for rule in entry.rules
    ]
    danger = [
        Bound(rule, False, zones=zone.zones)
        for zone in catalogue.danger_zones.values()
        for rule in zone.rules
    ]
    return (*own, *danger)


def _places(catalogue: Catalogue, entry: ProfileEntry, item: ProfileItem) -> frozenset[Place]:
    """The places of ``item``; where the entry says so, with the rest of their limbs."""
    if not entry.whole_limb:
        return item.places
    return item.places | {
        Place(zone, place.side)
        for place in item.places
        for limb in LIMBS
        if _part(place.zone) in limb
        for zone in catalogue.zones
        if _part(zone) in limb
    }


def _part(zone: str) -> str:
    return zone.partition(".")[0]


def rules_for(catalogue: Catalogue, bounds: tuple[Bound, ...], request: Request) -> Iterator[Bound]:
    """Those of ``bounds``, and of the rules of its tool, that concern ``request``."""
    muscle = catalogue.muscles[request.muscle]
    points = tuple(p for p in muscle.points if request.point in (None, p.id))
    tool = catalogue.tools.get(request.tool) if request.tool else None
    own = tuple(Bound(rule, False) for rule in tool.rules) if tool else ()
    stretch = catalogue.stretches.get(request.stretch or "")
    bends = stretch is not None and stretch.bends_spine
    for bound in (*bounds, *own):
        if (bends or not bound.rule.bends_spine) and _concerns(
            bound, request, muscle, points, tool
        ):
            yield bound


def _concerns(
    bound: Bound,
    request: Request,
    muscle: Muscle,
    points: tuple[TriggerPoint, ...],
    tool: Tool | None,
) -> bool:
    rule = bound.rule
    return (
        (not rule.acts or request.act in rule.acts)
        and (not rule.classes or muscle.safety_class in rule.classes)
        and (not rule.stretches or request.stretch in rule.stretches)
        and (not rule.postures or request.posture in rule.postures)
        and (not rule.tools or _names_tool(rule.tools, request.tool, tool))
        and _names_place(bound, muscle, points)
        and (not rule.given or not bound.places or _lies_at(points, request.side, bound.places))
    )


def _names_tool(names: tuple[str, ...], wanted: str | None, tool: Tool | None) -> bool:
    if wanted is None:
        return False
    if wanted in names:
        return True
    if tool is None:  # an unknown one: whatever kind is meant, it may be of it
        return any(name.startswith("@") for name in names)
    return f"@{tool.kind}" in names or (tool.body_weight and "@body_weight" in names)


def _names_place(bound: Bound, muscle: Muscle, points: tuple[TriggerPoint, ...]) -> bool:
    rule = bound.rule
    zones = rule.zones
    if not (rule.muscles or rule.zones or rule.regions):
        if not bound.zones:
            return True
        zones = bound.zones
    if muscle.id in rule.muscles or muscle.region in rule.regions:
        return True
    return any(
        lies_in(pattern, zone) for pattern in zones for point in points for zone in point.zones
    )


def _lies_at(points: tuple[TriggerPoint, ...], side: Side, places: frozenset[Place]) -> bool:
    """Whether one of ``points`` on ``side`` lies in ``places``; the midline is on both sides."""
    zones = {zone for point in points for zone in point.zones}
    return any(
        (place.zone in zones and Side.MIDLINE in (place.side, side))
        or (place.zone in zones and place.side is side)
        for place in places
    )
