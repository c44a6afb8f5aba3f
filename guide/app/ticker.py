"""Waking up on time: one precise single shot at a deadline, and ticks that only draw.

Neither counts anything. Whoever listens asks the clock; a late tick costs a late picture.
"""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

DRAWN = 200  # milliseconds between ticks while somebody looks: a pose has six pictures in 1.8 s
HIDDEN = 1000  # and while nobody does


class Ticker(QObject):
    """Emits ``due`` once at a deadline (never early), and ``ticked`` in between."""

    due = Signal()
    ticked = Signal()

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._deadline: float | None = None
        self._shot = QTimer(self)
        self._shot.setSingleShot(True)
        self._shot.setTimerType(Qt.TimerType.PreciseTimer)
        self._shot.timeout.connect(self._on_shot)
        self._tick = QTimer(self)
        self._tick.setInterval(DRAWN)
        self._tick.timeout.connect(self.ticked)

    @property
    def running(self) -> bool:
        """True while anything can still be emitted."""
        return self._shot.isActive() or self._tick.isActive()

    def run(self, deadline: float | None) -> None:
        """Tick, and be due at ``deadline`` (clock seconds); None halts."""
        self._deadline = deadline
        if deadline is None:
            self.halt()
            return
        self._aim(deadline)
        if not self._tick.isActive():
            self._tick.start()

    def halt(self) -> None:
        """Stop both: nothing wakes the program any more."""
        self._deadline = None
        self._shot.stop()
        self._tick.stop()

    def set_hidden(self, hidden: bool) -> None:
        """Tick once a second while the window is not seen; the deadline stays exact."""
        interval = HIDDEN if hidden else DRAWN
        if self._tick.interval() != interval:
            self._tick.setInterval(interval)

    def _aim(self, deadline: float) -> None:
        self._shot.start(max(0, math.ceil((deadline - self._clock()) * 1000)))

    @Slot()
    def _on_shot(self) -> None:
        if self._deadline is None:
            return
        if self._clock() < self._deadline:  # timers may fire a fraction early
            self._aim(self._deadline)
            return
        self._deadline = None
        self.due.emit()
