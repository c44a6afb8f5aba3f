"""Taking everything back is asked for twice."""

import pytest
from pytestqt.qtbot import QtBot

from guide.ui.look import Look
from guide.ui.profile.forget import Forget
from tests.ui.panels.reading import press, pressable


@pytest.fixture
def forget(qtbot: QtBot, look: Look) -> Forget:
    made = Forget(look)
    qtbot.addWidget(made)
    return made


def test_one_press_only_asks(qtbot: QtBot, forget: Forget) -> None:
    with qtbot.assertNotEmitted(forget.agreed):
        press(forget, "Forget all of this")
        assert list(pressable(forget)) == ["Keep it", "Forget it"]
        press(forget, "Keep it")
    assert list(pressable(forget)) == ["Forget all of this"]


def test_the_second_press_takes_it_back(qtbot: QtBot, forget: Forget) -> None:
    press(forget, "Forget all of this")
    with qtbot.waitSignal(forget.agreed):
        press(forget, "Forget it")
    assert list(pressable(forget)) == ["Forget all of this"]
