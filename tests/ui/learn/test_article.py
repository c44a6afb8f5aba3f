"""The section under the reader's eye is found by scrolling and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guide.core.anatomy import Chosen, Side
from guide.ui.controls import label
from guide.ui.learn.article import Article
from guide.ui.learn.lit import Lit, muscle_lit, whole_body
from guide.ui.reading import Kit

NAMES = ("first", "second", "third", "fourth")


@pytest.fixture
def article(qtbot: QtBot, kit: Kit) -> Article:
    made = Article(kit, "A page", "in four sections")
    upper = muscle_lit(kit.catalogue, Chosen("trapezius_upper", Side.RIGHT))
    lits = (whole_body(), upper, None, whole_body())
    for name, lit in zip(NAMES, lits, strict=True):
        content = label(name)
        content.setFixedHeight(500)
        made.add(name, content, lit)
    button = QPushButton("in the third")
    made.blocks[2].lines.addWidget(button)
    made.add_contents()
    made.begin()
    made.setMinimumSize(400, 400)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.setFocus()
    made.show()
    qtbot.waitExposed(made)
    return made


def _title(article: Article) -> str:
    return article.current.title if article.current else ""


def test_reading_begins_at_the_first_section(article: Article) -> None:
    assert _title(article) == "first"


def test_scrolling_moves_the_eye_and_lights_what_is_read(qtbot: QtBot, article: Article) -> None:
    lit: list[Lit] = []
    article.lit.connect(lit.append)
    article.scroll_to(article.blocks[1].y())
    assert _title(article) == "second"
    assert lit[-1].words == "Upper trapezius, right"
    before = len(lit)
    article.scroll_to(article.blocks[2].y())
    assert _title(article) == "third"
    assert len(lit) == before  # without a figure of its own it stays as it was
    article.scroll_to(100000)
    assert _title(article) == "fourth"
    article.scroll_to(0)
    assert _title(article) == "first"


def test_the_keyboard_goes_from_section_to_section(qtbot: QtBot, article: Article) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for expected in ("second", "third", "fourth", "fourth"):
        qtbot.keyClick(article, Qt.Key.Key_Down, control)
        assert _title(article) == expected
    qtbot.keyClick(article, Qt.Key.Key_Up, control)
    assert _title(article) == "third"
    qtbot.keyClick(article, Qt.Key.Key_Home)
    assert article.scrolled_to() == 0
    qtbot.keyClick(article, Qt.Key.Key_PageDown)
    paged = article.scrolled_to()
    qtbot.keyClick(article, Qt.Key.Key_Down)
    assert 0 < paged < article.scrolled_to()
    qtbot.keyClick(article, Qt.Key.Key_End)
    assert _title(article) == "fourth"
    qtbot.keyClick(article, Qt.Key.Key_F7)  # none of ours


def test_a_way_to_a_section_brings_it_to_the_top(qtbot: QtBot, article: Article) -> None:
    jump = next(b for b in article.findChildren(QPushButton) if b.text() == "third")
    assert jump.accessibleName() == "Go to the section: third"
    jump.click()
    assert _title(article) == "third"
    assert abs(article.scrolled_to() - article.blocks[2].y()) < 40


def test_the_focus_brings_its_section_under_the_eye(qtbot: QtBot, article: Article) -> None:
    article.activateWindow()
    button = next(b for b in article.findChildren(QPushButton) if b.text() == "in the third")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: _title(article) == "third")
    seen = article.area.viewport().rect()
    assert seen.intersects(button.rect().translated(button.mapTo(article, button.rect().topLeft())))


def test_a_page_without_sections_is_quiet(qtbot: QtBot, kit: Kit) -> None:
    made = Article(kit, "Empty")
    qtbot.addWidget(made)
    made.begin()
    made.step(1)
    made.go_to("nothing")
    assert made.current is None
