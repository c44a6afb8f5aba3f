"""Rules of guidance and stretch texts: what they may name, and that they state no dose."""

import re
from collections.abc import Iterator

from guide.content.decode import Source
from guide.content.forms import MuscleFile
from guide.content.gather import Gathered
from guide.content.problems import Problem
from guide.content.prose import Document, Line, Section
from guide.content.rules.known import Ids, Known, unknown
from guide.content.texts import POSTURES, STROKES
from guide.core.catalogue import Claim, Guidance, PressWay, Sides
from guide.core.safety_facts import SafetyClass

# A dose in words: what counts for the person may be less, and is shown beside the text.
_DOSE = re.compile(
    r"\d+ (?:seconds|minutes|times)|of (?:10|ten)\b|\b(?:once|twice|times) a day|every other day"
)
_HANDS = ("{side}", "{other}")
MOST_MOVEMENTS = 3


def check_guidance(
    content: Gathered, known: Known, language: str, guidance: Guidance
) -> Iterator[Problem]:
    """muscles/<id>/<language>.md against the facts of the muscle."""
    prose = content.prose[f"muscles/{guidance.muscle}/{language}.md"]
    source = prose.source
    facts = content.muscles.get(guidance.muscle)
    stretch = prose.document.section("Stretch it")
    evidence = prose.document.section("Evidence")
    move = prose.document.section("Move it")
    yield from _unknown(source, stretch, "stretch", guidance.stretches, known.stretches)
    yield from _unknown(source, move, "movement", guidance.movements, known.movements)
    if not 1 <= len(guidance.movements) <= MOST_MOVEMENTS:
        yield source.problem(
            move.line if move else 0,
            f"{len(guidance.movements)} movements are named",
            f"Name one to {MOST_MOVEMENTS}",
        )
    yield from _claims(source, known, guidance.evidence, evidence)
    yield from _repeated(content, source, prose.document, language)
    press, stroke = (prose.document.section(each) for each in ("Press it", STROKES))
    if facts is not None and press is not None:
        yield from _ways(source, facts, guidance.press, press)
        yield from _unreached(source, facts, guidance, press)
        yield from _doses(source, press)
    if facts is not None and stroke is not None:
        yield from _ways(source, facts, guidance.stroke, stroke)
        yield from _doses(source, stroke)


def check_general(content: Gathered, known: Known, language: str) -> Iterator[Problem]:
    """general/<language>.md."""
    prose, general = content.prose[f"general/{language}.md"], content.general[language]
    for heading, claims in (
        ("Evidence", general.evidence),
        ("Evidence where pressed", general.evidence_pressed),
    ):
        yield from _claims(prose.source, known, claims, prose.document.section(heading))


def _claims(
    source: Source, known: Known, claims: tuple[Claim, ...], section: Section | None
) -> Iterator[Problem]:
    for claim in claims:
        yield from _unknown(source, section, "source", claim.sources, known.sources)
        if not claim.sources:
            yield source.problem(
                section.line if section else 0, "a claim has no source", "Name at least one"
            )


def _repeated(
    content: Gathered, source: Source, document: Document, language: str
) -> Iterator[Problem]:
    """What holds for every muscle is said once."""
    path = f"general/{language}.md"
    general = content.prose.get(path)
    said = {line.text.split("|")[0].strip() for line in general.document.lines} if general else ()
    for line in document.lines:
        if line.text.split("|")[0].strip() in said:
            yield source.problem(line.line, f"this line stands in {path} too", "Take it out here")


def _unknown(
    source: Source, section: Section | None, what: str, ids: tuple[str, ...], known: Ids
) -> Iterator[Problem]:
    for problem in unknown(source, what, ids, known):
        word = re.search(r"'(.*)'", problem.message)
        lines = section.lines if section else ()
        line = next((each.line for each in lines if word and word[1] in each.text), 0)
        yield source.problem(line, problem.message, problem.cure)


def _pressable(facts: MuscleFile) -> set[str]:
    if facts.safety_class is SafetyClass.RED:
        return set()
    return {point.id for point in facts.points if point.self_press}


def _ways(
    source: Source, facts: MuscleFile, ways: tuple[PressWay, ...], section: Section
) -> Iterator[Problem]:
    lines = {part.heading.split("|")[0].strip(): part.line for part in section.parts}
    pressable = _pressable(facts)
    for way in ways:
        line = lines.get(way.title, section.line)
        if way.tool not in facts.tools:
            yield source.problem(
                line,
                f"the tool '{way.tool}' is not in the muscle's own list",
                f"Use one of: {', '.join(facts.tools) or 'none'}",
            )
        if way.posture not in POSTURES:
            yield source.problem(
                line, f"unknown posture '{way.posture}'", f"Use one of: {', '.join(POSTURES)}"
            )
        for point in way.points:
            if point not in pressable:
                yield source.problem(
                    line,
                    f"'{point}' is no point that one may press oneself",
                    f"Use one of: {', '.join(sorted(pressable)) or 'none'}",
                )


def _unreached(
    source: Source, facts: MuscleFile, guidance: Guidance, press: Section
) -> Iterator[Problem]:
    pressable = _pressable(facts)
    for point in sorted(pressable - {each for way in guidance.press for each in way.points}):
        yield source.problem(
            press.line, f"no way to press reaches '{point}'", "Name it in the heading of a way"
        )


def _doses(source: Source, press: Section) -> Iterator[Problem]:
    for section in (press, *press.parts):
        for line in section.lines:
            yield from _dose(source, line)


def _dose(source: Source, line: Line) -> Iterator[Problem]:
    if found := _DOSE.search(line.text):
        yield source.problem(
            line.line,
            f"the text states a dose: '{found[0]}'",
            "Take it out: the page shows the dose that counts for the person",
        )


def check_stretch_words(content: Gathered, path: str) -> Iterator[Problem]:
    """stretches/<id>/<language>.md: hands are named by {side} and {other}, and no dose."""
    prose = content.prose[path]
    stretch = content.stretches.get(path.split("/")[1])
    for line in prose.document.lines:
        yield from _dose(prose.source, line)
        named = set(re.findall(r"\{.*?\}", line.text))
        if bad := sorted(named - set(_HANDS)):
            yield prose.source.problem(
                line.line, f"{bad[0]} stands for nothing", "Use {side} and {other}"
            )
        if named and stretch is not None and stretch.sides is Sides.MIDLINE:
            yield prose.source.problem(
                line.line, "a stretch of both sides names a side", "Take {side} and {other} out"
            )
        if re.search(r"\b(left|right)\b", line.text):
            yield prose.source.problem(
                line.line, "a side is written out", "Write {side} or {other}"
            )
