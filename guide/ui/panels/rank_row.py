"""One muscle of the ranking: number, name, side, class, fit in a word and three marks, why."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from guide.ui.choices import WRAPPED, paint_ground, text_height
from guide.ui.look import Look


class RankRow(QAbstractButton):
    """Pointing at it (or focusing it) lights the muscle; pressing it opens the guidance."""

    pointed = Signal(bool)

    def __init__(
        self, look: Look, rank: int, title: str, class_: tuple[str, str], fit: tuple[str, int]
    ) -> None:
        """``class_`` is an icon and a word; ``fit`` a word and one to three marks."""
        super().__init__()
        self._look, self._rank, self._title = look, str(rank), title
        self._class, self._fit = class_, fit
        self._reason = ""
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def explain(self, reason: str) -> None:
        """Say why the muscle is in the list."""
        self._reason = reason
        said = (self._rank, self._title, self._class[1], self._fit[0], reason)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.updateGeometry()

    def indent(self) -> int:
        """Where its words begin: what stands below it is aligned with them."""
        return self._left()

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the wrapped words need."""
        look, inner = self._look, self._inner(width)
        title = text_height(look, "strong", self._title, inner)
        class_ = text_height(look, "label", self._class[1], inner - look.px(20))
        reason = text_height(look, "small", self._reason, inner)
        fit = look.px(20) if self._stacked(width) else 0
        return title + class_ + fit + reason + look.gap(2) * 3 + 2 * look.gap(10)

    def sizeHint(self) -> QSize:
        """A comfortable width; see `heightForWidth`."""
        width = self.width() if self.width() > 100 else self._look.px(360)
        return QSize(self._look.px(360), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrower than that it cannot be read."""
        return QSize(self._look.px(200), self._look.px(56))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Pointed at."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """No longer pointed at."""
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard points too."""
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has gone on."""
        super().focusOutEvent(event)
        self.pointed.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self, look, chosen=False)
        self._paint_number(painter)
        inner, left, top = self._inner(self.width()), self._left(), look.gap(10)
        for role, text, colour, indent in (
            ("strong", self._title, "ink", 0),
            ("label", self._class[1], "quiet", look.px(20)),
            ("small", self._reason, "quiet", 0),
        ):
            high = text_height(look, role, text, inner - indent)
            if indent:
                icon = look.pixmap(self._class[0], look.px(15), "quiet", self.devicePixelRatioF())
                painter.drawPixmap(left, top + look.px(1), icon)
            painter.setFont(look.font(role))
            painter.setPen(look.colour(colour))
            painter.drawText(QRect(left + indent, top, inner - indent, high), WRAPPED, text)
            top += high + look.gap(2)
            if role == "label" and self._stacked(self.width()):
                self._paint_fit(painter, left, top)
                top += look.px(20)
        if not self._stacked(self.width()):
            self._paint_fit_at_right(painter)

    def _paint_number(self, painter: QPainter) -> None:
        look = self._look
        side = look.px(26)
        box = QRectF(look.gap(12), look.gap(11), side, side)
        first = self._rank == "1"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent" if first else "sunken"))
        painter.drawRoundedRect(box, look.px(7), look.px(7))
        painter.setPen(look.colour("accent_ink" if first else "ink"))
        painter.setFont(look.font("label"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._rank)

    def _paint_fit_at_right(self, painter: QPainter) -> None:
        look, word = self._look, self._fit[0]
        metrics = QFontMetrics(look.font("label"))
        right, top = self.width() - look.gap(14), look.gap(11)
        wide = metrics.horizontalAdvance(word) + 1
        painter.setFont(look.font("label"))
        painter.setPen(look.colour("ink"))
        box = QRect(right - wide, top, wide, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, word)
        dots = 3 * look.px(10) + 2 * look.px(5)
        self._paint_dots(painter, right - dots, top + metrics.height() + look.gap(5))

    def _paint_fit(self, painter: QPainter, x: int, y: int) -> None:
        """In little room: marks and word in a line of their own."""
        look = self._look
        self._paint_dots(painter, x, y + look.px(4))
        painter.setFont(look.font("label"))
        painter.setPen(look.colour("ink"))
        beside = QRect(x + look.px(52), y, self.width() - x - look.px(52), look.px(20))
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft, self._fit[0])

    def _paint_dots(self, painter: QPainter, x: int, y: int) -> None:
        """Three marks, filled as far as it fits: steps, not a share of a hundred."""
        look = self._look
        size, gap = look.px(10), look.px(5)
        for index in range(3):
            filled = index < self._fit[1]
            painter.setPen(QPen(look.colour("accent"), 1.5))
            painter.setBrush(look.colour("accent") if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(x + index * (size + gap) + 1, y, size - 2, size - 2))

    def _stacked(self, width: int) -> bool:
        return width < self._look.px(360)

    def _left(self) -> int:
        return self._look.gap(12) + self._look.px(26) + self._look.gap(12)

    def _inner(self, width: int) -> int:
        if self._stacked(width):
            return max(width - self._left() - self._look.gap(14), 80)
        word = QFontMetrics(self._look.font("label")).horizontalAdvance(self._fit[0])
        fit = max(word, self._look.px(45))
        return max(width - self._left() - fit - self._look.gap(14) - self._look.gap(12), 80)
