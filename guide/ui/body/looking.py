"""Where the person looks: nearer, further, another part, into a close-up and out, turned."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from guide.core.anatomy import Place
from guide.core.aspect import Aspect, of_view, snapped, turned_by
from guide.core.near import close_up_of
from guide.core.orientation import Build, View
from guide.core.sight import Sight, seen_from
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.hand import ZOOM_STEP
from guide.ui.body.live import Live
from guide.ui.body.viewport import Viewport, pan, zoom

DEGREES = 0.5  # that a drag of one pixel turns
SNAP = 5.0  # degrees to a standard view, where a drag that ends comes to it
NEAR = 2.5  # zoom of a double click
NEARER = 4.0  # zoom from which a close-up takes over
OUT = 0.95  # zoom of a close-up below which the figure takes over


class Looking(QObject):
    """Changes the viewport itself, which nobody else needs; other directions it asks for."""

    moved = Signal()  # the viewport has changed
    asked = Signal(object)  # Sight

    def __init__(self, canvas: MapCanvas, live: Live, sight: Sight, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas, self._live, self._sight, self._map = canvas, live, sight, parent
        self._whole = Aspect()  # where a close-up goes back to

    def show(self, sight: Sight) -> None:
        """Show what is wanted now."""
        self._sight = sight
        if sight.aspect.close_up is None:
            self._whole = sight.aspect
        self._live.go(sight)

    @Slot()
    def prepare(self) -> None:
        """Be ready to glide: the pointer is at the views."""
        self._live.prepare()

    def look_from(self, aspect: Aspect) -> None:
        """Ask for another direction."""
        self.asked.emit(seen_from(self._sight, aspect))

    def look_through(self, viewport: Viewport) -> None:
        """Look at another part of the same picture."""
        if viewport != self._canvas.viewport:
            self._canvas.viewport = viewport
            self.moved.emit()
            self._live.look_again()

    @property
    def at_rest(self) -> bool:
        """True when the picture that is wanted stands there."""
        return self._live.at_rest

    # -- turning --------------------------------------------------------------------------------

    def turn(self, dx: float, dy: float) -> None:
        """Follow the hand, by pixels: what it holds goes with it."""
        self._live.drag(turned_by(self._live.aspect, -dx * DEGREES, dy * DEGREES))

    @Slot()
    def let_go(self) -> None:
        """The hand has let go: near a standard view the figure comes to it."""
        self.look_from(snapped(self._live.aspect, SNAP))

    # -- nearer and further ---------------------------------------------------------------------

    @Slot(float, QPointF)
    def zoom_by(self, factor: float, at: QPointF) -> None:
        """Zoom by ``factor`` at a point of the widget; into a close-up, and out of it."""
        viewport = self._canvas.viewport
        near = viewport.zoom * factor
        if not self._canvas.is_whole and factor < 1 and near < OUT:
            self.go_out()
        elif factor <= 1 or near <= NEARER or not self._come_near(self._place_at(at)):
            self.look_through(zoom(viewport, factor, at.x(), at.y()))

    @Slot()
    def zoom_in(self) -> None:
        """One step closer."""
        self.zoom_by(ZOOM_STEP, self._middle())

    @Slot()
    def zoom_out_step(self) -> None:
        """One step away."""
        self.zoom_by(1 / ZOOM_STEP, self._middle())

    @Slot()
    def zoom_out(self) -> None:
        """Show all of it: of a close-up first, then of the figure."""
        if self._canvas.viewport.zoom <= 1.0:
            self.go_out()
        self.look_through(self._canvas.fitted(self._map.size()))

    @Slot(float, float)
    def push(self, dx: float, dy: float) -> None:
        """Move a zoomed figure by pixels."""
        self.look_through(pan(self._canvas.viewport, dx, dy))

    def come_or_go(self, place: Place | None, at: QPointF) -> None:
        """Come near ``place``, or go back when one is near already."""
        if not self._canvas.is_whole:
            self.go_out()
        elif self._canvas.viewport.zoom >= NEAR:
            self.zoom_out()
        elif not self._come_near(place):
            self.zoom_by(NEAR, at)

    def go_out(self) -> None:
        """From a close-up back to the figure as it stood before."""
        if not self._canvas.is_whole:
            self.look_from(self._whole)

    def _come_near(self, place: Place | None) -> bool:
        """Go to the close-up of ``place``; False where there is none."""
        if place is None or not self._canvas.is_whole:
            return False
        found = close_up_of(place, self._sight.aspect)
        if found is not None:
            self.look_from(found)
        return found is not None

    @Slot()
    def give_up(self) -> None:
        """Nothing can be drawn from the mesh: look at what is shipped."""
        if self._sight.prebuilt is None:
            front = seen_from(self._sight, of_view(View.FRONT))
            self.asked.emit(replace(front, build=Build.AVERAGE))

    def _place_at(self, at: QPointF) -> Place | None:
        return self._canvas.place_at(at.x(), at.y())

    def _middle(self) -> QPointF:
        return QPointF(self._map.width() / 2, self._map.height() / 2)
