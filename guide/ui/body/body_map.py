"""The body map: shows a view of the figure, says which zone is pointed at and pressed.

It paints the figure as soon as it is made; what it needs to answer comes with `BodyMap.begin`.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QLabel, QPinchGesture, QWidget

from guide.atlas.library import Library
from guide.core.orientation import FigureName, View
from guide.i18n import _
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.tip import tip_place
from guide.ui.body.viewport import Viewport, pan, resize, reveal, zoom
from guide.ui.body.walk import DOWN, LEFT, RIGHT, UP, first, neighbour
from guide.ui.directions import view_words
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look

if TYPE_CHECKING:
    from guide.app.map_state import MapState
    from guide.core.anatomy import Place
    from guide.ui.body.facts import MapFacts

ARROWS = {
    Qt.Key.Key_Left: LEFT,
    Qt.Key.Key_Right: RIGHT,
    Qt.Key.Key_Up: UP,
    Qt.Key.Key_Down: DOWN,
}
VIEWS = tuple(View)
ZOOM_STEP = 1.25
BUTTONS_AFTER_MS = 60  # zone buttons follow a zoom when it has come to rest


class BodyMap(QWidget):
    """The figure with painted zones and lights; `render` in, requests out.

    Until `begin` it shows the figure from the front and answers nothing.
    """

    hovered = Signal(object)  # Place or None
    painted = Signal(object)  # Place
    undo_requested = Signal()
    view_requested = Signal(object)  # View
    first_painted = Signal()

    def __init__(
        self,
        look: Look,
        pictures: FigurePictures,
        library: Library,
        figure: FigureName,
    ) -> None:
        super().__init__()
        self._look = look
        self._facts: MapFacts  # this and the state: from `begin` on
        self._state: MapState
        self._begun = False
        self._hovered: Place | None = None
        self._canvas = MapCanvas(look, pictures, library, self)
        self._canvas.show(figure, View.FRONT, self.size())
        self.figure = self._canvas.layer
        self.figure.sharpened.connect(self._redraw)
        self._grip: QPointF | None = None
        self._dragging = False
        self._has_painted = False
        self._by_keyboard = False  # then the focus is shown
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._place_buttons)
        look.changed.connect(self._redraw)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 240)

    def begin(self, facts: "MapFacts", state: "MapState") -> None:
        """Show ``state`` and answer from now on."""
        from guide.ui.body.zone_buttons import ZoneButtons

        self._facts, self._state = facts, state
        self._tip = QLabel(self)
        self._tip.setProperty("role", "tip")
        self._tip.setTextFormat(Qt.TextFormat.PlainText)
        self._tip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._tip.hide()
        self.zones = ZoneButtons(self)
        self.zones.entered.connect(self._on_entered)
        self.zones.pressed.connect(self.painted)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._begun = True
        self._name_view()
        self.render(state)
        self._settle.start(BUTTONS_AFTER_MS)

    # -- state in -----------------------------------------------------------------------------

    def render(self, state: "MapState") -> None:  # type: ignore[override]
        """Show ``state``, drawing again only what has changed."""
        old, new = self._state.intent, state.intent
        self._state = state
        if (self._canvas.figure, self._canvas.view) != (new.figure, new.view):
            self._turn()
        scene = self._facts.scene(state)
        if scene != self._canvas.scene:
            # At once: what stands beside the figure is built before the event loop turns again.
            self.repaint(self._canvas.change_scene(scene, self.rect()))
            self.zones.describe(self._description)
        if self._hovered != new.hovered or old.drawing is not new.drawing:
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
        """What is said about the pointed zone; nothing when none is pointed at."""
        return "" if self._tip.isHidden() else self._tip.text()

    @property
    def shown_figure(self) -> FigureName:
        """The figure that is shown."""
        return self._canvas.figure

    @property
    def zoom(self) -> float:
        """1.0 when the whole figure is seen."""
        return self._canvas.viewport.zoom

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
        """Take hold of the figure: a click paints, a drag moves."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grip, self._dragging = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which zone is pointed at, or move the figure."""
        position = event.position()
        if self._grip is None:
            self._point(self.place_at(position.x(), position.y()))
            return
        moved = position - self._grip
        if self._dragging or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self._grip = position
            self._look_through(pan(self._canvas.viewport, moved.x(), moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that was no drag paints the zone under it."""
        was_click = self._grip is not None and not self._dragging
        self._grip, self._dragging = None, False
        if was_click and event.button() == Qt.MouseButton.LeftButton:
            place = self.place_at(event.position().x(), event.position().y())
            if place is not None:
                self._point(place)
                self.painted.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in at the pointer, or out again; the paint of its first click is undone."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x, y = event.position().x(), event.position().y()
        if self.place_at(x, y) is not None:
            self.undo_requested.emit()
        self._look_through(zoom(self._canvas.viewport, 2.5 if self.zoom < 3 else 0.0, x, y))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer."""
        turns = event.angleDelta().y() / 120
        if turns:
            at = event.position()
            self._look_through(zoom(self._canvas.viewport, ZOOM_STEP**turns, at.x(), at.y()))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point(None)

    def event(self, event: QEvent) -> bool:
        """Follow a pinch, on a touch pad or a touch screen."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                at = event.position()
                self._look_through(zoom(self._canvas.viewport, 1 + event.value(), at.x(), at.y()))
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self.mapFromGlobal(pinch.centerPoint())
                self._look_through(zoom(self._canvas.viewport, pinch.scaleFactor(), at.x(), at.y()))
                return True
        return super().event(event)

    # -- keyboard -----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by the Tab key, the keyboard goes to a zone at once."""
        super().focusInEvent(event)
        tab = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._by_keyboard = event.reason() in tab
        if self._by_keyboard:
            self._walk(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom and turn."""
        key, text = Qt.Key(event.key()), event.text()
        middle = self._middle()
        if key in ARROWS:
            self._walk(ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._paint_hovered()
        elif text in ("+", "="):
            self.zoom_by(ZOOM_STEP, middle)
        elif text == "-":
            self.zoom_by(1 / ZOOM_STEP, middle)
        elif text == "0":
            self.zoom_out()
        elif text in ("[", "]"):
            step = 1 if text == "]" else -1
            at = VIEWS.index(self._canvas.view)
            self.view_requested.emit(VIEWS[(at + step) % len(VIEWS)])
        elif text and text in "12345":
            self.view_requested.emit(VIEWS[int(text) - 1])
        else:
            super().keyPressEvent(event)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by ``factor``, at the middle if nothing else is said."""
        point = at or self._middle()
        self._look_through(zoom(self._canvas.viewport, factor, point.x(), point.y()))

    @Slot()
    def zoom_in(self) -> None:
        """One step closer."""
        self.zoom_by(ZOOM_STEP)

    @Slot()
    def zoom_out_step(self) -> None:
        """One step away."""
        self.zoom_by(1 / ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Show the whole figure."""
        self._look_through(self._canvas.fitted(self.size()))

    def _walk(self, direction: tuple[float, float] | None) -> None:
        """Go to the neighbouring zone, or to where a walk begins."""
        if self._settle.isActive():
            self._settle.stop()
            self._place_buttons()
        start = self._canvas.paths.zones.get(self._hovered) if self._hovered else None
        if start is None:
            target = first(self._canvas.paths.zones.values())
        elif direction is None:
            target = start
        else:
            target = neighbour(self._canvas.paths.zones.values(), start, direction)
        if target is not None:
            self.zones.focus(self._canvas.paths.place(target))

    @Slot(object)
    def _on_entered(self, place: "Place") -> None:
        shape = self._canvas.paths.zones.get(place)
        if shape is not None:
            self._look_through(reveal(self._canvas.viewport, *shape.anchor))
        self._point(place)

    def _paint_hovered(self) -> None:
        if self._hovered is not None:
            self.painted.emit(self._hovered)

    # -- inside -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same part in sight."""
        super().resizeEvent(event)
        self._look_through(resize(self._canvas.viewport, self.width(), self.height()))

    def _look_through(self, viewport: Viewport) -> None:
        if viewport != self._canvas.viewport:
            self._canvas.viewport = viewport
            self._redraw()
            if self._begun:
                self._show_hover(None)

    @Slot()
    def _redraw(self) -> None:
        self._canvas.forget()
        self.update()
        if self._begun:
            self._settle.start(BUTTONS_AFTER_MS)

    def _turn(self) -> None:
        intent = self._state.intent
        self._canvas.show(intent.figure, intent.view, self.size())
        self._canvas.scene = self._facts.scene(self._state)
        self._name_view()
        self._redraw()

    def _show_hover(self, before: "Place | None") -> None:
        place = self._hovered
        for changed in (before, place):
            if changed is not None:
                self.update(self._canvas.box_of(changed, 6))
        shape = self._canvas.paths.zones.get(place) if place else None
        if place is None or shape is None:
            self._tip.hide()
            return
        self._tip.setText(self._facts.tip(self._state, place))
        self._tip.adjustSize()
        self._tip.move(tip_place(self.box_of(place), self._tip.size(), self.size()))
        self._tip.show()

    def _description(self, place: "Place") -> str:
        return self._facts.description(self._state, place)

    def _point(self, place: "Place | None") -> None:
        if place != self._hovered:
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor
            )
            self.hovered.emit(place)

    @Slot()
    def _place_buttons(self) -> None:
        """Lay the zone buttons where the zones are now."""
        zones = self._canvas.paths.zones
        places = sorted(zones, key=lambda place: zones[place].anchor[1])
        self.zones.show([(place, self._facts.name(place), self.box_of(place)) for place in places])
        self.zones.describe(self._description)

    def _name_view(self) -> None:
        view = view_words(self._canvas.view)
        self.setAccessibleName(_("Body map, {view}").format(view=view))
        self.setAccessibleDescription(
            _("Arrow keys walk from area to area, Enter paints, plus and minus zoom.")
        )

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)
