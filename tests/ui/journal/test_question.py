"""A question inside the page."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.ui.journal.question import Question
from guide.ui.look import Look


def test_it_is_there_only_when_it_is_asked(qtbot: QtBot, look: Look) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    question = Question(look)
    question.setParent(host)
    assert question.isHidden()
    question.ask(True, "Delete it?", "Delete for good")
    assert not question.isHidden()
    assert question.accessibleName() == "Delete it?"
    with qtbot.waitSignal(question.kept):
        question._keep.click()
    with qtbot.waitSignal(question.confirmed):
        question._yes.click()
    question.ask(False, "", "")
    assert question.isHidden()
