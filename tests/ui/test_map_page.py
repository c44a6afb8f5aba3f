"""The page gives the figure its room, shows the panel of the state, and offers to turn."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.atlas.library import Library
from guide.core.anatomy import Chosen, Place, Side
from guide.core.catalogue import Catalogue
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.map_page import MapPage
from guide.ui.panels.drawing import PaintedPanel, StartPanel
from guide.ui.requests import MapRequests, connect_map
from guide.ui.window import MainWindow
from tests.ui.steps import make_presenter

NECK = Place("neck.posterior_lower", Side.RIGHT)


class Opened:
    """The page in a window, with its presenter."""

    def __init__(self, window: MainWindow, page: MapPage, presenter: MapPresenter) -> None:
        self.window, self.page, self.presenter = window, page, presenter


@pytest.fixture
def opened(
    qtbot: QtBot,
    look: Look,
    pictures: FigurePictures,
    library: Library,
    catalogue: Catalogue,
) -> Iterator[Opened]:
    presenter, requests = make_presenter(catalogue), MapRequests()
    connect_map(requests, presenter)
    page = MapPage(look, pictures, library, presenter.state.intent.sight.figure)
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("map", "Map", lambda: page)
    window.show_page("map")
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    page.begin(catalogue, requests, presenter.state)
    presenter.changed.connect(page.show_state)
    yield Opened(window, page, presenter)
    page.body.close_threads()
    presenter.deleteLater()


def test_the_panel_is_the_one_of_the_state(opened: Opened) -> None:
    assert isinstance(opened.page.panel, StartPanel)
    opened.presenter.paint(NECK)
    assert isinstance(opened.page.panel, PaintedPanel)


def test_the_list_is_there_where_there_is_room_for_it(opened: Opened) -> None:
    assert opened.page.list is not None
    assert opened.page.list.isVisible()
    opened.page.top.areas.click()
    assert not opened.page.list.isVisible()


def test_in_little_room_the_list_takes_the_place_of_the_figure(
    qtbot: QtBot, look: Look, opened: Opened
) -> None:
    look.set(look.tokens, 2.0, False)
    opened.window.resize(1024, 700)
    opened.page.rebuild_panels()
    qtbot.waitUntil(lambda: opened.page.width() <= 1024)
    assert opened.page.list is not None
    assert opened.page.list.isVisible()
    assert not opened.page.body.isVisible()
    opened.page.top.areas.click()
    assert opened.page.body.isVisible()
    assert opened.page.minimumSizeHint().width() <= 1024
    look.set(look.tokens, 1.0, False)


def test_choosing_in_the_list_paints(qtbot: QtBot, opened: Opened) -> None:
    assert opened.page.list is not None
    opened.page.list.filter.setText("Temple · its left")
    qtbot.keyClick(opened.page.list.filter, Qt.Key.Key_Return)
    assert opened.presenter.state.intent.drawing.places == (Place("head.temple", Side.LEFT),)


def test_what_is_lit_out_of_sight_offers_the_turn(qtbot: QtBot, opened: Opened) -> None:
    opened.page.show_state(
        replace(opened.presenter.state, lit=Chosen("trapezius_upper", Side.RIGHT))
    )
    seen = opened.page.body.shows_lit()
    assert opened.page.turn.isVisible() == (not seen)
    # the calf is drawn in every view, its lower part in none: there is nowhere to turn to
    opened.page.show_state(replace(opened.presenter.state, lit=Chosen("soleus", Side.LEFT)))
    assert not opened.page.turn.isVisible()


def test_ctrl_z_takes_back(qtbot: QtBot, opened: Opened) -> None:
    opened.presenter.paint(NECK)
    qtbot.keyClick(opened.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.presenter.state.intent.drawing.marks == ()


def test_zoom_buttons_zoom(opened: Opened) -> None:
    opened.page.zooms.closer.click()
    assert opened.page.body.zoom > 1.1
    opened.page.zooms.away.click()
    assert opened.page.body.zoom == pytest.approx(1.0)
    opened.page.zooms.closer.click()
    opened.page.zooms.whole.click()
    assert opened.page.body.zoom == pytest.approx(1.0)
