"""The figure is turned by the hand, and answers at the angle at which it comes to rest."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.atlas.library import Library
from guide.core.anatomy import Place, Side, View
from guide.core.aspect import Aspect, of_close_up, of_view
from guide.core.catalogue import Catalogue
from guide.core.orientation import Build, CloseUp
from guide.core.sight import Layer
from guide.resources import asset_root
from guide.ui.body.body_map import BodyMap
from guide.ui.body.facts import MapFacts
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.tokens import LIGHT
from tests.ui.steps import make_presenter

KNEE = Place("knee.anterior", Side.LEFT)
SOON = 20_000


@pytest.fixture
def presenter(catalogue: Catalogue, qapp: object) -> MapPresenter:
    return make_presenter(catalogue)


@pytest.fixture
def body(
    qtbot: QtBot,
    look: Look,
    pictures: FigurePictures,
    catalogue: Catalogue,
    presenter: MapPresenter,
) -> Iterator[BodyMap]:
    made = BodyMap(look, pictures, Library(asset_root()), presenter.state.intent.sight.figure)
    qtbot.addWidget(made)
    made.resize(420, 620)
    made.begin(MapFacts(catalogue), presenter.state)
    made.painted.connect(presenter.paint)
    made.hovered.connect(presenter.hover)
    made.sight_requested.connect(presenter.see)
    made.view_requested.connect(presenter.turn)
    made.muscle_pointed.connect(presenter.point_at)
    made.muscle_chosen.connect(presenter.choose)
    presenter.changed.connect(made.render)
    made.show()
    yield made
    made.close_threads()


def _aspect(presenter: MapPresenter) -> Aspect:
    return presenter.state.intent.sight.aspect


def _see(presenter: MapPresenter, **changes: object) -> None:
    presenter.see(replace(presenter.state.intent.sight, **changes))


def _answers(qtbot: QtBot, body: BodyMap, place: Place) -> None:
    """Wait until ``place`` is seen, and is what lies where it is said to be."""
    qtbot.waitUntil(lambda: body.point_of(place) is not None and body.renderer.idle, timeout=SOON)
    point = body.point_of(place)
    assert point is not None
    assert body.place_at(point.x(), point.y()) == place


def test_a_drag_turns_what_the_hand_holds_with_it(
    qtbot: QtBot, body: BodyMap, presenter: MapPresenter
) -> None:
    qtbot.mousePress(body, Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    for x in (230, 260, 290):
        qtbot.mouseMove(body, QPoint(x, 300))
    qtbot.waitUntil(lambda: body.renderer.ready and body.renderer.idle, timeout=SOON)
    qtbot.mouseRelease(body, Qt.MouseButton.LeftButton, pos=QPoint(290, 300))
    assert 270 < _aspect(presenter).turn < 345  # towards its right side
    assert presenter.state.intent.drawing.marks == ()
    _answers(qtbot, body, Place("knee.anterior", Side.RIGHT))


def test_painting_works_at_any_angle(qtbot: QtBot, body: BodyMap, presenter: MapPresenter) -> None:
    _see(presenter, aspect=Aspect(30.0, 10.0))
    qtbot.waitUntil(lambda: body.point_of(KNEE) is not None, timeout=SOON)
    _answers(qtbot, body, KNEE)
    point = body.point_of(KNEE)
    assert point is not None
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert presenter.state.intent.drawing.places == (KNEE,)
    right = body.point_of(Place("knee.anterior", Side.RIGHT))
    assert right is not None
    assert right.x() < point.x()


def test_keys_turn_by_steps(qtbot: QtBot, body: BodyMap, presenter: MapPresenter) -> None:
    qtbot.keyClicks(body, ",")
    assert _aspect(presenter).turn == 15
    qtbot.keyClick(body, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert _aspect(presenter).view is View.FRONT
    qtbot.keyClick(body, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert _aspect(presenter) == Aspect(0.0, 15.0)


def test_another_build_answers_like_the_average(
    qtbot: QtBot, body: BodyMap, presenter: MapPresenter
) -> None:
    _see(presenter, build=Build.HEAVY)
    _answers(qtbot, body, KNEE)


def test_a_close_up_is_entered_by_zooming_and_left_again(
    qtbot: QtBot, body: BodyMap, presenter: MapPresenter
) -> None:
    palm = Place("hand.palm", Side.LEFT)
    point = body.point_of(palm)
    assert point is not None
    for _step in range(8):
        body.zoom_by(1.25, point)
        point = body.point_of(palm) or point
    assert _aspect(presenter) == of_close_up(CloseUp.HAND_PALM, Side.LEFT)
    _answers(qtbot, body, palm)
    box = body.box_of(palm)
    assert min(box.width(), box.height()) > 60
    qtbot.keyClick(body, Qt.Key.Key_Escape)
    assert _aspect(presenter) == of_view(View.FRONT)
    _answers(qtbot, body, KNEE)


def test_muscles_are_pointed_at_and_peeled(
    qtbot: QtBot, body: BodyMap, presenter: MapPresenter
) -> None:
    _see(presenter, layers=frozenset({Layer.SUPERFICIAL}), aspect=of_view(View.BACK))
    at = body.point_of(Place("upper_back.suprascapular", Side.RIGHT))
    assert at is not None
    qtbot.mouseMove(body, at.toPoint())
    first = body.pointed
    assert first is not None
    assert first.side is Side.RIGHT
    assert presenter.state.lit == first
    assert "its right" in body.tip()
    qtbot.keyClicks(body, "p")
    assert presenter.state.intent.sight.peeled == (first,)
    qtbot.mouseMove(body, at.toPoint() + QPoint(1, 0))
    assert body.pointed != first
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert presenter.state.intent.drawing.marks == ()


def test_what_is_seen_from_very_near_is_drawn_sharp(
    qtbot: QtBot, body: BodyMap, presenter: MapPresenter
) -> None:
    at = body.point_of(Place("thigh.anterior_upper", Side.LEFT))
    assert at is not None
    with qtbot.waitSignal(body.renderer.drawn, timeout=SOON) as drawn:
        body.zoom_by(8.0, at)
    assert drawn.args is not None
    made = drawn.args[0]
    assert not made.shot.draft
    assert made.image.height() == body.height()
    left, _top, right, _bottom = made.seen.part
    assert body.width() / (right - left) > 1.1  # finer than the shipped picture
    assert _aspect(presenter).view is View.FRONT


def test_a_pointer_at_the_views_makes_the_first_view_glide(
    qtbot: QtBot, look: Look, body: BodyMap, presenter: MapPresenter
) -> None:
    look.set(LIGHT, 1.0, motion=True)
    body.looking.prepare()
    qtbot.waitUntil(lambda: body.renderer.ready, timeout=SOON)
    with qtbot.waitSignal(body.renderer.drawn, timeout=SOON) as told:
        presenter.turn(View.BACK)
    assert told.args is not None
    assert 0 < told.args[0].shot.share < 1
    qtbot.waitUntil(lambda: body.looking.at_rest, timeout=SOON)
    assert _aspect(presenter).view is View.BACK
