"""The blocks of a lesson keep their kinds on the way through the compiled form."""

import msgspec

from guide.core.catalogue import Claim
from guide.core.lessons import Cue, Drawing, Graded, Item, Lesson, LessonSection, Paragraph


def test_a_lesson_comes_back_as_it_was() -> None:
    claim = Claim("It eases for a while.", "tested", ("BOOK",), "yes", "unknown", "no")
    blocks = (Paragraph("First."), Item("One."), Graded(claim), Drawing("fibres", "A band."))
    section = LessonSection("What it is", blocks, Cue("referral", "trapezius_upper"))
    lesson = Lesson("spots", 1, "Sore spots", "In short.", (section,), ("BOOK",))
    assert msgspec.json.decode(msgspec.json.encode(lesson), type=Lesson) == lesson
