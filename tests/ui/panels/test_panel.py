"""The frame of a panel: what scrolls, and what stays below."""

from PySide6.QtWidgets import QLayout
from pytestqt.qtbot import QtBot

from guide.core.catalogue import Catalogue
from guide.ui.controls import label
from guide.ui.look import Look
from guide.ui.panels.panel import SidePanel
from guide.ui.requests import MapRequests


def test_the_foot_stays_hidden_until_it_is_needed(
    qtbot: QtBot, look: Look, catalogue: Catalogue
) -> None:
    panel = SidePanel(look, catalogue, MapRequests())
    qtbot.addWidget(panel)
    stays = label("stays")
    panel.foot.addWidget(stays)
    assert stays.parentWidget().isHidden()
    panel.show_foot()
    assert not stays.parentWidget().isHidden()


def test_taking_the_focus_brings_the_top_into_sight(
    qtbot: QtBot, look: Look, catalogue: Catalogue
) -> None:
    panel = SidePanel(look, catalogue, MapRequests())
    qtbot.addWidget(panel)
    for number in range(60):
        panel.body.addWidget(label(f"line {number}"))
    layout = panel.layout()
    assert layout is not None
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    panel.resize(300, 200)
    panel.show()
    bar = panel.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    panel.take_focus()
    assert bar.value() == 0
