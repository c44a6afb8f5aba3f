"""A list that opens below its chosen line; its arrow follows the theme."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from guide.ui.look import Look

ARROW = 16  # pixels at 100 % text


class DropDown(QComboBox):
    """A combo box with a name for a screen reader, and with an arrow of ours."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux the name that is told is the chosen text
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the arrow: a stylesheet cannot draw it in a theme's colour."""
        super().paintEvent(event)
        look, side = self._look, self._look.px(ARROW)
        arrow = look.pixmap("down", side, "quiet", self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(self.width() - side - look.gap(8), (self.height() - side) // 2, arrow)
        painter.end()
