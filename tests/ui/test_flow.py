"""A flow begins a new line when the width is used up."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.ui.flow import FlowLayout


def _flow(qtbot: QtBot, count: int, centred: bool = False) -> tuple[QWidget, FlowLayout]:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=10, centred=centred)
    flow.setContentsMargins(5, 5, 5, 5)
    for _ in range(count):
        made = QWidget()
        made.setFixedSize(100, 20)
        flow.addWidget(made)
    return holder, flow


@pytest.mark.parametrize(("width", "height"), [(330, 30), (329, 60), (120, 90)])
def test_its_height_follows_from_its_width(qtbot: QtBot, width: int, height: int) -> None:
    _holder, flow = _flow(qtbot, 3)
    assert flow.hasHeightForWidth()
    assert flow.heightForWidth(width) == height


def test_one_line_is_what_it_would_like(qtbot: QtBot) -> None:
    _holder, flow = _flow(qtbot, 3)
    assert (flow.sizeHint().width(), flow.sizeHint().height()) == (330, 30)
    assert flow.minimumSize().width() == 110


def test_things_lie_side_by_side_and_centred_if_asked(qtbot: QtBot) -> None:
    for centred, left in ((False, 5), (True, 60)):
        holder, flow = _flow(qtbot, 2, centred)
        holder.resize(330, 30)
        flow.setGeometry(holder.rect())
        boxes = [flow.itemAt(index).geometry() for index in range(flow.count())]
        assert [box.left() for box in boxes] == [left, left + 110]
        assert boxes[0].top() == boxes[1].top() == 5


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    holder, flow = _flow(qtbot, 3)
    flow.itemAt(1).widget().hide()
    assert flow.sizeHint().width() == 220
    assert holder.layout() is flow


def test_items_can_be_taken_out(qtbot: QtBot) -> None:
    _holder, flow = _flow(qtbot, 2)
    taken = flow.takeAt(0)
    assert taken is not None
    assert flow.count() == 1
    assert flow.takeAt(7) is None
    assert flow.itemAt(7) is None
