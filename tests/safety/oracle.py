"""Reads forbidden.toml and where.toml: what must never be reached, and by how much at most.

Nothing here asks the guard's rules; of the catalogue only a muscle's class, region and points
are used.
"""

import tomllib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import msgspec

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Muscle, TriggerPoint

HERE = Path(__file__).parent
NUMBERS = ("discomfort", "hold", "repeats", "spots", "per_day", "total", "days_between")


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of forbidden.toml, its groups resolved to ids."""

    why: str
    entry: str = msgspec.field(name="with", default="")
    acts: frozenset[str] = frozenset({"press"})
    points: frozenset[str] | None = None
    self_press: bool | None = None
    classes: frozenset[str] | None = None
    regions: frozenset[str] | None = None
    but_regions: frozenset[str] | None = None
    tools: frozenset[str] | None = None
    but_tools: frozenset[str] | None = None
    postures: frozenset[str] | None = None
    but_postures: frozenset[str] | None = None
    stretches: frozenset[str] | None = None
    given: bool = False
    named: frozenset[str] | None = None
    listed: bool = False
    hours: int | None = None  # counted from the end of the day that the person named
    discomfort: int | None = None
    hold: int | None = None
    repeats: int | None = None
    spots: int | None = None
    per_day: int | None = None
    total: int | None = None
    days_between: int | None = None

    @property
    def limits(self) -> dict[str, int]:
        """The numbers that the row limits; a row without any forbids."""
        numbers = {name: getattr(self, name) for name in NUMBERS}
        return {name: number for name, number in numbers.items() if number is not None}


class Told(msgspec.Struct, frozen=True):
    """An entry of the profile with what the person added to it."""

    entry: str
    places: frozenset[Place] = frozenset()
    since: str = ""


class Asked(msgspec.Struct, frozen=True):
    """What somebody wants to do; None leaves open which."""

    act: str
    muscle: Muscle
    side: Side
    point: TriggerPoint | None = None
    tool: str | None = None
    posture: str | None = None
    stretch: str | None = None


@cache
def where() -> dict[str, frozenset[str]]:
    """Every muscle and point named in where.toml -> the parts of the body that it lies in."""
    found: dict[str, set[str]] = {}
    for part, names in tomllib.loads((HERE / "where.toml").read_text()).items():
        for name in names:
            found.setdefault(name, set()).add(part)
    return {name: frozenset(parts) for name, parts in found.items()}


def parts_of(point: TriggerPoint) -> frozenset[str]:
    """The parts of the body that a point lies in, as where.toml reads them."""
    muscle = point.id.partition(".")[0]
    return where().get(point.id, frozenset()) | where().get(muscle, frozenset())


@cache
def rows() -> tuple[Row, ...]:
    """All rows of forbidden.toml."""
    told = tomllib.loads((HERE / "forbidden.toml").read_text())
    groups, tools = told["groups"], told["tool_groups"]
    for row in told["row"]:
        if "points" in row:
            row["points"] = list(_points(row["points"], groups))
        for key in ("tools", "but_tools"):
            if key in row:
                row[key] = [
                    tool
                    for name in row[key]
                    for tool in (tools[name[1:]] if name.startswith("@") else [name])
                ]
    return msgspec.convert(told["row"], tuple[Row, ...])


@cache
def rows_of(entry: str) -> tuple[Row, ...]:
    """The rows for an entry of the profile, or with "" those that always hold."""
    return tuple(row for row in rows() if row.entry == entry)


def _points(names: Iterable[str], groups: dict[str, list[str]]) -> Iterable[str]:
    for name in names:
        if name.startswith("@"):
            yield from _points(groups[name[1:]], groups)
        elif name.startswith("%"):
            yield from (point for point, parts in where().items() if name[1:] in parts)
        else:
            yield name


def concerning(
    asked: Asked, told: tuple[Told, ...], now: datetime | None = None
) -> tuple[Row, ...]:
    """The rows that speak about what is asked, for a person who told that, at that local time."""
    found = []
    for each in (Told(""), *told):
        place = about_place(each.entry, asked.muscle, asked.point)
        for number in place & about_way(each.entry, asked):
            row = rows_of(each.entry)[number]
            if not row.entry or _counts(row, each, asked, now):
                found.append(row)
    return tuple(found)


def about_place(entry: str, muscle: Muscle, point: TriggerPoint | None) -> frozenset[int]:
    """Which of the rows for ``entry`` ("" always holds) are about the muscle and point."""
    key = entry, muscle.id, point.id if point else None
    if key not in _PLACES:
        meant, own = _meant(muscle, point), enumerate(rows_of(entry))
        _PLACES[key] = frozenset(i for i, row in own if _is_there(row, muscle, meant))
    return _PLACES[key]


def about_way(entry: str, asked: Asked) -> frozenset[int]:
    """Which of the rows for ``entry`` are about the act, tool, posture and stretch."""
    key = entry, asked.act, asked.tool, asked.posture, asked.stretch
    if key not in _WAYS:
        _WAYS[key] = frozenset(
            i
            for i, row in enumerate(rows_of(entry))
            if asked.act in row.acts
            and _among(asked.tool, row.tools, row.but_tools)
            and _among(asked.posture, row.postures, row.but_postures)
            and _among(asked.stretch, row.stretches, None)
        )
    return _WAYS[key]


_PLACES: dict[tuple[str, str, str | None], frozenset[int]] = {}
_WAYS: dict[tuple[str | None, ...], frozenset[int]] = {}


def _is_there(row: Row, muscle: Muscle, points: tuple[TriggerPoint, ...]) -> bool:
    return (
        (row.points is None or all(_named(point, row.points) for point in points))
        and (row.self_press is None or all(each.self_press is row.self_press for each in points))
        and (row.classes is None or muscle.safety_class.value in row.classes)
        and (row.regions is None or muscle.region in row.regions)
        and (row.but_regions is None or muscle.region not in row.but_regions)
    )


def unknown_names(catalogue: Catalogue, tools: frozenset[str]) -> list[str]:
    """What the two files name and the facts do not know."""
    points = {point.id for muscle in catalogue.muscles.values() for point in muscle.points}
    known = points | set(catalogue.muscles)
    named = {name for row in rows() for name in row.points or ()} | set(where())
    wrong = sorted(named - known)
    wrong += sorted({t for row in rows() for t in (row.tools or ())} - tools)
    wrong += sorted({t for row in rows() for t in (row.but_tools or ())} - tools)
    regions = {muscle.region for muscle in catalogue.muscles.values()}
    wrong += sorted({r for row in rows() for r in (row.regions or ())} - regions)
    wrong += sorted({r for row in rows() for r in (row.but_regions or ())} - regions)
    wrong += sorted({s for row in rows() for s in (row.stretches or ())} - set(catalogue.stretches))
    return wrong


def _meant(muscle: Muscle, point: TriggerPoint | None) -> tuple[TriggerPoint, ...]:
    """The point that is asked for, or all that could be pressed, or simply all."""
    if point is not None:
        return (point,)
    return tuple(each for each in muscle.points if each.self_press) or muscle.points


def _named(point: TriggerPoint, names: frozenset[str]) -> bool:
    return point.id in names or point.id.partition(".")[0] in names


def _among(value: str | None, wanted: frozenset[str] | None, but: frozenset[str] | None) -> bool:
    if value is None:
        return wanted is None and but is None
    return (wanted is None or value in wanted) and (but is None or value not in but)


def _counts(row: Row, told: Told, asked: Asked, now: datetime | None) -> bool:
    """Whether an entry that was told makes its row count for what is asked."""
    if row.hours and told.since and now is not None:
        day = datetime.fromisoformat(told.since).replace(tzinfo=UTC)
        if now >= day + timedelta(hours=row.hours):
            return False
    here = {p.zone.partition(".")[0] for p in told.places if p.side in (asked.side, Side.MIDLINE)}
    if row.named is not None:
        return bool(here & row.named)
    if not row.given or not told.places:
        return True
    zones = {p.zone for p in told.places if p.side in (asked.side, Side.MIDLINE)}
    return all(
        bool(zones & set(point.zones)) or parts_of(point) <= here
        for point in _meant(asked.muscle, asked.point)
    )
