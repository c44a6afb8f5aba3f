"""Painting where pain is felt: the main pattern as a soft wash, spillover as dots."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from guide.atlas.referral import STRENGTH
from guide.atlas.shapes import Shapes, Soft
from guide.core.anatomy import Place

SPACING_CM = 0.42  # from dot to dot on the body
LEAST_SPACING = 5.0  # pixels of the widget: closer dots would run together
DOT = 0.62  # of the spacing: size of a dot where spillover is strongest
FAINTEST = 40  # of 255: what is weaker has no dots
_SIZES = 3  # of dots: smaller towards the edge


class Pattern:
    """The forms of some places added up: bytes 0..255 on the grid of `Soft`."""

    def __init__(self, places: Iterable[Place], shapes: Shapes) -> None:
        self._shapes = shapes
        softs = [soft for place in places if (soft := shapes.soft(place))]
        self.step = softs[0].step if softs else 1.0
        self._cells = QRect()
        for soft in softs:
            self._cells = self._cells.united(self._cells_of(soft))
        self._sum = QImage(self._cells.size(), QImage.Format.Format_Grayscale8)
        if self._cells.isEmpty():
            return
        self._sum.fill(0)
        painter = QPainter(self._sum)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        for soft in softs:
            form = QImage.Format.Format_Grayscale8
            image = QImage(soft.values, soft.width, soft.height, soft.width, form)
            painter.drawImage(self._cells_of(soft).topLeft() - self._cells.topLeft(), image)
        painter.end()

    def _cells_of(self, soft: Soft) -> QRect:
        left, top = round(soft.x / self.step), round(soft.y / self.step)
        return QRect(left, top, soft.width, soft.height)

    @property
    def box(self) -> QRectF:
        """Where it lies, in pixels of the picture; empty where nothing is seen."""
        cells, step = self._cells, self.step
        return QRectF(
            cells.x() * step, cells.y() * step, cells.width() * step, cells.height() * step
        )

    def tinted(self, colour: QColor) -> QImage:
        """A picture of ``colour`` (of its opacity at most), as opaque as the pattern is strong."""
        table = []
        for strength in STRENGTH:
            shade = QColor(colour)
            shade.setAlphaF(colour.alphaF() * strength / 255)
            table.append(shade.rgba())
        size = self._sum.size()
        data, line = self._sum.constBits(), self._sum.bytesPerLine()
        indexed = QImage(data, size.width(), size.height(), line, QImage.Format.Format_Indexed8)
        indexed.setColorTable(table)
        return indexed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)

    def on_body(self, x: float, y: float) -> bool:
        """Whether a point is on the body: forms reach a little over its edge, dots must not."""
        return self._shapes.at(x, y) is not None

    def strengths(self) -> tuple[bytes, int]:
        """The strength 0..255 of every cell, and how many bytes a row has."""
        return bytes(self._sum.constBits()).translate(STRENGTH), self._sum.bytesPerLine()


def paint_wash(
    painter: QPainter, pattern: Pattern, colour: str, lighter: QColor, glaze: float
) -> None:
    """A glaze under a tint, fading out at the pattern's edge."""
    if pattern.box.isEmpty():
        return
    ground = QColor(colour)
    ground.setAlphaF(glaze)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.drawImage(pattern.box, pattern.tinted(ground))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.drawImage(pattern.box, pattern.tinted(lighter))


def paint_dots(painter: QPainter, pattern: Pattern, colour: str, spacing: float) -> None:
    """Dots ``spacing`` pixels of the picture apart, largest where the pattern is strongest."""
    if pattern.box.isEmpty():
        return
    for size, points in enumerate(dots(pattern, spacing), 1):
        pen = QPen(QColor(colour), DOT * spacing * (0.4 + 0.6 * size / _SIZES))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(QPolygonF(points))


def dots(pattern: Pattern, spacing: float) -> list[list[QPointF]]:
    """Evenly but not regularly spread points of a pattern, by size.

    Every second row is shifted by half a step, and each point moved by up to a fifth of one, the
    same at every time: no two come nearer than half of ``spacing``.
    """
    box, step = pattern.box, pattern.step
    values, line = pattern.strengths()
    sizes: list[list[QPointF]] = [[] for _ in range(_SIZES)]
    high = spacing * math.sqrt(3) / 2
    for row in range(math.ceil(box.top() / high), math.floor(box.bottom() / high)):
        shift = 0.5 * (row % 2)
        first, last = math.ceil(box.left() / spacing), math.floor(box.right() / spacing) - 1
        for column in range(first, last):
            x = (column + shift + _jitter(row, column)) * spacing
            y = (row + _jitter(column, row + 77)) * high
            if not (box.left() <= x < box.right() and box.top() <= y < box.bottom()):
                continue
            strength = values[int((y - box.top()) / step) * line + int((x - box.left()) / step)]
            if strength > FAINTEST and pattern.on_body(x, y):
                sizes[min(strength * _SIZES // 230, _SIZES - 1)].append(QPointF(x, y))
    return sizes


def _jitter(one: int, other: int) -> float:
    """A number -1/5..1/5 that looks like chance, and is the same for the same two."""
    return ((one * 73856093 ^ other * 19349663) % 1009) / 1009 * 0.4 - 0.2
