"""The small parts: plain text, scrolling that fits, and an order for the Tab key."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guide.ui.controls import (
    button,
    column,
    dress,
    empty,
    frame,
    in_tab_order,
    label,
    row,
    rule,
    scrolled,
    widgets_in,
)
from guide.ui.look import Look


def test_text_is_never_read_as_markup(qtbot: QtBot) -> None:
    made = label("<b>not bold</b> & plain")
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == "<b>not bold</b> & plain"


def test_an_ampersand_stays_one(qtbot: QtBot) -> None:
    made = button("Neck & shoulder")
    qtbot.addWidget(made)
    assert made.text() == "Neck && shoulder"


def test_a_click_does_not_take_the_keyboard(qtbot: QtBot) -> None:
    made = button("Zoom")
    qtbot.addWidget(made)
    assert made.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_layouts_hold_what_they_are_given(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    one, two, line = label("1"), label("2"), rule()
    holder.setLayout(column(row(one, two), line, spacing=4, margin=2))
    outer = holder.layout()
    assert outer is not None
    assert widgets_in(outer) == [line]
    assert one.parentWidget() is holder


def test_an_emptied_layout_lets_everything_be_deleted(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    lines = QVBoxLayout(holder)
    inner = frame("card", column(label("inside")))
    lines.addWidget(inner)
    lines.addLayout(row(label("beside")))
    gone: list[str] = []
    inner.destroyed.connect(lambda: gone.append("card"))
    empty(lines)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert lines.count() == 0
    assert gone == ["card"]


def test_scrolled_content_is_as_high_as_its_text_and_no_higher(qtbot: QtBot) -> None:
    content = QWidget()
    content.setLayout(column(label("word " * 200)))
    area = scrolled(content)
    qtbot.addWidget(area)
    area.resize(600, 200)
    area.show()
    wide = content.height()
    area.resize(300, 200)
    assert content.height() > wide
    assert content.width() == area.viewport().width()


def test_the_tab_key_follows_the_order_given(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    last, first, middle = button("c"), button("a"), button("b")
    holder.setLayout(column(last, first, middle))
    in_tab_order([first, middle, last])
    after, order = first, []
    for _step in range(4):  # the chain goes round, through the holder, which takes no focus
        order += [after.text()] if isinstance(after, QPushButton) else []
        after = after.nextInFocusChain()
    assert order == ["a", "b", "c"]


def test_an_icon_is_as_large_as_the_text_size_asks_for(qtbot: QtBot, look: Look) -> None:
    made = button("Undo")
    qtbot.addWidget(made)
    dress(made, look, "undo", size=20)
    assert made.iconSize().width() == 20
    assert not made.icon().isNull()
