"""The limit: the least a PySide6 program can do that shows a painted window.

It paints one rectangle and reports like the program does (see process.py). A hover or a click
fills the rectangle in another colour at once: the least a highlight can cost.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1440, 860)
COLOURS = (QColor("#e8e4dc"), QColor("#b4553f"), QColor("#40657f"))


class Cell(QWidget):
    """One region that lights up while the pointer is on it, and changes with a click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._clicks = 0
        self._lit = False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self._lit = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Go dark."""
        self._lit = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Change colour."""
        self._clicks += 1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the whole region."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), COLOURS[(self._clicks + self._lit) % len(COLOURS)])
        painter.end()


class Bare(QWidget):
    """A window of such regions; tells once when it has been painted."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(*SIZE)
        for row in range(4):
            for column in range(6):
                Cell(self).setGeometry(60 + column * 220, 40 + row * 200, 180, 160)
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; the first turn of the event loop after it reports."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), COLOURS[0])
        painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.report)

    @Slot()
    def report(self) -> None:
        """Write the line the bench waits for."""
        painted = time.monotonic_ns()
        corner = self.mapToGlobal(QPoint(0, 0))
        line = {
            "paint_ns": painted,
            "modules": sorted(sys.modules),
            "map": [corner.x(), corner.y(), self.width(), self.height()],
        }
        with Path(os.environ["UNKNOT_BENCH_OUT"]).open("a", encoding="utf-8") as out:
            out.write(json.dumps(line) + "\n")


def main() -> QObject:
    """Show the window until the bench ends the process."""
    application = QApplication(sys.argv[:1])
    window = Bare()
    window.show()
    application.exec()
    return window


if __name__ == "__main__":
    main()
