"""Rules of translations: other words for the same, or for less of it, and never for more."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from guide.content.decode import Source
from guide.content.problems import Problem
from guide.content.prose import Document
from guide.content.texts import STRETCH_HEADINGS
from guide.core.catalogue import Claim, Guidance, PressWay
from guide.packs.gather import Reading

T = TypeVar("T", bound=Hashable)
_HANDS = ("{side}", "{other}")


def check_guidance(reading: Reading) -> Iterator[Problem]:
    """The texts of our muscles and stretches, each against the English one."""
    for language, texts in reading.content.guidance.items():
        for muscle, guidance in texts.items():
            prose = reading.content.prose[f"muscles/{muscle}/{language}.md"]
            yield from _muscle(prose.source, guidance, reading.ours.guidance(muscle))
    for place, prose in reading.prose_of("stretches").items():
        ours = reading.ours.catalogue.stretches.get(place.id)
        if ours is not None:
            english = (ours.start, ours.move, ours.feel, ours.stop)
            yield from _hands(prose.source, prose.document, english)


def _muscle(source: Source, own: Guidance, english: Guidance | None) -> Iterator[Problem]:
    if english is None:
        yield source.problem(0, "the program has no text of this muscle yet", "Take it out")
        return
    yield from _ways(source, "press", own.press, english.press)
    yield from _ways(source, "stroke", own.stroke, english.stroke)
    for what, ids, known in (
        ("stretch", own.stretches, english.stretches),
        ("movement", own.movements, english.movements),
    ):
        for each in more(ids, known):
            cure = f"Name only: {', '.join(known) or 'none'}"
            yield source.problem(0, f"the {what} '{each}' is not one of the English text", cure)
    if len(own.cautions) < english.own_cautions:
        what = f"{len(own.cautions)} cautions stand for {english.own_cautions} English ones"
        yield source.problem(0, what, "Leave no caution out")
    claims = (judged(claim) for claim in english.evidence[: english.own_evidence])
    for claim in more(map(judged, own.evidence), claims):
        cure = "Keep grade, sources and answers as the English claims have them, or leave it out"
        yield source.problem(0, f"a claim is graded '{claim[0]}' by sources of its own", cure)


def _ways(
    source: Source, what: str, own: tuple[PressWay, ...], english: tuple[PressWay, ...]
) -> Iterator[Problem]:
    for tool, posture, points in more(map(_way, own), map(_way, english)):
        named = ", ".join(point.rpartition(".")[2] for point in points)
        yield source.problem(
            source.line_of(tool),
            f"no English way to {what} is | {tool} | {posture} | {named}",
            "Translate the English ways, or fewer of them",
        )


def _way(way: PressWay) -> tuple[str, str, tuple[str, ...]]:
    return way.tool, way.posture, way.points


def judged(claim: Claim) -> tuple[str, tuple[str, ...], str, str, str]:
    """How strongly a claim is made, and by what."""
    return claim.grade, claim.sources, claim.effect, claim.mechanism, claim.over_rest


def more(own: Iterable[T], english: Iterable[T]) -> list[T]:
    """Those of ``own`` that ``english`` does not have, or not so often."""
    return list((Counter(own) - Counter(english)).elements())


def _hands(source: Source, document: Document, english: tuple[str, ...]) -> Iterator[Problem]:
    """The side is named where the English text names it, so that it turns with the picture."""
    for heading, text in zip(STRETCH_HEADINGS, english, strict=True):
        section = document.section(heading)
        if section is None:
            continue  # told by its reader
        for hand in _HANDS:
            if (hand in text) != (hand in section.text):
                cure = f"Use {hand} where the English text does, and nowhere else"
                yield source.problem(section.line, f"{hand} is lost or added", cure)
