"""The shapes of one view as Qt paths in pixels of the large picture, made when first needed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from guide.atlas.shapes import Line, MuscleShape, ViewShapes, ZoneShape
from guide.core.anatomy import Place, Side


class ViewPaths:
    """Paths by place and by muscle; the same object is handed out again."""

    def __init__(self, shapes: ViewShapes) -> None:
        self.shapes = shapes
        self.zones = {self.place(shape): shape for shape in shapes.zones}
        self._muscles = {(shape.muscle, shape.side): shape for shape in shapes.muscles}
        self._outlines: dict[Place, QPainterPath] = {}
        self._patches: dict[tuple[str, Side], QPainterPath] = {}

    def place(self, shape: ZoneShape) -> Place:
        """The place whose shape ``shape`` is."""
        return Place(shape.zone, shape.side)

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
        shape = self.zones.get(place)
        if shape is None:
            return QRectF()
        xs = [x for ring in shape.rings for x in ring[::2]]
        ys = [y for ring in shape.rings for y in ring[1::2]]
        left, top = min(xs), min(ys)
        return QRectF(left, top, max(xs) - left, max(ys) - top)


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
