"""Lessons and glossary: short pages of text, claims and drawings."""

from collections.abc import Iterator

import msgspec

from guide.core.catalogue import Claim


class Paragraph(msgspec.Struct, frozen=True, tag="text"):
    """A paragraph; it may hold links (`guide.core.links`)."""

    text: str


class Item(msgspec.Struct, frozen=True, tag="item"):
    """An item of a list; it may hold links."""

    text: str


class Graded(msgspec.Struct, frozen=True, tag="claim"):
    """A claim where it is used, with its grade."""

    claim: Claim


class Drawing(msgspec.Struct, frozen=True, tag="drawing"):
    """A drawing of the program, by its id; ``alt`` says in words what it shows."""

    id: str
    alt: str


Block = Paragraph | Item | Graded | Drawing


class Cue(msgspec.Struct, frozen=True):
    """What the figure beside a section shows."""

    kind: str  # "muscle" | "referral" (of a muscle) | "zone"
    id: str


class LessonSection(msgspec.Struct, frozen=True):
    """A heading with its text; without a cue the figure stays as it was."""

    heading: str
    blocks: tuple[Block, ...]
    cue: Cue | None = None


class Lesson(msgspec.Struct, frozen=True):
    """One lesson; ``summary`` is what lists show of it. Lessons stand in ``order``."""

    id: str
    order: int
    title: str
    summary: str
    sections: tuple[LessonSection, ...]
    sources: tuple[str, ...]


def texts_of(lesson: Lesson) -> Iterator[str]:
    """Everything that is said in ``lesson`` under its title, in order, with its links."""
    yield lesson.summary
    for section in lesson.sections:
        yield section.heading
        for block in section.blocks:
            match block:
                case Paragraph(text) | Item(text):
                    yield text
                case Graded(claim):
                    yield claim.text
                case Drawing(alt=alt):
                    yield alt


class Term(msgspec.Struct, frozen=True):
    """A word of the glossary, with the other words for it."""

    id: str
    title: str
    text: str
    also: tuple[str, ...] = ()


class Teaching(msgspec.Struct, frozen=True):
    """Everything that is taught beside the muscles, in one language."""

    lessons: tuple[Lesson, ...] = ()  # in their order
    terms: tuple[Term, ...] = ()  # by the alphabet
