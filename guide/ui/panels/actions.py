"""What can be begun from a muscle's guidance: a session, a stretch, a routine; and its card."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guide.app.learn import Address, Page
from guide.app.map_state import Advice
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Catalogue, PressWay, Routine, Sides, Stretch
from guide.i18n import _
from guide.ui.controls import button, dress
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.requests import MapRequests
from guide.words import way_title


class Actions(QWidget):
    """The buttons that are permitted for the chosen muscle; its card always is."""

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        requests: MapRequests,
        advice: Advice,
    ) -> None:
        super().__init__()
        self._requests, self._chosen = requests, advice.chosen
        own = advice.chosen.side
        self._side = Side.RIGHT if own is Side.MIDLINE else own
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(spacing=look.gap(8))
        lines.addLayout(flow)
        self._add_sessions(look, catalogue, advice, flow)
        flow.addWidget(CardButton(requests, advice.chosen))

    def _add_sessions(
        self, look: Look, catalogue: Catalogue, advice: Advice, flow: FlowLayout
    ) -> None:
        guidance = advice.guidance
        if guidance is None:
            return
        if advice.offer.press.allowed and guidance.press:
            press = button(_("Start pressure session"), "primary")
            dress(press, look, "play", "accent_ink")
            press.clicked.connect(self._on_press)
            flow.addWidget(press)
        stretches = [catalogue.stretches[id_] for id_ in guidance.stretches]
        if stretches:
            first = StretchButton(self._requests, stretches[0], advice.chosen.side, _("Stretch"))
            flow.addWidget(first)
            for name in advice.routines:
                flow.addWidget(_RoutineButton(self._requests, catalogue.routines[name]))

    @Slot()
    def _on_press(self) -> None:
        self._requests.pressure.emit(self._chosen.muscle, self._side)


class WayButton(QPushButton):
    """Leads to a pressure session with one way to press chosen."""

    def __init__(self, requests: MapRequests, chosen: Chosen, way: PressWay) -> None:
        super().__init__(_("Start with this"))
        self.setProperty("kind", "secondary")
        self.setAccessibleName(_("Start with: {way}").format(way=way_title(way)))
        self._requests, self._chosen, self._way = requests, chosen, way
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        side = Side.RIGHT if self._chosen.side is Side.MIDLINE else self._chosen.side
        self._requests.press_with.emit(self._chosen.muscle, side, self._way)


class StretchButton(QPushButton):
    """Begins one stretch on the chosen side."""

    def __init__(
        self,
        requests: MapRequests,
        stretch: Stretch,
        side: Side,
        text: str = "",
        kind: str = "secondary",
    ) -> None:
        super().__init__(text or _("Start this stretch"))
        self.setProperty("kind", kind)
        self.setAccessibleName(_("Start the stretch: {name}").format(name=stretch.name))
        self._requests, self._stretch = requests, stretch.id
        each = stretch.sides is Sides.EACH
        self._side = (Side.RIGHT if side is Side.MIDLINE else side) if each else Side.MIDLINE
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self._requests.stretch.emit(self._stretch, self._side)


class CardButton(QPushButton):
    """Prints what may be said about a muscle."""

    def __init__(self, requests: MapRequests, chosen: Chosen) -> None:
        super().__init__(_("Print a card"))
        self.setAccessibleDescription(_("One page about this muscle, as a PDF file"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._requests, self._chosen = requests, chosen
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        side = Side.RIGHT if self._chosen.side is Side.MIDLINE else self._chosen.side
        self._requests.card.emit(self._chosen.muscle, side)


class ReadButton(QPushButton):
    """Opens the page of a muscle in Learn."""

    def __init__(self, requests: MapRequests, chosen: Chosen) -> None:
        super().__init__(_("Read all about it"))
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._requests, self._chosen = requests, chosen
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        chosen = self._chosen
        self._requests.learn.emit(Address(Page.MUSCLE, chosen.muscle, chosen.side))


class _RoutineButton(QPushButton):
    """Begins a routine that holds one of the muscle's stretches."""

    def __init__(self, requests: MapRequests, routine: Routine) -> None:
        super().__init__(routine.name)
        self._requests, self._routine = requests, routine.id
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self._requests.routine.emit(self._routine)
