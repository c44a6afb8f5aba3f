"""Naming areas of the body: chips for the areas, and for each chosen one its sides."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.app.areas import SIDES, areas, places_in, sides_named
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.i18n import _
from guide.ui.chips import Chips
from guide.ui.controls import column, label
from guide.ui.look import Look
from guide.words import area_name


class AreaPicker(QWidget):
    """Which areas an entry is about; a newly chosen one counts on both sides."""

    changed = Signal()

    def __init__(self, look: Look, catalogue: Catalogue, name: str) -> None:
        """``name`` is what the areas are asked for, for a screen reader."""
        super().__init__()
        self._look, self._catalogue = look, catalogue
        self._sides: dict[str, _AreaLine] = {}
        known = [(area, area_name(area)) for area in areas(catalogue)]
        self.areas = Chips(look, f"{name}: {_('Where?')}", known, several=True)
        self.areas.changed.connect(self._on_areas)
        self._nothing = label(_("Nothing chosen: it counts for the whole body."), "note")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.gap(6))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.gap(8))
        whole.addWidget(label(_("Where?"), "label"))
        whole.addWidget(self.areas)
        whole.addLayout(self._lines)
        whole.addWidget(self._nothing)

    def places(self) -> frozenset[Place]:
        """The places that are named; none means that it counts everywhere."""
        return frozenset(
            place
            for area, line in self._sides.items()
            for side in line.sides.values()
            if isinstance(side, Side)
            for place in places_in(self._catalogue, area, side)
        )

    def tab_order(self) -> list[QWidget]:
        """What the Tab key goes through, in order."""
        sides = [chip for line in self._sides.values() for chip in line.sides.chips]
        return [*self.areas.chips, *sides]

    def show_places(self, places: frozenset[Place]) -> None:
        """Show what is named, without a signal."""
        if places == self.places():
            return
        named = sides_named(self._catalogue, places)
        self.areas.select(list(named))
        for area in [*self._sides]:
            self._take_off(area)
        for area, sides in named.items():
            self._add(area, sides)
        self._nothing.setVisible(not named)

    @Slot()
    def _on_areas(self) -> None:
        chosen = [area for area in self.areas.values() if isinstance(area, str)]
        for area in [*self._sides]:
            if area not in chosen:
                self._take_off(area)
        for area in chosen:
            if area not in self._sides:
                self._add(area, frozenset(SIDES))
        self._nothing.setVisible(not chosen)
        self.changed.emit()

    def _add(self, area: str, sides: frozenset[Side]) -> None:
        line = _AreaLine(self._look, area_name(area))
        line.sides.select(list(sides))
        line.sides.changed.connect(self._on_sides)
        self._sides[area] = line
        self._lines.addWidget(line)

    def _take_off(self, area: str) -> None:
        line = self._sides.pop(area)
        line.hide()
        self._lines.removeWidget(line)
        line.deleteLater()

    @Slot()
    def _on_sides(self) -> None:
        """An area without a side is not named any more."""
        left = [area for area, line in self._sides.items() if line.sides.values()]
        if len(left) < len(self._sides):
            self.areas.select(left)
            self._on_areas()
        else:
            self.changed.emit()


class _AreaLine(QWidget):
    """A chosen area and its sides."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        choices = [(side, _side_name(side)) for side in SIDES]
        self.sides = Chips(look, name, choices, several=True)
        self.setLayout(column(label(name, "strong"), self.sides, spacing=look.gap(4)))


def _side_name(side: Side) -> str:
    return _("Your right") if side is Side.RIGHT else _("Your left")
