"""What every screen of the conversation shares: two answers of equal weight."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.ui.look import Look
from guide.ui.panels.screen import Screen


class _Counted(Screen):
    """A screen with so many ticks."""

    def __init__(self, look: Look, ticks: int) -> None:
        super().__init__(look)
        self._ticks = ticks

    def ticked(self) -> int:
        return self._ticks


@pytest.mark.parametrize(
    ("ticks", "these", "go_on"),
    [
        (0, "Go on", False),
        (1, "1 applies: go on", True),
        (3, "3 apply: go on", True),
    ],
)
def test_ticks_turn_the_answers_round(
    qtbot: QtBot, look: Look, ticks: int, these: str, go_on: bool
) -> None:
    screen = _Counted(look, ticks)
    qtbot.addWidget(screen)
    assert (screen.none_text(), screen.these_text()) == ("None of these", these)
    assert screen.may_go_on() is go_on


def test_it_begins_at_its_beginning(qtbot: QtBot, look: Look) -> None:
    screen = Screen(look)
    qtbot.addWidget(screen)
    assert not screen.go_back()


@pytest.mark.parametrize("name", ["rows", "ticked", "answer_none", "answer_these"])
def test_what_is_asked_is_the_matter_of_each_screen(qtbot: QtBot, look: Look, name: str) -> None:
    screen: QWidget = Screen(look)
    qtbot.addWidget(screen)
    with pytest.raises(NotImplementedError):
        getattr(screen, name)()
