"""A measured process: started in a fresh home, heard through a file, read through /proc.

The contract with the program: UNKNOT_BENCH_START holds the monotonic clock (ns) before the fork;
after its first painted map it appends one line of JSON to the file UNKNOT_BENCH_OUT:
{"paint_ns": ..., "modules": [names in sys.modules], "map": [x, y, width, height on the screen]}.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0  # seconds until a start is given up

BARE = [str(ROOT / "tools" / "bench" / "bare.py")]
PROGRAM = [str(ROOT / "main.py")]


class Painted(msgspec.Struct, frozen=True):
    """What a process said when its map had been painted."""

    paint_ns: int
    modules: list[str]
    map: tuple[int, int, int, int] = (0, 0, 0, 0)


class Spent(msgspec.Struct, frozen=True):
    """What was used between two looks: wake-ups of threads, threads that ended, CPU seconds."""

    wakeups: int
    ended: int
    cpu: float


class Usage(msgspec.Struct, frozen=True):
    """What the threads of a process tree have used so far: waits given up, CPU seconds."""

    wakeups: dict[int, int]  # by thread: one that ends takes its count along
    cpu: dict[int, float]

    def since(self, before: "Usage") -> Spent:
        """What was used since `before`; a thread that ends has woken up once more for it."""
        woken = sum(count - before.wakeups.get(task, 0) for task, count in self.wakeups.items())
        used = sum(spent - before.cpu.get(task, 0.0) for task, spent in self.cpu.items())
        return Spent(woken, len(before.wakeups.keys() - self.wakeups.keys()), used)


class Measured:
    """One run of `arguments` by this Python, ended with the block."""

    def __init__(self, arguments: list[str], display: str) -> None:
        self._arguments = arguments
        self._display = display

    def __enter__(self) -> Self:
        """Start it with the clock in its environment."""
        self._home = tempfile.TemporaryDirectory(prefix="unknot-home-")
        self.out = Path(self._home.name) / "bench.jsonl"
        runtime = Path(self._home.name) / "runtime"
        runtime.mkdir(mode=0o700)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": self._home.name,
            "XDG_RUNTIME_DIR": str(runtime),
            "LC_ALL": "C.UTF-8",
            "DISPLAY": self._display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
            "UNKNOT_BENCH_OUT": str(self.out),
        }
        self.start_ns = time.monotonic_ns()
        environment["UNKNOT_BENCH_START"] = str(self.start_ns)
        self._child = subprocess.Popen(
            [sys.executable, *self._arguments], env=environment, stdout=subprocess.DEVNULL
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        if self._child.poll() is None:
            self._child.terminate()
        try:
            self._child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._home.cleanup()

    @property
    def ended(self) -> bool:
        """Tell whether it has ended by itself."""
        return self._child.poll() is not None

    def painted(self, meanwhile: Callable[[], None] | None = None) -> Painted:
        """Wait for its first line, calling `meanwhile` all the time; see `line`."""
        return msgspec.json.decode(self.line(0, meanwhile), type=Painted)

    def line(self, number: int, meanwhile: Callable[[], None] | None = None) -> str:
        """Wait for what it says as line `number`; ends the bench when that does not come."""
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit and not self.ended:
            text = self.out.read_text("utf-8") if self.out.exists() else ""
            if text.count("\n") > number:
                return text.splitlines()[number]
            if meanwhile:
                meanwhile()
            time.sleep(0.002)
        what = f"ended with {self._child.returncode}" if self.ended else f"said no line {number}"
        raise SystemExit(f"bench: {' '.join(self._arguments)} {what}; what it said is above")

    def memory(self) -> tuple[int, int]:
        """Return (PSS, RSS) of the process tree in KiB."""
        pss = rss = 0
        for pid in self._tree():
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
                key, _colon, rest = line.partition(":")
                if key in ("Pss", "Rss"):
                    amount = int(rest.split()[0])
                    pss, rss = (pss + amount, rss) if key == "Pss" else (pss, rss + amount)
        return pss, rss

    def usage(self) -> Usage:
        """Return what all its threads have used since they began."""
        ticks = os.sysconf("SC_CLK_TCK")
        wakeups: dict[int, int] = {}
        cpu: dict[int, float] = {}
        for pid in self._tree():
            for task in Path(f"/proc/{pid}/task").iterdir():
                status = (task / "status").read_text("ascii")
                number = int(task.name)
                wakeups[number] = int(status.split("\nvoluntary_ctxt_switches:")[1].split()[0])
                fields = (task / "stat").read_text("ascii").rpartition(")")[2].split()
                cpu[number] = (int(fields[11]) + int(fields[12])) / ticks
        return Usage(wakeups, cpu)

    def _tree(self) -> list[int]:
        found, queue = [], [self._child.pid]
        while queue:
            pid = queue.pop()
            found.append(pid)
            for task in Path(f"/proc/{pid}/task").iterdir():
                queue += map(int, (task / "children").read_text("ascii").split())
        return found


def machine() -> dict[str, Any]:
    """Return what every result carries: versions, processor and load."""
    import platform

    from PySide6 import __version__ as pyside

    cpu = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        if line.startswith("model name")
    ]
    return {
        "python": platform.python_version(),
        "pyside": pyside,
        "cpu": f"{len(cpu)} x {cpu[0] if cpu else platform.machine()}",
        "load": [round(value, 2) for value in os.getloadavg()],
    }


def keep(file: Path, results: dict[str, Any]) -> None:
    """Write the results as JSON."""
    file.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", "utf-8")
