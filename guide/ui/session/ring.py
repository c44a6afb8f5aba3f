"""The ring of time: what to do, how long still, and the breath, legible from two metres."""

import math

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.app.session_state import Breath, Reading
from guide.i18n import _
from guide.ui.look import Look, make_font

FLASH = 700  # milliseconds that the edge stays lit when something changes
WARNED = 10.0  # seconds before the end of a hold
TOP = 90 * 16  # Qt's angles: sixteenths of a degree, from three o'clock
FULL = 360 * 16


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
        self._shown: tuple[object, ...] = ()
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
        """Show another time; what looks the same is not drawn again."""
        before, self._reading = self._reading, reading
        if self._face.hold and before and reading and reading.left <= WARNED < before.left:
            self.flash()
        if self._looks() != self._shown:
            self.update()
            if reading is not None:
                self.setAccessibleDescription(seconds_text(reading.left))

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, time, breath and words."""
        self._shown = self._looks()
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = min(self.width(), self.height()) - 8
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        thick = max(10.0, size * 0.05)
        ring = box.adjusted(thick, thick, -thick, -thick)
        self._paint_breath(painter, ring, thick)
        self._paint_ring(painter, ring, thick)
        if self.flashing:
            painter.setPen(QPen(look.colour("ink"), max(3.0, size * 0.008)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = thick * 0.35
            painter.drawEllipse(box.adjusted(edge, edge, -edge, -edge))
        self._paint_words(painter, ring)

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
        left = 1.0 - self._reading.share
        if left > 0.002:
            painter.drawArc(ring, TOP, -round(FULL * left))

    def _paint_breath(self, painter: QPainter, ring: QRectF, thick: float) -> None:
        breath = self._breath()
        if breath is None or not self._look.motion:
            return
        most = ring.width() / 2 - thick * 0.9
        radius = most * (0.72 + 0.28 * breath.fullness)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent_soft"))
        painter.drawEllipse(ring.center(), radius, radius)

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
        rect = QRectF(
            middle.x() - inside * 0.41, middle.y() + size * 0.19, inside * 0.82, size * 0.2
        )
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

    def _looks(self) -> tuple[object, ...]:
        """What can be seen of the reading: an eighth of a degree of the ring, whole seconds."""
        reading = self._reading
        if reading is None:
            return (self._face,)
        breath = self._breath()
        full = round(breath.fullness * 100) if breath and self._look.motion else None
        words = breath_words(breath) if breath else ""
        turn = round(reading.share * 2880)
        return (self._face, turn, seconds_text(reading.left), full, words)


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
