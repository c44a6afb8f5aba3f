"""The figure of a card in lines and areas alone: body, muscle, search areas and referral."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from guide.atlas.library import Library
from guide.atlas.shapes import MuscleShape
from guide.core.anatomy import Chosen, FigureName, Place, View
from guide.core.catalogue import Referral
from guide.core.sight import Sight
from guide.ui.body.best_view import best_view
from guide.ui.body.paths import ViewPaths, line_points
from guide.ui.body.referral import SPACING_CM, Pattern, paint_dots
from guide.ui.body.scene import Scene, make_scene
from guide.ui.card.fitting import Swatch
from guide.ui.tokens import LIGHT

LEAST_CM = 26.0  # of the body across a frame: less cannot be told what it is
ROOM = 1.4  # of the frame to what must be seen in it
INSET = 0.3  # of a frame: the whole body, small, beside the part
_INK, _SKIN, _EDGE = QColor("#5B514A"), QColor("#FBF3EE"), QColor("#C9B9AC")
_MAIN, _MUSCLE, _DEEP = 0.42, 0.6, 0.35  # opacities


class Frame(NamedTuple):
    """A part of one view, in its pixels."""

    view: View
    paths: ViewPaths
    box: QRectF


class Picture(NamedTuple):
    """What is drawn: one frame, or two side by side."""

    scene: Scene
    frames: tuple[Frame, ...]


def picture(library: Library, figure: FigureName, chosen: Chosen, referral: Referral) -> Picture:
    """The muscle from where it is seen best, and what of its pain is not seen from there.

    Raises `AtlasError`.
    """
    scene = make_scene((), chosen, referral, Sight())
    view, paths = best_view(library, figure, Scene(lit=chosen))
    muscle = _muscle_box(paths, chosen)
    hidden = tuple(place for place in scene.main if place not in paths.zones)
    other, others = best_view(library, figure, Scene(main=hidden))
    there = tuple(place for place in hidden if place in others.zones)
    if there:
        pain = Frame(other, others, _pain_box(others, there))
        return Picture(scene, (Frame(view, paths, muscle), pain))
    return Picture(scene, (Frame(view, paths, muscle.united(_pain_box(paths, scene.main))),))


def _muscle_box(paths: ViewPaths, chosen: Chosen) -> QRectF:
    shape = paths.shapes.muscle(chosen.muscle, chosen.side)
    box = paths.patch(chosen.muscle, chosen.side).boundingRect()
    for point in shape.points if shape else ():
        r = point.radius
        box = box.united(QRectF(point.x - r, point.y - r, 2 * r, 2 * r))
    return box


def _pain_box(paths: ViewPaths, places: tuple[Place, ...]) -> QRectF:
    box = QRectF()
    for place in places:
        box = box.united(paths.bounds(place))
    return box


def paint(painter: QPainter, picture: Picture, points: tuple[str, ...], area: QRectF) -> None:
    """Draw the frames into ``area``, with these search areas; nothing is drawn outside it."""
    count = len(picture.frames)
    width = (area.width() - 8 * (count - 1)) / count
    for number, frame in enumerate(picture.frames):
        box = QRectF(area.x() + number * (width + 8), area.y(), width, area.height())
        painter.save()
        painter.setClipRect(box)
        part = _part(frame, box)
        scale = _enter(painter, part, box)
        _body(painter, frame.paths, part, scale)
        _paint_scene(painter, picture.scene, frame.paths, points, scale)
        painter.restore()
        _locate(painter, frame, part, box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_EDGE, 0.8))
        painter.drawRoundedRect(box, 6, 6)


def _part(frame: Frame, box: QRectF) -> QRectF:
    """The part of the view that fills ``box``."""
    least = LEAST_CM * frame.paths.shapes.pixels_per_cm
    wide = max(frame.box.width() * ROOM, least)
    high = max(frame.box.height() * ROOM, least)
    ratio = box.width() / box.height()
    wide, high = max(wide, high * ratio), max(high, wide / ratio)
    centre = frame.box.center()
    return QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high)


def _enter(painter: QPainter, part: QRectF, box: QRectF) -> float:
    """Let the painter speak in pixels of the view; the points that one of them takes."""
    scale = box.width() / part.width()
    painter.translate(box.topLeft())
    painter.scale(scale, scale)
    painter.translate(-part.topLeft())
    return scale


def _pen(colour: QColor | str, points: float, scale: float) -> QPen:
    """A pen so wide on paper."""
    pen = QPen(QColor(colour), points / scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _body(painter: QPainter, paths: ViewPaths, part: QRectF, scale: float) -> None:
    """The body: every zone with a thick edge first, then all of them filled, faintly edged."""
    zones = [
        paths.zone(place)
        for place, shape in paths.zones.items()
        if QRectF(*shape.box).intersects(part)
    ]
    for brush, pen in ((_INK, _pen(_INK, 1.8, scale)), (_SKIN, _pen(_EDGE, 0.3, scale))):
        painter.setPen(pen)
        painter.setBrush(brush)
        for zone in zones:
            painter.drawPath(zone)


def _paint_scene(
    painter: QPainter, scene: Scene, paths: ViewPaths, points: tuple[str, ...], scale: float
) -> None:
    main = _main_colour()
    painter.setPen(Qt.PenStyle.NoPen)
    for place in scene.main:
        painter.fillPath(paths.zone(place), main)
    spread = Pattern(scene.spillover, paths.shapes)
    paint_dots(painter, spread, LIGHT.body.spill, SPACING_CM * 1.6 * paths.shapes.pixels_per_cm)
    if scene.lit is None:
        return
    shape = paths.muscle(scene.lit.muscle, scene.lit.side)
    if shape is not None:
        _muscle(painter, shape, paths.patch(scene.lit.muscle, scene.lit.side), scale)
    known = paths.shapes.muscle(scene.lit.muscle, scene.lit.side)
    for point in known.points if known else ():
        if point.facing and point.id in points:
            _search(painter, QPointF(point.x, point.y), point.radius, scale)


def _muscle(painter: QPainter, shape: MuscleShape, patch: QPainterPath, scale: float) -> None:
    fill = QColor(LIGHT.body.muscle)
    fill.setAlphaF(_DEEP if shape.projected or shape.deep else _MUSCLE)
    pen = _pen(LIGHT.body.fibre, 0.9, scale)
    if shape.projected or shape.deep:
        pen.setDashPattern([3, 2])
    painter.fillPath(patch, fill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(LIGHT.body.fibre, 0.25, scale))
    for fibre in shape.fibres[::2]:
        painter.drawPolyline(QPolygonF(line_points(fibre)))
    painter.setPen(pen)
    painter.drawPath(patch)


def _search(painter: QPainter, centre: QPointF, radius: float, scale: float) -> None:
    """A ring with a cross on a light ground: seen on muscle and skin, in print without colour."""
    arm = radius * 0.4
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((LIGHT.body.search_ground, 2.6), (LIGHT.body.search, 1.1)):
        painter.setPen(_pen(colour, width, scale))
        painter.drawEllipse(centre, radius, radius)
        for dx, dy in ((arm, arm), (arm, -arm)):
            painter.drawLine(centre - QPointF(dx, dy), centre + QPointF(dx, dy))


def _locate(painter: QPainter, frame: Frame, part: QRectF, box: QRectF) -> None:
    """The whole body in a free corner, with a frame around the part; not when it is all shown."""
    whole, paths = _whole(frame.paths), frame.paths
    if part.height() > 0.7 * whole.height():
        return
    high = box.height() * INSET
    wide = high * whole.width() / whole.height()
    busy = QRectF(
        box.x() + (frame.box.x() - part.x()) * box.width() / part.width(),
        box.y() + (frame.box.y() - part.y()) * box.height() / part.height(),
        frame.box.width() * box.width() / part.width(),
        frame.box.height() * box.height() / part.height(),
    )
    corner = min(_corners(box, wide, high), key=lambda each: _area(each.intersected(busy)))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRoundedRect(corner.adjusted(-3, -3, 3, 3), 3, 3)
    scale = _enter(painter, whole, corner)
    painter.setBrush(_EDGE)
    painter.setPen(_pen(_EDGE, 0.3, scale))
    for place in paths.zones:
        painter.drawPath(paths.zone(place))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(LIGHT.accent, 1.0, scale))
    painter.drawRect(part.intersected(whole))
    painter.restore()


def _whole(paths: ViewPaths) -> QRectF:
    whole = QRectF()
    for shape in paths.zones.values():
        whole = whole.united(QRectF(*shape.box))
    return whole


def _corners(box: QRectF, wide: float, high: float) -> list[QRectF]:
    left, right = box.x() + 6, box.right() - wide - 6
    top, bottom = box.y() + 6, box.bottom() - high - 6
    return [QRectF(x, y, wide, high) for y in (bottom, top) for x in (right, left)]


def _area(box: QRectF) -> float:
    return max(box.width(), 0.0) * max(box.height(), 0.0)


def paint_swatch(painter: QPainter, kind: Swatch, box: QRectF) -> None:
    """A sample for the legend, as the figure has it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SKIN)
    painter.drawRoundedRect(box, 2, 2)
    if kind is Swatch.MUSCLE:
        fill = QColor(LIGHT.body.muscle)
        fill.setAlphaF(_MUSCLE)
        painter.setBrush(fill)
        painter.setPen(_pen(LIGHT.body.fibre, 0.9, 1.0))
        painter.drawRoundedRect(box, 2, 2)
    elif kind is Swatch.MAIN:
        painter.fillRect(box, _main_colour())
    elif kind is Swatch.SEARCH:
        _search(painter, box.center(), box.height() / 2, 1.0)
    else:
        painter.setPen(_pen(LIGHT.body.spill, 1.8, 1.0))
        for number in range(8):
            x = box.x() + 2 + (number // 2) * 4
            painter.drawPoint(QPointF(x, box.y() + 3 + number % 2 * 4))


def _main_colour() -> QColor:
    colour = QColor(LIGHT.body.referral)
    colour.setAlphaF(_MAIN)
    return colour
