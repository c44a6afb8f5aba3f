"""What the hand does on the map: a click, a turn, a push, a zoom; told as what is meant."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

ZOOM_STEP = 1.25
PUSHING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Hand(QObject):
    """Reads the events of a pointer, a wheel and a touch pad; the widget hands them over.

    A drag with the left button turns. With the middle button, Shift, Ctrl or the held space bar
    it pushes the picture, as two fingers on a touch pad do where the figure is zoomed.
    """

    pointed = Signal(QPointF)
    clicked = Signal(QPointF)
    turned = Signal(float, float)  # pixels right and down, since the last one
    let_go = Signal()  # the turning has ended
    pushed = Signal(float, float)
    zoomed = Signal(float, QPointF)  # factor

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._grip: QPointF | None = None
        self._moving = self._pushing = False
        self.space = False  # the space bar is held down
        self.can_push = False  # the figure is zoomed

    def press(self, event: QMouseEvent) -> None:
        """Take hold of the figure."""
        left = event.button() is Qt.MouseButton.LeftButton
        if left or event.button() is Qt.MouseButton.MiddleButton:
            self._grip, self._moving = event.position(), False
            self._pushing = not left or self.space or bool(event.modifiers() & PUSHING)

    def move(self, event: QMouseEvent) -> None:
        """Point, turn or push."""
        at = event.position()
        if self._grip is None:
            self.pointed.emit(at)
            return
        moved = at - self._grip
        if self._moving or moved.manhattanLength() >= QApplication.startDragDistance():
            self._moving, self._grip = True, at
            (self.pushed if self._pushing else self.turned).emit(moved.x(), moved.y())

    def release(self, event: QMouseEvent) -> None:
        """A click, if nothing was moved."""
        held, self._grip = self._grip, None
        if held is None:
            return
        if self._moving:
            if not self._pushing:
                self.let_go.emit()
        elif event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(event.position())

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom; two fingers that slide on a touch pad push a zoomed figure."""
        slid = event.pixelDelta()
        zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not slid.isNull() and self.can_push and not zooms:
            self.pushed.emit(float(slid.x()), float(slid.y()))
        elif event.angleDelta().y():
            self.zoomed.emit(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def gesture(self, event: QEvent) -> bool:
        """Follow a pinch, on a touch pad or a touch screen; False for any other event."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoomed.emit(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self._widget.mapFromGlobal(pinch.centerPoint())
                self.zoomed.emit(pinch.scaleFactor(), at)
                return True
        return False
