"""Memory over a full tour of every page, beside the bare window's at its first paint."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools.bench.process import BARE, PROGRAM, Measured
from tools.bench.screen import Screen
from tools.bench.start import SETTLE

EVERY = 0.05  # seconds between two readings
LONGEST = 600.0  # seconds
GOAL = 4.0


def measure() -> dict[str, Any]:
    """Return the bare window's PSS, and the highest and the last PSS of the tour, in KiB."""
    with Screen() as screen, TemporaryDirectory(prefix="unknot-tour-") as folder:
        with Measured(BARE, screen.name) as bare:
            bare.painted()
            time.sleep(SETTLE)
            limit = bare.memory()[0]
        readings = []
        with Measured([*PROGRAM, "--tour", folder], screen.name) as program:
            until = time.monotonic() + LONGEST
            while not program.ended and time.monotonic() < until:
                try:
                    readings.append(program.memory()[0])
                except (FileNotFoundError, ProcessLookupError):
                    break  # it has just ended
                time.sleep(EVERY)
        pictures = len(list(Path(folder).rglob("*.png")))
    readings = [reading for reading in readings if reading]
    return {"bare": limit, "highest": max(readings), "last": readings[-1], "pictures": pictures}


def report(result: dict[str, Any]) -> bool:
    """Print the figures beside the goal; return False when it is missed or nothing was seen."""
    highest, last = (result[key] / result["bare"] for key in ("highest", "last"))
    print(f"bare window {result['bare']} KiB of PSS; the tour made {result['pictures']} pictures")
    print(f"after the tour {last:.2f}x   goal <= {GOAL}x   (highest on the way {highest:.2f}x)")
    return bool(last <= GOAL and result["pictures"] > 0)
