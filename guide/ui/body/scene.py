"""What is laid over the figure: painted zones, a lit muscle, its search areas and referral."""

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from guide.core.anatomy import Chosen, Place, Side
from guide.core.catalogue import Referral
from guide.core.drawing import Mark
from guide.core.sight import Layer, Sight
from guide.ui.body import anatomy
from guide.ui.body.paths import ViewPaths, line_pen, line_points
from guide.ui.body.referral import LEAST_SPACING, SPACING_CM, Pattern, paint_dots, paint_wash
from guide.ui.tokens import Body


class Scene(msgspec.Struct, frozen=True):
    """Everything that is drawn on the figure but the zone under the pointer."""

    marks: tuple[Mark, ...] = ()
    lit: Chosen | None = None
    main: tuple[Place, ...] = ()
    spillover: tuple[Place, ...] = ()
    spot: str = ""  # the one search area of the lit muscle that is drawn; "" is all of them
    sight: Sight = Sight()
    named: tuple[str, ...] = ()  # landmarks that the guidance speaks of
    others: tuple[Chosen, ...] = ()  # muscles that are lit together with ``lit``

    @property
    def all_lit(self) -> tuple[Chosen, ...]:
        """Every muscle that is lit."""
        return () if self.lit is None else (self.lit, *self.others)

    @property
    def is_empty(self) -> bool:
        """True when nothing lies over the figure."""
        drawn = self.marks or self.lit or self.main or self.spillover or self.named
        return not drawn and Layer.LANDMARKS not in self.sight.layers


def make_scene(
    marks: tuple[Mark, ...],
    lit: Chosen | None,
    referral: Referral | None,
    sight: Sight,
    named: tuple[str, ...] = (),
) -> Scene:
    """The scene for painted ``marks`` and a lit muscle with its ``referral``, as far as shown."""
    if lit is None or referral is None:
        return Scene(marks, sight=sight, named=named)
    if Layer.REFERRAL not in sight.layers:
        return Scene(marks, lit, sight=sight, named=named)
    return Scene(
        marks,
        lit,
        _places(referral.main, lit.side, referral.crosses),
        _places(referral.spillover, lit.side, referral.crosses),
        sight=sight,
        named=named,
    )


def seen(scene: Scene, paths: ViewPaths) -> bool:
    """True when the lit muscle or the main pattern can be seen in this view."""
    if scene.lit is None:
        return True
    patch = paths.muscle(scene.lit.muscle, scene.lit.side)
    return patch is not None or any(place in paths.zones for place in scene.main)


def bounds(scene: Scene, paths: ViewPaths) -> QRectF:
    """The box of everything in ``scene``, in pixels of the large picture."""
    box = QRectF()
    for mark in scene.marks:
        box = box.united(paths.bounds(mark.place))
    for places in (scene.main, scene.spillover):
        box = box.united(Pattern(places, paths.shapes).box)
    for lit in scene.all_lit:
        box = box.united(paths.patch(lit.muscle, lit.side).boundingRect())
        shape = paths.muscle(lit.muscle, lit.side)
        for point in shape.points if shape else ():
            side = 2 * point.radius
            box = box.united(QRectF(point.x - point.radius, point.y - point.radius, side, side))
    return box


def difference(before: Scene, after: Scene, paths: ViewPaths) -> QRectF:
    """The box of what differs, in pixels of the large picture: one mark is quickly drawn."""
    if _unpainted(before) != _unpainted(after):
        return bounds(before, paths).united(bounds(after, paths))
    changed = set(before.marks) ^ set(after.marks)
    return bounds(Scene(tuple(changed)), paths)


def _unpainted(scene: Scene) -> tuple[object, ...]:
    return scene.all_lit, scene.main, scene.spillover


def within(scene: Scene, box: QRectF, paths: ViewPaths) -> Scene:
    """``scene`` with those marks alone that reach into ``box``."""
    marks = tuple(mark for mark in scene.marks if paths.bounds(mark.place).intersects(box))
    return msgspec.structs.replace(scene, marks=marks)


