"""A few choices in one bar."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from guide.ui.controls import button


class Segmented(QFrame):
    """A few choices in one bar, one of them chosen; arrow keys go between them."""

    chosen = Signal(object)
    approached = Signal()  # the pointer has come, and may choose soon

    def __init__(self, name: str, choices: Sequence[tuple[object, str, str]]) -> None:
        """``choices`` are (value, text, tool tip); ``name`` is for a screen reader."""
        super().__init__()
        self.setProperty("kind", "chip")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values = [value for value, _text, _tip in choices]
        self.buttons: list[QPushButton] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for index, (_value, text, tip) in enumerate(choices):
            made = button(text, "segment")
            made.setCheckable(True)
            made.setToolTip(tip)
            made.setAccessibleName(f"{name}: {text or tip}")
            self._group.addButton(made, index)
            self.buttons.append(made)
            layout.addWidget(made)
        self._group.idClicked.connect(self._on_clicked)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that something may be chosen soon."""
        super().enterEvent(event)
        self.approached.emit()

    @Slot(int)
    def _on_clicked(self, index: int) -> None:
        self.chosen.emit(self._values[index])

    def select(self, value: object) -> None:
        """Show ``value`` as the chosen one, without a signal; none is for an unknown value."""
        if value in self._values:
            self.buttons[self._values.index(value)].setChecked(True)
            return
        self._group.setExclusive(False)
        for made in self.buttons:
            made.setChecked(False)
        self._group.setExclusive(True)
