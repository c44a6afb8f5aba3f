"""Rows to choose from: they wrap, they are wholly pressable, and Enter presses too."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guide.ui.choices import CheckRow, ChoiceRow, RadioRow, text_height
from guide.ui.look import Look

LONG = "A sudden, very bad headache that reached its worst within minutes, as never before"


def test_a_row_is_as_high_as_its_wrapped_text(qtbot: QtBot, look: Look) -> None:
    for made in (
        CheckRow(look, LONG, "Like a blow."),
        RadioRow(look, LONG),
        ChoiceRow(look, LONG),
    ):
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


def test_of_several_one_is_chosen_with_the_arrow_keys(qtbot: QtBot, look: Look) -> None:
    host = QWidget()  # without a layout: the platform of the tests takes no size hints
    qtbot.addWidget(host)
    group = QWidget(host)
    lines = QVBoxLayout(group)
    rows = [RadioRow(look, "Fingers", "Sitting"), RadioRow(look, "A ball")]
    for row in rows:
        lines.addWidget(row)
    group.resize(420, 160)
    host.resize(420, 160)
    host.show()
    qtbot.waitExposed(host)
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    assert rows[0].accessibleName() == "Fingers Sitting"
    edge = QPoint(rows[0].width() - 10, 20)
    qtbot.mouseClick(rows[0], Qt.MouseButton.LeftButton, pos=edge)
    assert rows[0].isChecked()
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert [row.isChecked() for row in rows] == [False, True]


@pytest.mark.parametrize("kind", [CheckRow, RadioRow])
def test_a_ticked_row_looks_different(
    qtbot: QtBot, look: Look, kind: type[CheckRow | RadioRow]
) -> None:
    made = kind(look, "Burning")
    qtbot.addWidget(made)
    made.resize(300, 50)
    plain = made.grab().toImage()
    made.setChecked(True)
    assert made.grab().toImage() != plain


def test_no_text_needs_no_room(look: Look) -> None:
    assert text_height(look, "small", "", 100) == 0
