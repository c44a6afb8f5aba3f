"""The body map: shows a view of the figure, says which zone is pointed at and pressed.

It paints the figure as soon as it is made; what it needs to answer comes with `BodyMap.begin`.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from guide.atlas.library import Library
from guide.core.orientation import FigureName, View
from guide.i18n import _
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.hand import Hand
from guide.ui.body.viewport import resize, reveal
from guide.ui.directions import aspect_words
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look

if TYPE_CHECKING:
    from guide.app.map_state import MapState
    from guide.core.anatomy import Chosen, Place
    from guide.core.sight import Sight
    from guide.ui.body.facts import MapFacts
    from guide.ui.body.pointing import Pointed


class BodyMap(QWidget):
    """The figure with painted zones and lights; `render` in, requests out.

    Until `begin` it shows the figure from the front and answers nothing.
    """

    hovered = Signal(object)  # Place or None
    painted = Signal(object)  # Place
    undo_requested = Signal()
    view_requested = Signal(object)  # View
    sight_requested = Signal(object)  # Sight
    muscle_pointed = Signal(str, object)  # muscle and side; an empty name for none
    muscle_chosen = Signal(str, object)
    more_requested = Signal()  # layers, close-ups, body
    first_painted = Signal()

    def __init__(
        self,
        look: Look,
        pictures: FigurePictures,
        library: Library,
        figure: FigureName,
    ) -> None:
        super().__init__()
        self._look, self._library = look, library
        self._facts: MapFacts  # this and the state: from `begin` on
        self._state: MapState
        self._begun = False
        self._hovered: Place | None = None
        self._pointed: Pointed | None = None  # under the pointer; the keyboard has no such thing
        self._canvas = MapCanvas(look, pictures, library, self)
        self._canvas.show(figure, View.FRONT, self.size())
        self.figure = self._canvas.layer
        self.figure.sharpened.connect(self._redraw)
        self._has_painted = False
        self._by_keyboard = False  # then the focus is shown
        look.changed.connect(self._redraw)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 240)

    def begin(self, facts: "MapFacts", state: "MapState") -> None:
        """Show ``state`` and answer from now on."""
        from guide.atlas.studio import Studio
        from guide.ui.body.live import Live
        from guide.ui.body.looking import Looking
        from guide.ui.body.renderer import Renderer
        from guide.ui.body.tip import Tip
        from guide.ui.body.zone_walk import ZoneWalk

        self._facts, self._state = facts, state
        self._tip = Tip(self)
        self._walk = ZoneWalk(self._canvas, facts, state, self)
        self._walk.entered.connect(self._on_entered)
        self._walk.pressed.connect(self.painted)
        self.zones = self._walk.buttons
        self._hand = Hand(self)
        self.renderer = Renderer(Studio(self._library.assets), self)
        self.renderer.failed.connect(self.figure.failed)
        live = Live(self._look, self._canvas, self.renderer, state.intent.sight, self)
        live.shown.connect(self._on_shown)
        live.settled.connect(self._on_settled)
        self.looking = Looking(self._canvas, live, state.intent.sight, self)
        self.looking.moved.connect(self._on_moved)
        self.renderer.failed.connect(self.looking.give_up)
        self.looking.asked.connect(self.sight_requested)
        for signal, slot in (
            (self._hand.pointed, self._on_pointed),
            (self._hand.clicked, self._on_clicked),
            (self._hand.turned, self._on_turned),
            (self._hand.let_go, self.looking.let_go),
            (self._hand.pushed, self.looking.push),
            (self._hand.zoomed, self.looking.zoom_by),
        ):
            signal.connect(slot)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._begun = True
        self._name_view()
        self.render(state)
        self._walk.follow()

    # -- state in -----------------------------------------------------------------------------

    def render(self, state: "MapState") -> None:  # type: ignore[override]
        """Show ``state``, drawing again only what has changed."""
        old, new = self._state.intent, state.intent
        self._state = state
        if old.sight != new.sight:
            self._pointed = None
        self.looking.show(new.sight)
        scene = self._facts.scene(state)
        if scene != self._canvas.scene:
            # At once: what stands beside the figure is built before the event loop turns again.
            self.repaint(self._canvas.change_scene(scene, self.rect()))
            self._walk.describe(state)
        known = old.drawing is new.drawing and old.sight == new.sight
        if self._hovered != new.hovered or not known:
            before, self._hovered = self._hovered, new.hovered
            self._show_hover(before)

    def shows_lit(self) -> bool:
        """True when the lit muscle or its main pattern is seen in this view."""
        return self._canvas.shows_lit()

    def place_at(self, x: float, y: float) -> "Place | None":
        """The place under a point of the widget."""
        return self._canvas.place_at(x, y)

    def point_of(self, place: "Place") -> QPointF | None:
        """A point of the widget well inside ``place``, or None when it is not in this view."""
        return self._canvas.point_of(place)

    def box_of(self, place: "Place") -> QRect:
        """The box of ``place`` in the widget; empty when it is not in this view."""
        return self._canvas.box_of(place)

    def tip(self) -> str:
        """What is said about what is pointed at; nothing when nothing is."""
        return "" if self._tip.isHidden() else self._tip.text()

    @property
    def sight(self) -> "Sight":
        """What is wanted of the figure."""
        return self._state.intent.sight

    @property
    def pointed(self) -> "Chosen | None":
        """The muscle under the pointer, while a layer of muscles is shown."""
        return self._pointed.muscle if self._pointed else None

    @property
    def shown_figure(self) -> FigureName:
        """The figure that is shown."""
        return self._canvas.figure

    @property
    def zoom(self) -> float:
        """1.0 when the whole figure is seen."""
        return self._canvas.viewport.zoom

    def close_threads(self) -> None:
        """Wait for what is being read and drawn; the map must not go before that."""
        self.figure.wait()
        if self._begun:
            self.renderer.close()

    # -- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the drawn figure, and draw the pointed zone over it."""
        painter, hovered = QPainter(self), self._hovered
        self._canvas.paint(painter, event.rect(), self.size(), self.devicePixelRatioF())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._canvas.paint_sides(painter, self.rect())
        if hovered is not None:
            self._canvas.paint_pointed(painter, hovered, self.zones.focused() == hovered)
        if self.hasFocus() and self._by_keyboard:
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 10, 10)
        painter.end()
        if not self._has_painted:
            self._has_painted = True
            self.first_painted.emit()

    # -- pointer ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the figure: a click paints, a drag turns."""
        if self._begun:
            self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is pointed at, or move the figure."""
        if self._begun:
            self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that was no drag paints the zone under it."""
        if self._begun:
            self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Come near what is under the pointer, or go back."""
        if self._begun and event.button() is Qt.MouseButton.LeftButton:
            at = event.position()
            if self._under(at).place is not None:  # what its first click painted is taken off
                self.undo_requested.emit()
            self.looking.come_or_go(self.place_at(at.x(), at.y()), at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer."""
        if self._begun:
            self._hand.wheel(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to peel muscles off, and to put them back."""
        from guide.ui.body.menu import peel_menu

        if self._begun and (menu := peel_menu(self, self._facts)) is not None:
            menu.popup(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        if self._begun:
            self._point(None)

    def event(self, event: QEvent) -> bool:
        """Follow a pinch, on a touch pad or a touch screen."""
        return (self._begun and self._hand.gesture(event)) or super().event(event)

    @Slot(QPointF)
    def _on_pointed(self, at: QPointF) -> None:
        self._point(self._under(at))

    @Slot(QPointF)
    def _on_clicked(self, at: QPointF) -> None:
        pointed = self._under(at)
        self._point(pointed)
        if pointed.muscle is not None:
            self.muscle_chosen.emit(pointed.muscle.muscle, pointed.muscle.side)
        elif pointed.place is not None:
            self.painted.emit(pointed.place)

    def _under(self, at: QPointF) -> "Pointed":
        from guide.ui.body.pointing import under

        return under(self._canvas, self.sight, at)

    @Slot(float, float)
    def _on_turned(self, dx: float, dy: float) -> None:
        self._point(None)
        self.looking.turn(dx, dy)

    # -- keyboard -----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by the Tab key, the keyboard goes to a zone at once."""
        super().focusInEvent(event)
        tab = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._by_keyboard = event.reason() in tab
        if self._by_keyboard:
            self.walk(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, paint, zoom, push, turn, peel."""
        from guide.ui.body.keys import press

        if event.key() == Qt.Key.Key_Space:
            self._hand.space = True
        if not press(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The space bar is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand.space = False
        super().keyReleaseEvent(event)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by ``factor``, at the middle if nothing else is said."""
        self.looking.zoom_by(factor, at or QPointF(self.width() / 2, self.height() / 2))

    def walk(self, direction: tuple[float, float] | None) -> None:
        """Go to the neighbouring zone, or to where a walk begins."""
        self._walk.walk(self._hovered, direction)

    def paint_hovered(self) -> None:
        """Paint the zone that the keyboard or the pointer is at."""
        if self._hovered is not None:
            self.painted.emit(self._hovered)

    @Slot(object)
    def _on_entered(self, place: "Place") -> None:
        shape = self._canvas.paths.zones.get(place)
        if shape is not None:
            self.looking.look_through(reveal(self._canvas.viewport, *shape.anchor))
        self._point(None)
        self.hovered.emit(place)

    # -- inside -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same part in sight."""
        super().resizeEvent(event)
        viewport = resize(self._canvas.viewport, self.width(), self.height())
        if self._begun:
            self.looking.look_through(viewport)
        else:
            self._canvas.viewport = viewport
            self._redraw()

    @Slot()
    def _on_moved(self) -> None:
        """The same picture, seen nearer, further or at another place."""
        self._hand.can_push = self.zoom > 1.0
        self._redraw()
        self._show_hover(None)

    @Slot()
    def _redraw(self) -> None:
        self._canvas.forget()
        self.update()
        if self._begun:
            self._walk.follow()

    @Slot()
    def _on_shown(self) -> None:
        """Another picture: what lies on it is drawn with it as far as it is known."""
        self._canvas.scene = self._facts.scene(self._state)
        self._canvas.forget()
        self.update()

    @Slot()
    def _on_settled(self) -> None:
        self._name_view()
        self._walk.follow()

    def _show_hover(self, before: "Place | None") -> None:
        from guide.ui.body.pointing import Pointed, tip

        place = self._hovered
        for changed in (before, place):
            if changed is not None:
                self.update(self._canvas.box_of(changed, 6))
        pointed = self._pointed or Pointed(place)
        if place is not None and pointed.place != place:
            pointed = Pointed(place)  # the keyboard or the list is at another one
        said = tip(self._canvas, self._facts, self._state, pointed)
        if said is None:
            self._tip.hide()
        else:
            self._tip.show_beside(*said)

    def _point(self, pointed: "Pointed | None") -> None:
        """The pointer is at ``pointed``; None for nothing, and for the keyboard."""
        before, self._pointed = self._pointed, pointed
        muscle, place = (pointed.muscle, pointed.place) if pointed else (None, None)
        if pointed == before:
            return
        shape = Qt.CursorShape.PointingHandCursor if place or muscle else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if muscle != (before.muscle if before else None):
            self.muscle_pointed.emit(muscle.muscle if muscle else "", muscle and muscle.side)
        if place != self._hovered:
            self.hovered.emit(place)
        self._show_hover(None)

    def _name_view(self) -> None:
        view = aspect_words(self.sight.aspect)
        self.setAccessibleName(_("Body map, {view}").format(view=view))
        self.setAccessibleDescription(
            _(
                "Arrow keys walk from area to area, Enter paints, plus and minus zoom. Comma and"
                " full stop turn, L opens layers and close-ups."
            )
        )
