"""One entry of the profile: a row to tick, and below it what follows, where and when."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.core.catalogue import Catalogue
from guide.core.safety.profile import ProfileItem
from guide.core.safety_facts import ProfileEntry
from guide.ui.choices import CheckRow
from guide.ui.controls import in_tab_order, label
from guide.ui.look import Look
from guide.ui.profile.areas import AreaPicker
from guide.ui.profile.days import DayPicker


class EntryRow(QWidget):
    """Holds what the person says about one entry; an unticked one says nothing."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        entry: ProfileEntry,
        today: date,
        small: str = "",
    ) -> None:
        """``small`` stands below the entry, else its example does.

        What follows from the entry is said where it does not stand there already.
        """
        super().__init__()
        self._look, self._catalogue, self._entry, self._today = look, catalogue, entry, today
        self._effect = "" if small else entry.effect
        self.check = CheckRow(look, entry.text, small or entry.example)
        self.check.toggled.connect(self._on_toggled)
        self.areas: AreaPicker | None = None
        self.days: DayPicker | None = None
        self._more: QWidget | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.gap(4))
        self._lines.addWidget(self.check)

    def item(self) -> ProfileItem | None:
        """What is said, or None."""
        if not self.check.isChecked():
            return None
        return ProfileItem(
            self._entry.id,
            self.areas.places() if self.areas is not None else frozenset(),
            self.days.since() if self.days is not None else "",
        )

    def tab_order(self) -> list[QWidget]:
        """What the Tab key goes through, in order."""
        areas = self.areas.tab_order() if self.areas is not None else []
        days = self.days.days.chips if self.days is not None else []
        return [self.check, *areas, *days]

    def show_item(self, item: ProfileItem | None) -> None:
        """Show what is said, without a signal."""
        self.check.blockSignals(True)
        self.check.setChecked(item is not None)
        self.check.blockSignals(False)
        self._open()
        if item is not None and self.areas is not None:
            self.areas.show_places(item.places)
        if item is not None and self.days is not None:
            self.days.show_since(item.since)

    @Slot()
    def _on_toggled(self) -> None:
        self._open()
        self.changed.emit()

    @Slot()
    def _on_areas(self) -> None:
        in_tab_order(self.tab_order())  # the sides of a new area come after the areas
        self.changed.emit()

    def _open(self) -> None:
        """Show below the row what is to be said about a ticked entry; made when first ticked."""
        if self._more is None and self.check.isChecked():
            self._more = self._make_more()
            self._lines.addWidget(self._more)
            in_tab_order(self.tab_order())
        if self._more is not None:
            self._more.setVisible(self.check.isChecked())

    def _make_more(self) -> QWidget:
        look, entry = self._look, self._entry
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(look.px(24) + 2 * look.gap(12), 0, look.gap(16), look.gap(12))
        lines.setSpacing(look.gap(12))
        for text in (self._effect, entry.what_to_do):
            if text:
                lines.addWidget(label(text, "small"))
        if "places" in entry.asks:
            self.areas = AreaPicker(look, self._catalogue, entry.text)
            self.areas.changed.connect(self._on_areas)
            lines.addWidget(self.areas)
        if "date" in entry.asks:
            self.days = DayPicker(look, entry.text, self._today, entry.hours)
            self.days.changed.connect(self.changed)
            lines.addWidget(self.days)
        return made
