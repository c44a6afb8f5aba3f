"""From 0 to 10 in one row: click, arrow keys, or a digit."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.i18n import _
from guide.ui.look import Look

VALUES = 11
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}


class ScaleRow(QWidget):
    """Eleven numbers, one of them chosen, or none."""

    chosen = Signal(int)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name = look, name
        self._value: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._describe()

    @property
    def value(self) -> int | None:
        """The chosen number."""
        return self._value

    def select(self, value: int | None) -> None:
        """Show ``value`` as chosen, without a signal."""
        if value != self._value:
            self._value = value
            self._describe()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for eleven squares that a finger can hit."""
        return QSize(self._look.px(44) * VALUES, self._look.px(48))

    def minimumSizeHint(self) -> QSize:
        """Narrow squares are still squares."""
        return QSize(self._look.px(24) * VALUES, self._look.px(48))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; arrows go up and down."""
        text, key = event.text(), Qt.Key(event.key())
        if text.isascii() and text.isdigit():
            self._choose(10 if text == "0" and self._value == 1 else int(text))
        elif key in _STEPS:
            start = self._value if self._value is not None else 5 - _STEPS[key]
            self._choose(min(VALUES - 1, max(0, start + _STEPS[key])))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The number under the pointer is chosen."""
        self._choose(min(VALUES - 1, max(0, int(event.position().x() * VALUES / self.width()))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the eleven squares."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("strong"))
        for value in range(VALUES):
            left = value * self.width() / VALUES
            box = QRectF(left + 2, 2, self.width() / VALUES - 4, self.height() - 4)
            chosen = value == self._value
            painter.setPen(QPen(look.colour("accent" if chosen else "edge"), 1))
            painter.setBrush(look.colour("accent" if chosen else "card"))
            painter.drawRoundedRect(box, look.px(8), look.px(8))
            painter.setPen(look.colour("accent_ink" if chosen else "ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            whole = QRect(1, 1, self.width() - 2, self.height() - 2)
            painter.drawRoundedRect(whole, look.px(10), look.px(10))

    def _choose(self, value: int) -> None:
        self.select(value)
        self.chosen.emit(value)

    def _describe(self) -> None:
        if self._value is None:
            words = _("nothing chosen yet, from 0 to 10")
        else:
            words = _("{value} of 10").format(value=self._value)
        self.setAccessibleDescription(words)
