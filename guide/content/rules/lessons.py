"""Rules of lessons, glossary and drawings: what they name exists, and is used."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from guide.content.decode import Source
from guide.content.gather import BASE_LANGUAGE, Gathered, Prose
from guide.content.problems import Problem
from guide.content.rules.known import Ids, Known, nearest, unknown
from guide.content.rules.moving import check_id
from guide.core.lessons import Drawing, Graded, Lesson

# The names of the theme's colours (`guide.ui.tokens.Tokens`); a test holds them together.
COLOURS = frozenset(
    {
        "paper", "panel", "card", "ink", "quiet", "line", "edge", "hover", "sunken", "accent",
        "accent_ink", "accent_text", "accent_soft", "caution", "caution_ink", "caution_edge",
        "stop", "stop_ink", "stop_soft", "stop_text", "focus", "tip", "tip_ink",
    }
)  # fmt: skip
_SHAPES = frozenset(
    ["svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"]
)
_SVG = "{http://www.w3.org/2000/svg}"
_PAINT = ("fill", "stroke")
_ATTRIBUTE = re.compile(r"[a-z][a-zA-Z-]*[0-9]?")
_WORD = re.compile(r"\{([a-z_]*)\}")


def check_lessons(content: Gathered, known: Known) -> Iterator[Problem]:
    """lessons/, glossary/ and drawings/."""
    orders: dict[int, str] = {}
    for folder, facts in content.lesson_facts.items():
        source = content.sources[f"lessons/{folder}/facts.toml"]
        yield from check_id(source, facts.id, folder)
        yield from unknown(source, "source", facts.sources, known.sources)
        if not facts.sources:
            line = source.line_at(("sources",))
            yield source.problem(line, "no source is named", "Name at least one")
        other = orders.setdefault(facts.order, folder)
        if other != folder:
            line = source.line_at(("order",))
            message = f"the order {facts.order} is that of '{other}'"
            yield source.problem(line, message, "Give each lesson a place of its own")
    for language, lessons in content.lessons.items():
        for name, lesson in lessons.items():
            yield from _lesson(known, content.prose[f"lessons/{name}/{language}.md"], lesson)
    yield from _drawings(content)


def _lesson(known: Known, prose: Prose, lesson: Lesson) -> Iterator[Problem]:
    source = prose.source
    for section in lesson.sections:
        if all(isinstance(block, Graded) for block in section.blocks):
            place = prose.document.section(section.heading)
            cure = "Put each claim into the section whose text it judges"
            message = f"'{section.heading}' holds nothing but claims"
            yield source.problem(place.line if place else 0, message, cure)
        if section.cue is not None:
            what = "zone" if section.cue.kind == "zone" else "muscle"
            ids = known.zones if what == "zone" else known.muscles
            yield from _named(prose, what, section.cue.id, ids)
        for block in section.blocks:
            if isinstance(block, Graded):
                for each in block.claim.sources:
                    yield from _named(prose, "source", each, known.sources)
            elif isinstance(block, Drawing):
                yield from _named(prose, "drawing", block.id, known.drawings)


def _named(prose: Prose, what: str, each: str, ids: Ids) -> Iterator[Problem]:
    """That ``prose`` names ``each``, which is none of ``ids``."""
    if ids is not None and each not in ids:
        cure = nearest(each, ids)
        yield prose.source.problem(_line(prose, each), f"unknown {what} '{each}'", cure)


def _line(prose: Prose, word: str) -> int:
    """The line of ``prose`` that names ``word``."""
    named = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    return next((line.line for line in prose.document.lines if named.search(line.text)), 0)


def _drawings(content: Gathered) -> Iterator[Problem]:
    used = {
        block.id
        for lesson in content.lessons.get(BASE_LANGUAGE, {}).values()
        for section in lesson.sections
        for block in section.blocks
        if isinstance(block, Drawing)
    }
    for name, source in content.drawings.items():
        if name not in used:
            yield source.problem(0, "no lesson shows this drawing", "Show it, or take it out")
        yield from check_drawing(source)


def check_drawing(source: Source) -> Iterator[Problem]:
    """A drawing holds shapes alone, in the colours of the theme: no text, no style, no link."""
    if "<!" in source.text:  # no entities, so that the parser has nothing to unfold
        line = _at(source, "<!")
        yield source.problem(line, "a declaration or a comment stands here", "Take it out")
        return
    try:
        root = ET.fromstring(source.text)  # noqa: S314 - without entities it is safe
    except ET.ParseError as error:
        yield source.problem(error.position[0], "this is not SVG", "Mend this line")
        return
    if root.tag != f"{_SVG}svg" or "viewBox" not in root.attrib:
        cure = 'Begin with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400">'
        yield source.problem(1, "this is no drawing", cure)
    for element in root.iter():
        yield from _element(source, element)


def _element(source: Source, element: ET.Element) -> Iterator[Problem]:
    tag = element.tag.removeprefix(_SVG)
    if tag not in _SHAPES:
        cure = f"Use one of: {', '.join(sorted(_SHAPES))}"
        yield source.problem(_at(source, f"<{tag}"), f"'{tag}' is not drawn", cure)
    if (element.text or "").strip() or (element.tail or "").strip():
        message = "there is text in the drawing"
        yield source.problem(0, message, "Take it out: the caption says it, in every language")
    for name, value in element.attrib.items():
        line = _at(source, f'{name}="{value}"')
        if not _ATTRIBUTE.fullmatch(name) or name.startswith("on") or name in ("style", "href"):
            yield source.problem(line, f"'{name}' may not stand here", "Take it out")
        elif name in _PAINT and value != "none" and not _is_colour(value):
            cure = "Use none, or a colour of the theme, such as {ink}"
            yield source.problem(line, f"'{value}' is no colour of the theme", cure)
        elif name not in _PAINT and ("{" in value or "url(" in value):
            yield source.problem(line, f"'{value}' may not stand here", "Take it out")


def _is_colour(value: str) -> bool:
    word = _WORD.fullmatch(value)
    return word is not None and word[1] in COLOURS


def _at(source: Source, needle: str) -> int:
    lines = source.text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if needle in line), 0)
