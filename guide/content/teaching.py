"""Lessons and the glossary: from Markdown with free headings to values of the core."""

import re

from guide.content.decode import Source
from guide.content.forms import LessonFile
from guide.content.names import slug
from guide.content.problems import Problem
from guide.content.prose import Document, Line, Section
from guide.content.texts import listed, read_claim
from guide.core.lessons import (
    Block,
    Cue,
    Drawing,
    Graded,
    Item,
    Lesson,
    LessonSection,
    Paragraph,
    Term,
)

SUMMARY = "In short"
_DRAWING = re.compile(r"!\[([^\[\]]+)\]\(([a-z0-9_-]+)\)")
_CUE = re.compile(r"> figure: (?:(zone) (\S+)|([a-z0-9_-]+)( referral)?)")
_ALSO = "also:"


def read_lesson(
    source: Source, facts: LessonFile, document: Document
) -> tuple[Lesson, list[Problem]]:
    """The lesson of ``facts`` with its words; parts that cannot be read are left out and told."""
    problems: list[Problem] = []
    first, *rest = document.sections or (Section("", 1, ()),)
    if first.heading != SUMMARY or not first.text or first.items:
        cure = f"Begin with '## {SUMMARY}' and one paragraph"
        problems.append(source.problem(first.line, "the lesson has no summary", cure))
    for section in document.sections:
        for part in section.parts:
            cure = "Make it a heading '## ...', or take it out"
            problems.append(source.problem(part.line, "a lesson has no sub-headings", cure))
    sections = tuple(_section(source, each, problems) for each in rest)
    title = document.title
    return Lesson(facts.id, facts.order, title, first.text, sections, facts.sources), problems


def read_glossary(source: Source, document: Document) -> tuple[dict[str, Term], list[Problem]]:
    """The terms of the glossary by id, which is the slug of the term."""
    problems: list[Problem] = []
    terms = {}
    for section in document.sections:
        also = tuple(item.removeprefix(_ALSO) for item in section.items if item.startswith(_ALSO))
        if not section.text or len(also) != len(section.items) or len(also) > 1 or section.parts:
            cure = "Write one paragraph, and perhaps one line '- also: other word, other word'"
            problems.append(source.problem(section.line, f"'{section.heading}' is no term", cure))
        name = slug(section.heading)
        if name in terms:
            cure = "Join the two, or rename one"
            problems.append(source.problem(section.line, f"'{name}' stands here twice", cure))
        terms[name] = Term(name, section.heading, section.text, listed(also[0]) if also else ())
    return terms, problems


def _section(source: Source, section: Section, problems: list[Problem]) -> LessonSection:
    cues = [line for line in section.lines if line.text.startswith(">")]
    lines = [line for line in section.lines if line not in cues]
    blocks = (_block(source, line, problems) for line in lines)
    cue = _cue(source, cues[0], problems) if cues else None
    if len(cues) > 1:
        cure = "Keep one: the figure shows one thing beside a section"
        problems.append(source.problem(cues[1].line, "a second figure", cure))
    return LessonSection(section.heading, tuple(block for block in blocks if block), cue)


def _block(source: Source, line: Line, problems: list[Problem]) -> Block | None:
    if line.item and " | " in line.text:
        claim = read_claim(source, line.text, line.line, problems)
        return Graded(claim) if claim else None
    if line.item:
        return Item(line.text)
    if not line.text.startswith("!["):
        return Paragraph(line.text)
    match = _DRAWING.fullmatch(line.text)
    if match is None:
        cure = "Write it as ![what it shows, in words](drawing_id)"
        problems.append(source.problem(line.line, "this names no drawing", cure))
        return None
    return Drawing(match[2], match[1])


def _cue(source: Source, line: Line, problems: list[Problem]) -> Cue | None:
    match = _CUE.fullmatch(line.text)
    if match is None:
        cure = "Write > figure: MUSCLE, > figure: MUSCLE referral or > figure: zone ZONE"
        problems.append(source.problem(line.line, "this is no figure", cure))
        return None
    if match[1]:
        return Cue("zone", match[2])
    return Cue("referral" if match[4] else "muscle", match[3])
