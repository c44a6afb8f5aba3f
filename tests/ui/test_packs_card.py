"""The card asks before it adds and before it takes away; what a pack says is plain text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guide.app.packs_presenter import PackRow, PacksState
from guide.ui.look import Look
from guide.ui.packs_card import PacksCard
from guide.ui.window import MainWindow

ROW = PackRow("thigh_care", "Thigh care", "Version 1.0, by X.", ("1 stretch",), "From the pack.")


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> Iterator[PacksCard]:
    made = PacksCard(look, PacksState())
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("packs", "Packs", lambda: made)
    window.show_page("packs")
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.close()


def words(card: PacksCard) -> list[str]:
    QApplication.processEvents()  # what is new is shown with the next round
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible()]


def press(qtbot: QtBot, card: PacksCard, name: str) -> None:
    QApplication.processEvents()
    found = [
        each
        for each in card.findChildren(QPushButton)
        if each.isVisible() and name in (each.text(), each.accessibleName())
    ]
    assert len(found) == 1, name
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_a_chosen_file_is_looked_at(
    qtbot: QtBot, card: PacksCard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers = iter([("", ""), (str(tmp_path / "a.zip"), "")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: next(answers))
    with qtbot.assertNotEmitted(card.chosen):
        press(qtbot, card, "Add a pack")
    with qtbot.waitSignal(card.chosen) as asked:
        press(qtbot, card, "Add a pack")
    assert asked.args == [str(tmp_path / "a.zip")]


def test_an_offer_is_answered(qtbot: QtBot, card: PacksCard) -> None:
    card.show_state(PacksState(offered=ROW))
    assert {"Thigh care", "Version 1.0, by X.", "1 stretch", "From the pack."} <= set(words(card))
    with qtbot.waitSignal(card.added):
        press(qtbot, card, "Add Thigh care")
    with qtbot.waitSignal(card.left):
        press(qtbot, card, "Do not add")


def test_taking_away_is_asked_for_twice(qtbot: QtBot, card: PacksCard) -> None:
    card.show_state(PacksState((ROW,)))
    with qtbot.assertNotEmitted(card.removed):
        press(qtbot, card, "Remove: Thigh care")
        press(qtbot, card, "Keep it: Thigh care")
        press(qtbot, card, "Remove: Thigh care")
    with qtbot.waitSignal(card.removed) as asked:
        press(qtbot, card, "Take it away: Thigh care")
    assert asked.args == ["thigh_care"]


def test_what_happened_is_said(card: PacksCard) -> None:
    card.show_state(PacksState(told="It was added."))
    assert "It was added." in words(card)
    card.show_state(PacksState(wrong="It was not added."))
    assert "It was not added." in words(card)
    assert "It was added." not in words(card)
    card.show_state(PacksState((PackRow("a", "a", problem="It was changed."),)))
    assert "It was changed." in words(card)


def test_whatever_a_pack_says_is_plain_text(card: PacksCard) -> None:
    hostile = "<img src='/etc/passwd'><b>bold</b>"
    row = PackRow("a", hostile, hostile, (hostile,), hostile)
    card.show_state(PacksState((row,), offered=row, told=hostile, wrong=hostile))
    words(card)
    shown = card.findChildren(QLabel)
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in shown)
    assert sum(each.text() == hostile for each in shown if each.isVisible()) == 10


def test_the_keyboard_stays_in_the_card(qtbot: QtBot, card: PacksCard) -> None:
    card.show_state(PacksState((ROW,)))
    words(card)
    button = next(b for b in card.findChildren(QPushButton) if b.text() == "Remove")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    words(card)
    focused = card.window().focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Keep it"
