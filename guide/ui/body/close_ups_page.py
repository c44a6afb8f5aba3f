"""The close-ups by name and side, and the way back to the whole figure."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guide.core.aspect import Aspect, of_close_up
from guide.core.orientation import CloseUp, Side
from guide.core.sight import Sight
from guide.i18n import _
from guide.ui.controls import button, label
from guide.ui.directions import close_up_name, side_title
from guide.ui.flow import FlowLayout
from guide.ui.look import Look


class CloseUpsPage(QWidget):
    """A line for every close-up: its name, and a button for each side."""

    asked = Signal(object)  # Sight

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._sight = Sight()
        self.buttons: dict[Aspect, QPushButton] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.gap(4))
        self.whole = button(_("Whole figure"), "small")
        self.whole.clicked.connect(self._on_clicked)
        lines.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        for close_up in CloseUp:
            lines.addWidget(label(close_up_name(close_up, Side.MIDLINE), "label"))
            line = QWidget()
            flow = FlowLayout(line, spacing=look.gap(6))
            for side in close_up.sides:
                made = button(side_title(side) or _("Show"), "small")
                made.setCheckable(True)
                made.setAccessibleName(close_up_name(close_up, side))
                made.clicked.connect(self._on_clicked)
                self.buttons[of_close_up(close_up, side)] = made
                flow.addWidget(made)
            lines.addWidget(line)
        lines.addStretch(1)

    def show_sight(self, sight: Sight) -> None:
        """Show which close-up is seen."""
        self._sight = sight
        shown = sight.aspect._replace(turn=0.0, tilt=0.0)
        for aspect, made in self.buttons.items():
            made.setChecked(aspect == shown)
        self.whole.setEnabled(sight.aspect.close_up is not None)

    @Slot()
    def _on_clicked(self) -> None:
        pressed = self.sender()
        found = (aspect for aspect, made in self.buttons.items() if made is pressed)
        self.show_sight(self._sight)  # the buttons show what is seen, not what was pressed
        self.asked.emit(replace(self._sight, aspect=next(found, Aspect())))
