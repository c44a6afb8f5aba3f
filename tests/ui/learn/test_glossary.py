"""Every word is there, in the order of the alphabet, and found by its other names too."""

from pytestqt.qtbot import QtBot

from guide.app.learn_presenter import Books
from guide.core.links import plain
from guide.ui.learn.glossary import GlossaryArticle
from guide.ui.reading import Kit
from tests.ui.panels.reading import said


def test_every_term_is_explained_in_order(qtbot: QtBot, kit: Kit, books: Books) -> None:
    terms = books.glossary()
    page = GlossaryArticle(kit, terms)
    qtbot.addWidget(page)
    texts = said(page)
    assert all(term.title in texts and plain(term.text) in texts for term in terms.values())
    letters = [block.title for block in page.blocks]
    assert letters == sorted(letters)
    assert page.alone


def test_a_word_is_found_by_what_else_it_is_called(qtbot: QtBot, kit: Kit, books: Books) -> None:
    term = next(each for each in books.glossary().values() if each.also)
    page = GlossaryArticle(kit, books.glossary())
    qtbot.addWidget(page)
    page.filter.setText(term.also[0])
    left = [text for made in page.left() for text in said(made)]
    assert term.title in left


def test_a_link_brings_its_word_to_the_top(qtbot: QtBot, kit: Kit, books: Books) -> None:
    last = max(books.glossary().values(), key=lambda each: each.title.casefold())
    page = GlossaryArticle(kit, books.glossary(), last.id)
    qtbot.addWidget(page)
    page.setMinimumSize(400, 400)
    page.resize(700, 500)
    page.show()
    qtbot.waitExposed(page)
    page.go_to(last.id)
    assert page.scrolled_to() > 0
    assert page.current is page.blocks[-1]
    page.go_to("no_such_word")


def test_without_words_that_is_said(qtbot: QtBot, kit: Kit) -> None:
    page = GlossaryArticle(kit, {})
    qtbot.addWidget(page)
    assert "There is no glossary in this language yet." in said(page)
