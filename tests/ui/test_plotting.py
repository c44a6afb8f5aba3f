"""Charts: fetched by a thread when the first is wanted, and told when they cannot be."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.ui.look import Look
from guide.ui.plotting import Plot, Plotting, line_pen


@pytest.fixture
def plotting(qtbot: QtBot) -> Iterator[Plotting]:
    made = Plotting()
    yield made
    made.wait()


def test_it_is_there_when_it_was_asked_for(qtbot: QtBot, plotting: Plotting) -> None:
    assert plotting.module is None
    with qtbot.waitSignal(plotting.ready, timeout=20000):
        plotting.request()
    assert plotting.module is sys.modules["pyqtgraph"]
    with qtbot.waitSignal(plotting.ready):
        plotting.request()  # it is told again, at once


def test_an_installation_without_it_says_so(
    qtbot: QtBot, plotting: Plotting, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "pyqtgraph"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("guide.ui.plotting.import_module", _refuse)
    with qtbot.waitSignal(plotting.failed, timeout=5000) as failed:
        plotting.request()
    assert "install Unknot again" in failed.args[0]
    assert plotting.module is None


def _refuse(name: str) -> None:
    raise ImportError(f"no module named {name}")


def test_a_plot_takes_the_look_and_leaves_no_menu(
    qtbot: QtBot, plotting: Plotting, look: Look
) -> None:
    with qtbot.waitSignal(plotting.ready, timeout=20000):
        plotting.request()
    host = QWidget()
    qtbot.addWidget(host)
    assert plotting.module is not None
    plot = Plot(plotting.module, host, levels=(0, 5, 10))
    plot.add(plotting.module.PlotCurveItem([0, 1], [0, 10]))
    plot.dress(look)
    plot.view.resize(200, 100)
    image = plot.view.grab().toImage()
    assert image.pixelColor(199, 1) == look.colour("card")
    assert plot.view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_line_keeps_its_width(look: Look) -> None:
    pen = line_pen(QColor("#123456"), 2.0)
    assert pen.isCosmetic()
    assert pen.widthF() == 2.0
