"""A calm page with a heading, text, and a row of buttons: what all stages but running share."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from guide.app.session_state import PageState
from guide.ui.controls import label, scrolled
from guide.ui.flow import FlowLayout
from guide.ui.look import Look

WIDEST = 760  # pixels at 100 % text: longer lines are hard to read


def flowing(text: str, role: str = "body") -> QLabel:
    """A label whose height follows from its width, and which asks for no more than that."""
    made = label(text, role)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


class StagePanel(QWidget):
    """Heading and text above ``body``, buttons below; scrolls when it must."""

    def __init__(self, look: Look, widest: int = WIDEST) -> None:
        super().__init__()
        self.look = look
        self.heading = flowing("", "display")
        self.text = flowing("", "body")
        self.problem = flowing("", "caution")
        self.body = QVBoxLayout()
        self.body.setSpacing(look.gap(12))
        self.buttons = FlowLayout(spacing=look.gap(12))
        self._inside = QWidget()
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(look.gap(32), look.gap(32), look.gap(32), look.gap(32))
        layout.setSpacing(look.gap(16))
        layout.addStretch(2)
        layout.addWidget(self.heading)
        layout.addWidget(self.text)
        layout.addLayout(self.body)
        layout.addWidget(self.problem)
        layout.addLayout(self.buttons)
        layout.addStretch(3)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._inside, 100)
        across.addStretch(1)
        self._inside.setMaximumWidth(look.px(widest) + 2 * look.gap(32))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(middle))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little text stands in the upper part of the page, not at its edge."""
        super().resizeEvent(event)
        self._inside.setMinimumHeight(self.height())

    def say(self, heading: str, text: str = "", problem: str = "") -> None:
        """Set the words; empty ones take no room."""
        for widget, words in (
            (self.heading, heading),
            (self.text, text),
            (self.problem, problem),
        ):
            widget.setText(words)
            widget.setVisible(bool(words))
        self.setAccessibleName(heading)

    def add_button(self, made: QPushButton) -> QPushButton:
        """Put ``made`` into the row of buttons."""
        self.buttons.addWidget(made)
        return made

    def show_state(self, page: PageState) -> None:
        """Show what the stage says; a stage whose words never change needs nothing."""

    def focus_first(self) -> None:
        """The panel is shown: the keyboard starts where most people go on."""

    def begin(self, first: QWidget) -> None:
        """The keyboard starts at ``first``."""
        first.setFocus(Qt.FocusReason.OtherFocusReason)
