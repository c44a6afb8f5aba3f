"""Lessons and what a search finds, for the terminal and for programs."""

from collections.abc import Iterable, Iterator

import msgspec

from guide.cli.layout import bullet, claim_line, wrapped
from guide.core.lessons import Drawing, Graded, Item, Lesson, LessonSection
from guide.core.links import plain
from guide.core.search import Found, Kind
from guide.i18n import _

Json = dict[str, object]


def lesson_list(lessons: Iterable[Lesson]) -> Iterator[str]:
    """The answer to `unknot lesson`."""
    for lesson in lessons:
        yield f"{lesson.title} [{lesson.id}]"
        yield from wrapped(plain(lesson.summary), "    ")
        yield ""
    yield _("Read one: unknot lesson ID")


def lesson_page(lesson: Lesson) -> Iterator[str]:
    """The answer to `unknot lesson ID`."""
    yield lesson.title.upper()
    yield ""
    yield from wrapped(plain(lesson.summary))
    for section in lesson.sections:
        yield ""
        yield section.heading
        yield from _blocks(section)
    yield ""
    yield _("Sources: {ids}").format(ids=", ".join(lesson.sources))
    yield _("Not reviewed by a clinician.")


def _blocks(section: LessonSection) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Graded):
            yield from bullet(claim_line(block.claim))
        elif isinstance(block, Drawing):
            yield from wrapped(_("(In the window a drawing shows: {alt})").format(alt=block.alt))
        elif isinstance(block, Item):
            yield from bullet(plain(block.text))
        else:
            yield from wrapped(plain(block.text))


def lesson_json(lesson: Lesson) -> Json:
    """The answer to `unknot lesson ID --json`: every text without its links."""
    return {
        "id": lesson.id,
        "title": lesson.title,
        "summary": plain(lesson.summary),
        "sections": [
            {"heading": each.heading, "blocks": [_block_json(block) for block in each.blocks]}
            for each in lesson.sections
        ],
        "sources": list(lesson.sources),
    }


def _block_json(block: msgspec.Struct) -> Json:
    told: Json = msgspec.to_builtins(block)
    text = told.get("text")
    return told | {"text": plain(text)} if isinstance(text, str) else told


def lessons_json(lessons: Iterable[Lesson]) -> Json:
    """The answer to `unknot lesson --json`."""
    every = ({"id": x.id, "title": x.title, "summary": plain(x.summary)} for x in lessons)
    return {"lessons": list(every)}


def found_list(found: Iterable[Found]) -> Iterator[str]:
    """The answer to `unknot search`: each with the sentence that matches."""
    names = {
        Kind.MUSCLE: _("muscle"),
        Kind.ZONE: _("zone"),
        Kind.STRETCH: _("stretch"),
        Kind.LESSON: _("lesson"),
        Kind.TERM: _("word"),
        Kind.SOURCE: _("source"),
    }
    for each in found:
        yield f"{each.title} ({names[each.kind]}) [{each.id}]"
        yield from wrapped(each.line, "    ")


def found_json(words: str, found: Iterable[Found], nearest: Iterable[str]) -> Json:
    """The answer to `unknot search --json`."""
    rows = ({"kind": x.kind.value, "id": x.id, "title": x.title, "line": x.line} for x in found)
    return {"words": words, "found": list(rows), "nearest": list(nearest)}


def nothing_found(words: str, nearest: tuple[str, ...]) -> str:
    """One sentence; with the words that are spelt most alike, where there are any."""
    if nearest:
        text = _("Nothing holds {words}. Nearest: {nearest}")
        return text.format(words=words, nearest=", ".join(nearest))
    return _("Nothing holds {words}. Try fewer or shorter words.").format(words=words)
