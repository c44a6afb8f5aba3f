"""The ring of time: what to do, how long still, and the breath, legible from two metres."""

import math

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.app.session_state import Breath, Reading
from guide.i18n import _
from guide.ui.look import Look, make_font

FLASH = 700  # milliseconds that the edge stays lit when something changes
WARNED = 10.0  # seconds before the end of a hold
TOP = 90 * 16  # Qt's angles: sixteenths of a degree, from three o'clock
FULL = 360 * 16
TURNS = 2880  # steps of the ring that are told apart: an eighth of a degree each


class RingFace(msgspec.Struct, frozen=True):
    """The words in the ring; they change with the step, not with the time."""

    phase: str
    hint: str = ""
    quiet: bool = False  # nothing is pressed: the ring is drawn in second colour
    hold: bool = False


class TimeRing(QWidget):
    """Draws a `RingFace` and a `Reading`; a flash of its edge says what a sound would say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face = RingFace("")
        self._reading: Reading | None = None
        self._shown: Looks | None = None
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(FLASH)
        self._flash.timeout.connect(self._on_flash_over)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Time"))

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(480, 480)

    def minimumSizeHint(self) -> QSize:
        """Smaller than that is not legible from afar."""
        return QSize(240, 240)

    def set_face(self, face: RingFace) -> None:
        """Show other words, and flash: another step has begun."""
        if face != self._face:
            self._face = face
            self.flash()

    def set_reading(self, reading: Reading | None) -> None:
        """Show another time; only what looks different is drawn again."""
        before, self._reading = self._reading, reading
        if self._face.hold and before and reading and reading.left <= WARNED < before.left:
            self.flash()
        old, new = self._shown, self._looks()
        if before is None or old is None or old.number != new.number:
            self.setAccessibleDescription(new.number)
        if before is None or old is None or old.face != new.face:
            self.update()
            return
        if old.turn != new.turn:
            self.update(self._arc_between(old.turn, new.turn))
        if old.number != new.number:
            self.update(self._number_box())
        if old.words != new.words:
            self.update(self._words_box().toAlignedRect())
        if old.fullness != new.fullness:
            self.update(self._breath_box())

    @property
    def flashing(self) -> bool:
        """True while the edge is lit."""
        return self._flash.isActive()

    @Slot()
    def flash(self) -> None:
        """Light the edge for a moment; it does not move, so it needs no leave to."""
        self._flash.start()
        self.update()

    def stop(self) -> None:
        """The screen is left: nothing is lit any more."""
        self._flash.stop()

    @Slot()
    def _on_flash_over(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, time, breath and words, as far as they are to be drawn again."""
        self._shown = self._looks()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, thick = self._box(), self._thick()
        ring = box.adjusted(thick, thick, -thick, -thick)
        self._paint_breath(painter)
        self._paint_ring(painter, ring, thick)
        if self.flashing:
            painter.setPen(QPen(self._look.colour("ink"), max(3.0, box.width() * 0.008)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = thick * 0.35
            painter.drawEllipse(box.adjusted(edge, edge, -edge, -edge))
        if event.rect().intersects(self._breath_box()):
            self._paint_words(painter, ring)

    def _box(self) -> QRectF:
        size = min(self.width(), self.height()) - 8
        return QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)

    def _thick(self) -> float:
        return max(10.0, self._box().width() * 0.05)

    def _size(self) -> float:
        return self._box().width() - 2 * self._thick()

    def _number_box(self) -> QRect:
        middle, size = self._box().center(), self._size()
        box = QRectF(0, 0, size * 0.8, size * 0.3)
        box.moveCenter(QPointF(middle.x(), middle.y() + size * 0.005))
        return box.toAlignedRect()

    def _words_box(self) -> QRectF:
        middle, size = self._box().center(), self._size()
        return QRectF(middle.x() - size * 0.33, middle.y() + size * 0.19, size * 0.66, size * 0.2)

    def _breath_radius(self, fullness: float) -> float:
        return (self._size() / 2 - self._thick() * 0.9) * (0.72 + 0.28 * fullness)

    def _breath_box(self) -> QRect:
        radius = self._breath_radius(1.0) + 2
        box = QRectF(0, 0, 2 * radius, 2 * radius)
        box.moveCenter(self._box().center())
        return box.toAlignedRect()

    def _arc_between(self, one: int, other: int) -> QRect:
        """The box around the end of the ring between two places of it, cap included."""
        radius, thick, middle = self._size() / 2, self._thick(), self._box().center()
        box = QRectF()
        for turn in range(min(one, other), max(one, other) + 1, TURNS // 16):
            box = box.united(_around(middle, radius, turn, thick))
        box = box.united(_around(middle, radius, max(one, other), thick))
        return box.toAlignedRect()

    def _paint_ring(self, painter: QPainter, ring: QRectF, thick: float) -> None:
        look = self._look
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("line"), thick))
        painter.drawEllipse(ring)
        if self._reading is None:
            return
        pen = QPen(look.colour("edge" if self._face.quiet else "accent"), thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        turn = self._looks().turn
        if turn > 5:
            painter.drawArc(ring, TOP, -FULL * turn // TURNS)

    def _paint_breath(self, painter: QPainter) -> None:
        breath = self._breath()
        if breath is None or not self._look.motion:
            return
        radius = self._breath_radius(breath.fullness)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent_soft"))
        painter.drawEllipse(self._box().center(), radius, radius)

    def _paint_words(self, painter: QPainter, ring: QRectF) -> None:
        look, size, middle = self._look, ring.width(), ring.center()
        number = seconds_text(self._reading.left) if self._reading else ""
        inside = size * 0.80
        self._line(painter, self._face.phase, middle.y() - size * 0.235, size * 0.095, inside,
                   "ink" if self._face.quiet else "accent", 600)  # fmt: skip
        self._line(
            painter, number, middle.y() + size * 0.005, size * 0.34, inside * 0.95, "ink", 600
        )
        breath = self._breath()
        text = breath_words(breath) if breath else self._face.hint
        high = size * 0.058 if breath else size * 0.042
        rect = self._words_box()
        painter.setPen(look.colour("quiet"))
        painter.setFont(make_font(_fitting(text, rect, high), 500))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextWordWrap), text)

    def _line(
        self,
        painter: QPainter,
        text: str,
        middle: float,
        high: float,
        width: float,
        token: str,
        weight: int,
    ) -> None:
        font = make_font(round(high), weight)
        if text.isdigit():  # figures of equal width stand far apart at this size
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 94)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > width:
            font.setPixelSize(math.floor(high * width / wide))
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.colour(token))
        x = self.width() / 2 - metrics.horizontalAdvance(text) / 2
        painter.drawText(round(x), round(middle + metrics.capHeight() / 2), text)

    def _breath(self) -> Breath | None:
        return self._reading.breath if self._reading is not None and self._face.hold else None

    def _looks(self) -> "Looks":
        reading = self._reading
        if reading is None:
            return Looks(self._face, 0, "", "", 0)
        breath = self._breath()
        full = round(breath.fullness * 100) if breath and self._look.motion else 0
        words = breath_words(breath) if breath else self._face.hint
        turn = round((1.0 - reading.share) * TURNS)
        return Looks(self._face, turn, seconds_text(reading.left), words, full)


class Looks(msgspec.Struct, frozen=True):
    """What can be seen of a reading: steps of the ring, whole seconds, words, the breath."""

    face: RingFace
    turn: int
    number: str
    words: str
    fullness: int


def _around(middle: QPointF, radius: float, turn: int, thick: float) -> QRectF:
    angle = math.radians(90 - 360 * turn / TURNS)
    x, y = middle.x() + radius * math.cos(angle), middle.y() - radius * math.sin(angle)
    return QRectF(x - thick, y - thick, 2 * thick, 2 * thick)


def seconds_text(left: float) -> str:
    """The seconds to go, rounded up, so that zero is only shown when it is over."""
    whole = max(0, math.ceil(left - 1e-6))
    return str(whole) if whole < 100 else f"{whole // 60}:{whole % 60:02d}"


def breath_words(breath: Breath) -> str:
    """The breath as it is said: which way, and how long still."""
    words = _("breathe in … {count}") if breath.inward else _("breathe out … {count}")
    return words.format(count=breath.seconds_left)


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
