"""The shapes of one view as Qt paths in pixels of the large picture, made when first needed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from guide.atlas.shapes import Line, MuscleShape, ViewShapes, ZoneShape
from guide.core.anatomy import Place, Side
from guide.ui.body.viewport import Box


class ViewPaths:
    """Paths by place and by muscle; the same object is handed out again."""

    def __init__(self, shapes: ViewShapes) -> None:
        self.shapes = shapes
        self.zones: dict[Place, ZoneShape] = {
            Place(shape.zone, shape.side): shape for shape in shapes.zones
        }
        self._muscles = {(shape.muscle, shape.side): shape for shape in shapes.muscles}
        self._outlines: dict[Place, QPainterPath] = {}
        self._patches: dict[tuple[str, Side], QPainterPath] = {}

    def muscle(self, name: str, side: Side) -> MuscleShape | None:
        """The patch of a muscle in this view, or None when it is not seen."""
        return self._muscles.get((name, side))

    def zone(self, place: Place) -> QPainterPath:
        """The outline of a place; empty when it is not seen in this view."""
        if place not in self._outlines:
            shape = self.zones.get(place)
            self._outlines[place] = _closed(shape.rings if shape else ())
        return self._outlines[place]

    def patch(self, name: str, side: Side) -> QPainterPath:
        """The outline of a muscle; empty when it is not seen."""
        key = name, side
        if key not in self._patches:
            shape = self._muscles.get(key)
            self._patches[key] = _closed(shape.rings if shape else ())
        return self._patches[key]

    def bounds(self, place: Place) -> QRectF:
        """The box of a place in pixels of the large picture."""
        return self.zone(place).boundingRect()

    def box(self) -> Box | None:
        """Where the figure is in the picture; None when nothing of it is seen."""
        rings = [ring for shape in self.shapes.zones for ring in shape.rings]
        if not rings:
            return None
        left, right = min(min(r[::2]) for r in rings), max(max(r[::2]) for r in rings)
        top, bottom = min(min(r[1::2]) for r in rings), max(max(r[1::2]) for r in rings)
        return left, top, right - left, bottom - top

    def right_of_middle(self, side: Side) -> bool:
        """True when ``side`` of the figure lies in the right half of the picture."""
        middle = self.shapes.width / 2
        away = [shape.anchor[0] - middle for shape in self.shapes.zones if shape.side is side]
        return sum(away) > 0


def line_points(line: Line) -> list[QPointF]:
    """The points of a flat line."""
    return [QPointF(x, y) for x, y in zip(line[::2], line[1::2], strict=True)]


def _closed(rings: tuple[Line, ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in rings:
        path.addPolygon(QPolygonF(line_points(ring)))
        path.closeSubpath()
    return path
