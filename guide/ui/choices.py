"""Rows to choose from: large, keyboard-friendly, with text that wraps."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from guide.ui.look import Look

WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


# At run time a row is mixed into two kinds of button; a second Qt base would be one too many.
if TYPE_CHECKING:
    _Mixed = QAbstractButton
else:
    _Mixed = object


class _Row(_Mixed):
    """What check rows and choice rows share: text that wraps beside a mark."""

    look: Look
    example: str
    _text: str
    _lowest = 44  # pixels at 100 % text

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the wrapped text needs."""
        return self._row_height(width)

    def sizeHint(self) -> QSize:
        """A comfortable width; see `heightForWidth`."""
        width = self.width() if self.width() > 100 else self.look.px(320)
        return QSize(self.look.px(320), self._row_height(width))

    def minimumSizeHint(self) -> QSize:
        """Narrower than that it cannot be read."""
        return QSize(self.look.px(160), self.look.px(self._lowest))

    def _row_height(self, width: int) -> int:
        text = self._text_height(max(width - self._left() - self.look.gap(16), 40))
        return max(text + 2 * self.look.gap(10), self.look.px(self._lowest))

    def _left(self) -> int:
        return self.look.px(24) + 2 * self.look.gap(12)

    def _text_height(self, width: int) -> int:
        height = text_height(self.look, "body", self._text, width)
        return height + (
            text_height(self.look, "small", self.example, width) if self.example else 0
        )

    def _paint_text(self, painter: QPainter, inside: QRect, ink: QColor) -> None:
        first = text_height(self.look, "body", self._text, inside.width())
        height = self._text_height(inside.width())
        top = inside.top() + (inside.height() - height) // 2
        painter.setPen(ink)
        painter.setFont(self.look.font("body"))
        painter.drawText(QRect(inside.left(), top, inside.width(), first), WRAPPED, self._text)
        if self.example:
            painter.setPen(self.look.colour("quiet"))
            painter.setFont(self.look.font("small"))
            rest = QRect(inside.left(), top + first, inside.width(), height - first)
            painter.drawText(rest, WRAPPED, self.example)


class _MarkedRow(_Row):
    """A row that begins with a mark: a box or a circle."""

    def hitButton(self, _pos: object) -> bool:
        """The whole row is the button."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, mark and text."""
        look, painter = self.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self, look, self.isChecked())
        side = look.px(22)
        painter.setPen(QPen(look.colour("accent" if self.isChecked() else "edge"), 1.75))
        mark = QRectF(look.gap(14), (self.height() - side) / 2, side, side)
        self._paint_mark(painter, mark)
        inside = self.rect().adjusted(self._left(), 0, -look.gap(16), 0)
        self._paint_text(painter, inside, look.colour("ink"))

    def _paint_mark(self, painter: QPainter, mark: QRectF) -> None:
        """Draw the mark; the pen for its edge is set."""
        raise NotImplementedError


class CheckRow(_MarkedRow, QCheckBox):
    """A check box as a whole row, its text wrapped, with an example in small print."""

    def __init__(self, look: Look, text: str, example: str = "") -> None:
        QCheckBox.__init__(self)
        self.look, self.example, self._text = look, example, text
        self.setAccessibleName(f"{text} {example}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        _follow_width(self)

    def _paint_mark(self, painter: QPainter, mark: QRectF) -> None:
        look, side = self.look, mark.width()
        painter.setBrush(look.colour("accent") if self.isChecked() else look.colour("card"))
        painter.drawRoundedRect(mark, look.px(6), look.px(6))
        if self.isChecked():
            tick = look.pixmap("check", round(side * 0.8), "accent_ink", self.devicePixelRatioF())
            painter.drawPixmap(round(mark.x() + side * 0.1), round(mark.y() + side * 0.1), tick)


class RadioRow(_MarkedRow, QRadioButton):
    """One of several choices as a whole row, its text wrapped; the arrow keys go through them."""

    def __init__(self, look: Look, text: str, example: str = "") -> None:
        QRadioButton.__init__(self)
        self.look, self.example, self._text = look, example, text
        self.setAccessibleName(f"{text} {example}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        _follow_width(self)

    def _paint_mark(self, painter: QPainter, mark: QRectF) -> None:
        painter.setBrush(self.look.colour("card"))
        painter.drawEllipse(mark)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("accent"))
            inner = mark.width() * 0.24
            painter.drawEllipse(mark.adjusted(inner, inner, -inner, -inner))


class ChoiceRow(_Row, QAbstractButton):
    """One answer of several as a whole row; choosing it is the answer."""

    _lowest = 48

    def __init__(self, look: Look, text: str, example: str = "", chosen: bool = False) -> None:
        QAbstractButton.__init__(self)
        self.look, self.example, self._text = look, example, text
        self.chosen = chosen
        self.setText(text)
        self.setAccessibleName(f"{text} {example}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        _follow_width(self)

    def _left(self) -> int:
        return self.look.gap(18)

    def _row_height(self, width: int) -> int:
        arrow = self.look.px(20) + self.look.gap(12)
        text = self._text_height(max(width - self._left() - self.look.gap(16) - arrow, 40))
        return max(text + 2 * self.look.gap(12), self.look.px(self._lowest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, text and the arrow that leads on."""
        look, painter = self.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self, look, self.chosen, card=True)
        size = look.px(20)
        arrow = look.pixmap("forward", size, "quiet", self.devicePixelRatioF())
        painter.drawPixmap(self.width() - look.gap(14) - size, (self.height() - size) // 2, arrow)
        right = look.gap(16) + size + look.gap(12)
        inside = self.rect().adjusted(self._left(), 0, -right, 0)
        self._paint_text(painter, inside, look.colour("ink"))


def text_height(look: Look, role: str, text: str, width: int) -> int:
    """The height of ``text`` in the font of ``role``, wrapped at ``width``."""
    if not text:
        return 0
    metrics = QFontMetrics(look.font(role))
    return metrics.boundingRect(QRect(0, 0, width, 10000), WRAPPED, text).height()


def _follow_width(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    widget.setAttribute(Qt.WidgetAttribute.WA_Hover)


def paint_ground(
    painter: QPainter,
    widget: QAbstractButton,
    look: Look,
    chosen: bool,
    card: bool = False,
    edge: str = "edge",
) -> None:
    """Draw the ground and border of a row: chosen, pointed at, focused."""
    ground = "accent_soft" if chosen else "card" if card else ""
    if widget.underMouse() and not chosen:
        ground = "hover"
    border = QPen(look.colour(edge), 1) if card else QPen(Qt.PenStyle.NoPen)
    if chosen:
        border = QPen(look.colour("accent"), 1)
    if widget.hasFocus():
        border = QPen(look.colour("focus"), 2)
    painter.setPen(border)
    painter.setBrush(look.colour(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), look.px(10), look.px(10))
