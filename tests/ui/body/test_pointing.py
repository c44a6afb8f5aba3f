"""What is under the pointer is said in words, with its side."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QSize
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Place, Side, View
from guide.core.catalogue import Catalogue
from guide.core.sight import Layer, Sight
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.facts import MapFacts
from guide.ui.body.pointing import Pointed, tip, under
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from tests.ui.steps import make_presenter

NECK = Place("neck.posterior_lower", Side.RIGHT)
MUSCLE = Chosen("trapezius_upper", Side.RIGHT)


@pytest.fixture
def canvas(qtbot: QtBot, look: Look, pictures: FigurePictures, library: Library) -> MapCanvas:
    made = MapCanvas(look, pictures, library, look)
    made.show(FigureName.FEMALE, View.BACK, QSize(400, 600))
    return made


@pytest.fixture
def presenter(catalogue: Catalogue, qapp: object) -> MapPresenter:
    return make_presenter(catalogue)


def _at(canvas: MapCanvas) -> QPointF:
    at = canvas.point_of(NECK)
    assert at is not None
    return at


def test_an_area_answers_and_with_muscles_the_muscle(canvas: MapCanvas) -> None:
    assert under(canvas, Sight(), _at(canvas)) == Pointed(NECK)
    muscles = replace(Sight(), layers=frozenset({Layer.ZONES, Layer.SUPERFICIAL}))
    assert under(canvas, muscles, _at(canvas)) == Pointed(muscle=MUSCLE)
    nothing = replace(Sight(), layers=frozenset({Layer.REFERRAL}))
    assert under(canvas, nothing, _at(canvas)) == Pointed()


def test_the_tip_says_name_and_side(
    canvas: MapCanvas, catalogue: Catalogue, presenter: MapPresenter
) -> None:
    facts, state = MapFacts(catalogue), presenter.state
    for pointed in (Pointed(NECK), Pointed(muscle=MUSCLE)):
        said = tip(canvas, facts, state, pointed)
        assert said is not None
        assert "its right" in said[1]
        assert not said[0].isEmpty()
    assert tip(canvas, facts, state, Pointed()) is None


def test_a_danger_says_what_to_take_care_of(
    canvas: MapCanvas, catalogue: Catalogue, presenter: MapPresenter
) -> None:
    said = tip(canvas, MapFacts(catalogue), presenter.state, Pointed(NECK, danger="neck_front"))
    assert said is not None
    assert catalogue.danger_zones["neck_front"].text in said[1]
