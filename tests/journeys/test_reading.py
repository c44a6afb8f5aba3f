"""Somebody reads: a lesson, a muscle from it, back again, and from there to pressing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.app.map_state import Panel
from guide.app.session_state import Stage
from guide.core.anatomy import Chosen, Side
from guide.ui.learn.page import LearnPage
from guide.ui.learn.rows import Card
from guide.ui.learn.search import SearchArticle
from guide.ui.prose import Prose
from tests.app.fakes import FakeClock
from tests.journeys.visits import NECK, Visit, visit
from tests.ui.small_atlas import write_atlas

UPPER = Chosen("trapezius_upper", Side.RIGHT)


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Visit]:
    assets = tmp_path / "assets"
    write_atlas(assets)
    with visit(qtbot, qapp, tmp_path / "home", assets, FakeClock()) as made:
        yield made


def _page(here: Visit) -> LearnPage:
    (page,) = here.program.window.findChildren(LearnPage)
    return page


def _at(here: Visit) -> Address:
    assert here.program.rest._learning is not None
    return here.program.rest._learning.presenter.state.here


def _follow(here: Visit, words: str) -> None:
    """Follow the first link that says ``words``."""
    for prose in _page(here).findChildren(Prose):
        if words in prose.links() and prose.isVisible():
            prose.follow(prose.links().index(words))
            return
    raise LookupError(words)


def test_a_lesson_a_muscle_from_it_and_back(here: Visit, qtbot: QtBot) -> None:
    here.press("Learn")
    assert here.program.window.current_page() == "learn"
    cards = _page(here).findChildren(Card)
    next(card for card in cards if card.text() == "Why pain is felt elsewhere").click()
    assert _at(here) == Address(Page.LESSON, "felt_elsewhere")
    _follow(here, "trapezius")
    assert _at(here) == Address(Page.MUSCLE, UPPER.muscle)
    assert here.says("Musculus trapezius, pars descendens")
    assert not here.says("Start pressure session")
    qtbot.keyClick(_page(here), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert _at(here) == Address(Page.LESSON, "felt_elsewhere")
    here.press("Back")
    assert _at(here) == Address(Page.LESSONS)


def test_from_a_muscle_to_the_map_through_the_questions_and_into_a_session(
    here: Visit, qapp: QApplication
) -> None:
    here.program.requests.learn.emit(Address(Page.MUSCLE, UPPER.muscle, UPPER.side))
    here.press("To the map")
    state = here.program.map.state
    assert here.program.window.current_page() == "map"
    assert (state.panel, state.lit) == (Panel.MUSCLE, UPPER)
    here.paint_and_answer()
    here.program.map.choose(UPPER.muscle, UPPER.side)
    qapp.processEvents()
    here.press("Read all about it")
    assert _at(here) == Address(Page.MUSCLE, UPPER.muscle, UPPER.side)
    here.press("Start pressure session")
    assert here.state.stage is Stage.SETUP
    assert here.state.wish is not None
    assert (here.state.wish.subject, here.state.wish.side) == (UPPER.muscle, UPPER.side)


def test_open_questions_are_asked_for_the_muscle_that_was_read(here: Visit) -> None:
    here.program.map.paint(NECK)
    here.program.requests.learn.emit(Address(Page.MUSCLE, UPPER.muscle, UPPER.side))
    here.press("Answer the questions first")
    assert here.program.map.state.panel is Panel.ASKING


def test_the_map_turns_to_a_muscle_that_is_shown_on_it(here: Visit) -> None:
    here.program.requests.learn.emit(Address(Page.MUSCLE, UPPER.muscle, UPPER.side))
    here.press("Show it on the map")
    assert here.program.page.body.shows_lit()


def test_a_word_is_found_from_anywhere_by_keyboard_alone(here: Visit, qtbot: QtBot) -> None:
    window = here.program.window
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    article = _page(here).article
    assert isinstance(article, SearchArticle)
    qtbot.keyClicks(article.field, "upper trapez")
    qtbot.keyClick(article.field, Qt.Key.Key_Return)
    assert _at(here) == Address(Page.MUSCLE, UPPER.muscle)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    article = _page(here).article
    assert isinstance(article, SearchArticle)
    assert article.field.text() == ""
