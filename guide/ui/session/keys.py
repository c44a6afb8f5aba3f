"""Keys of a running session: what each one asks for, and the chips that say so."""

from enum import Enum

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from guide.i18n import _
from guide.ui.look import Look


class Request(Enum):
    """What a key asks for; TAP is any key that has no meaning of its own."""

    TAP = "tap"
    PAUSE = "pause"
    MORE = "more"
    BACK = "back"
    STOP = "stop"
    SKIP = "skip"
    REPEAT = "repeat"
    FEEL = "feel"
    NONE = "none"  # belongs to the system, or moves the focus


_MEANINGS = {
    Qt.Key.Key_Space: Request.PAUSE,
    Qt.Key.Key_Plus: Request.MORE,
    Qt.Key.Key_Equal: Request.MORE,  # the plus of a US keyboard, without Shift
    Qt.Key.Key_Backspace: Request.BACK,
    Qt.Key.Key_Escape: Request.STOP,
}
# Keys that a person does not mean when they press "any key".
_NOT_MEANT = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_Print,
    Qt.Key.Key_VolumeUp,
    Qt.Key.Key_VolumeDown,
    Qt.Key.Key_VolumeMute,
    Qt.Key.Key_MonBrightnessUp,
    Qt.Key.Key_MonBrightnessDown,
    Qt.Key.Key_unknown,
}
_SHORTCUT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def meaning(event: QKeyEvent) -> tuple[Request, int]:
    """What a key asks for; the number is the level of FEEL (9 stands for 9 and 10)."""
    key, text = Qt.Key(event.key()), event.text()
    if event.modifiers() & (_SHORTCUT | Qt.KeyboardModifier.AltModifier) or key in _NOT_MEANT:
        return Request.NONE, 0
    if len(text) == 1 and text.isascii() and text.isdigit():
        return Request.FEEL, int(text)
    return _MEANINGS.get(key, Request.TAP), 0


class Chip(msgspec.Struct, frozen=True):
    """A key, what it does, and how important it is to say so (0 stays longest)."""

    request: Request
    cap: str
    words: str
    rank: int


def pressure_chips() -> tuple[Chip, ...]:
    """The chips under a pressure session."""
    return (
        Chip(Request.TAP, _("any key"), _("it has eased"), 0),
        Chip(Request.PAUSE, _("Space"), _("pause"), 1),
        Chip(Request.MORE, "+", _("10 s more"), 2),
        Chip(Request.FEEL, "0–9", _("how it feels"), 2),
        Chip(Request.BACK, _("Backspace"), _("back"), 3),
        Chip(Request.SKIP, "", _("skip"), 4),
        Chip(Request.STOP, _("Esc, or hold any key"), _("STOP"), 0),
    )


def stretch_chips() -> tuple[Chip, ...]:
    """The chips under a stretch session."""
    return (
        Chip(Request.TAP, _("any key"), _("next"), 0),
        Chip(Request.PAUSE, _("Space"), _("pause"), 1),
        Chip(Request.MORE, "+", _("10 s more"), 3),
        Chip(Request.BACK, _("Backspace"), _("back"), 2),
        Chip(Request.REPEAT, "", _("repeat"), 3),
        Chip(Request.SKIP, "", _("skip"), 2),
        Chip(Request.STOP, _("Esc, or hold any key"), _("STOP"), 0),
    )


class KeyChip(QAbstractButton):
    """A chip: the key as a cap, what it does beside it; it can be clicked as well."""

    def __init__(self, look: Look, chip: Chip) -> None:
        super().__init__()
        self.chip = chip
        self._look, self._words, self._cap = look, chip.words, chip.cap
        self.setText(chip.words)
        self._name()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(self, words: str) -> None:
        """Say something else: what the key does now."""
        if words != self._words:
            self._words = words
            self.setText(words)
            self._name()
            self.updateGeometry()
            self.update()

    def set_cap(self, cap: str) -> None:
        """Name the key in fewer words, or in all of them."""
        if cap != self._cap:
            self._cap = cap
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Cap and words in one line."""
        look = self._look
        wide = 2 * look.gap(12) + QFontMetrics(self._font()).horizontalAdvance(self._words)
        return QSize(wide + self._cap_width(), look.px(44))

    def minimumSizeHint(self) -> QSize:
        """It is not cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, cap and words."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stop = self.chip.request is Request.STOP
        ground = "stop" if stop else "hover" if self.underMouse() else "card"
        edge = QPen(look.colour("focus"), 3) if self.hasFocus() else QPen(look.colour("line"), 1)
        painter.setPen(edge)
        painter.setBrush(look.colour(ground))
        whole = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(whole, look.px(12), look.px(12))
        painter.setFont(self._font())
        x = float(look.gap(12))
        if self._cap:
            cap = QRectF(
                x, self.height() * 0.2, self._cap_width() - look.gap(10), self.height() * 0.6
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("stop_ink" if stop else "line"))
            painter.drawRoundedRect(cap, look.px(6), look.px(6))
            painter.setPen(look.colour("stop" if stop else "ink"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._cap)
            x += self._cap_width()
        painter.setPen(look.colour("stop_ink" if stop else "ink"))
        words = QRectF(x, 0, self.width() - x, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(flags), self._words)

    def _font(self) -> QFont:
        return self._look.font("strong" if self.chip.request is Request.STOP else "control")

    def _cap_width(self) -> int:
        if not self._cap:
            return 0
        wide = QFontMetrics(self._font()).horizontalAdvance(self._cap)
        return wide + 2 * self._look.gap(8) + self._look.gap(10)

    def _name(self) -> None:
        cap = self.chip.cap
        self.setAccessibleName(
            _("{words}, key: {key}").format(words=self._words, key=cap) if cap else self._words
        )
