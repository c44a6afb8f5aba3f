"""Where each source is used: so that every one of them can be looked through from its end."""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from guide.core.catalogue import Catalogue, Guidance
from guide.core.lessons import Graded, Lesson


class Use(msgspec.Struct, frozen=True):
    """A page or a fact that names a source; ``kind`` "" is a fact without a page of its own."""

    kind: str  # "muscle" | "lesson" | "" (see `guide.core.links`)
    id: str


def uses(
    catalogue: Catalogue, lessons: Iterable[Lesson], guidances: Iterable[Guidance]
) -> dict[str, tuple[Use, ...]]:
    """For each source that is named somewhere: by what, each once, lessons first."""
    found: dict[str, dict[Use, None]] = {}
    every = chain(_of_lessons(lessons), _of_muscles(catalogue, guidances), _of_safety(catalogue))
    for use, sources in every:
        for source in sources:
            found.setdefault(source, {})[use] = None
    return {source: tuple(named) for source, named in found.items()}


def _of_lessons(lessons: Iterable[Lesson]) -> Iterator[tuple[Use, tuple[str, ...]]]:
    for lesson in lessons:
        use = Use("lesson", lesson.id)
        yield use, lesson.sources
        for section in lesson.sections:
            for block in section.blocks:
                if isinstance(block, Graded):
                    yield use, block.claim.sources


def _of_muscles(
    catalogue: Catalogue, guidances: Iterable[Guidance]
) -> Iterator[tuple[Use, tuple[str, ...]]]:
    for muscle in catalogue.muscles.values():
        yield Use("muscle", muscle.id), muscle.sources
    for guidance in guidances:
        for claim in guidance.evidence[: guidance.own_evidence or None]:
            yield Use("muscle", guidance.muscle), claim.sources


def _of_safety(catalogue: Catalogue) -> Iterator[tuple[Use, tuple[str, ...]]]:
    """Stretches and the facts of the guard, by what they are."""
    for name, facts in (
        ("stretches", catalogue.stretches),
        ("red_flags", catalogue.red_flags),
        ("profile", catalogue.profile_entries),
        ("danger_zones", catalogue.danger_zones),
        ("see_a_clinician", catalogue.see_a_clinician),
    ):
        for fact in facts.values():
            yield Use("", name), fact.sources
    for owner in (catalogue.profile_entries, catalogue.danger_zones, catalogue.tools):
        for holder in owner.values():
            for rule in holder.rules:
                yield Use("", "rules"), rule.sources
