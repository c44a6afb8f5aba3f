"""A virtual screen of our own: its pixels are read from shared memory, its pointer moved by XTest.

Needs Xvfb and the libraries libX11 and libXtst; nothing of the machine's real screen is touched.
"""

import ctypes
import mmap
import os
import struct
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 1500, 900
LEFT_BUTTON = 1

Pixels = NDArray[np.uint32]


class Screen:
    """An Xvfb with its frame buffer as an array (height, width) of 0x00RRGGBB words."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self._width, self._height = width, height

    def __enter__(self) -> Self:
        """Start it."""
        self._folder = tempfile.TemporaryDirectory(prefix="unknot-bench-")
        read, write = os.pipe()
        size = f"{self._width}x{self._height}x24"
        options = ["-screen", "0", size, "-fbdir", self._folder.name, "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), *options, "-noreset"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = f":{answer.readline().strip()}"
        self.pixels = _frame_buffer(
            Path(self._folder.name) / "Xvfb_screen0", self._width, self._height
        )
        self.pointer = Pointer(self.name)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        self.pointer.close()
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()


def _frame_buffer(file: Path, width: int, height: int) -> Pixels:
    """Map an XWD file: a header whose first word is its length, colours, then the pixels."""
    with file.open("rb") as opened:
        memory = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    header, colours = (
        struct.unpack_from(">I", memory, 0)[0],
        struct.unpack_from(">I", memory, 76)[0],
    )
    start = header + 12 * colours
    flat = np.frombuffer(memory, np.uint32, count=width * height, offset=start)
    return flat.reshape(height, width)


class Pointer:
    """Moves and presses the pointer of a display, from outside the program that is measured."""

    def __init__(self, display: str) -> None:
        self._x11: Any = ctypes.CDLL("libX11.so.6")
        self._test: Any = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        opened = self._x11.XOpenDisplay(display.encode())
        if not opened:
            raise SystemExit(f"bench: the display {display} cannot be opened")
        self._display = ctypes.c_void_p(opened)

    def move(self, x: int, y: int) -> None:
        """Put the pointer at a pixel of the screen."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        self._x11.XFlush(self._display)

    def click(self) -> None:
        """Press and release the left button."""
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._display, LEFT_BUTTON, down, ctypes.c_ulong(0))
        self._x11.XFlush(self._display)

    def close(self) -> None:
        """Close the connection."""
        self._x11.XCloseDisplay(self._display)
