"""Which layers are shown on the figure, and what was peeled off."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.core.catalogue import Catalogue
from guide.core.sight import Layer, Sight, put_back, put_back_all, switch
from guide.i18n import _
from guide.ui.choices import CheckRow
from guide.ui.controls import button, label
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.words import muscle_name


def layer_words(layer: Layer) -> tuple[str, str]:
    """The name of a layer, and what it shows."""
    return {
        Layer.ZONES: (_("Areas"), _("what you paint")),
        Layer.SUPERFICIAL: (_("Muscles under the skin"), _("point to name, click to read")),
        Layer.DEEP: (_("Deep muscles"), _("dashed: under other muscles")),
        Layer.POINTS: (_("Search areas"), _("where tender spots are searched for")),
        Layer.REFERRAL: (_("Referred pain"), _("of the muscle that is lit")),
        Layer.DANGER: (_("Take care"), _("where nothing is pressed, or lightly only")),
        Layer.LANDMARKS: (_("Landmarks"), _("bones and edges to feel for")),
    }[layer]


class LayersPage(QWidget):
    """A row for every layer, and the ways to put back what was peeled off."""

    asked = Signal(object)  # Sight

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue, self._sight = catalogue, Sight()
        self.rows: dict[Layer, CheckRow] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.gap(2))
        for layer in Layer:
            name, example = layer_words(layer)
            made = CheckRow(look, name, example)
            made.clicked.connect(self._on_clicked)
            self.rows[layer] = made
            lines.addWidget(made)
        self.peeled = label("", "note")
        self.last = button(_("Put back the last"), "small")
        self.every = button(_("Put back all"), "small")
        self.last.clicked.connect(self._put_back)
        self.every.clicked.connect(self._put_back_all)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, spacing=look.gap(6))
        flow.addWidget(self.last)
        flow.addWidget(self.every)
        lines.addWidget(self.peeled)
        lines.addWidget(self._buttons)
        lines.addStretch(1)

    def show_sight(self, sight: Sight) -> None:
        """Show what is shown and what is peeled off."""
        self._sight = sight
        for layer, made in self.rows.items():
            made.setChecked(layer in sight.layers)
        names = [muscle_name(self._catalogue.muscles[m.muscle], m.side) for m in sight.peeled]
        self.peeled.setText(_("Peeled off: {names}").format(names="; ".join(names)))
        self.peeled.setVisible(bool(names))
        self._buttons.setVisible(bool(names))

    @Slot()
    def _on_clicked(self) -> None:
        sight = self._sight
        for layer, made in self.rows.items():
            if made.isChecked() != (layer in sight.layers):
                sight = switch(sight, layer, made.isChecked())
        self.asked.emit(sight)

    @Slot()
    def _put_back(self) -> None:
        self.asked.emit(put_back(self._sight))

    @Slot()
    def _put_back_all(self) -> None:
        self.asked.emit(put_back_all(self._sight))
