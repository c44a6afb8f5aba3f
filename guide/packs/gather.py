"""Reads the texts of a pack by the forms and headings of our own content, mistakes and all."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from guide.content.decode import Source, read_toml
from guide.content.forms import (
    LessonFile,
    RoutineFile,
    SourcesFile,
    StretchFile,
    ZoneForm,
    ZonesFile,
)
from guide.content.gather import Gathered, Prose
from guide.content.prose import Document, read_prose
from guide.content.teaching import read_glossary, read_lesson
from guide.content.texts import (
    ALONE_HEADINGS,
    MOVEMENT_HEADINGS,
    PRESSED_HEADINGS,
    ROUTINE_HEADINGS,
    STRETCH_HEADINGS,
    read_guidance,
)
from guide.core.catalogue import Muscle, Stretch, Zone
from guide.core.lessons import Term
from guide.packs import limits
from guide.packs.forms import PackMovement, PackStretch
from guide.packs.layout import MANIFEST, Place, place_of
from guide.packs.pack import About, Ours, is_own

T = TypeVar("T", bound=msgspec.Struct)
_HEADINGS = {
    "stretches": STRETCH_HEADINGS,
    "movements": MOVEMENT_HEADINGS,
    "routines": ROUTINE_HEADINGS,
    "lessons": None,  # theirs are free
    "glossary": None,
}


class Reading(msgspec.Struct):
    """A pack while it is read. ``content`` also knows the ids of ours, which a pack may name."""

    about: About
    ours: Ours
    content: Gathered
    pictures: frozenset[str] = frozenset()  # their paths
    stretches: dict[str, PackStretch] = {}
    movements: dict[str, PackMovement] = {}

    @property
    def shown(self) -> frozenset[str]:
        """The ids of its pictures."""
        return frozenset(place_of(path).id for path in self.pictures)

    def prose_of(self, kind: str) -> dict[Place, Prose]:
        """The texts of a kind that were read, by their places."""
        found = {place_of(path): prose for path, prose in self.content.prose.items()}
        return {place: prose for place, prose in found.items() if place.kind == kind}


def gather(about: About, texts: Mapping[str, str], pictures: frozenset[str], ours: Ours) -> Reading:
    """Read ``texts``, by path; what is wrong with their form stands in ``content.problems``."""
    sources = SourcesFile(tuple(ours.catalogue.sources.values()))
    zones = ZonesFile(tuple(map(_zone, ours.catalogue.zones.values())))
    content = Gathered(files={"sources.toml": sources, "zones.toml": zones})
    reading = Reading(about, ours, content, pictures)
    for path, text in texts.items():
        if path != MANIFEST and len(content.problems) < limits.TOLD:
            content.sources[path] = Source(path, text)
            _take(reading, content.sources[path], place_of(path))
    content.muscle_ids = frozenset(ours.catalogue.muscles)
    for place, prose in reading.prose_of("lessons").items():
        _lesson(reading, place, prose)
    for place, prose in reading.prose_of("glossary").items():
        content.glossary[place.language] = _terms(reading, prose)
    content.lesson_ids = frozenset(ours.lessons) | _own(texts, "lessons")
    content.stretch_ids = frozenset(ours.catalogue.stretches) | _own(texts, "stretches")
    content.movement_ids = frozenset(ours.catalogue.movements) | _own(texts, "movements")
    return reading


def _own(texts: Mapping[str, str], kind: str) -> frozenset[str]:
    """The ids of own things of a kind, even where their facts are broken."""
    places = map(place_of, texts)
    return frozenset(each.id for each in places if each.kind == kind and is_own(each.id))


def _take(reading: Reading, source: Source, place: Place) -> None:
    if place.language:
        _prose(reading, source, place)
    elif place.kind == "stretches":
        if (stretch := _facts(reading, source, PackStretch)) is not None:
            reading.stretches[place.id] = stretch
            reading.content.stretches[place.id] = stretch.as_ours()
    elif place.kind == "movements":
        if (movement := _facts(reading, source, PackMovement)) is not None:
            reading.movements[place.id] = movement
            reading.content.movements[place.id] = movement.as_ours()
    elif place.kind == "routines":
        if (routine := _facts(reading, source, RoutineFile)) is not None:
            reading.content.routines[place.id] = routine
    elif place.kind == "lessons":
        if (lesson := _facts(reading, source, LessonFile)) is not None:
            reading.content.lesson_facts[place.id] = lesson


def _facts(reading: Reading, source: Source, kind: type[T]) -> T | None:
    value, problems = read_toml(source, kind)
    reading.content.problems += problems
    return value


def _prose(reading: Reading, source: Source, place: Place) -> None:
    muscle = reading.ours.catalogue.muscles.get(place.id) if place.kind == "muscles" else None
    document, problems = read_prose(source, _headings(place, muscle))
    reading.content.problems += problems
    reading.content.prose[source.path] = Prose(source, document)
    if muscle is not None:
        guidance, problems = read_guidance(source, document, muscle.id)
        reading.content.problems += problems
        reading.content.guidance.setdefault(place.language, {})[muscle.id] = guidance
    stretch = reading.ours.catalogue.stretches.get(place.id)
    if place.kind == "stretches" and stretch is not None:
        reading.content.stretches[place.id] = form_of(stretch)


def _lesson(reading: Reading, place: Place, prose: Prose) -> None:
    content, ours = reading.content, reading.ours.lessons.get(place.id)
    facts = content.lesson_facts.get(place.id)
    if ours is not None:
        facts = LessonFile(ours.id, ours.order, ours.sources)
    if facts is not None:
        lesson, problems = read_lesson(prose.source, facts, prose.document)
        content.problems += problems
        content.lessons.setdefault(place.language, {})[place.id] = lesson


def _terms(reading: Reading, prose: Prose) -> dict[str, Term]:
    """The terms of a pack; those that our letters cannot spell have numbers for ids."""
    terms: dict[str, Term] = {}
    for number, section in enumerate(prose.document.sections, 1):
        one = Document(prose.document.title, (section,))
        found, problems = read_glossary(prose.source, one)
        reading.content.problems += problems
        for name, term in found.items():
            own = f"{reading.about.id}-{name or f'term_{number}'}"
            if own in terms:
                cure = "Join the two, or rename one"
                problem = prose.source.problem(section.line, f"'{own}' stands here twice", cure)
                reading.content.problems.append(problem)
            terms[own] = replace(term, id=own)
    return terms


def _headings(place: Place, muscle: Muscle | None) -> tuple[str, ...] | None:
    if place.kind != "muscles":
        return _HEADINGS[place.kind]
    return PRESSED_HEADINGS if muscle is None or muscle.may_be_pressed else ALONE_HEADINGS


def _zone(zone: Zone) -> ZoneForm:
    return ZoneForm(zone.id, zone.label, zone.description, zone.midline, zone.on_skin)


def form_of(stretch: Stretch) -> StretchFile:
    """The facts of a stretch of ours, whose words are another language's."""
    return StretchFile(
        id=stretch.id,
        sides=stretch.sides,
        posture=stretch.posture,
        muscles=stretch.muscles,
        hold=stretch.hold_seconds,
        bends_spine=stretch.bends_spine,
        sources=stretch.sources,
        pose=stretch.pose,
    )
