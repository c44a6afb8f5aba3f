"""All zones as a list that can be filtered: the map for those who rather read."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from guide.app.map_state import MapState
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Zone
from guide.core.drawing import Drawing
from guide.i18n import _
from guide.ui.controls import label
from guide.ui.look import Look
from guide.ui.names import place_words
from guide.words import strength_word

PLACE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


# The parts of the body as one reads a figure; the zones of a part follow each other.
ORDER = (
    "head",
    "face",
    "neck",
    "shoulder",
    "upper_back",
    "chest",
    "mid_back",
    "abdomen",
    "low_back",
    "arm",
    "elbow",
    "forearm",
    "wrist",
    "hand",
    "pelvis",
    "buttock",
    "hip",
    "thigh",
    "knee",
    "leg",
    "calf",
    "ankle",
    "foot",
    "sole",
    "toe",
)


class ZoneModel(QAbstractListModel):
    """Every place: both sides of each zone, and the zones of the midline once."""

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__()
        self._look, self._catalogue = look, catalogue
        self._drawing = Drawing()
        self.places = [
            Place(zone.id, side)
            for zone in sorted(catalogue.zones.values(), key=from_head_to_foot)
            for side in ((Side.MIDLINE,) if zone.midline else (Side.RIGHT, Side.LEFT))
        ]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many places there are."""
        return 0 if parent is not None and parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The place's words; painted ones say how strong."""
        place = self.places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            strength = self._drawing.strength_at(place)
            words = place_words(self._catalogue, place)
            return f"{words} · {strength_word(strength)}" if strength else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._catalogue.zones[place.zone].description
        if role == Qt.ItemDataRole.FontRole:
            painted = self._drawing.strength_at(place)
            return self._look.font("strong") if painted else None
        return place if role == PLACE else None

    def show_drawing(self, drawing: Drawing) -> None:
        """Say which places are painted."""
        changed = {mark.place for mark in set(drawing.marks) ^ set(self._drawing.marks)}
        self._drawing = drawing
        for place in changed:  # row by row: the filter asks again for every row that is named
            index = self.index(self.places.index(place), 0)
            self.dataChanged.emit(index, index)


class ZoneList(QWidget):
    """The filter and the list; Enter or a click paints."""

    hovered = Signal(object)
    painted = Signal(object)

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__()
        self._model = ZoneModel(look, catalogue)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Find an area"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(_("Find an area by its name"))
        self.filter.textChanged.connect(self._on_filter)
        self.filter.returnPressed.connect(self._paint_first)
        self.view = _List()
        self.view.setModel(self._shown)
        self.view.setAccessibleName(_("Areas of the body"))
        self.view.setUniformItemSizes(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the side stays readable
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.clicked.connect(self._on_chosen)
        self.view.chosen.connect(self._on_chosen)
        self.view.entered.connect(self._on_entered)
        self.view.current.connect(self._on_entered)
        self.nothing = label(_("No area has this in its name."), "quiet")
        self.nothing.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(look.gap(12), look.gap(16), look.gap(8), look.gap(12))
        lines.setSpacing(look.gap(8))
        lines.addWidget(self.filter)
        lines.addWidget(self.nothing)
        lines.addWidget(self.view, 1)

    def show_state(self, state: MapState) -> None:
        """Mark what is painted."""
        self._model.show_drawing(state.intent.drawing)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self._shown.setFilterFixedString(text.strip())
        self.nothing.setVisible(self._shown.rowCount() == 0)

    @Slot()
    def _paint_first(self) -> None:
        """Enter in the filter paints when there is no doubt what is meant; else it goes on."""
        if self._shown.rowCount() == 1:
            self.painted.emit(self._shown.index(0, 0).data(PLACE))
        elif self._shown.rowCount():
            self.view.setFocus()
            self.view.setCurrentIndex(self._shown.index(0, 0))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.painted.emit(index.data(PLACE))

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self.hovered.emit(index.data(PLACE))


class _List(QListView):
    """Says when Enter is pressed and when the keyboard moves."""

    chosen = Signal(QModelIndex)
    current = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The keyboard moved."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self.current.emit(self.currentIndex())


def from_head_to_foot(zone: Zone) -> int:
    """Where a zone stands in `ORDER`."""
    part = zone.id.partition(".")[0]
    return ORDER.index(part) if part in ORDER else len(ORDER)
