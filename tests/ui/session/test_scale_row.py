"""From 0 to 10: by digit, by arrow, by click."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from guide.ui.look import Look
from guide.ui.session.scale_row import ScaleRow


@pytest.fixture
def scale(qtbot: QtBot, look: Look) -> ScaleRow:
    made = ScaleRow(look, "Pain now")
    qtbot.addWidget(made)
    made.resize(440, 48)
    return made


def test_digits_choose_and_a_one_and_a_nought_are_ten(qtbot: QtBot, scale: ScaleRow) -> None:
    for keys, value in (("7", 7), ("0", 0), ("1", 1), ("0", 10)):
        with qtbot.waitSignal(scale.chosen) as chosen:
            qtbot.keyClicks(scale, keys)
        assert chosen.args == [value]
    assert scale.accessibleDescription() == "10 of 10"


def test_arrows_go_up_and_down_and_stay_on_the_scale(qtbot: QtBot, scale: ScaleRow) -> None:
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    assert scale.value == 5
    for _ in range(8):
        qtbot.keyClick(scale, Qt.Key.Key_Up)
    assert scale.value == 10
    for _ in range(12):
        qtbot.keyClick(scale, Qt.Key.Key_Left)
    assert scale.value == 0


def test_a_click_takes_the_number_under_it(qtbot: QtBot, scale: ScaleRow) -> None:
    qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    assert scale.value == 7
    qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(439, 20))
    assert scale.value == 10


def test_what_is_shown_is_not_asked_for(qtbot: QtBot, scale: ScaleRow) -> None:
    with qtbot.assertNotEmitted(scale.chosen):
        scale.select(4)
    assert scale.value == 4
    scale.select(None)
    assert "nothing" in scale.accessibleDescription()
    qtbot.keyClicks(scale, "x")
    assert scale.value is None
