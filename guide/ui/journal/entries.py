"""The list of entries: two lines each, as many as there are."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView

from guide.core.catalogue import Catalogue
from guide.core.records import SessionRecord
from guide.i18n import _
from guide.ui.journal.words import in_short

Index = QModelIndex | QPersistentModelIndex


class EntryModel(QAbstractListModel):
    """Entries as rows; the words are made when a row is seen."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._entries: tuple[SessionRecord, ...] = ()

    def show_entries(self, entries: tuple[SessionRecord, ...]) -> None:
        """Show ``entries``; the same ones leave the selection alone."""
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def id_at(self, row: int) -> str:
        """The id of the entry in ``row``; empty for none."""
        return self._entries[row].id if 0 <= row < len(self._entries) else ""

    def row_of(self, id_: str) -> int:
        """The row of an entry, or -1."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == id_), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many entries there are."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(in_short(self._catalogue, self._entries[index.row()]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(in_short(self._catalogue, self._entries[index.row()]))
        return None


class EntryList(QListView):
    """The list; choosing a row is a request."""

    chosen = Signal(str)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._model = EntryModel(catalogue)
        self._model.setParent(self)
        self.setModel(self._model)
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Entries, the last first"))
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_entries(self, entries: tuple[SessionRecord, ...], chosen: str) -> None:
        """Show ``entries`` with one chosen, without a signal."""
        model = self.selectionModel()
        model.blockSignals(True)
        self._model.show_entries(entries)
        row = self._model.row_of(chosen) if chosen else -1
        if row >= 0 and self.currentIndex().row() != row:
            self.setCurrentIndex(self._model.index(row))
        elif row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        model.blockSignals(False)
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self._model.id_at(current.row()))
