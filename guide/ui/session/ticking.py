"""A line of text that changes every second."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.ui.controls import label


class Ticking(QWidget):
    """A label; what lies around it is laid out anew only when its text no longer fits.

    A label in a layout asks for that with every text, and the whole page is measured again.
    """

    def __init__(self, role: str) -> None:
        super().__init__()
        self._label = label("", role)
        self._label.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Say ``text``."""
        fresh = not self.text()
        self._label.setText(text)
        if fresh or self.heightForWidth(self.width()) > self.height():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As the label's."""
        return self._label.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As the label's."""
        return self._label.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """As the label's."""
        return self._label.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The label fills it."""
        super().resizeEvent(event)
        self._label.resize(self.size())
