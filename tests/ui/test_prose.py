"""A paragraph reads well, and its links are reached by hand and by keyboard."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.ui.look import Look
from guide.ui.prose import Prose

TEXT = "Of the [upper trapezius](muscle:trapezius_upper) and a [tender spot](term:tender_spot)."


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> QWidget:
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    lines.addWidget(QPushButton("before"))
    lines.addWidget(Prose(look, TEXT, "read"))
    lines.addWidget(QPushButton("after"))
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def _prose(page: QWidget) -> Prose:
    return page.findChildren(Prose)[0]


def test_it_says_the_words_alone(page: QWidget) -> None:
    prose = _prose(page)
    assert prose.text() == "Of the upper trapezius and a tender spot."
    assert prose.links() == ["upper trapezius", "tender spot"]
    assert "upper trapezius, tender spot" in prose.accessibleDescription()
    assert prose.textFormat() is Qt.TextFormat.PlainText


def test_markup_is_shown_and_not_obeyed(look: Look) -> None:
    prose = Prose(look, "<b>x</b> [y](https://example.org) <a href='muscle:x'>z</a>")
    assert prose.text() == "<b>x</b> [y](https://example.org) <a href='muscle:x'>z</a>"
    assert prose.links() == []
    assert prose.focusPolicy() is Qt.FocusPolicy.NoFocus
    prose.deleteLater()


def test_the_tab_key_goes_through_the_links(qtbot: QtBot, page: QWidget) -> None:
    before, after = page.findChildren(QPushButton)
    prose = _prose(page)
    before.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert prose.hasFocus()
    assert "upper trapezius" in prose.accessibleDescription()
    with qtbot.waitSignal(prose.followed) as asked:
        qtbot.keyClick(prose, Qt.Key.Key_Return)
    assert asked.args == [Address(Page.MUSCLE, "trapezius_upper")]
    qtbot.keyClick(prose, Qt.Key.Key_Tab)
    assert prose.hasFocus()
    with qtbot.waitSignal(prose.followed) as asked:
        qtbot.keyClick(prose, Qt.Key.Key_Space)
    assert asked.args == [Address(Page.TERMS, "tender_spot")]
    qtbot.keyClick(prose, Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert prose.hasFocus()
    assert "tender spot" in prose.accessibleDescription()


def test_a_click_on_a_link_follows_it_and_one_beside_it_does_not(
    qtbot: QtBot, page: QWidget
) -> None:
    prose = _prose(page)
    page.grab()
    at = prose._boxes(0)[0].center().toPoint()
    with qtbot.waitSignal(prose.followed) as asked:
        qtbot.mouseClick(prose, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [Address(Page.MUSCLE, "trapezius_upper")]
    qtbot.mouseMove(prose, at)
    with qtbot.assertNotEmitted(prose.followed):
        qtbot.mouseClick(prose, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert prose._under(QPointF(2, 2)) == -1


def test_a_narrow_column_is_higher(page: QWidget) -> None:
    prose = _prose(page)
    assert prose.heightForWidth(120) > prose.heightForWidth(400) > 10
    assert prose.sizeHint().width() <= 400


def test_the_focus_is_drawn(page: QWidget) -> None:
    prose = _prose(page)
    plain = prose.grab().toImage()
    event = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    prose.setFocus(Qt.FocusReason.TabFocusReason)
    prose.focusInEvent(event)
    assert prose.grab().toImage() != plain
