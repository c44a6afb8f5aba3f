"""Rules of the facts: ids that exist and are unique, doses within class, patterns that agree."""

import re
from collections.abc import Iterator

from guide.content.decode import Source
from guide.content.forms import (
    GuideFile,
    LandmarksFile,
    MuscleFile,
    SourcesFile,
    ZonesFile,
)
from guide.content.gather import Gathered
from guide.content.names import is_id, slug
from guide.content.problems import Problem
from guide.content.rules.known import Known, twice, unknown
from guide.core.safety_facts import SafetyClass

# Highest hold in seconds, discomfort of ten, holds per spot, sessions a day.
CLASS_DOSE = {
    SafetyClass.GREEN: (90, 6, 3, 2),
    SafetyClass.AMBER: (30, 4, 3, 1),
    SafetyClass.RED: (0, 0, 0, 0),
}
_ZONE_ID = re.compile(r"[a-z_]+\.[a-z_]+")
CONFIDENCE = re.compile(r"(src|bg)/(high|medium|low)|n/a")


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
    if muscle.id != folder or not is_id(muscle.id):
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
