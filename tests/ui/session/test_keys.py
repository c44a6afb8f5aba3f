"""The whole keyboard is one button, but for the keys that have a meaning of their own."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from guide.ui.look import Look
from guide.ui.session.keys import (
    KeyChip,
    Request,
    meaning,
    pressure_chips,
    stretch_chips,
)


def key(code: Qt.Key, text: str = "", control: bool = False) -> QKeyEvent:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, code, held, text)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (key(Qt.Key.Key_0, "0"), (Request.FEEL, 0)),
        (key(Qt.Key.Key_9, "9"), (Request.FEEL, 9)),
        (key(Qt.Key.Key_Space, " "), (Request.PAUSE, 0)),
        (key(Qt.Key.Key_Plus, "+"), (Request.MORE, 0)),
        (key(Qt.Key.Key_Equal, "="), (Request.MORE, 0)),
        (key(Qt.Key.Key_Backspace), (Request.BACK, 0)),
        (key(Qt.Key.Key_Escape), (Request.STOP, 0)),
        (key(Qt.Key.Key_J, "j"), (Request.TAP, 0)),
        (key(Qt.Key.Key_PageDown), (Request.TAP, 0)),
        (key(Qt.Key.Key_Return, "\r"), (Request.TAP, 0)),
        (key(Qt.Key.Key_Tab, "\t"), (Request.NONE, 0)),
        (key(Qt.Key.Key_Shift), (Request.NONE, 0)),
        (key(Qt.Key.Key_VolumeUp), (Request.NONE, 0)),
        (key(Qt.Key.Key_C, "c", control=True), (Request.NONE, 0)),
    ],
)
def test_what_a_key_means(event: QKeyEvent, expected: tuple[Request, int]) -> None:
    assert meaning(event) == expected


def test_stopping_and_going_on_are_always_shown() -> None:
    for chips in (pressure_chips(), stretch_chips()):
        ranks = {chip.request: chip.rank for chip in chips}
        assert ranks[Request.STOP] == ranks[Request.TAP] == 0


def test_a_chip_says_what_it_does_and_which_key(qtbot: QtBot, look: Look) -> None:
    chip = KeyChip(look, pressure_chips()[1])
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "pause, key: Space"
    wide = chip.sizeHint().width()
    chip.set_words("go on with it")
    assert chip.accessibleName() == "go on with it, key: Space"
    assert chip.sizeHint().width() > wide
    assert chip.sizeHint().height() >= 44
