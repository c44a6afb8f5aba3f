"""Markdown with headings: a title, sections, parts of sections, paragraphs and lists."""

import re

import msgspec

from guide.content.decode import Source
from guide.content.problems import Problem

_HEADING = re.compile(r"(#{1,3}) +(\S.*)")
_ITEM = re.compile(r"(?:-|\d+\.) +(\S.*)")
_APART = ("![", ">")  # a drawing and a cue stand on a line of their own


class Line(msgspec.Struct, frozen=True):
    """A paragraph or an item of a list, and the line on which it begins."""

    text: str
    line: int
    item: bool


class Section(msgspec.Struct, frozen=True):
    """A heading with what stands under it; ``parts`` are its sub-headings."""

    heading: str
    line: int
    lines: tuple[Line, ...]
    parts: tuple["Section", ...] = ()

    @property
    def text(self) -> str:
        """Its paragraphs as one text."""
        return " ".join(line.text for line in self.lines if not line.item)

    @property
    def items(self) -> tuple[str, ...]:
        """The items of its lists."""
        return tuple(line.text for line in self.lines if line.item)


class Document(msgspec.Struct, frozen=True):
    """A Markdown file: the title and the sections in their order."""

    title: str
    sections: tuple[Section, ...]

    def section(self, heading: str) -> Section | None:
        """The section with ``heading``, or None."""
        return next((each for each in self.sections if each.heading == heading), None)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every paragraph and item of the file."""
        return tuple(
            line
            for section in self.sections
            for each in (section, *section.parts)
            for line in each.lines
        )


def read_prose(source: Source, headings: tuple[str, ...] | None) -> tuple[Document, list[Problem]]:
    """``source`` cut at its headings; ``headings`` must all be there, once, in this order.

    Without ``headings`` a file has those it likes, each once.
    """
    flat = _cut(source.text)
    sections: list[Section] = []
    for depth, section in flat:
        if depth == 3 and sections:
            last = sections[-1]
            sections[-1] = Section(last.heading, last.line, last.lines, (*last.parts, section))
        elif depth == 2:
            sections.append(section)
    titles = [section.heading for depth, section in flat if depth == 1]
    document = Document(titles[0] if titles else "", tuple(sections))
    problems = _misplaced(source, flat, len(titles)) + _sections(source, document)
    if headings is not None:
        problems += _unknown(source, document, headings)
        known = [each.heading for each in document.sections if each.heading in headings]
        if not problems and known != list(headings):
            cure = f"Order them so: {', '.join(headings)}"
            problems.append(source.problem(0, "the headings stand in another order", cure))
    return document, problems


def _cut(text: str) -> list[tuple[int, Section]]:
    found: list[tuple[int, Section]] = []
    depth, heading, start = 0, "", 1
    lines: list[Line] = []
    fresh = True  # the next plain line begins a paragraph
    for number, raw in enumerate(text.splitlines(), 1):
        if match := _HEADING.fullmatch(raw.rstrip()):
            found.append((depth, Section(heading, start, tuple(lines))))
            depth, heading, start = len(match[1]), match[2].strip(), number
            lines, fresh = [], True
        elif match := _ITEM.fullmatch(raw.rstrip()):
            lines.append(Line(match[1], number, item=True))
            fresh = False
        elif not raw.strip():
            fresh = True
        elif raw.strip().startswith(_APART):
            lines.append(Line(raw.strip(), number, item=False))
            fresh = True
        elif fresh or not lines:
            lines.append(Line(raw.strip(), number, item=False))
            fresh = False
        else:
            last = lines[-1]
            lines[-1] = Line(f"{last.text} {raw.strip()}", last.line, last.item)
    found.append((depth, Section(heading, start, tuple(lines))))
    return found


def _misplaced(source: Source, flat: list[tuple[int, Section]], titles: int) -> list[Problem]:
    problems = []
    if titles != 1:
        problems.append(
            source.problem(1, f"the file has {titles} titles", "Begin it with one line '# Name'")
        )
    problems += [
        source.problem(
            section.lines[0].line,
            "this text stands under no heading",
            "Put it under one of the fixed headings",
        )
        for depth, section in flat
        if depth < 2 and section.lines
    ]
    if flat[1:] and any(depth == 3 for depth, _ in flat):
        first = next(number for number, (depth, _) in enumerate(flat) if depth == 3)
        if not any(depth == 2 for depth, _ in flat[:first]):
            problems.append(
                source.problem(
                    flat[first][1].line,
                    "this sub-heading has no heading",
                    "Put it under a heading '## ...'",
                )
            )
    return problems


def _sections(source: Source, document: Document) -> list[Problem]:
    """Sections that stand twice, or hold nothing."""
    problems = []
    present = [section.heading for section in document.sections]
    for number, section in enumerate(document.sections):
        if section.heading in present[:number]:
            message, cure = f"'{section.heading}' stands here twice", "Join the two sections"
        elif not section.lines and not section.parts:
            message, cure = f"'{section.heading}' is empty", "Write what belongs here"
        else:
            continue
        problems.append(source.problem(section.line, message, cure))
    return problems


def _unknown(source: Source, document: Document, headings: tuple[str, ...]) -> list[Problem]:
    """Headings that are missing, and those that are none of ``headings``."""
    present = [section.heading for section in document.sections]
    missing = [
        source.problem(0, f"the heading '{heading}' is missing", f"Add a section '## {heading}'")
        for heading in headings
        if heading not in present
    ]
    cure = f"Use one of: {', '.join(headings)}"
    strange = [
        source.problem(section.line, f"unknown heading '{section.heading}'", cure)
        for section in document.sections
        if section.heading not in headings
    ]
    return missing + strange
