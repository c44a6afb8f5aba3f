"""Equivalence classes: points, and ways of pressing, that no rule and no row can tell apart.

For an entry of the profile, a class is known by what that entry's rules in the guard and its
rows in the oracle select. What always holds is walked for every point by itself; as refusals
and limits only add up, each class is then represented by the member that is freest without the
entry: what is refused to that one by the entry is refused to all.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Muscle, TriggerPoint
from guide.core.safety.patterns import lies_in
from guide.core.safety_facts import Rule, Tool
from tests.safety import oracle
from tests.safety.variants import POSTURES

Spot = tuple[Muscle, TriggerPoint]
Way = tuple[str, str]  # tool, posture
Member = TypeVar("Member")


class Ruled(msgspec.Struct, frozen=True):
    """A rule with the zones that its danger zone lends it."""

    rule: Rule
    entry: str  # of the profile, or "" for a rule that always holds
    zones: tuple[str, ...]
    tool: str = ""  # whose rule it is


def every_rule(catalogue: Catalogue) -> tuple[Ruled, ...]:
    """All rules of the guard."""
    entries = [Ruled(r, e.id, r.zones) for e in catalogue.profile_entries.values() for r in e.rules]
    tools = [Ruled(r, "", r.zones, t.id) for t in catalogue.tools.values() for r in t.rules]
    danger = [
        Ruled(r, "", r.zones if r.zones or r.muscles or r.regions else zone.zones)
        for zone in catalogue.danger_zones.values()
        for r in zone.rules
    ]
    return (*entries, *tools, *danger)


def spots(catalogue: Catalogue) -> Iterator[Spot]:
    """Every point of every muscle."""
    for muscle in catalogue.muscles.values():
        for point in muscle.points:
            yield muscle, point


def spot_classes(catalogue: Catalogue, entries: Iterable[str]) -> list[list[Spot]]:
    """The points that nothing about ``entries`` ("" is what always holds) tells apart."""
    keys = [_spot_keys(catalogue, entry) for entry in entries]
    return _together(spots(catalogue), zip(*keys, strict=True))


def way_classes(catalogue: Catalogue, entries: Iterable[str]) -> list[list[Way]]:
    """The pairs of tool and posture that nothing about ``entries`` tells apart."""
    keys = [_way_keys(catalogue, entry) for entry in entries]
    every = ((tool, posture) for tool in catalogue.tools for posture in POSTURES)
    return _together(every, zip(*keys, strict=True))


def _together(members: Iterable[Member], keys: Iterable[object]) -> list[list[Member]]:
    classes: dict[object, list[Member]] = {}
    for member, key in zip(members, keys, strict=True):
        classes.setdefault(key, []).append(member)
    return list(classes.values())


def _spot_keys(catalogue: Catalogue, entry: str) -> tuple[frozenset[str], ...]:
    """For each point, the rules and rows of ``entry`` that select it."""
    return _kept(catalogue, "spots", entry, _select_spots)


def _way_keys(catalogue: Catalogue, entry: str) -> tuple[frozenset[str], ...]:
    """For each tool and posture, the rules and rows of ``entry`` that admit it."""
    return _kept(catalogue, "ways", entry, _select_ways)


_KEPT: dict[tuple[int, str, str], tuple[frozenset[str], ...]] = {}


def _kept(
    catalogue: Catalogue,
    what: str,
    entry: str,
    select: Callable[[Catalogue, str], tuple[frozenset[str], ...]],
) -> tuple[frozenset[str], ...]:
    key = (id(catalogue), what, entry)
    if key not in _KEPT:
        _KEPT[key] = select(catalogue, entry)
    return _KEPT[key]


def _select_spots(catalogue: Catalogue, entry: str) -> tuple[frozenset[str], ...]:
    ruled = [each for each in every_rule(catalogue) if each.entry == entry]
    return tuple(
        frozenset(each.rule.id for each in ruled if _selects(each, muscle, point))
        | {f"row {i}" for i in oracle.about_place(entry, muscle, point)}
        for muscle, point in spots(catalogue)
    )


def _select_ways(catalogue: Catalogue, entry: str) -> tuple[frozenset[str], ...]:
    ruled = [each for each in every_rule(catalogue) if each.entry == entry]
    anything = next(iter(catalogue.muscles.values()))
    return tuple(
        frozenset(each.rule.id for each in ruled if _admits(each, tool, posture))
        | {
            f"row {i}"
            for i in oracle.about_way(
                entry, oracle.Asked("press", anything, Side.RIGHT, None, tool.id, posture)
            )
        }
        for tool in catalogue.tools.values()
        for posture in POSTURES
    )


def _selects(each: Ruled, muscle: Muscle, point: TriggerPoint) -> bool:
    rule = each.rule
    if rule.classes and muscle.safety_class not in rule.classes:
        return False
    if not (rule.muscles or rule.regions or each.zones):
        return True
    return (
        muscle.id in rule.muscles
        or muscle.region in rule.regions
        or any(lies_in(pattern, zone) for pattern in each.zones for zone in point.zones)
    )


def _admits(each: Ruled, tool: Tool, posture: str) -> bool:
    names = each.rule.tools
    weight = tool.body_weight and "@body_weight" in names
    return (
        each.tool in ("", tool.id)
        and (not names or tool.id in names or f"@{tool.kind.value}" in names or weight)
        and (not each.rule.postures or posture in each.rule.postures)
    )
