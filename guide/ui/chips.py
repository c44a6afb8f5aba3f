"""Short answers side by side: one of them, or several."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from guide.ui.flow import FlowLayout
from guide.ui.look import Look


class Chip(QAbstractButton):
    """One short answer; a chosen one has a tick, whose room is kept from the beginning."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look = look
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """The text, the tick, and a height that a finger hits."""
        look = self._look
        wide = QFontMetrics(look.font("strong")).horizontalAdvance(self.text())
        return QSize(wide + self._tick() + 2 * look.gap(12) + 2, look.px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, tick and text."""
        look, chosen, painter = self._look, self.isChecked(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_soft" if chosen else "hover" if self.underMouse() else "card"
        edge = "focus" if self.hasFocus() else "accent" if chosen else "edge"
        painter.setPen(QPen(look.colour(edge), 2 if chosen or self.hasFocus() else 1))
        painter.setBrush(look.colour(ground))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        inside = self.rect().adjusted(look.gap(12), 0, -look.gap(12), 0)
        painter.setFont(look.font("strong" if chosen else "body"))
        painter.setPen(look.colour("ink"))
        if chosen:
            side = look.px(16)
            tick = look.pixmap("check", side, "accent_text", self.devicePixelRatioF())
            painter.drawPixmap(inside.left(), (self.height() - side) // 2, tick)
            inside = QRect(inside.topLeft(), inside.bottomRight()).adjusted(self._tick(), 0, 0, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self.text())

    def _tick(self) -> int:
        return self._look.px(16) + self._look.gap(5)


class Chips(QWidget):
    """A named set of short answers; without ``several`` a new one takes the old one's place."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        choices: Sequence[tuple[object, str]],
        several: bool = False,
    ) -> None:
        """``choices`` are (value, text); ``name`` is the question, for a screen reader."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self._values = [value for value, _text in choices]
        self.chips: list[Chip] = []
        flow = FlowLayout(self, spacing=look.gap(6))
        for index, (_value, text) in enumerate(choices):
            chip = Chip(look, text)
            chip.setAccessibleDescription(name)
            self._group.addButton(chip, index)
            self.chips.append(chip)
            flow.addWidget(chip)
        self._group.idToggled.connect(self._on_toggled)

    def values(self) -> list[object]:
        """What is chosen, in the order it is offered."""
        return [
            value for value, chip in zip(self._values, self.chips, strict=True) if chip.isChecked()
        ]

    def select(self, values: Sequence[object]) -> None:
        """Choose ``values`` and nothing else, without a signal."""
        self._group.blockSignals(True)
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for value, chip in zip(self._values, self.chips, strict=True):
            chip.setChecked(value in values)
        self._group.setExclusive(exclusive)
        self._group.blockSignals(False)

    @Slot(int, bool)
    def _on_toggled(self, _index: int, chosen: bool) -> None:
        if chosen or not self._group.exclusive():  # of two that change places, tell it once
            self.changed.emit()
