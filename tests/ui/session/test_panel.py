"""What all stages but running share."""

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from guide.ui.controls import button
from guide.ui.look import Look
from guide.ui.session.panel import StagePanel, flowing


def test_empty_words_take_no_room(qtbot: QtBot, look: Look) -> None:
    panel = StagePanel(look)
    qtbot.addWidget(panel)
    panel.say("Saved", "", "")
    assert panel.text.isHidden()
    assert panel.problem.isHidden()
    assert panel.accessibleName() == "Saved"
    panel.say("Saved", "In the journal.", "Not quite.")
    assert not panel.text.isHidden()
    assert not panel.problem.isHidden()


def test_long_text_flows_and_scrolls_only_when_it_must(
    qtbot: QtBot, look: Look, qapp: QApplication
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    panel = StagePanel(look)
    panel.setParent(host)
    panel.add_button(button("Go on"))
    panel.say("Heading", "word " * 200)
    panel.resize(900, 800)
    host.show()
    qapp.processEvents()
    (area,) = panel.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    panel.resize(400, 200)
    qapp.processEvents()
    assert area.verticalScrollBar().maximum() > 0


def test_a_flowing_label_is_plain_text(qtbot: QtBot) -> None:
    made = flowing("<b>bold</b>")
    qtbot.addWidget(made)
    assert made.text() == "<b>bold</b>"
    assert made.sizePolicy().hasHeightForWidth()
