"""The keyboard walks over the zones of the picture that is shown."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.atlas.library import Library
from guide.core.anatomy import FigureName, Place, Side, View
from guide.core.catalogue import Catalogue
from guide.core.drawing import Strength
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.facts import MapFacts
from guide.ui.body.walk import DOWN
from guide.ui.body.zone_walk import ZoneWalk
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from tests.ui.steps import make_presenter

TOP, NECK = Place("head.vertex", Side.MIDLINE), Place("neck.posterior_lower", Side.LEFT)


@pytest.fixture
def presenter(catalogue: Catalogue, qapp: object) -> MapPresenter:
    return make_presenter(catalogue)


@pytest.fixture
def walk(
    qtbot: QtBot,
    look: Look,
    pictures: FigurePictures,
    library: Library,
    catalogue: Catalogue,
    presenter: MapPresenter,
) -> ZoneWalk:
    widget = QWidget()
    widget.resize(400, 600)
    qtbot.addWidget(widget)
    canvas = MapCanvas(look, pictures, library, widget)
    canvas.show(FigureName.FEMALE, View.BACK, QSize(400, 600))
    made = ZoneWalk(canvas, MapFacts(catalogue), presenter.state, widget)
    made.follow()
    widget.show()
    widget.activateWindow()
    return made


def test_a_walk_begins_at_the_top_before_the_buttons_were_laid(
    qtbot: QtBot, walk: ZoneWalk
) -> None:
    with qtbot.waitSignal(walk.entered) as entered:
        walk.walk(None, None)
    assert entered.args == [TOP]
    with qtbot.waitSignal(walk.entered) as entered:
        walk.walk(TOP, DOWN)
    assert entered.args == [NECK]


def test_buttons_say_what_is_painted(qtbot: QtBot, walk: ZoneWalk, presenter: MapPresenter) -> None:
    qtbot.waitUntil(lambda: len(walk.buttons.names()) == 6)
    presenter.choose_strength(Strength.STRONG)
    presenter.paint(NECK)
    walk.describe(presenter.state)
    assert walk.buttons.description(NECK) == "strong"
