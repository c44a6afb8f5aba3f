"""A desk of its own for a journey: a virtual screen, a private message bus, and the program on it.

Nothing of the machine's real screen, bus or home is touched; every process is ended by its id.
"""

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtGui import QImage

from tools.bench.screen import Screen

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1440, 900
PATIENCE = 600.0  # seconds for a window to open: the first start of a clone sets everything up
LEAVING = 10.0  # seconds for a program to end


class Desk:
    """The screen, the bus, the person's folder, and the programs that were started."""

    def __init__(self, tree: Path) -> None:
        """`tree` is the clone whose `dev.py run` is the program."""
        self._tree = tree
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        """Set the desk up."""
        self._folder = tempfile.TemporaryDirectory(prefix="unknot-desk-")
        self.home = Path(self._folder.name) / "home"
        runtime = Path(self._folder.name) / "runtime"
        runtime.mkdir(mode=0o700)
        self.log = (Path(self._folder.name) / "said.txt").open("w+b")
        self._screen = Screen(WIDTH, HEIGHT)
        self._screen.__enter__()
        self.environment = {
            **os.environ,
            "DISPLAY": self._screen.name,
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            # Each look of ours would be logged: it asks for something that Qt never had.
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
            "UNKNOT_HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
        }
        for name in ("WAYLAND_DISPLAY", "PYTHONPATH", "AT_SPI_BUS_ADDRESS"):
            self.environment.pop(name, None)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End what is still running, the last first."""
        for process in reversed(self._running):
            self.end(process)
        self._screen.__exit__(kind, error, trace)
        self.log.close()
        self._folder.cleanup()

    def _start_bus(self) -> str:
        read, write = os.pipe()
        options = ["--session", "--nofork", "--nopidfile", f"--print-address={write}"]
        self._running.append(
            subprocess.Popen(
                ["dbus-daemon", *options], env=self.environment, pass_fds=[write], stderr=self.log
            )
        )
        os.close(write)
        with os.fdopen(read) as answer:
            return answer.readline().strip()

    def start(self) -> subprocess.Popen[bytes]:
        """Begin `python3 dev.py run`, the README's first command."""
        process = subprocess.Popen(
            ["python3", "dev.py", "run"],
            cwd=self._tree,
            env=self.environment,
            stdout=self.log,
            stderr=self.log,
        )
        self._running.append(process)
        return process

    def cover(self) -> subprocess.Popen[bytes]:
        """Put the window of another program over everything."""
        process = subprocess.Popen(
            [sys.executable, "-m", "tools.bench.bare"],
            cwd=ROOT,
            env={**self.environment, "UNKNOT_BENCH_OUT": os.devnull},
            stderr=self.log,
        )
        self._running.append(process)
        return process

    def end(self, process: "subprocess.Popen[bytes]") -> None:
        """End a program, if it still runs."""
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(LEAVING)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def window(self, process: "subprocess.Popen[bytes]") -> str:
        """Wait for the window of `process`; give it the keyboard, as a window manager would."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and process.poll() is None:
            asked = ["search", "--onlyvisible", "--pid", str(process.pid)]
            found = self.xdotool(*asked, check=False).split()
            if found:
                self.xdotool("windowfocus", found[-1])
                return found[-1]
            time.sleep(0.2)
        raise SystemExit(f"journeys: no window opened; the program said:\n{self.said()}")

    def close(self, process: "subprocess.Popen[bytes]", window: str) -> int:
        """Press the window's close button, as far as the program can tell; return its exit code."""
        ask_to_close(self._screen.name, int(window))
        return process.wait(LEAVING)

    def xdotool(self, *arguments: str, check: bool = True) -> str:
        """Run xdotool on this desk."""
        return subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=check,
        ).stdout

    def picture(self) -> QImage:
        """What the screen shows now."""
        pixels = self._screen.pixels.copy()
        format_ = QImage.Format.Format_RGB32
        return QImage(pixels.tobytes(), WIDTH, HEIGHT, WIDTH * 4, format_).copy()

    def said(self) -> str:
        """What the programs wrote to their terminal so far."""
        self.log.flush()
        return Path(self.log.name).read_text("utf-8", "replace")


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent, padded to the size of XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 24),
    )


def ask_to_close(display: str, window: int) -> None:
    """Send WM_DELETE_WINDOW to `window`: what a window manager does for its close button."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    opened = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    protocols, delete = (
        x11.XInternAtom(opened, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
    )
    message = _ClientMessage(type=33, window=window, message_type=protocols, format=32)
    message.data[0] = delete
    x11.XSendEvent(opened, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
    x11.XCloseDisplay(opened)
