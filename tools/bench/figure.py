"""How quickly the figure turns, and how quickly a muscle lights up with its referral; offscreen.

One process at 1440 x 900: the map page with its presenter, driven as a hand would.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from tools.bench.figures import percentile

if TYPE_CHECKING:
    from guide.ui.body.renderer import Rendered

FRAME, FINE, LIT, MEMORY = 50.0, 400.0, 16.0, 250.0  # milliseconds; megabytes
STEPS = 24  # turns by 15 degrees: once round
WAIT = 20.0  # seconds that a picture may take before it counts as missing


def measure_turn(rounds: int) -> dict[str, Any]:
    """Turn by `STEPS`, `rounds` times: ms to a coarse frame, to a fine one, to answers."""
    coarse, fine, answers = [], [], []
    with _Stage() as stage:
        first = stage.turn_to(7.0)
        for step in range(STEPS * rounds):
            took = stage.turn_to(15.0 * step + 20.0)
            coarse.append(took["coarse"])
            fine.append(took["fine"])
            answers.append(took["answers"])
        memory = _memory()
    times = {"coarse": coarse, "fine": fine, "answers": answers}
    return {"first": first, **times, "memory": memory}


def report_turn(result: dict[str, Any]) -> bool:
    """Print the figures beside the goals; return False when one is missed."""
    first, memory = result["first"], result["memory"]
    print(f"first turn, mesh and numpy read: {first['coarse']:.0f} ms, fine {first['fine']:.0f} ms")
    good = True
    for name, goal in (("coarse", FRAME), ("fine", FINE), ("answers", None)):
        p50, p95 = median(result[name]), percentile(result[name], 0.95)
        said = f"   goal p50 <= {goal:.0f}" if goal else ""
        print(f"{name:<8} p50 {p50:.0f} ms, p95 {p95:.0f} ms{said}")
        good = good and (goal is None or p50 <= goal)
    print(f"memory   {memory:.0f} MB   goal <= {MEMORY:.0f}")
    return good and bool(memory <= MEMORY)


def measure_muscle(rounds: int) -> dict[str, Any]:
    """Light every muscle that is seen from the back, `rounds` times: ms until it is painted."""
    from guide.core.anatomy import FigureName, View
    from guide.core.aspect import of_view
    from guide.core.sight import USUAL, Layer

    times: dict[str, list[float]] = {"first": [], "again": []}
    with _Stage() as stage:
        stage.see(aspect=of_view(View.BACK), layers=USUAL | {Layer.SUPERFICIAL})
        stage.pass_time(1.5)
        shapes = stage.library.shapes(FigureName.FEMALE, View.BACK)
        spots = [spot for spot in shapes.muscles if not spot.deep]
        for turn in range(rounds + 1):
            for spot in spots:
                times["again" if turn else "first"].append(stage.light(spot.muscle, spot.side))
    return times


def report_muscle(result: dict[str, Any]) -> bool:
    """Print the figures beside the goal; return False when it is missed."""
    for name, times in result.items():
        p50, p99 = median(times), percentile(times, 0.99)
        print(f"{name:<8} p50 {p50:.1f} ms, p99 {p99:.1f} ms   goal p50 <= {LIT}   ({len(times)})")
    return bool(median(result["again"]) <= LIT)


class _Stage:
    """The map in its window, and a watch beside it."""

    def __enter__(self) -> "_Stage":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from PySide6.QtWidgets import QApplication

        from guide.bootstrap.memory import keep_working
        from guide.ui.look import start_style
        from tools.gallery.scene import Scene

        self._application = QApplication.instance() or QApplication(["bench"])
        assert isinstance(self._application, QApplication)
        start_style(self._application)
        keep_working()  # as the program does with the first turn
        self._folder = tempfile.TemporaryDirectory(prefix="unknot-bench-")
        scene = Scene(Path(self._folder.name))
        self.library = scene.library
        self._map = scene.map()
        self.page = self._map.page
        self.pass_time(0.5)
        return self

    def __exit__(self, *_error: object) -> None:
        self.page.body.close_threads()
        self._map.window.close()
        self._map.window.deleteLater()
        self.pass_time(0.1)
        self._folder.cleanup()

    def see(self, **changes: object) -> None:
        """Show the figure otherwise."""
        self._map.see(**changes)

    def pass_time(self, seconds: float) -> None:
        """Let the window work."""
        end = time.perf_counter() + seconds
        self._until(lambda: time.perf_counter() >= end)

    def light(self, muscle: str, side: Any) -> float:
        """Milliseconds until a muscle is lit and painted."""
        start = time.perf_counter()
        self._map.presenter.point_at(muscle, side)
        self._application.processEvents()
        return (time.perf_counter() - start) * 1000

    def turn_to(self, degrees: float) -> dict[str, float]:
        """Milliseconds until the figure is seen coarsely, finely, and answers."""
        from guide.core.aspect import Aspect

        body, done = self.page.body, dict[str, float]()
        start = time.perf_counter()

        def note(kind: str) -> None:
            body.repaint()
            done.setdefault(kind, (time.perf_counter() - start) * 1000)

        def on_drawn(made: "Rendered") -> None:
            note("coarse" if made.shot.draft else "fine")

        def on_shaped(*_made: object) -> None:
            note("answers")

        body.renderer.drawn.connect(on_drawn)
        body.renderer.shaped.connect(on_shaped)
        self.see(aspect=Aspect(degrees % 360.0, 5.0))
        self._until(lambda: len(done) == 3 or time.perf_counter() - start > WAIT)
        body.renderer.drawn.disconnect(on_drawn)
        body.renderer.shaped.disconnect(on_shaped)
        return {kind: done.get(kind, WAIT * 1000) for kind in ("coarse", "fine", "answers")}

    def _until(self, is_over: Callable[[], bool]) -> None:
        while not is_over():
            self._application.processEvents()
            time.sleep(0.001)


def _memory() -> float:
    """Megabytes of this process that are its own, as the system counts them."""
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise LookupError("the system does not tell the memory of a process")
