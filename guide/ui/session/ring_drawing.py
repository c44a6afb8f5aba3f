"""Where the parts of the ring of time lie, and how each is drawn."""

import math

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from guide.ui.look import make_font

TURNS = 2880  # steps of the ring that are told apart: an eighth of a degree each
TOP = 90 * 16  # Qt's angles: sixteenths of a degree, from three o'clock
FULL = 360 * 16
LEAST = 5  # steps: a shorter arc would be its round ends alone
EMPTY = 0.72  # size of the breath when it is out, of its size when it is in


class Frame(msgspec.Struct, frozen=True):
    """The ring in a widget, in its pixels: middle, and the centre line and width of the band."""

    middle: tuple[float, float]
    radius: float
    thick: float

    @property
    def centre(self) -> QPointF:
        """The middle as a point."""
        return QPointF(*self.middle)

    @property
    def band(self) -> QRectF:
        """The square around the centre line of the band."""
        return _square(self.middle, self.radius)

    @property
    def inside(self) -> QRect:
        """The square around everything inside the band: breath and words."""
        return self.around_breath(1.0)

    def breath(self, fullness: float) -> float:
        """The radius of the breath, ``fullness`` 0 to 1."""
        return (self.radius - self.thick * 0.9) * (EMPTY + (1 - EMPTY) * fullness)

    def around_breath(self, fullness: float) -> QRect:
        """The square around the breath."""
        return _square(self.middle, self.breath(fullness) + 2).toAlignedRect()

    def end(self, turn: int) -> QRectF:
        """The box around the end of an arc of ``turn`` steps, cap included."""
        angle = math.radians(90 - 360 * turn / TURNS)
        x = self.middle[0] + self.radius * math.cos(angle)
        y = self.middle[1] - self.radius * math.sin(angle)
        return _square((x, y), self.thick)

    def reach(self) -> int:
        """How many steps along the band lie within a box around its end, at most."""
        return math.ceil(TURNS * 2 * self.thick / (2 * math.pi * self.radius))


def frame_in(width: int, height: int) -> Frame:
    """The largest ring in a widget of that size."""
    size = min(width, height) - 8
    thick = max(10.0, size * 0.05)
    return Frame((width / 2, height / 2), size / 2 - thick, thick)


def paint_band(
    painter: QPainter, frame: Frame, track: QColor, time: QColor | None, turn: int
) -> None:
    """Draw the whole track, and over it an arc of ``turn`` steps from the top in ``time``."""
    painter.setPen(QPen(track, frame.thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(frame.band)
    if time is not None and turn > LEAST:
        painter.setPen(_round_pen(time, frame.thick))
        _arc(painter, frame, 0, turn)


def move_end(
    painter: QPainter, frame: Frame, ground: QColor, track: QColor, time: QColor, old: int, new: int
) -> QRect:
    """Draw the band again where the end of the arc moved from ``old`` to ``new`` steps.

    Returns the box of it; only the pieces of track and arc in that box are drawn.
    """
    first, last, reach = min(old, new), max(old, new), frame.reach()
    box = frame.end(last)
    for turn in range(first, last, reach):
        box = box.united(frame.end(turn))
    rect = box.toAlignedRect()
    painter.setClipRect(rect)
    painter.fillRect(rect, ground)
    painter.setPen(QPen(track, frame.thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _arc(painter, frame, first - 2 * reach, last + 2 * reach)
    if new > LEAST:
        painter.setPen(_round_pen(time, frame.thick))
        whole = last + 2 * reach > TURNS  # then the box holds the beginning of the arc too
        _arc(painter, frame, 0 if whole else max(0, first - 2 * reach), new)
    return rect


def paint_edge(painter: QPainter, frame: Frame, colour: QColor) -> None:
    """Draw the light of the edge."""
    painter.setPen(QPen(colour, max(3.0, frame.radius * 0.018)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = frame.radius + frame.thick * 0.65
    painter.drawEllipse(frame.centre, radius, radius)


def paint_large(
    painter: QPainter, frame: Frame, phase: tuple[str, QColor], number: tuple[str, QColor]
) -> None:
    """Draw the phase and, larger, the seconds below it."""
    size, (x, y) = 2 * frame.radius, frame.middle
    _line(painter, phase, (x, y - size * 0.235), size * 0.095, size * 0.80)
    _line(painter, number, (x, y + size * 0.005), size * 0.34, size * 0.76)


def paint_hint(painter: QPainter, frame: Frame, text: str, colour: QColor, breath: bool) -> None:
    """Draw what stands below the seconds, wrapped; the pace of the breath is larger."""
    size, (x, y) = 2 * frame.radius, frame.middle
    rect = QRectF(x - size * 0.33, y + size * 0.19, size * 0.66, size * 0.2)
    painter.setPen(colour)
    painter.setFont(make_font(_fitting(text, rect, size * (0.058 if breath else 0.042)), 500))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextWordWrap), text)


def _line(
    painter: QPainter,
    words: tuple[str, QColor],
    middle: tuple[float, float],
    high: float,
    width: float,
) -> None:
    """Draw one line around ``middle``, ``high`` pixels of type, smaller where it is too wide."""
    (text, colour), font = words, make_font(round(high), 600)
    if text.isdigit():  # figures of equal width stand far apart at this size
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 94)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > width:
        font.setPixelSize(math.floor(high * width / wide))
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(colour)
    left = middle[0] - metrics.horizontalAdvance(text) / 2
    painter.drawText(round(left), round(middle[1] + metrics.capHeight() / 2), text)


def _fitting(text: str, rect: QRectF, high: float) -> int:
    """The largest size up to ``high`` at which the wrapped text fits ``rect``."""
    size = round(high)
    flags = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
    while size > 9:
        bounds = QFontMetricsF(make_font(size, 500)).boundingRect(rect, flags, text)
        if bounds.height() <= rect.height() and bounds.width() <= rect.width():
            break
        size -= 1
    return size


def _square(middle: tuple[float, float], radius: float) -> QRectF:
    return QRectF(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)


def _round_pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _arc(painter: QPainter, frame: Frame, begin: int, end: int) -> None:
    """Draw the band from step ``begin`` to step ``end``, both counted from the top."""
    start = TOP - FULL * begin // TURNS
    painter.drawArc(frame.band, start, TOP - FULL * end // TURNS - start)
