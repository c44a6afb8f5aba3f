"""Search: as one types, by keyboard alone, and with a word when nothing is found."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.core.search import Found, Kind
from guide.ui.learn.search import (
    MOST,
    SearchArticle,
    address_of,
    found_words,
    kind_words,
    nothing_words,
)
from guide.ui.reading import Kit
from tests.ui.panels.reading import said

FOUND = (
    Found(Kind.MUSCLE, "trapezius_upper", "Upper trapezius", "It lifts the shoulder."),
    Found(Kind.ZONE, "head.temple", "Temple", ""),
    Found(Kind.TERM, "tender_spot", "Tender spot", "A spot."),
)


@pytest.fixture
def page(qtbot: QtBot, kit: Kit) -> SearchArticle:
    made = SearchArticle(kit, "t", FOUND, ())
    qtbot.addWidget(made)
    return made


def test_what_is_found_says_what_it_is(page: SearchArticle) -> None:
    assert [row.text() for row in page.rows] == ["Upper trapezius", "Temple", "Tender spot"]
    assert page.rows[0].accessibleName() == "Upper trapezius Muscle · It lifts the shoulder."
    assert page.rows[1].accessibleName() == "Temple Area"
    assert "3 pages found" in said(page)


def test_the_field_stays_while_what_is_found_changes(qtbot: QtBot, page: SearchArticle) -> None:
    field = page.field
    with qtbot.waitSignal(page.typed) as typed:
        qtbot.keyClicks(field, "e")
    assert typed.args == ["te"]
    page.show_found("te", FOUND[1:2], ())
    assert page.field is field
    assert "1 page found" in said(page)
    page.show_found("xyz", (), ("xylophone",))
    assert "Nothing has “xyz” in it. Did you mean: xylophone?" in said(page)
    page.show_found("", (), ())
    assert any(text.startswith("Type a few letters") for text in said(page))


def test_enter_opens_the_first_and_the_arrow_goes_to_it(
    qtbot: QtBot, kit: Kit, page: SearchArticle
) -> None:
    page.setMinimumSize(400, 400)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    with qtbot.waitSignal(kit.requests.learn) as asked:
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert asked.args == [Address(Page.MUSCLE, "trapezius_upper")]
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    assert page.rows[0].hasFocus()


def test_a_muscle_and_an_area_are_lit_when_pointed_at(qtbot: QtBot, page: SearchArticle) -> None:
    for row, words in ((page.rows[0], "Upper trapezius, right"), (page.rows[1], "Temple")):
        with qtbot.waitSignal(page.lit) as lit:
            row.pointed.emit(row.address)
        assert lit.args is not None
        assert lit.args[0].words == words
    with qtbot.assertNotEmitted(page.lit):
        page.rows[2].pointed.emit(page.rows[2].address)


def test_every_kind_leads_somewhere_and_has_a_word(kit: Kit) -> None:
    ids = {Kind.STRETCH: "ear_to_shoulder"}
    pages = {
        kind: address_of(kit.catalogue, Found(kind, ids.get(kind, "x"), "", "")) for kind in Kind
    }
    assert pages[Kind.STRETCH] == Address(Page.MUSCLE, "trapezius_upper")
    assert pages[Kind.TERM] == Address(Page.TERMS, "x")
    assert pages[Kind.SOURCE] == Address(Page.SOURCES, "x")
    assert pages[Kind.LESSON] == Address(Page.LESSON, "x")
    assert all(kind_words(kind) for kind in Kind)
    assert nothing_words(" x ", ()) == "Nothing has “x” in it."


def test_only_the_best_are_shown_and_the_figure_follows_when_one_rests(
    qtbot: QtBot, page: SearchArticle
) -> None:
    page.show_found("t", FOUND * 9, ())
    assert len(page.rows) == MOST
    assert found_words(27) in said(page)
    with qtbot.waitSignal(page.lit) as lit:
        page.show_found("t", FOUND[1:], ())
    assert lit.args is not None
    assert lit.args[0].words == "Temple"
