"""The shapes of one picture as Qt paths in its pixels, made when first needed."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF

from guide.atlas.shapes import (
    DangerShape,
    Line,
    MuscleShape,
    MuscleSpot,
    Shapes,
    Soft,
    ZoneShape,
    line_values,
)
from guide.core.anatomy import Place, Side


class ViewPaths:
    """Paths by place and by muscle; the same object is handed out again."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.zones = shapes.zones
        self._outlines: dict[Place, QPainterPath] = {}
        self._patches: dict[tuple[str, Side], QPainterPath] = {}

    def place(self, shape: ZoneShape) -> Place:
        """The place whose shape ``shape`` is."""
        return shape.place

    def muscle(self, name: str, side: Side) -> MuscleShape | None:
        """The patch of a muscle in this view, or None when it is not seen."""
        shape = self.shapes.muscle(name, side)
        return shape if shape and shape.rings else None

    def zone(self, place: Place) -> QPainterPath:
        """The outline of a place; empty when it is not seen in this view."""
        if place not in self._outlines:
            self._outlines[place] = closed(self.shapes.rings(place))
        return self._outlines[place]

    def patch(self, name: str, side: Side) -> QPainterPath:
        """The outline of a muscle; empty when it is not seen."""
        key = name, side
        if key not in self._patches:
            shape = self.shapes.muscle(name, side)
            self._patches[key] = closed(shape.rings if shape else ())
        return self._patches[key]

    def bounds(self, place: Place) -> QRectF:
        """The box of a place in pixels of the picture; empty when it is not seen."""
        shape = self.zones.get(place)
        return QRectF(*shape.box) if shape else QRectF()


class NoShapes:
    """`Shapes` of a picture of which nothing is known yet."""

    width = height = 1
    pixels_per_cm = 1.0
    zones: Mapping[Place, ZoneShape] = MappingProxyType({})
    landmarks: Mapping[str, tuple[float, float]] = MappingProxyType({})
    muscles: tuple[MuscleSpot, ...] = ()
    dangers: tuple[DangerShape, ...] = ()

    def at(self, _x: float, _y: float, /) -> Place | None:
        """Nothing lies anywhere."""
        return None

    def rings(self, _place: Place, /) -> tuple[Line, ...]:
        """No outline."""
        return ()

    def muscle(self, _muscle: str, _side: Side, /) -> MuscleShape | None:
        """No muscle."""
        return None

    def soft(self, _place: Place, /) -> Soft | None:
        """No form."""
        return None


def line_pen(colour: QColor | str, width: float, dashed: bool = False) -> QPen:
    """A pen that keeps its width in pixels at any zoom."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if dashed:
        pen.setDashPattern([3, 3])
    return pen


def line_points(line: Line) -> list[QPointF]:
    """The points of a line."""
    values = line_values(line)
    return [QPointF(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]


def closed(rings: tuple[Line, ...]) -> QPainterPath:
    """Rings as one path: inside is what an odd number of them surrounds."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in rings:
        path.addPolygon(QPolygonF(line_points(ring)))
        path.closeSubpath()
    return path
