"""The program's own drawings: SVG templates whose colours are words of the theme."""

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.ui.look import Look
from guide.ui.tokens import Tokens

RATIO = 400 / 640  # height to width
WIDEST = 600  # pixels at 100 % text


def coloured(template: str, tokens: Tokens) -> str:
    """``template`` with ``{word}`` replaced by that colour; AttributeError for no such word."""
    return re.sub(r"\{(\w+)\}", lambda found: str(getattr(tokens, found[1])), template)


def drawn(template: str, tokens: Tokens, width: int, ratio: float = 1.0) -> QPixmap:
    """The drawing ``width`` pixels wide, sharp at ``ratio`` device pixels a point."""
    buffer = QBuffer()
    buffer.setData(QByteArray(coloured(template, tokens).encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(round(width * ratio), round(width * RATIO * ratio)))
    reader.setBackgroundColor(Qt.GlobalColor.transparent)
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class DrawingPicture(QWidget):
    """One drawing, as wide as the column."""

    def __init__(self, look: Look, template: str, words: str) -> None:
        """``words`` say to a screen reader what the drawing shows."""
        super().__init__()
        self._look, self._template = look, template
        self._drawn: QPixmap | None = None
        self.setAccessibleName(words)
        self.setMaximumWidth(look.px(WIDEST))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """In its proportions."""
        return round(width * RATIO)

    def sizeHint(self) -> QSize:
        """As large as it may be."""
        wide = self._look.px(WIDEST)
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is kept, or make it."""
        width, ratio = self.width(), self.devicePixelRatioF()
        if self._drawn is None or self._drawn.width() != round(width * ratio):
            self._drawn = drawn(self._template, self._look.tokens, width, ratio)
        QPainter(self).drawPixmap(0, 0, self._drawn)
