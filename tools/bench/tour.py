"""Memory over a full tour of every page, beside the bare window's at its first paint.

PSS counts a page that others use too only in part: beside other programs with the same libraries
the bare window, which is little else, shrinks most. RSS, which counts all pages, tells that.
"""

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
    """Return the bare window's (PSS, RSS), the tour's highest PSS and last (PSS, RSS), in KiB."""
    with Screen() as screen, TemporaryDirectory(prefix="unknot-tour-") as folder:
        with Measured(BARE, screen.name) as bare:
            bare.painted()
            time.sleep(SETTLE)
            limit = bare.memory()
        readings = []
        with Measured([*PROGRAM, "--tour", folder], screen.name) as program:
            until = time.monotonic() + LONGEST
            while not program.ended and time.monotonic() < until:
                try:
                    readings.append(program.memory())
                except (FileNotFoundError, ProcessLookupError):
                    break  # it has just ended
                time.sleep(EVERY)
        pictures = len(list(Path(folder).rglob("*.png")))
    readings = [reading for reading in readings if reading[0]]
    highest = max(reading[0] for reading in readings)
    return {"bare": limit, "highest": highest, "last": readings[-1], "pictures": pictures}


def report(result: dict[str, Any]) -> bool:
    """Print the figures beside the goal; return False when it is missed or nothing was seen."""
    (pss, rss), last = result["bare"], result["last"]
    print(f"bare window {pss} KiB of PSS; the tour made {result['pictures']} pictures")
    print(
        f"after the tour {last[0] / pss:.2f}x   goal <= {GOAL}x   (highest on the way"
        f" {result['highest'] / pss:.2f}x; in RSS {last[1] / rss:.2f}x of {rss} KiB)"
    )
    return bool(last[0] <= GOAL * pss and result["pictures"] > 0)
