"""A question inside the page, with its two answers; the harmless one comes first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from guide.i18n import _
from guide.ui.controls import button, column, row
from guide.ui.look import Look
from guide.ui.session.panel import flowing


class Question(QFrame):
    """Hidden until it is asked; it takes the keyboard to "Keep" when it appears."""

    kept = Signal()
    confirmed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "emergency")
        self._words = flowing("", "emergency")
        self._keep, self._yes = button(_("Keep")), button("")
        self._keep.clicked.connect(self.kept)
        self._yes.clicked.connect(self.confirmed)
        keys = row(self._keep, self._yes)
        keys.addStretch(1)
        self.setLayout(column(self._words, keys, margin=look.gap(14)))
        self.hide()

    def ask(self, asked: bool, words: str, yes: str) -> None:
        """Show or hide it; ``yes`` is what the second button does."""
        self._words.setText(words)
        self._yes.setText(yes)
        self.setAccessibleName(words)
        appears = asked and self.isHidden()
        self.setVisible(asked)
        if appears:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
