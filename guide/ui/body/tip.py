"""Where the words about a zone stand: beside it, and never on it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

BESIDE, EDGE = 14, 8  # pixels to the zone, and to the edges of the map


class Tip(QLabel):
    """A few words beside what is pointed at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inside = parent
        self.setProperty("role", "tip")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_beside(self, box: QRect, text: str) -> None:
        """Say ``text`` beside ``box``."""
        self.setText(text)
        self.adjustSize()
        self.move(tip_place(box, self.size(), self._inside.size()))
        self.show()


def tip_place(zone: QRect, tip: QSize, inside: QSize) -> QPoint:
    """The top left corner of ``tip`` for the box of ``zone`` in a map of the size ``inside``.

    To the right of the zone, else to its left, else below it, else above it.
    """
    across = zone.right() + BESIDE
    if across + tip.width() > inside.width() - EDGE:
        across = zone.left() - BESIDE - tip.width()
    if across >= EDGE:
        return QPoint(across, _kept(zone.center().y() - tip.height() // 2, tip.height(), inside))
    down = zone.bottom() + BESIDE
    if down + tip.height() > inside.height() - EDGE:
        down = zone.top() - BESIDE - tip.height()
    middle = zone.center().x() - tip.width() // 2
    return QPoint(max(min(middle, inside.width() - EDGE - tip.width()), EDGE), max(down, EDGE))


def _kept(top: int, height: int, inside: QSize) -> int:
    return min(max(top, EDGE), inside.height() - height - EDGE)
