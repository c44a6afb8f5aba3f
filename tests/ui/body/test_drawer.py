"""One page at a time; Escape closes; what is asked for leaves through the requests."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guide.core.catalogue import Catalogue
from guide.core.sight import Layer, Sight
from guide.ui.body.drawer import Drawer
from guide.ui.look import Look
from guide.ui.requests import MapRequests


@pytest.fixture
def requests() -> MapRequests:
    return MapRequests()


@pytest.fixture
def drawer(qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests) -> Drawer:
    made = Drawer(look, catalogue, requests)
    qtbot.addWidget(made)
    made.show_sight(Sight())
    return made


def test_a_tab_shows_its_page_alone(drawer: Drawer) -> None:
    pages = (drawer.layers, drawer.close_ups, drawer.figures)
    for index, tab in enumerate(drawer.tabs):
        tab.click()
        assert [not page.isHidden() for page in pages] == [at == index for at in range(3)]


def test_escape_closes(qtbot: QtBot, drawer: Drawer) -> None:
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(drawer, Qt.Key.Key_Escape)


def test_its_pages_ask_through_the_requests(
    qtbot: QtBot, drawer: Drawer, requests: MapRequests
) -> None:
    with qtbot.waitSignal(requests.see):
        drawer.layers.rows[Layer.DEEP].click()
    with qtbot.waitSignal(requests.see):
        next(iter(drawer.close_ups.buttons.values())).click()
    with qtbot.waitSignal(requests.setting) as setting:
        drawer.figures.choices["build"].buttons[0].click()
    assert setting.args == ["build", "slim"]
