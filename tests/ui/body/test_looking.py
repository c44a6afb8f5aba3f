"""Zooming, pushing and going back, without a mesh."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.atlas.library import Library
from guide.atlas.studio import Studio
from guide.core.anatomy import FigureName, Place, Side, View
from guide.core.aspect import of_close_up, of_view
from guide.core.orientation import Build, CloseUp
from guide.core.sight import Sight
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.live import Live
from guide.ui.body.looking import Looking
from guide.ui.body.renderer import Renderer
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look

MIDDLE = QPointF(200, 300)


@pytest.fixture
def canvas(qtbot: QtBot, look: Look, pictures: FigurePictures, library: Library) -> MapCanvas:
    made = MapCanvas(look, pictures, library, look)
    made.show(FigureName.FEMALE, View.FRONT, QSize(400, 600))
    return made


@pytest.fixture
def looking(qtbot: QtBot, look: Look, library: Library, canvas: MapCanvas) -> Iterator[Looking]:
    widget = QWidget()
    widget.resize(400, 600)
    qtbot.addWidget(widget)
    renderer = Renderer(Studio(library.assets), widget)
    made = Looking(canvas, Live(look, canvas, renderer, Sight(), widget), Sight(), widget)
    yield made
    renderer.close()


def test_steps_zoom_in_and_out(looking: Looking, canvas: MapCanvas) -> None:
    looking.zoom_in()
    assert canvas.viewport.zoom == pytest.approx(1.25)
    looking.zoom_out_step()
    assert canvas.viewport.zoom == pytest.approx(1.0)


def test_only_a_zoomed_figure_is_pushed(qtbot: QtBot, looking: Looking, canvas: MapCanvas) -> None:
    with qtbot.assertNotEmitted(looking.moved):
        looking.push(30, 0)
    looking.zoom_by(3.0, MIDDLE)
    before = canvas.viewport.x
    with qtbot.waitSignal(looking.moved):
        looking.push(30, 0)
    assert canvas.viewport.x == pytest.approx(before + 30)


def test_a_double_click_comes_near_and_goes_back(looking: Looking, canvas: MapCanvas) -> None:
    looking.come_or_go(None, MIDDLE)
    assert canvas.viewport.zoom == pytest.approx(2.5)
    looking.come_or_go(None, MIDDLE)
    assert canvas.viewport.zoom == pytest.approx(1.0)


def test_a_double_click_on_a_hand_asks_for_its_close_up(qtbot: QtBot, looking: Looking) -> None:
    with qtbot.waitSignal(looking.asked) as asked:
        looking.come_or_go(Place("hand.palm", Side.RIGHT), MIDDLE)
    assert asked.args is not None
    assert asked.args[0].aspect == of_close_up(CloseUp.HAND_PALM, Side.RIGHT)


def test_a_turn_that_ends_near_a_view_comes_to_it(qtbot: QtBot, looking: Looking) -> None:
    looking.turn(-176, 2)
    with qtbot.waitSignal(looking.asked) as asked:
        looking.let_go()
    assert asked.args is not None
    assert asked.args[0].aspect == of_view(View.LEFT)


def test_without_a_mesh_the_shipped_front_comes_back(qtbot: QtBot, looking: Looking) -> None:
    looking.show(Sight(aspect=of_view(View.BACK), build=Build.HEAVY))
    with qtbot.waitSignal(looking.asked) as asked:
        looking.give_up()
    assert asked.args is not None
    assert asked.args[0].prebuilt is View.FRONT
