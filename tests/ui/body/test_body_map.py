"""The map says which zone of which side is meant, by pointer, by keyboard and to a reader."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.atlas.library import Library
from guide.core.anatomy import Chosen, Place, Side, View
from guide.core.catalogue import Catalogue
from guide.core.drawing import Strength
from guide.ui.body.body_map import BodyMap
from guide.ui.body.facts import MapFacts
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from tests.ui.steps import make_presenter

NECK_LEFT = Place("neck.posterior_lower", Side.LEFT)
NECK_RIGHT = Place("neck.posterior_lower", Side.RIGHT)
SHOULDER = Place("upper_back.suprascapular", Side.RIGHT)
TOP = Place("head.vertex", Side.MIDLINE)


@pytest.fixture
def presenter(catalogue: Catalogue, qapp: QApplication) -> MapPresenter:
    made = make_presenter(catalogue)
    made.turn(View.BACK)
    return made


@pytest.fixture
def body(
    qtbot: QtBot,
    look: Look,
    pictures: FigurePictures,
    library: Library,
    catalogue: Catalogue,
    presenter: MapPresenter,
) -> Iterator[BodyMap]:
    made = BodyMap(look, pictures, library, presenter.state.intent.sight.figure)
    made.begin(MapFacts(catalogue), presenter.state)
    qtbot.addWidget(made)
    made.painted.connect(presenter.paint)
    made.hovered.connect(presenter.hover)
    made.undo_requested.connect(presenter.undo)
    made.view_requested.connect(presenter.turn)
    presenter.changed.connect(made.render)
    made.resize(600, 800)
    made.show()
    qtbot.waitExposed(made)
    made.grab()
    qtbot.waitUntil(lambda: bool(made.zones.names()))
    yield made
    made.close_threads()


def _at(body: BodyMap, place: Place) -> QPoint:
    point = body.point_of(place)
    assert point is not None
    return point.toPoint()


def test_a_click_paints_the_zone_and_side_under_it(
    qtbot: QtBot, body: BodyMap, presenter: MapPresenter
) -> None:
    presenter.choose_strength(Strength.STRONG)
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=_at(body, NECK_RIGHT))
    assert presenter.state.intent.drawing.strength_at(NECK_RIGHT) is Strength.STRONG


@pytest.mark.parametrize("view", [View.FRONT, View.BACK])
def test_left_is_the_figures_own_left_in_every_view(
    body: BodyMap, presenter: MapPresenter, view: View
) -> None:
    presenter.turn(view)
    point = body.point_of(NECK_LEFT)
    assert point is not None
    at_the_right = point.x() > body.width() / 2
    assert at_the_right == (view is View.FRONT)
    assert body.place_at(point.x(), point.y()) == NECK_LEFT


def test_a_click_beside_the_body_paints_nothing(
    qtbot: QtBot, body: BodyMap, presenter: MapPresenter
) -> None:
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert presenter.state.intent.drawing.marks == ()


def test_hovering_names_zone_and_side(qtbot: QtBot, body: BodyMap, presenter: MapPresenter) -> None:
    qtbot.mouseMove(body, QPoint(2, 2))
    qtbot.mouseMove(body, _at(body, NECK_LEFT))
    assert presenter.state.intent.hovered == NECK_LEFT
    assert "its left" in body.tip()
    qtbot.mouseMove(body, QPoint(2, 2))
    assert presenter.state.intent.hovered is None
    assert body.tip() == ""


def test_the_middle_button_pushes_a_zoomed_figure_and_paints_nothing(
    qtbot: QtBot, body: BodyMap, presenter: MapPresenter
) -> None:
    body.zoom_by(3.0)
    start = _at(body, NECK_LEFT)
    qtbot.mousePress(body, Qt.MouseButton.MiddleButton, pos=start)
    qtbot.mouseMove(body, start + QPoint(30, 20))
    qtbot.mouseMove(body, start + QPoint(60, 40))
    qtbot.mouseRelease(body, Qt.MouseButton.MiddleButton, pos=start + QPoint(60, 40))
    assert presenter.state.intent.drawing.marks == ()
    assert _at(body, NECK_LEFT) != start


def test_a_double_click_zooms_and_leaves_the_drawing_as_it_was(
    qtbot: QtBot, body: BodyMap, presenter: MapPresenter
) -> None:
    presenter.paint(SHOULDER)
    before = presenter.state.intent.drawing.marks
    at = _at(body, SHOULDER)
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(body, Qt.MouseButton.LeftButton, pos=at)
    assert presenter.state.intent.drawing.marks == before
    assert body.zoom > 2


def test_keys_zoom_and_turn(qtbot: QtBot, body: BodyMap, presenter: MapPresenter) -> None:
    qtbot.keyClicks(body, "+")
    assert body.zoom > 1.2
    qtbot.keyClicks(body, "0")
    assert body.zoom == pytest.approx(1)
    qtbot.keyClicks(body, "1")
    assert presenter.state.intent.sight.aspect.view is View.FRONT
    qtbot.keyClicks(body, "[")
    assert presenter.state.intent.sight.aspect.view is View.SOLES
    qtbot.keyClicks(body, "]")
    assert presenter.state.intent.sight.aspect.view is View.FRONT


def test_arrow_keys_walk_and_enter_paints(
    qtbot: QtBot, body: BodyMap, presenter: MapPresenter
) -> None:
    body.activateWindow()
    body.setFocus()
    qtbot.keyClick(body, Qt.Key.Key_Down)
    assert presenter.state.intent.hovered == TOP
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Down)
    assert presenter.state.intent.hovered == NECK_LEFT
    focused = QApplication.focusWidget()
    qtbot.keyClick(focused, Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert presenter.state.intent.drawing.places == (NECK_RIGHT,)


def test_every_zone_has_a_name_for_a_screen_reader(body: BodyMap, catalogue: Catalogue) -> None:
    names = body.zones.names()
    assert len(names) == len(set(names)) == 6
    assert f"{catalogue.zones[NECK_LEFT.zone].label} · its left" in names


def test_a_screen_reader_hears_what_is_painted(body: BodyMap, presenter: MapPresenter) -> None:
    presenter.paint(NECK_LEFT)
    assert body.zones.description(NECK_LEFT) == "moderate"
    assert body.zones.description(NECK_RIGHT) == "not painted"


def _colour(body: BodyMap, place: Place, aside: float = 0.0) -> QColor:
    point = body.point_of(place)
    assert point is not None
    image = body.grab().toImage()
    return image.pixelColor((point + QPointF(aside, aside)).toPoint())


def test_painting_tints_the_zone_and_undo_takes_it_off(
    body: BodyMap, presenter: MapPresenter
) -> None:
    plain = _colour(body, NECK_RIGHT, 30)
    presenter.paint(NECK_RIGHT)
    painted = _colour(body, NECK_RIGHT, 30)
    assert painted.green() < plain.green() - 20
    presenter.undo()
    assert _colour(body, NECK_RIGHT, 30) == plain


def test_a_tint_stays_inside_the_figure(body: BodyMap, presenter: MapPresenter) -> None:
    presenter.paint(NECK_RIGHT)
    box = body.box_of(NECK_RIGHT)
    outside = body.grab().toImage().pixelColor(box.right() + 6, box.center().y())
    assert outside.name().upper() == "#F6F3EE"


def test_a_lit_muscle_is_drawn_on_its_own_side_alone(
    body: BodyMap, presenter: MapPresenter
) -> None:
    left, right = _colour(body, NECK_LEFT, 30), _colour(body, NECK_RIGHT, 30)
    body.render(replace(presenter.state, lit=Chosen("trapezius_upper", Side.RIGHT)))
    assert _colour(body, NECK_RIGHT, 30) != right
    assert _colour(body, NECK_LEFT, 30) == left
    assert body.shows_lit()


def test_what_is_lit_elsewhere_is_known_not_to_be_seen(
    body: BodyMap, presenter: MapPresenter
) -> None:
    body.render(replace(presenter.state, lit=Chosen("soleus", Side.LEFT)))
    assert not body.shows_lit()


def test_where_the_small_picture_is_too_coarse_the_large_one_is_fetched(
    qtbot: QtBot, body: BodyMap
) -> None:
    qtbot.waitUntil(lambda: body.figure.sharp)
