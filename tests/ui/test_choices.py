"""Rows to choose from: they wrap, they are wholly pressable, and Enter presses too."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from guide.ui.choices import CheckRow, ChoiceRow, text_height
from guide.ui.look import Look

LONG = "A sudden, very bad headache that reached its worst within minutes, as never before"


def test_a_row_is_as_high_as_its_wrapped_text(qtbot: QtBot, look: Look) -> None:
    for made in (CheckRow(look, LONG, "Like a blow."), ChoiceRow(look, LONG)):
        qtbot.addWidget(made)
        assert made.hasHeightForWidth()
        assert made.heightForWidth(200) > made.heightForWidth(700)
        assert made.heightForWidth(700) >= look.px(44)


def test_a_row_grows_with_the_text(qtbot: QtBot, look: Look) -> None:
    made = CheckRow(look, LONG)
    qtbot.addWidget(made)
    before = made.heightForWidth(400)
    look.set(look.tokens, 2.0, False)
    assert made.heightForWidth(400) > before
    look.set(look.tokens, 1.0, False)


@pytest.mark.parametrize("x", [5, 150, 390])
def test_the_whole_row_is_the_box(qtbot: QtBot, look: Look, x: int) -> None:
    made = CheckRow(look, "Burning")
    qtbot.addWidget(made)
    made.resize(400, 50)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(x, 25))
    assert made.isChecked()


def test_enter_is_an_answer(qtbot: QtBot, look: Look) -> None:
    made = ChoiceRow(look, "18 to 49")
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.clicked):
        qtbot.keyClick(made, Qt.Key.Key_Return)


def test_a_screen_reader_hears_the_example_too(qtbot: QtBot, look: Look) -> None:
    made = CheckRow(look, "Sudden loss of sight", "Even if it lasted only for minutes.")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Sudden loss of sight Even if it lasted only for minutes."


def test_a_ticked_row_looks_different(qtbot: QtBot, look: Look) -> None:
    made = CheckRow(look, "Burning")
    qtbot.addWidget(made)
    made.resize(300, 50)
    plain = made.grab().toImage()
    made.setChecked(True)
    assert made.grab().toImage() != plain


def test_no_text_needs_no_room(look: Look) -> None:
    assert text_height(look, "small", "", 100) == 0
