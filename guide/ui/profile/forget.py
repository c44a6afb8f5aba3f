"""A way to take back everything that was told, asked for twice."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from guide.i18n import _
from guide.ui.controls import button, column, label, row
from guide.ui.look import Look


class Forget(QWidget):
    """A button; pressed, it asks whether this is meant."""

    agreed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._ask = button(_("Forget all of this"), "secondary")
        self._yes, self._no = button(_("Forget it"), "secondary"), button(_("Keep it"), "secondary")
        answers = row(self._no, self._yes, spacing=look.gap(8))
        answers.addStretch(1)
        self._choice = QWidget()
        self._choice.setLayout(
            column(
                label(_("It is asked again before the next advice."), "quiet"),
                answers,
                spacing=look.gap(8),
            )
        )
        lines = column(self._choice)
        lines.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(lines)
        self._choice.hide()
        self._ask.clicked.connect(self._on_ask)
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self._on_no)

    @Slot()
    def _on_ask(self) -> None:
        by_keyboard = self._ask.hasFocus()
        self._ask.hide()
        self._choice.show()
        if by_keyboard:
            self._no.setFocus()

    @Slot()
    def _on_no(self) -> None:
        by_keyboard = self._no.hasFocus() or self._yes.hasFocus()
        self._choice.hide()
        self._ask.show()
        if by_keyboard:
            self._ask.setFocus()

    @Slot()
    def _on_yes(self) -> None:
        self._on_no()
        self.agreed.emit()
