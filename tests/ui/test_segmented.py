"""A bar of choices: one is chosen, and only a person's choice is told."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.ui.look import Look
from guide.ui.segmented import Segmented


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> Segmented:
    made = Segmented("Size", [(1, "Small", "s"), (2, "Large", "l")])
    qtbot.addWidget(made)
    return made


def test_a_click_tells_the_value(qtbot: QtBot, bar: Segmented) -> None:
    with qtbot.waitSignal(bar.chosen) as told:
        bar.buttons[1].click()
    assert told.args == [2]
    assert bar.buttons[1].isChecked()
    assert not bar.buttons[0].isChecked()


def test_a_state_that_comes_in_is_not_told_back(qtbot: QtBot, bar: Segmented) -> None:
    with qtbot.assertNotEmitted(bar.chosen):
        bar.select(1)
    assert bar.buttons[0].isChecked()


def test_every_button_says_what_it_belongs_to(bar: Segmented) -> None:
    assert [made.accessibleName() for made in bar.buttons] == ["Size: Small", "Size: Large"]


def test_a_pointer_that_comes_is_told(qtbot: QtBot, bar: Segmented) -> None:
    at = QPointF(5, 5)
    with qtbot.waitSignal(bar.approached):
        QApplication.sendEvent(bar, QEnterEvent(at, at, at))
