"""Rules of lessons and glossaries: what they name exists, and a translation leaves nothing out."""

from collections.abc import Iterator

import msgspec

from guide.content.decode import Source
from guide.content.problems import Problem
from guide.content.rules.known import Known
from guide.content.rules.known import known_of as known_content
from guide.content.rules.lessons import check_lessons as check_as_ours
from guide.content.rules.markdown import check_markdown
from guide.core.catalogue import Claim
from guide.core.lessons import Graded, Item, Lesson, LessonSection
from guide.packs.gather import Reading
from guide.packs.rules.guidance import judged, more


def known_of(reading: Reading) -> Known:
    """What the texts of a pack may name: what is ours, and its own."""
    terms = {name for language in reading.content.glossary.values() for name in language}
    return msgspec.structs.replace(
        known_content(reading.content),
        terms=frozenset({*reading.ours.terms, *terms}),
        drawings=reading.ours.drawings | reading.shown,
    )


def check_lessons(reading: Reading) -> Iterator[Problem]:
    """lessons/, glossary/, and the links of every text."""
    known = known_of(reading)
    yield from check_as_ours(reading.content, known)
    yield from check_markdown(reading.content, known)
    for language, lessons in reading.content.lessons.items():
        for name, lesson in lessons.items():
            english = reading.ours.lessons.get(name)
            if english is not None:
                source = reading.content.prose[f"lessons/{name}/{language}.md"].source
                yield from _translated(source, lesson, english)


def _translated(source: Source, own: Lesson, english: Lesson) -> Iterator[Problem]:
    if len(own.sections) != len(english.sections):
        what = f"{len(own.sections)} sections stand for {len(english.sections)} English ones"
        yield source.problem(0, what, "Translate every section, in the same order")
        return
    for theirs, ours in zip(own.sections, english.sections, strict=True):
        if _items(theirs) < _items(ours):
            line = source.text.partition(f"## {theirs.heading}")[0].count("\n") + 1
            what = f"'{theirs.heading}' has {_items(theirs)} points of {_items(ours)}"
            yield source.problem(line, what, "Leave no point of a list out")
    for claim in more(map(judged, _claims(own)), map(judged, _claims(english))):
        cure = "Keep grade, sources and answers as the English claims have them, or leave it out"
        yield source.problem(0, f"a claim is graded '{claim[0]}' by sources of its own", cure)


def _items(section: LessonSection) -> int:
    return sum(isinstance(block, Item) for block in section.blocks)


def _claims(lesson: Lesson) -> list[Claim]:
    blocks = (block for section in lesson.sections for block in section.blocks)
    return [block.claim for block in blocks if isinstance(block, Graded)]
