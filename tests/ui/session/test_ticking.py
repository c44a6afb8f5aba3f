"""A line that changes every second does not lay out the page every second."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guide.ui.session.ticking import Ticking


class _Requests(QObject):
    """Counts how often a page is asked to lay itself out anew."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.count = 0
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    layout.setAlignment(Qt.AlignmentFlag.AlignTop)
    layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    made.resize(300, 400)
    made.show()
    return made


def test_only_a_text_that_does_not_fit_asks_for_another_layout(page: QWidget) -> None:
    line, layout = Ticking("quiet"), page.layout()
    assert layout is not None
    layout.addWidget(line)
    line.set_text("hold 1 of 2 · 59 s to go")
    QApplication.processEvents()
    one, requests = line.height(), _Requests(page)
    assert one > 0
    line.set_text("hold 1 of 2 · 58 s to go")
    QApplication.processEvents()
    assert (requests.count, line.text()) == (0, "hold 1 of 2 · 58 s to go")
    line.set_text("hold 1 of 2 · " * 8)
    QApplication.processEvents()
    assert requests.count > 0
    assert line.height() > one
