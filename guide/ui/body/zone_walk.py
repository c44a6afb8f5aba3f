"""The keyboard's and the screen reader's way over the body: a button on every zone."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from guide.app.map_state import MapState
from guide.core.anatomy import Place
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.facts import MapFacts
from guide.ui.body.walk import first, neighbour
from guide.ui.body.zone_buttons import ZoneButtons

BUTTONS_AFTER_MS = 60  # zone buttons follow a zoom when it has come to rest


class ZoneWalk(QObject):
    """Lays the buttons where the zones are, and goes from one to its neighbour."""

    entered = Signal(object)  # Place
    pressed = Signal(object)  # Place

    def __init__(
        self, canvas: MapCanvas, facts: MapFacts, state: MapState, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._canvas, self._facts, self._state = canvas, facts, state
        self.buttons = ZoneButtons(parent)
        self.buttons.entered.connect(self.entered)
        self.buttons.pressed.connect(self.pressed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._place)

    def follow(self) -> None:
        """The zones lie elsewhere now: lay the buttons when nothing moves any more."""
        self._settle.start(BUTTONS_AFTER_MS)

    def describe(self, state: MapState) -> None:
        """Say of every zone whether it is painted in ``state``."""
        self._state = state
        self.buttons.describe(self._description)

    def walk(self, start: Place | None, direction: tuple[float, float] | None) -> None:
        """Go to the neighbour of ``start``, to itself, or to where a walk begins."""
        if self._settle.isActive():
            self._settle.stop()
            self._place()
        zones = self._canvas.paths.zones
        at = zones.get(start) if start else None
        if at is None:
            target = first(zones.values())
        else:
            target = at if direction is None else neighbour(zones.values(), at, direction)
        if target is not None:
            self.buttons.focus(target.place)

    def _description(self, place: Place) -> str:
        return self._facts.description(self._state, place)

    @Slot()
    def _place(self) -> None:
        zones = self._canvas.paths.zones
        places = sorted(zones, key=lambda place: zones[place].anchor[1])
        box = self._canvas.box_of
        self.buttons.show([(place, self._facts.name(place), box(place)) for place in places])
        self.buttons.describe(self._description)
