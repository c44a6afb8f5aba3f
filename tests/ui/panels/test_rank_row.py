"""A row says all it shows, and tells when it is pointed at."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.ui.look import Look
from guide.ui.panels.rank_row import RankRow


@pytest.fixture
def row(qtbot: QtBot, look: Look) -> RankRow:
    made = RankRow(
        look, 1, "Upper trapezius, right", ("hands", "ordinary self-care"), ("fits well", 3)
    )
    made.explain("Main pattern: temple")
    qtbot.addWidget(made)
    return made


def test_a_screen_reader_hears_rank_side_class_fit_and_why(row: RankRow) -> None:
    assert row.accessibleName() == (
        "1, Upper trapezius, right, ordinary self-care, fits well, Main pattern: temple"
    )


def test_pointing_and_leaving_are_told(qtbot: QtBot, row: RankRow) -> None:
    here = QPointF(5, 5)
    with qtbot.waitSignal(row.pointed) as entered:
        QApplication.sendEvent(row, QEnterEvent(here, here, here))
    with qtbot.waitSignal(row.pointed) as left:
        QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert (entered.args, left.args) == ([True], [False])


def test_enter_presses(qtbot: QtBot, row: RankRow) -> None:
    with qtbot.waitSignal(row.clicked):
        qtbot.keyClick(row, Qt.Key.Key_Return)


def test_it_grows_where_there_is_little_room(row: RankRow) -> None:
    assert row.heightForWidth(260) > row.heightForWidth(520)


@pytest.mark.parametrize("width", [520, 300])
def test_the_fit_is_steps_not_a_share(qtbot: QtBot, look: Look, width: int) -> None:
    pictures = []
    for marks in (1, 2, 3):
        made = RankRow(look, 2, "Name", ("hands", "ordinary"), ("fits", marks))
        made.explain("")
        qtbot.addWidget(made)
        made.resize(width, 90)
        pictures.append(made.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[1] != pictures[2]
