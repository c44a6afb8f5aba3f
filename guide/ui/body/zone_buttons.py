"""A named, pressable element for every zone in sight: for screen readers and the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractButton, QWidget

from guide.core.anatomy import Place

# Off every button: Qt then paints none of the hundred that lie over each other on the map.
NOWHERE = QRegion(-1, -1, 1, 1)


class ZoneButton(QAbstractButton):
    """A zone as a button; it draws nothing, the map below it does."""

    entered = Signal(object)  # Place, by keyboard or screen reader
    pressed_place = Signal(object)  # Place

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.place: Place | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setMask(NOWHERE)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.pressed_place.emit(self.place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard has come here."""
        super().focusInEvent(event)
        self.entered.emit(self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press; the arrow keys and all others are the map's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing: the map draws its zones itself."""


class ZoneButtons(QObject):
    """The buttons of the view that is shown; used again when the view turns."""

    entered = Signal(object)
    pressed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._map = parent
        self._buttons: list[ZoneButton] = []
        self._by_place: dict[Place, ZoneButton] = {}

    def show(self, places: list[tuple[Place, str, QRect]]) -> None:
        """Offer ``places`` with their names and boxes, in this order."""
        while len(self._buttons) < len(places):
            made = ZoneButton(self._map)
            made.entered.connect(self.entered)
            made.pressed_place.connect(self.pressed)
            QWidget.setTabOrder(self._buttons[-1] if self._buttons else self._map, made)
            self._buttons.append(made)
        self._by_place = {}
        for made, (place, name, box) in zip(self._buttons, places, strict=False):
            made.place = place
            if made.accessibleName() != name:
                made.setAccessibleName(name)
            made.setGeometry(box)
            made.show()
            self._by_place[place] = made
        for spare in self._buttons[len(places) :]:
            spare.place = None
            spare.hide()

    def describe(self, describe: Callable[[Place], str]) -> None:
        """Say of every zone whether it is painted."""
        for place, made in self._by_place.items():
            text = describe(place)
            if made.accessibleDescription() != text:
                made.setAccessibleDescription(text)

    def focus(self, place: Place) -> None:
        """Bring the keyboard to ``place``."""
        if place in self._by_place:
            self._by_place[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def focused(self) -> Place | None:
        """The place that has the keyboard."""
        return next((place for place, made in self._by_place.items() if made.hasFocus()), None)

    def press(self, place: Place) -> None:
        """Press ``place`` as a screen reader does."""
        self._by_place[place].click()

    def description(self, place: Place) -> str:
        """What is said of ``place`` besides its name."""
        return self._by_place[place].accessibleDescription()

    def names(self) -> list[str]:
        """What a screen reader can press now."""
        return [made.accessibleName() for made in self._by_place.values()]
