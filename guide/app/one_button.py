"""The whole keyboard and the pointer as one button: tap, double tap, and hold."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

DOUBLE_WITHIN = 250  # milliseconds after a release in which a second press makes a double tap
HELD_AFTER = 600  # milliseconds


class OneButton(QObject):
    """Tells a tap (after the wait for a second one) from a double tap and from holding."""

    tapped = Signal()
    doubled = Signal()
    held = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hold = self._timer(HELD_AFTER, self._on_held)
        self._wait = self._timer(DOUBLE_WITHIN, self.tapped)
        self._second = False

    @Slot()
    def press(self) -> None:
        """Something went down; a key that repeats itself must not be reported again."""
        self._second = self._wait.isActive()
        self._wait.stop()
        self._hold.start()

    @Slot()
    def release(self) -> None:
        """It came up again; without a press before, nothing happens."""
        if not self._hold.isActive():
            return
        self._hold.stop()
        if self._second:
            self._second = False
            self.doubled.emit()
        else:
            self._wait.start()

    @Slot()
    def forget(self) -> None:
        """Drop what was begun: the page was left, or another key spoke."""
        self._hold.stop()
        self._wait.stop()
        self._second = False

    @Slot()
    def _on_held(self) -> None:
        self._second = False
        self.held.emit()

    def _timer(self, milliseconds: int, target: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(milliseconds)
        timer.timeout.connect(target)
        return timer
