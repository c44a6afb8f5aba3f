"""What can be done with the muscle on top: peel it off, and put muscles back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from guide.app.map_state import MapState
from guide.core.anatomy import Chosen
from guide.core.catalogue import Catalogue
from guide.core.sight import Sight, peel, put_back
from guide.i18n import _
from guide.ui.controls import button
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.words import muscle_name


class PeelBar(QWidget):
    """Speaks of the muscle that was pointed at last: the pointer may come to the button."""

    asked = Signal(object)  # Sight

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue, self._sight = catalogue, Sight()
        self._compact = False
        self.muscle: Chosen | None = None
        self.peel = button("", "small")
        self.back = button("", "small")
        self.peel.clicked.connect(self._on_peel)
        self.back.clicked.connect(self._on_back)
        flow = FlowLayout(self, spacing=look.gap(6))
        edge = look.gap(12)
        flow.setContentsMargins(edge, edge, edge, edge)
        flow.addWidget(self.peel)
        flow.addWidget(self.back)
        self.hide()

    def show_state(self, state: MapState) -> None:
        """Offer what can be done now; nothing where no layer of muscles is shown."""
        self._sight = state.intent.sight
        if state.lit is not None:
            self.muscle = state.lit
        if self.muscle in self._sight.peeled or not self._sight.muscles:
            self.muscle = None
        if self.muscle is not None:
            text = _("Peel off {muscle} (P)").format(muscle=self._name(self.muscle))
            self._label(self.peel, text, _("Peel off"))
        if self._sight.peeled:
            text = _("Put back {muscle}").format(muscle=self._name(self._sight.peeled[-1]))
            self._label(self.back, text, _("Put back"))
        self.peel.setVisible(self.muscle is not None)
        self.back.setVisible(bool(self._sight.peeled))
        self.setVisible(self.muscle is not None or bool(self._sight.peeled))

    def make_compact(self, compact: bool) -> None:
        """In little room: without the names, which are in the tip and for a screen reader."""
        self._compact = compact

    def _label(self, made: QPushButton, text: str, short: str) -> None:
        made.setText((short if self._compact else text).replace("&", "&&"))
        made.setAccessibleName(text)
        made.setToolTip(text)

    @Slot()
    def _on_peel(self) -> None:
        if self.muscle is not None:
            self.asked.emit(peel(self._sight, self.muscle))

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(put_back(self._sight))

    def _name(self, muscle: Chosen) -> str:
        return muscle_name(self._catalogue.muscles[muscle.muscle], muscle.side)
