"""One hold in a process of its own, with the program's own run, ticker, engine and cues.

Prints one line of JSON: how late (ms, negative: early) the end was seen by the window's thread and
heard from the loudspeaker, and a plain sleep of the same length for comparison.
"""

import json
import sys
import threading
import time

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from guide.app.clock import now
from guide.app.session_run import SessionRun
from guide.app.sound import Stream, TonePlayer
from guide.app.tones import CHANNELS, RATE
from guide.core.anatomy import Side
from guide.core.session import Plan, SessionKind, SessionState, Status, Step, StepKind

PERIOD = 0.02  # seconds of sound a loudspeaker asks for at a time
EARLIEST = 1.0  # seconds before the end from which a sound would be the end's, much too early
READY, AFTER = 5.0, 2.0  # seconds to get ready (the least that can be chosen), and of rest after it


class Listener:
    """A loudspeaker that notes the clock of the first sample that is not silence."""

    def __init__(self) -> None:
        self.heard: float | None = None
        self.listen_from = 0.0
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, stream: Stream, /) -> None:
        """Ask for sound in real time, from a thread of its own."""
        self._ended.clear()
        self._thread = threading.Thread(target=self._run, args=(stream,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask no more."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """There is no device to give back."""

    def _run(self, stream: Stream) -> None:
        frames, due = round(PERIOD * RATE), now()
        while not self._ended.is_set():
            asked = now()
            block = stream.send(frames)
            if self.heard is None and asked >= self.listen_from:
                self._note(block, asked)
            due += PERIOD
            self._ended.wait(max(0.0, due - now()))

    def _note(self, block: "bytes | object", asked: float) -> None:
        samples = memoryview(block).cast("B").cast("h")  # type: ignore[arg-type]  # array or bytes
        for index, value in enumerate(samples):
            if value:
                self.heard = asked + index // CHANNELS / RATE
                return


class Lamp:
    """A screen that needs no keeping awake."""

    failed = False

    def hold(self) -> None:
        """Nothing to do."""

    def release(self) -> None:
        """Nothing to do."""


class Hold(QObject):
    """Runs one hold as the program does; blocks the event loop when told to."""

    def __init__(self, seconds: float, stall: float, every: float) -> None:
        super().__init__()
        kinds = ((StepKind.GET_READY, READY), (StepKind.HOLD, seconds), (StepKind.REST, AFTER))
        steps = tuple(Step(kind, length, Side.LEFT, "bench") for kind, length in kinds)
        self._stall = stall
        self._staller = QTimer(self)
        self._staller.setInterval(round(every * 1000))
        self._staller.timeout.connect(self.block)
        if stall:
            self._staller.start()
        self.listener = Listener()
        self.player = TonePlayer(now, lambda: self.listener)
        self.seen: float | None = None
        self._run = SessionRun(self.player, Lamp(), now, parent=self)
        self._run.moved.connect(self.look)
        self._run.start(Plan(SessionKind.STRETCH, "bench", Side.LEFT, steps))
        assert self._run.state is not None
        self.deadline = self._run.state.began + READY + seconds
        self.listener.listen_from = self.deadline - EARLIEST

    @Slot(object)
    def look(self, state: SessionState) -> None:
        """Note when the end of the hold is seen; leave when everything has ended."""
        if self.seen is None and state.step.kind is StepKind.REST:
            self.seen = now()
        if state.status is Status.FINISHED:
            QCoreApplication.quit()

    @Slot()
    def block(self) -> None:
        """Keep the window's thread busy."""
        time.sleep(self._stall)


def main(seconds: float, stall: float, every: float) -> int:
    """Hold once, and print how late the end came."""
    application = QCoreApplication([])
    plain: list[float] = []
    hold = Hold(seconds, stall, every)
    sleeper = threading.Thread(target=sleep_until, args=(hold.deadline, plain))
    sleeper.start()
    application.exec()
    hold.player.close()
    sleeper.join()
    assert hold.seen is not None
    heard = hold.listener.heard
    print(
        json.dumps(
            {
                "seen": (hold.seen - hold.deadline) * 1000,
                "heard": None if heard is None else (heard - hold.deadline) * 1000,
                "sleep": (plain[0] - hold.deadline) * 1000,
            }
        )
    )
    return 0


def sleep_until(deadline: float, woken: list[float]) -> None:
    """The limit: a plain sleep to the same end."""
    while (left := deadline - now()) > 0:
        time.sleep(left)
    woken.append(now())


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:4])))
