"""Every zone in sight is a named button; the same buttons serve the next view."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.core.anatomy import Place, Side
from guide.ui.body.zone_buttons import ZoneButton, ZoneButtons

LEFT, RIGHT = Place("head.temple", Side.LEFT), Place("head.temple", Side.RIGHT)
BOX = QRect(0, 0, 20, 20)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(200, 200)
    return made


def test_pressing_one_says_its_place(qtbot: QtBot, holder: QWidget) -> None:
    buttons = ZoneButtons(holder)
    buttons.show([(LEFT, "Temple · its left", BOX), (RIGHT, "Temple · its right", BOX)])
    with qtbot.waitSignal(buttons.pressed) as told:
        buttons.press(RIGHT)
    assert told.args == [RIGHT]
    assert buttons.names() == ["Temple · its left", "Temple · its right"]


def test_another_view_uses_them_again(holder: QWidget) -> None:
    buttons = ZoneButtons(holder)
    buttons.show([(LEFT, "a", BOX), (RIGHT, "b", BOX)])
    before = holder.findChildren(ZoneButton)
    buttons.show([(RIGHT, "c", BOX)])
    assert holder.findChildren(ZoneButton) == before
    assert buttons.names() == ["c"]
    assert [made.isHidden() for made in before] == [False, True]


def test_what_is_painted_is_described(holder: QWidget) -> None:
    buttons = ZoneButtons(holder)
    buttons.show([(LEFT, "a", BOX)])
    buttons.describe(lambda place: f"{place.side} painted")
    assert buttons.description(LEFT) == "left painted"


def test_enter_presses_and_arrows_are_left_to_the_map(qtbot: QtBot, holder: QWidget) -> None:
    buttons = ZoneButtons(holder)
    buttons.show([(LEFT, "a", BOX)])
    (made,) = holder.findChildren(ZoneButton)
    with qtbot.waitSignal(buttons.pressed):
        qtbot.keyClick(made, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(buttons.pressed):
        qtbot.keyClick(made, Qt.Key.Key_Left)
    assert made.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
