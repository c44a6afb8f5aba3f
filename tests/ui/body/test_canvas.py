"""The canvas draws the figure once and then only what changes."""

import pytest
from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Place, Side, View
from guide.core.drawing import Mark, Strength
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.scene import Scene
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look

NECK = Place("neck.posterior_lower", Side.RIGHT)
SIZE = QSize(400, 600)


@pytest.fixture
def canvas(look: Look, pictures: FigurePictures, library: Library) -> MapCanvas:
    owner = QObject(look)
    made = MapCanvas(look, pictures, library, owner)
    made.show(FigureName.FEMALE, View.BACK, SIZE)
    return made


def _painted(canvas: MapCanvas, rect: QRect | None = None) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#00FF00"))
    painter = QPainter(image)
    canvas.paint(painter, rect or QRect(0, 0, 400, 600), SIZE, 1.0)
    painter.end()
    canvas.layer.wait()
    return image


def test_only_the_part_asked_for_is_copied(canvas: MapCanvas) -> None:
    image = _painted(canvas, QRect(0, 0, 50, 50))
    assert image.pixelColor(25, 25).name() == "#f6f3ee"
    assert image.pixelColor(300, 300).name() == "#00ff00"


def test_a_changed_scene_is_drawn_where_it_changed(canvas: MapCanvas) -> None:
    before = _painted(canvas)
    dirty = canvas.change_scene(Scene((Mark(NECK, Strength.STRONG),)), QRect(0, 0, 400, 600))
    after = _painted(canvas)
    box = canvas.box_of(NECK)
    assert dirty.contains(box)
    inside, outside = (
        box.topLeft() + box.center() * 0,
        canvas.box_of(Place("calf.upper", Side.RIGHT)).center(),
    )
    assert after.pixelColor(inside.x() + 12, inside.y() + 12) != before.pixelColor(
        inside.x() + 12, inside.y() + 12
    )
    assert after.pixelColor(outside) == before.pixelColor(outside)


def test_points_and_places_belong_together(canvas: MapCanvas) -> None:
    point = canvas.point_of(NECK)
    assert point is not None
    assert canvas.place_at(point.x(), point.y()) == NECK
    assert canvas.point_of(Place("sole.heel", Side.LEFT)) is None
    assert canvas.box_of(Place("sole.heel", Side.LEFT)).isEmpty()


def test_the_pointed_zone_is_outlined(canvas: MapCanvas) -> None:
    plain, pointed = _painted(canvas), _painted(canvas)
    painter = QPainter(pointed)
    canvas.paint_pointed(painter, NECK, focused=False)
    painter.end()
    edge = canvas.box_of(NECK).topLeft()
    assert pointed.pixelColor(edge) != plain.pixelColor(edge)
    assert pointed.pixelColor(canvas.box_of(NECK).center()) == plain.pixelColor(
        canvas.box_of(NECK).center()
    )


def test_the_sides_are_written_at_the_edges(canvas: MapCanvas) -> None:
    for view in View:
        canvas.show(FigureName.FEMALE, view, SIZE)
        image = _painted(canvas)
        plain = image.copy()
        painter = QPainter(image)
        canvas.paint_sides(painter, QRect(0, 0, 400, 600))
        painter.end()
        assert image != plain


def test_a_lit_muscle_that_is_not_drawn_changes_nothing(canvas: MapCanvas) -> None:
    before = _painted(canvas)
    canvas.change_scene(Scene((), Chosen("soleus", Side.LEFT)), QRect(0, 0, 400, 600))
    assert _painted(canvas) == before
