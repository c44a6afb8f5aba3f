"""The ring of time: what to do, how long still, and the breath, legible from two metres."""

import math

import msgspec
from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.app.session_state import Breath, Reading
from guide.i18n import _
from guide.ui.look import Look
from guide.ui.session.ring_drawing import (
    TURNS,
    frame_in,
    move_end,
    paint_band,
    paint_edge,
    paint_hint,
    paint_large,
)

FLASH = 700  # milliseconds that the edge stays lit when something changes
WARNED = 10.0  # seconds before the end of a hold
STEPS = 100  # sizes of the breath that are told apart


class RingFace(msgspec.Struct, frozen=True):
    """The words in the ring; they change with the step, not with the time."""

    phase: str
    hint: str = ""
    quiet: bool = False  # nothing is pressed: the ring is drawn in second colour
    hold: bool = False


class TimeRing(QWidget):
    """Draws a `RingFace` and a `Reading`; a flash of its edge says what a sound would say.

    It is drawn several times a second while somebody rests or sleeps beside it. So the ring is
    kept as a picture of which only the moving end is drawn again, the words are kept until they
    change, and nothing behind the widget is drawn: its ground is its own.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face = RingFace("")
        self._reading: Reading | None = None
        self._shown = Looks(self._face, 0, "", "", None)
        self._frame = frame_in(self.width(), self.height())
        self._ring: QPixmap | None = None  # ground, track, time and edge, without breath or words
        self._words: QPixmap | None = None
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(FLASH)
        self._flash.timeout.connect(self.redraw)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
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
        self._shown = new
        if self.accessibleDescription() != new.number:
            self.setAccessibleDescription(new.number)
        if before is None or old.face != new.face:
            self.redraw()
            return
        if (old.number, old.words) != (new.number, new.words):
            self._words = None
        box = QRect()  # one box: pieces cost more to send to the screen than what lies between
        if self._words is None:
            box = self._frame.inside
        elif old.fullness != new.fullness:
            box = self._frame.around_breath(max(old.fullness or 0, new.fullness or 0) / STEPS)
        if old.turn != new.turn:
            box = box.united(self._move_end(old.turn, new.turn))
        self.update(box)

    @property
    def flashing(self) -> bool:
        """True while the edge is lit."""
        return self._flash.isActive()

    @Slot()
    def flash(self) -> None:
        """Light the edge for a moment; it does not move, so it needs no leave to."""
        self._flash.start()
        self.redraw()

    def stop(self) -> None:
        """The screen is left: nothing is lit any more, and no picture is kept."""
        self._flash.stop()
        self._ring = self._words = None

    @Slot()
    def redraw(self) -> None:
        """Draw everything again: another step, look or size."""
        self._shown = self._looks()
        self._ring = self._words = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room there is."""
        super().resizeEvent(event)
        self._frame = frame_in(self.width(), self.height())
        self.redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the ring as it is kept, and draw breath and words over it."""
        ratio, rect = self.devicePixelRatioF(), QRectF(event.rect())
        if self._ring is None or self._ring.devicePixelRatio() != ratio:
            self._ring = self._draw_ring(ratio)
        painter, frame = QPainter(self), self._frame
        source = QRectF(rect.topLeft() * ratio, rect.size() * ratio)
        painter.drawPixmap(rect, self._ring, source)
        if not event.rect().intersects(frame.inside):
            return
        if self._shown.fullness is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent_soft"))
            radius = frame.breath(self._shown.fullness / STEPS)
            painter.drawEllipse(frame.centre, radius, radius)
        if self._words is None or self._words.devicePixelRatio() != ratio:
            self._words = self._draw_words(ratio)
        painter.drawPixmap(frame.inside.topLeft(), self._words)

    def _draw_ring(self, ratio: float) -> QPixmap:
        """Ground, track, time and edge."""
        look = self._look
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(look.colour("paper"))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        time = self._time_colour() if self._reading is not None else None
        paint_band(painter, self._frame, look.colour("line"), time, self._shown.turn)
        if self.flashing:
            paint_edge(painter, self._frame, look.colour("ink"))
        painter.end()
        return made

    def _move_end(self, old: int, new: int) -> QRect:
        """Draw the moving end of the time again, in the picture that is kept."""
        if self._ring is None or self.flashing:  # the lit edge runs through its box
            self._ring = None
            return self.rect()
        look, painter = self._look, QPainter(self._ring)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, track = look.colour("paper"), look.colour("line")
        box = move_end(painter, self._frame, ground, track, self._time_colour(), old, new)
        painter.end()
        return box

    def _draw_words(self, ratio: float) -> QPixmap:
        """Phase, seconds and what stands below, on nothing."""
        look, shown, face, inside = self._look, self._shown, self._face, self._frame.inside
        made = QPixmap(inside.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.translate(-inside.topLeft())
        phase = face.phase, look.colour("ink" if face.quiet else "accent")
        paint_large(painter, self._frame, phase, (shown.number, look.colour("ink")))
        breath = self._breath() is not None
        paint_hint(painter, self._frame, shown.words, look.colour("quiet"), breath)
        painter.end()
        return made

    def _time_colour(self) -> QColor:
        return self._look.colour("edge" if self._face.quiet else "accent")

    def _breath(self) -> Breath | None:
        return self._reading.breath if self._reading is not None and self._face.hold else None

    def _looks(self) -> "Looks":
        reading, breath, motion = self._reading, self._breath(), self._look.motion
        words = breath_words(breath) if breath else self._face.hint
        if reading is None:
            return Looks(self._face, 0, "", words, None)
        full = round(breath.fullness * STEPS) if breath and motion else None
        turn = turn_of(reading, smooth=motion)
        return Looks(self._face, turn, seconds_text(reading.left), words, full)


class Looks(msgspec.Struct, frozen=True):
    """What can be seen of a reading: steps of the ring, whole seconds, words, the breath."""

    face: RingFace
    turn: int
    number: str
    words: str
    fullness: int | None  # none is drawn


def turn_of(reading: Reading, smooth: bool) -> int:
    """How many steps of the ring are still to go; not ``smooth``: as of the whole seconds shown."""
    to_go = 1.0 - reading.share
    if not smooth and to_go > 0.0:
        to_go = min(1.0, to_go * math.ceil(reading.left - 1e-6) / reading.left)
    return round(to_go * TURNS)


def seconds_text(left: float) -> str:
    """The seconds to go, rounded up, so that zero is only shown when it is over."""
    whole = max(0, math.ceil(left - 1e-6))
    return str(whole) if whole < 100 else f"{whole // 60}:{whole % 60:02d}"


def breath_words(breath: Breath) -> str:
    """The breath as it is said: which way, and how long still."""
    words = _("breathe in … {count}") if breath.inward else _("breathe out … {count}")
    return words.format(count=breath.seconds_left)
