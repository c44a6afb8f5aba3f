"""Rules of the facts: ids that exist and are unique, doses within class, patterns that agree."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from guide.content.decode import Source
from guide.content.forms import (
    GuideFile,
    LandmarksFile,
    MuscleFile,
    SourcesFile,
    ToolsFile,
    ZonesFile,
)
from guide.content.gather import Gathered
from guide.content.names import slug
from guide.content.problems import Problem
from guide.core.safety_facts import SafetyClass

# Highest hold in seconds, discomfort of ten, holds per spot, sessions a day.
CLASS_DOSE = {
    SafetyClass.GREEN: (90, 6, 3, 2),
    SafetyClass.AMBER: (30, 4, 3, 1),
    SafetyClass.RED: (0, 0, 0, 0),
}
_ZONE_ID = re.compile(r"[a-z_]+\.[a-z_]+")
CONFIDENCE = re.compile(r"(src|bg)/(high|medium|low)|n/a")


class Known:
    """The ids that other files may name."""

    def __init__(self, content: Gathered) -> None:
        zones = content.file("zones.toml", ZonesFile)
        sources = content.file("sources.toml", SourcesFile)
        self.zones = {zone.id for zone in zones.zones} if zones else None
        self.sources = {each.id for each in sources.sources} if sources else None
        tools = content.file("tools.toml", ToolsFile)
        self.tools = {each.id for each in tools.tools} if tools else None
        self.regions: set[str] | None = {each.region for each in content.muscles.values()}
        self.muscles: set[str] | None = set(content.muscle_ids)
        self.stretches: set[str] | None = set(content.stretch_ids)
        self.movements: set[str] | None = set(content.movement_ids)


def unknown(
    source: Source, what: str, ids: Iterable[str], known: set[str] | None, start: int = 0
) -> Iterator[Problem]:
    """Problems for those of ``ids`` that are not ``known`` (None: cannot be told)."""
    if known is None:
        return
    for each in dict.fromkeys(ids):
        if each not in known:
            line = source.line_of(each, start) or source.line_of(each)
            yield source.problem(line, f"unknown {what} '{each}'", _nearest(each, known))


def _nearest(word: str, known: set[str]) -> str:
    from difflib import get_close_matches  # only when there is something to mend

    near = get_close_matches(word, sorted(known), n=3)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    if len(known) < 10:
        return f"Use one of: {', '.join(sorted(known))}"
    return "Correct the id, or add what it names"


def twice(source: Source, what: str, ids: Iterable[str]) -> Iterator[Problem]:
    """Problems for ids that stand in ``source`` more than once."""
    for each, count in Counter(ids).items():
        if count > 1:
            second = source.line_of(each, source.line_of(each))
            yield source.problem(second, f"{what} '{each}' stands here twice", "Rename one of them")


def check_lists(content: Gathered, known: Known) -> Iterator[Problem]:
    """The lists: zones, landmarks, sources, the order of the guides."""
    yield from _zones(content)
    yield from _landmarks(content)
    yield from _guide(content, known)
    if sources := content.file("sources.toml", SourcesFile):
        ids = [each.id for each in sources.sources]
        yield from twice(content.sources["sources.toml"], "source", ids)


def _zones(content: Gathered) -> Iterator[Problem]:
    zones = content.file("zones.toml", ZonesFile)
    source = content.sources.get("zones.toml")
    if zones is None or source is None:
        return
    yield from twice(source, "zone", (zone.id for zone in zones.zones))
    for zone in zones.zones:
        if not _ZONE_ID.fullmatch(zone.id):
            cure = "Write it as region.place, in small letters"
            yield source.problem(source.line_of(zone.id), f"'{zone.id}' is not a zone id", cure)


def _landmarks(content: Gathered) -> Iterator[Problem]:
    landmarks = content.file("landmarks.toml", LandmarksFile)
    source = content.sources.get("landmarks.toml")
    if landmarks is None or source is None:
        return
    yield from twice(source, "landmark", (each.id for each in landmarks.landmarks))
    for each in landmarks.landmarks:
        for word in each.words:
            if word != word.lower() or word != word.strip() or not word:
                line, cure = source.line_of(each.id), "Write it in small letters"
                yield source.problem(line, f"'{word}' is not how a text is searched", cure)


def _guide(content: Gathered, known: Known) -> Iterator[Problem]:
    guide = content.file("guide_order.toml", GuideFile)
    source = content.sources.get("guide_order.toml")
    if guide is None or source is None:
        return
    yield from twice(source, "zone", (zone.zone for zone in guide.zones))
    for entry in guide.zones:
        muscles = [row.muscle for row in entry.order]
        line = source.line_of(entry.zone)
        yield from unknown(source, "zone", [entry.zone], known.zones)
        yield from unknown(source, "muscle", muscles, known.muscles, line)
        if any(row.rank < 1 for row in entry.order) or len(set(muscles)) < len(muscles):
            cure = "Name each muscle once, with ranks from 1"
            yield source.problem(line, f"the order of '{entry.zone}' is not one", cure)


def check_muscle(
    content: Gathered, known: Known, muscle: MuscleFile, folder: str
) -> Iterator[Problem]:
    """muscles/<id>/facts.toml."""
    source = content.sources[f"muscles/{folder}/facts.toml"]
    if muscle.id != folder or slug(muscle.id) != muscle.id:
        yield source.problem(
            source.line_of(muscle.id),
            f"the id '{muscle.id}' is not its folder's",
            f'Write id = "{folder}"',
        )
    yield from _points(source, known, muscle)
    pattern = {*muscle.referral.main, *muscle.referral.spillover}
    start = source.line_at(("referral",))
    yield from unknown(
        source,
        "zone",
        (*muscle.referral.main, *muscle.referral.spillover, *muscle.referral.crosses),
        known.zones,
        start,
    )
    for zone in sorted(set(muscle.referral.main) & set(muscle.referral.spillover)):
        yield source.problem(
            start, f"'{zone}' is both main pattern and spillover", "Keep it in one of them"
        )
    outside = {zone for point in muscle.points for zone in point.refers_to}
    for zone in sorted((outside | set(muscle.referral.crosses)) - pattern):
        yield source.problem(
            source.line_of(zone),
            f"'{zone}' is not in the muscle's pattern",
            "Add it to main or spillover, or take it out here",
        )
    yield from unknown(source, "source", muscle.sources, known.sources)
    yield from unknown(source, "tool", (*muscle.tools, *muscle.tool_limits), known.tools)
    if not muscle.sources:
        yield source.problem(
            source.line_at(("sources",)), "no source is named", "Name at least one"
        )
    for part, grade in muscle.confidence.items():
        if part != "referral_note" and not CONFIDENCE.fullmatch(grade):
            yield source.problem(
                source.line_of(grade),
                f"the confidence of '{part}' is '{grade}'",
                "Write src or bg, a slash, and high, medium or low",
            )
    yield from _dose(source, muscle)


def _points(source: Source, known: Known, muscle: MuscleFile) -> Iterator[Problem]:
    yield from twice(source, "point", (point.id for point in muscle.points))
    for point in muscle.points:
        line = source.line_of(point.id)
        right = f"{muscle.id}.{slug(point.label)}"
        if point.id != right:
            yield source.problem(
                line,
                f"the point id '{point.id}' does not follow from its label",
                f'Write id = "{right}"',
            )
        yield from unknown(source, "zone", (*point.refers_to, *point.zones), known.zones, line)
        if not point.zones:
            yield source.problem(
                line, f"'{point.id}' does not say where it lies", 'Add zones = ["..."]'
            )
    if not muscle.points:
        yield source.problem(0, "the muscle has no points", "Add [[points]]")


def _dose(source: Source, muscle: MuscleFile) -> Iterator[Problem]:
    dose = muscle.dose
    pairs = {
        "hold": dose.hold,
        "discomfort": dose.discomfort,
        "repeats": dose.repeats,
        "per_day": dose.per_day,
    }
    pressed = any(point.self_press for point in muscle.points)
    most = CLASS_DOSE[muscle.safety_class] if pressed else CLASS_DOSE[SafetyClass.RED]
    kind = f"a {muscle.safety_class} muscle" if pressed else "a muscle nobody presses alone"
    for (name, (low, high)), cap in zip(pairs.items(), most, strict=True):
        line = source.line_at(("dose", name))
        if not 0 <= low <= high:
            yield source.problem(
                line, f"the {name} range is {low} to {high}", "Write the lower number first"
            )
        if high > cap:
            yield source.problem(
                line,
                f"the dose has {name} up to {high}, above the {cap} of {kind}",
                f"Lower it to {cap} or less",
            )
    if not pressed and muscle.tools:
        yield source.problem(
            source.line_at(("tools",)),
            "tools are named for points nobody presses",
            "Write tools = []",
        )
    if muscle.safety_class is SafetyClass.RED and pressed:
        yield source.problem(
            source.line_at(("class",)),
            "a red muscle has points for self-pressing",
            "Set self_press = false on each",
        )
