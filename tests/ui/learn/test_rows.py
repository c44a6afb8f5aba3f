"""Rows and cards lead somewhere, by hand and by keyboard."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.ui.learn.rows import Card, LinkRow
from guide.ui.look import Look

THERE = Address(Page.MUSCLE, "trapezius_upper")


def test_a_row_leads_on_and_lights_when_it_is_pointed_at(qtbot: QtBot, look: Look) -> None:
    row = LinkRow(look, THERE, "Upper trapezius", "Musculus", "hands")
    plain = LinkRow(look, THERE, "Upper trapezius", "Musculus")
    for made in (row, plain):
        qtbot.addWidget(made)
        made.resize(300, 60)
    assert row.grab().toImage() != plain.grab().toImage()
    assert row.accessibleName() == "Upper trapezius Musculus"
    with qtbot.waitSignal(row.followed) as asked:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert asked.args == [THERE]
    with qtbot.waitSignal(row.pointed) as asked:
        qtbot.mouseMove(row)
        row.setFocus()
        row.focusInEvent(_focus())
    assert asked.args == [THERE]


def _focus() -> QFocusEvent:
    return QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)


def test_arrow_keys_go_from_row_to_row(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    rows = [LinkRow(look, Address(Page.ZONE, name), name) for name in ("a", "b")]
    for row in rows:
        lines.addWidget(row)
    qtbot.addWidget(holder)
    holder.resize(300, 200)
    holder.show()
    with qtbot.waitActive(holder):
        holder.activateWindow()
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Up)
    assert rows[0].hasFocus()


def test_a_card_says_all_that_stands_on_it(qtbot: QtBot, look: Look) -> None:
    card = Card(look, THERE, "Title", "Some words", "2 minutes to read")
    qtbot.addWidget(card)
    assert card.accessibleName() == "Title, Some words, 2 minutes to read"
    bare = card.heightForWidth(270)
    card.show_picture(QPixmap(270, 169))
    assert card.heightForWidth(270) > bare
    card.resize(card.sizeHint())
    assert not card.grab().isNull()
    with qtbot.waitSignal(card.followed) as asked:
        qtbot.keyClick(card, Qt.Key.Key_Enter)
    assert asked.args == [THERE]
