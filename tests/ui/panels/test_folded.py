"""The first items stand at once; the link brings the others, once."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from guide.ui.controls import label
from guide.ui.panels.folded import Folded
from tests.ui.panels.reading import press, said


def test_the_others_come_on_request_and_once(qtbot: QtBot) -> None:
    folded = Folded(QVBoxLayout())
    qtbot.addWidget(folded)
    folded.show_items(("one", "two", "three"), 1, label, "two more")
    assert said(folded) == ["one"]
    assert not folded.opened
    press(folded, "two more")
    folded.show_all()
    QCoreApplication.sendPostedEvents()
    assert said(folded) == ["one", "two", "three"]
    assert folded.opened


def test_nothing_is_asked_for_where_all_stand_there(qtbot: QtBot) -> None:
    folded = Folded(QVBoxLayout())
    qtbot.addWidget(folded)
    folded.show_items(("one", "two"), 2, label, "no more")
    assert said(folded) == ["one", "two"]
    assert folded.opened
