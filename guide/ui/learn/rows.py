"""Rows and cards that lead to a page."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton

from guide.app.learn import Address
from guide.ui.choices import WRAPPED, ChoiceRow, paint_ground, text_height
from guide.ui.learn.drawing import RATIO
from guide.ui.look import Look


class LinkRow(ChoiceRow):
    """A row with an icon, a name and a line in small print; pointing at it lights something."""

    followed = Signal(object)  # Address
    pointed = Signal(object)  # Address

    def __init__(
        self, look: Look, address: Address, text: str, example: str = "", icon: str = ""
    ) -> None:
        super().__init__(look, text, example)
        self.address, self._icon = address, icon
        self.clicked.connect(self._on_clicked)

    def _left(self) -> int:
        return self.look.gap(14) + (self.look.px(20) + self.look.gap(12) if self._icon else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row, and its icon."""
        super().paintEvent(event)
        if self._icon:
            painter, size = QPainter(self), self.look.px(20)
            icon = self.look.pixmap(self._icon, size, "quiet", self.devicePixelRatioF())
            painter.drawPixmap(self.look.gap(14), (self.height() - size) // 2, icon)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Pointed at."""
        super().enterEvent(event)
        self.pointed.emit(self.address)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard points too."""
        super().focusInEvent(event)
        self.pointed.emit(self.address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from row to row."""
        steps = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        if not event.modifiers() and Qt.Key(event.key()) in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        self.followed.emit(self.address)


class Card(QAbstractButton):
    """A picture, a title, some words and a small line; all of it leads to a page."""

    followed = Signal(object)  # Address

    def __init__(
        self, look: Look, address: Address, title: str, text: str, small: str = ""
    ) -> None:
        super().__init__()
        self._look, self.address = look, address
        self._title, self._text, self._small = title, text, small
        self._picture: QPixmap | None = None
        self.setText(title)
        self.setAccessibleName(", ".join(part for part in (title, text, small) if part))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._on_clicked)

    def show_picture(self, picture: QPixmap) -> None:
        """Show a drawing above the title."""
        self._picture = picture
        self.update()

    def heightForWidth(self, width: int) -> int:
        """The height that picture and wrapped words need."""
        return self._bottom(width)

    def sizeHint(self) -> QSize:
        """A comfortable width; see `heightForWidth`."""
        wide = self._look.px(270)
        return QSize(wide, self.heightForWidth(wide))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is drawn."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, picture and words."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_ground(painter, self, look, chosen=False, card=True, edge="line")
        if self._picture is not None:
            self._paint_picture(painter, self._picture)
        top, edge = self._words_from(self.width()), look.gap(16)
        wide = self.width() - 2 * edge
        for role, text, colour in self._parts():
            high = text_height(look, role, text, wide)
            painter.setFont(look.font(role))
            painter.setPen(look.colour(colour))
            painter.drawText(QRect(edge, top, wide, high), WRAPPED, text)
            top += high + look.gap(6)

    def _paint_picture(self, painter: QPainter, picture: QPixmap) -> None:
        look = self._look
        box = QRectF(2, 2, self.width() - 4, (self.width() - 4) * RATIO)
        clip = QPainterPath()
        clip.setFillRule(Qt.FillRule.WindingFill)
        clip.addRoundedRect(box, look.px(9), look.px(9))
        clip.addRect(box.adjusted(0, box.height() / 2, 0, 0))
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(box, look.colour("paper"))
        painter.drawPixmap(box.toRect(), picture)
        painter.restore()
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(QPointF(2, box.bottom()), QPointF(self.width() - 2, box.bottom()))

    def _parts(self) -> list[tuple[str, str, str]]:
        parts = [
            ("heading", self._title, "ink"),
            ("body", self._text, "ink"),
            ("small", self._small, "quiet"),
        ]
        return [part for part in parts if part[1]]

    def _words_from(self, width: int) -> int:
        above = round(width * RATIO) if self._picture is not None else 0
        return above + self._look.gap(14)

    def _bottom(self, width: int) -> int:
        look, wide = self._look, width - 2 * self._look.gap(16)
        words = sum(text_height(look, r, text, wide) + look.gap(6) for r, text, _c in self._parts())
        return self._words_from(width) + words + look.gap(10)

    @Slot()
    def _on_clicked(self) -> None:
        self.followed.emit(self.address)

    def event(self, event: QEvent) -> bool:
        """The pointer comes and goes: the ground changes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)
