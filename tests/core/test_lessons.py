"""The blocks of a lesson keep their kinds on the way through the compiled form."""

import msgspec

from guide.core.catalogue import Claim
from guide.core.lessons import (
    Cue,
    Drawing,
    Graded,
    Item,
    Lesson,
    LessonSection,
    Paragraph,
    texts_of,
)

CLAIM = Claim("It eases for a while.", "tested", ("BOOK",), "yes", "unknown", "no")
BLOCKS = (Paragraph("First."), Item("One."), Graded(CLAIM), Drawing("fibres", "A band."))
SECTION = LessonSection("What it is", BLOCKS, Cue("referral", "trapezius_upper"))
LESSON = Lesson("spots", 1, "Sore spots", "In short.", (SECTION,), ("BOOK",))


def test_a_lesson_comes_back_as_it_was() -> None:
    assert msgspec.json.decode(msgspec.json.encode(LESSON), type=Lesson) == LESSON


def test_everything_that_is_said_is_told_in_order() -> None:
    said = ["In short.", "What it is", "First.", "One.", "It eases for a while.", "A band."]
    assert list(texts_of(LESSON)) == said
