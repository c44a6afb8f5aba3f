"""Every lesson has its card."""

from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.app.learn_presenter import Books
from guide.ui.learn.rows import Card
from guide.ui.learn.start import first_drawing, start_article
from guide.ui.reading import Kit
from tests.ui.panels.reading import said


def test_a_card_leads_to_its_lesson(qtbot: QtBot, kit: Kit, books: Books) -> None:
    made = start_article(kit, books.lessons(), books.drawing)
    qtbot.addWidget(made)
    cards = made.findChildren(Card)
    assert [card.address.id for card in cards] == list(books.lessons())
    assert len({card.height() for card in cards}) == 1
    with qtbot.waitSignal(kit.requests.learn) as asked:
        cards[0].click()
    assert asked.args == [Address(Page.LESSON, next(iter(books.lessons())))]


def test_without_lessons_that_is_said(qtbot: QtBot, kit: Kit, books: Books) -> None:
    made = start_article(kit, {}, books.drawing)
    qtbot.addWidget(made)
    assert "There are no lessons in this language yet." in said(made)


def test_a_lesson_shows_its_first_drawing(books: Books) -> None:
    assert first_drawing(books.lessons()["felt_elsewhere"]) == "shared_cord"
