"""A lesson is shown whole: every paragraph, claim and drawing, with its sources."""

import pytest
from pytestqt.qtbot import QtBot

from guide.app.learn_presenter import Books
from guide.content import lessons
from guide.core.catalogue import Claim
from guide.core.lessons import (
    Cue,
    Drawing,
    Graded,
    Item,
    Lesson,
    LessonSection,
    Paragraph,
)
from guide.core.links import plain
from guide.ui.learn.drawing import DrawingPicture
from guide.ui.learn.lesson import lesson_article, minutes, minutes_text
from guide.ui.reading import Kit
from tests.ui.panels.reading import said

CLAIM = Claim("It helps some.", "limited", ("HOU02",), "yes", "unknown", "no")


def _lesson(*sections: LessonSection) -> Lesson:
    return Lesson("x", 1, "A lesson", "In short.", sections, ("HOU02",))


@pytest.mark.parametrize("name", lessons())
def test_every_lesson_is_shown_whole(qtbot: QtBot, kit: Kit, books: Books, name: str) -> None:
    lesson = books.lessons()[name]
    made = lesson_article(kit, lesson, books.drawing)
    qtbot.addWidget(made)
    texts = said(made)
    assert {lesson.title, plain(lesson.summary), minutes_text(lesson)} <= set(texts)
    assert "Not reviewed by a clinician." in texts
    for section in lesson.sections:
        assert section.heading in texts
        for block in section.blocks:
            match block:
                case Paragraph(text) | Item(text):
                    assert plain(text) in texts
                case Graded(claim):
                    assert claim.text in texts
                case Drawing(_, words):
                    assert plain(words) in texts
    drawings = [b for s in lesson.sections for b in s.blocks if isinstance(b, Drawing)]
    assert len(made.findChildren(DrawingPicture)) == len(drawings)


def test_the_figure_follows_the_cues(qtbot: QtBot, kit: Kit, books: Books) -> None:
    plain_one = _lesson(LessonSection("One", (Paragraph("Words."),)))
    made = lesson_article(kit, plain_one, books.drawing)
    qtbot.addWidget(made)
    assert made.alone
    cued = _lesson(
        LessonSection("One", (Paragraph("Words."),)),
        LessonSection("Two", (Graded(CLAIM),), Cue("zone", "head.temple")),
    )
    made = lesson_article(kit, cued, books.drawing)
    qtbot.addWidget(made)
    assert not made.alone
    temple = kit.catalogue.zones["head.temple"].label
    assert [block.lit and block.lit.words for block in made.blocks] == [temple, None, temple, None]


def test_minutes_are_counted_from_the_words() -> None:
    short = _lesson(LessonSection("One", (Paragraph("Words."), Graded(CLAIM))))
    assert minutes(short) == 1
    long = _lesson(LessonSection("One", (Item("word " * 900),)))
    assert minutes(long) == 5
    assert minutes_text(long) == "5 minutes to read"
