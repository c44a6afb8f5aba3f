"""The layers of the figure: muscles, what must not be pressed, landmarks; drawn and pointed at."""

import math
from collections.abc import Callable, Collection
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPolygonF,
    QTransform,
)

from guide.atlas.shapes import MuscleSpot
from guide.core.anatomy import Chosen
from guide.core.sight import Layer, Sight
from guide.ui.body.paths import ViewPaths, closed, line_pen, line_points
from guide.ui.tokens import Body

FIBRES = 0.14, 0.34  # opacity of fibres from afar and near by
FIBRE_WIDTH = 0.5, 0.9  # widget pixels
FAR, NEAR = 5.0, 11.0  # widget pixels a centimetre of the body
OUTLINE = 0.6
DOT = 2.6  # widget pixels: the radius of a landmark
Shade = Callable[[QPainter], None]  # paints the figure's grey shading


def shown_muscles(paths: ViewPaths, sight: Sight) -> list[MuscleSpot]:
    """The muscles of the layers that are shown and not peeled off, the one on top first."""
    return [spot for spot in paths.shapes.muscles if _is_shown(spot, sight)]


def muscle_at(paths: ViewPaths, sight: Sight, x: float, y: float) -> Chosen | None:
    """The muscle on top at a point in pixels of the picture.

    One that is too deep to be seen from outside answers where no other does.
    """
    point = QPointF(x, y)
    beneath = None
    for spot in shown_muscles(paths, sight):
        if not QRectF(*spot.box).contains(point):
            continue
        if paths.patch(spot.muscle, spot.side).contains(point):
            if not spot.projected:
                return Chosen(spot.muscle, spot.side)
            beneath = beneath or Chosen(spot.muscle, spot.side)
    return beneath


def danger_at(paths: ViewPaths, sight: Sight, x: float, y: float) -> str:
    """The id of the danger zone at a point, of the layer if it is shown; "" where there is none."""
    if Layer.DANGER not in sight.layers:
        return ""
    point = QPointF(x, y)
    for danger in paths.shapes.dangers:
        if QRectF(*danger.box).contains(point) and closed(danger.rings).contains(point):
            return danger.id
    return ""


def landmark_at(paths: ViewPaths, sight: Sight, x: float, y: float, reach: float) -> str:
    """The landmark within ``reach`` pixels, of the layer if it is shown; "" where there is none."""
    if Layer.LANDMARKS not in sight.layers:
        return ""
    found = paths.shapes.landmarks.items()
    near = [(math.dist(at, (x, y)), name) for name, at in found]
    distance, name = min(near, default=(math.inf, ""))
    return name if distance <= reach else ""


def paint_muscles(
    painter: QPainter, paths: ViewPaths, sight: Sight, body: Body, shade: Shade
) -> None:
    """Draw the muscles of the layers from the deepest to the one on top, then danger zones.

    The painter is in pixels of the picture; ``shade`` paints the figure's grey shading.
    """
    near = _nearness(painter, paths)
    line = QColor(body.fibre)
    spots = shown_muscles(paths, sight)
    for spot in reversed([spot for spot in spots if not spot.projected]):
        shape = paths.muscle(spot.muscle, spot.side)
        if shape is None:
            continue
        patch = paths.patch(spot.muscle, spot.side)
        fill_shaded(painter, patch, muscle_colour(spot.muscle, body), shade)
        line.setAlphaF(_between(FIBRES, near))
        painter.setPen(line_pen(line, _between(FIBRE_WIDTH, near)))
        for fibre in shape.fibres[:: 1 if near > 0 else 2]:
            painter.drawPolyline(QPolygonF(line_points(fibre)))
        line.setAlphaF(OUTLINE)
        painter.setPen(line_pen(line, 0.8))
        painter.drawPath(patch)
    for spot in spots:
        if spot.projected:
            painter.setPen(line_pen(QColor(body.fibre), 1.4, dashed=True))
            painter.drawPath(paths.patch(spot.muscle, spot.side))
    if Layer.DANGER in sight.layers:
        _paint_dangers(painter, paths, body)


def _nearness(painter: QPainter, paths: ViewPaths) -> float:
    """0 from afar to 1 near by: fibres that lie close together must not become stripes."""
    density = painter.transform().m11() * paths.shapes.pixels_per_cm
    return min(max((density - FAR) / (NEAR - FAR), 0.0), 1.0)


def _between(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share


def _paint_dangers(painter: QPainter, paths: ViewPaths, body: Body) -> None:
    """Hatch where something lies that must not be pressed: told from muscles without colour."""
    scale = painter.transform().m11()
    for danger in paths.shapes.dangers:
        path = closed(danger.rings)
        hatch = QBrush(QColor(body.danger), Qt.BrushStyle.BDiagPattern)
        hatch.setTransform(QTransform.fromScale(1 / scale, 1 / scale))
        painter.fillPath(path, hatch)
        for colour, width in ((body.search_ground, 3.6), (body.danger, 2.0)):
            painter.setPen(line_pen(QColor(colour), width))
            painter.drawPath(path)


def fill_shaded(painter: QPainter, path: QPainterPath, colour: QColor, shade: Shade) -> None:
    """Give the inside of ``path`` another colour, lit as the figure is: on any skin the same."""
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    shade(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillPath(path, colour)
    painter.restore()


def paint_marks(
    painter: QPainter,
    paths: ViewPaths,
    sight: Sight,
    named: Collection[str],
    body: Body,
    scale: float,
) -> None:
    """Draw the landmarks, and larger the ``named``; ``scale`` as in `scene.paint_lines`."""
    shown = Layer.LANDMARKS in sight.layers
    painter.setBrush(QColor(body.landmark))
    painter.setPen(line_pen(QColor(body.search_ground), 1.5))
    for name, (x, y) in paths.shapes.landmarks.items():
        if shown or name in named:
            radius = DOT * (2 if name in named else 1) / scale
            painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def muscle_colour(muscle: str, body: Body) -> QColor:
    """The quiet colour of a muscle: the same in every view and on every figure."""
    return QColor(body.muscles[crc32(muscle.encode()) % len(body.muscles)])


def _is_shown(spot: MuscleSpot, sight: Sight) -> bool:
    layer = Layer.DEEP if spot.deep or spot.projected else Layer.SUPERFICIAL
    return layer in sight.layers and Chosen(spot.muscle, spot.side) not in sight.peeled
