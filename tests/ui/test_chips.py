"""Short answers: one or several, by mouse and by keyboard, never by colour alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from guide.ui.chips import Chip, Chips
from guide.ui.look import Look

CHOICES = [(1, "One"), (2, "Two"), (3, "Three & more")]


def test_a_new_answer_takes_the_old_ones_place(qtbot: QtBot, look: Look) -> None:
    chips = Chips(look, "How many?", CHOICES)
    qtbot.addWidget(chips)
    told: list[list[object]] = []
    for index in (0, 2):
        with qtbot.waitSignal(chips.changed):
            chips.chips[index].click()
        told.append(chips.values())
    assert told == [[1], [3]]


def test_a_change_is_told_once(qtbot: QtBot, look: Look) -> None:
    chips = Chips(look, "How many?", CHOICES)
    qtbot.addWidget(chips)
    chips.select([1])
    with qtbot.waitSignals([chips.changed, chips.changed], raising=False, timeout=50) as waited:
        chips.chips[1].click()
    assert not waited.signal_triggered
    assert chips.values() == [2]


def test_several_answers_stand_together_and_go_one_by_one(qtbot: QtBot, look: Look) -> None:
    chips = Chips(look, "Which?", CHOICES, several=True)
    qtbot.addWidget(chips)
    chips.chips[2].click()
    chips.chips[0].click()
    assert chips.values() == [1, 3]
    chips.chips[0].click()
    assert chips.values() == [3]


def test_what_is_shown_is_not_told(qtbot: QtBot, look: Look) -> None:
    chips = Chips(look, "How many?", CHOICES)
    qtbot.addWidget(chips)
    with qtbot.assertNotEmitted(chips.changed):
        chips.select([2])
        chips.select([])
    assert chips.values() == []


def test_enter_chooses_and_a_screen_reader_hears_the_question(qtbot: QtBot, look: Look) -> None:
    chips = Chips(look, "How many?", CHOICES)
    qtbot.addWidget(chips)
    qtbot.keyClick(chips.chips[1], Qt.Key.Key_Return)
    assert chips.values() == [2]
    assert {chip.accessibleDescription() for chip in chips.chips} == {"How many?"}


def test_a_chosen_chip_has_a_tick_and_stays_as_wide(qtbot: QtBot, look: Look) -> None:
    chip = Chip(look, "Neck")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    wide, plain = chip.sizeHint(), chip.grab().toImage().convertToFormat(_grey())
    chip.setChecked(True)
    assert chip.sizeHint() == wide
    assert chip.grab().toImage().convertToFormat(_grey()) != plain


def _grey() -> QImage.Format:
    return QImage.Format.Format_Grayscale8