def paint_tints(
    painter: QPainter, scene: Scene, paths: ViewPaths, body: Body, shade: anatomy.Shade
) -> None:
    """Multiply the colours into the figure; the painter is in pixels of the large picture."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    main = Pattern(scene.main, paths.shapes)
    paint_wash(painter, main, body.referral, _lighter(body.referral), body.glaze)
    if scene.lit is None:
        for mark in scene.marks:
            _wash(painter, paths.zone(mark.place), body.pain[mark.strength - 1], body.glaze)
    for lit in scene.all_lit:
        shape, patch = paths.muscle(lit.muscle, lit.side), paths.patch(lit.muscle, lit.side)
        if shape and shape.deep:
            _wash(painter, patch, body.muscle, body.glaze)
        elif shape:
            anatomy.fill_shaded(painter, patch, QColor(body.muscle), shade)


def paint_lines(
    painter: QPainter, scene: Scene, paths: ViewPaths, body: Body, scale: float
) -> None:
    """Draw fibres, outlines, stipple, search areas and badges over the tinted figure.

    ``scale`` is widget pixels per pixel of the picture: lines keep their width at any zoom.
    """
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    spillover = Pattern(scene.spillover, paths.shapes)
    spacing = max(SPACING_CM * paths.shapes.pixels_per_cm, LEAST_SPACING / scale)
    paint_dots(painter, spillover, body.spill, spacing)
    for mark in scene.marks:
        painter.setPen(line_pen(body.pain_line, 1.6))
        painter.drawPath(paths.zone(mark.place))
    for lit in scene.all_lit:
        _muscle(painter, scene, lit, paths, body, scale)
    for mark in scene.marks:
        _badge(painter, mark, paths, body, scale)
    anatomy.paint_marks(painter, paths, scene.sight, scene.named, body, scale)


def _wash(painter: QPainter, path: QPainterPath, colour: str, glaze: float) -> None:
    """A glaze under a tint: it shows on a dark garment and on dark skin too."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.fillPath(path, _faded(colour, glaze))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillPath(path, _lighter(colour))


def _muscle(
    painter: QPainter, scene: Scene, lit: Chosen, paths: ViewPaths, body: Body, scale: float
) -> None:
    shape = paths.muscle(lit.muscle, lit.side)
    if shape is None:
        return
    fibre = line_pen(body.fibre, 1.0)
    fibre.setColor(_faded(body.fibre, 0.6 if not shape.deep else 0.35))
    painter.setPen(fibre)
    for line in shape.fibres:
        painter.drawPolyline(QPolygonF(line_points(line)))
    painter.setPen(line_pen(body.fibre, 1.4, dashed=shape.deep))
    painter.drawPath(paths.patch(lit.muscle, lit.side))
    for point in shape.points if Layer.POINTS in scene.sight.layers else ():
        if point.facing and scene.spot in ("", point.id):
            _search_area(painter, QPointF(point.x, point.y), point.radius, body, scale)


def _search_area(
    painter: QPainter, centre: QPointF, radius: float, body: Body, scale: float
) -> None:
    size = min(radius * 0.55, 7 / scale)
    cross = QPainterPath()
    for dx, dy in ((1, 1), (1, -1)):
        cross.moveTo(centre - QPointF(dx * size, dy * size))
        cross.lineTo(centre + QPointF(dx * size, dy * size))
    for colour, ring, mark in ((body.search_ground, 3.4, 5.0), (body.search, 1.6, 2.4)):
        painter.setPen(line_pen(colour, ring))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(line_pen(colour, mark))
        painter.drawPath(cross)


def _badge(painter: QPainter, mark: Mark, paths: ViewPaths, body: Body, scale: float) -> None:
    """One, two or three bars on a disc: the strength without its colour."""
    shape = paths.zones.get(mark.place)
    if shape is None:
        return
    box = paths.bounds(mark.place)
    radius = min(max(min(box.width(), box.height()) * 0.4, 6 / scale), 10 / scale)
    centre = QPointF(*shape.anchor)
    painter.setPen(line_pen(body.search_ground, 1.2))
    painter.setBrush(QColor(body.pain_line))
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line_pen(body.search_ground, 1.8))
    for index in range(mark.strength):
        x = centre.x() + (index - (mark.strength - 1) / 2) * radius * 0.5
        high = radius * (0.2 + 0.12 * (index + 1))
        painter.drawLine(QPointF(x, centre.y() + radius * 0.4), QPointF(x, centre.y() - high))


def _places(zones: tuple[str, ...], side: Side, crosses: tuple[str, ...]) -> tuple[Place, ...]:
    sides = {side, Side.MIDLINE}
    return tuple(
        Place(zone, each)
        for zone in zones
        for each in (*sides, *((side.other,) if zone in crosses else ()))
    )


def _faded(colour: str, opacity: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(opacity)
    return faded


def _lighter(colour: str) -> QColor:
    """Half way to white: multiplied, it tints half as strongly."""
    full = QColor(colour)
    return QColor(*((part + 255) // 2 for part in (full.red(), full.green(), full.blue())))
