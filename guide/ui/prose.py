"""Text to be read: short lines, room between them, and links that a keyboard reaches."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from guide.app.learn import linked
from guide.core.links import Run, split
from guide.i18n import _
from guide.ui.look import Look

LEADING = 0.28  # of the font's height, between lines
NARROW = 24  # characters: the column that the size hint is made for
INKS = {"quiet": "quiet", "note": "quiet", "label": "quiet", "caution": "caution_ink"}
FONTS = {"note": "small", "quiet": "body", "caution": "body"}


class Prose(QLabel):
    """A paragraph of plain words; the linked ones say where they lead when they are followed."""

    followed = Signal(object)  # Address

    def __init__(self, look: Look, text: str | Sequence[Run], role: str = "body") -> None:
        """``text`` has links as `guide.core.links` reads them; ``role`` is a font of the look."""
        self._runs = split(text) if isinstance(text, str) else tuple(text)
        super().__init__("".join(run.text for run in self._runs))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._look = look
        self._ink = INKS.get(role, "ink")
        self._font = look.font(FONTS.get(role, role))
        self._spans = _spans(self._runs)
        self._layout = QTextLayout(self.text(), self._font)
        self._width = -1.0
        self._height = 0.0
        self._at = -1  # the link that has the keyboard
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(1)
        if self._spans:
            self.setMouseTracking(True)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            names = ", ".join(self._words(index) for index in range(len(self._spans)))
            self.setAccessibleName(self.text())
            self.setAccessibleDescription(_("Links: {names}").format(names=names))

    # -- size -----------------------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        """How high the text is in lines of ``width``."""
        self._arrange(float(width))
        return int(self._height + 0.999)

    def sizeHint(self) -> QSize:
        """A narrow column: a layout that is aligned gives no more height than is hinted at."""
        metrics = QFontMetricsF(self._font)
        wide = min(metrics.horizontalAdvance(self.text()) + 1, NARROW * metrics.averageCharWidth())
        return QSize(int(wide + 1), self.heightForWidth(int(wide + 1)))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(1, int(QFontMetricsF(self._font).height() + 0.999))

    def _arrange(self, width: float) -> None:
        """Break the text into lines of ``width``."""
        if width == self._width:
            return
        self._width = width
        self._layout.beginLayout()
        gap = QFontMetricsF(self._font).height() * LEADING
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0.0, y))
            y += line.height() + gap
        self._layout.endLayout()
        self._height = max(y - gap, 0.0)

    # -- drawing --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, and a frame around the link that has the keyboard."""
        self._arrange(float(self.width()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour(self._ink))
        self._layout.draw(painter, QPointF(0, 0), self._formats())
        if self.hasFocus() and self._at >= 0:
            painter.setPen(QPen(self._look.colour("focus"), 2))
            for box in self._boxes(self._at):
                painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), 3, 3)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats = []
        for start, length, _run in self._spans:
            style = QTextCharFormat()
            style.setForeground(self._look.colour("accent_text"))
            style.setFontUnderline(True)
            made = QTextLayout.FormatRange()
            made.start, made.length, made.format = start, length, style
            formats.append(made)
        return formats

    def _boxes(self, index: int) -> list[QRectF]:
        """Where the link ``index`` lies, line by line."""
        start, length, _run = self._spans[index]
        boxes = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            begin, end = max(start, first), min(start + length, last)
            if begin < end:
                left, right = _x(line.cursorToX(begin)), _x(line.cursorToX(end))
                boxes.append(QRectF(left, line.y(), right - left, line.height()))
        return boxes

    # -- links ----------------------------------------------------------------------------------

    def links(self) -> list[str]:
        """The words of the links, in order."""
        return [self._words(index) for index in range(len(self._spans))]

    def follow(self, index: int) -> None:
        """Say that the link ``index`` is followed."""
        run = self._spans[index][2]
        self.followed.emit(linked(run.kind, run.id))

    def _words(self, index: int) -> str:
        return self._spans[index][2].text

    def _under(self, at: QPointF) -> int:
        """The link at a point, or -1."""
        for index in range(len(self._spans)):
            if any(box.contains(at) for box in self._boxes(index)):
                return index
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A link is a hand."""
        on_link = self._spans and self._under(event.position()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a link follows it."""
        index = self._under(event.position()) if self._spans else -1
        if index >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.follow(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the link that has the keyboard."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self._at >= 0:
            self.follow(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by the Tab key, the keyboard is at the first link, or at the last one."""
        last = event.reason() is Qt.FocusReason.BacktabFocusReason
        self._go(len(self._spans) - 1 if last else 0)
        super().focusInEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from link to link, then on."""
        after = self._at + (1 if forward else -1)
        if self.hasFocus() and 0 <= after < len(self._spans):
            self._go(after)
            return True
        return super().focusNextPrevChild(forward)

    def _go(self, index: int) -> None:
        self._at = index
        if 0 <= index < len(self._spans):
            self.setAccessibleDescription(_("Link: {words}").format(words=self._words(index)))
        self.update()


def _spans(runs: Sequence[Run]) -> list[tuple[int, int, Run]]:
    """Where links begin and how long they are."""
    spans, at = [], 0
    for run in runs:
        if run.kind:
            spans.append((at, len(run.text), run))
        at += len(run.text)
    return spans


def _x(found: object) -> float:
    """PySide gives the place of a cursor alone or with the cursor."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
