"""How late a hold ends, idle, beside busy loops and stalls; and what it takes of a processor."""

import json
import os
import subprocess
import sys
import time
from typing import Any

from tools.bench.process import ROOT, Measured
from tools.bench.screen import Screen

STALL, EVERY = 0.35, 5.1  # seconds; no stall falls on the end of a 60 s hold after 5 s
CONDITIONS = {"idle": 20.0, "load": 50.0, "stalls": 50.0}  # latest allowed, in ms
WINDOW = str(ROOT / "tools" / "bench" / "hold_window.py")
MOTIONS = ("full", "reduced")
WATCHED = 20.0  # seconds of the hold
GOAL_SHARE = 0.5  # per cent of a processor
BUSY = [sys.executable, "-c", "while True: pass"]


def measure(seconds: float, repeats: int) -> dict[str, Any]:
    """Return, by condition, the lateness in ms of every hold; and the shares of a processor."""
    late = {name: [once(name, seconds) for _turn in range(repeats)] for name in CONDITIONS}
    return {**late, "share": {motion: share(motion) for motion in MOTIONS}}


def share(motion: str) -> float:
    """Return what the window takes of a processor in a hold, in per cent; nobody touches it."""
    with Screen() as screen, Measured([WINDOW, motion], screen.name) as process:
        screen.pointer.move(2, 2)
        process.line(1)
        time.sleep(1.0)
        before, begun = process.usage(), time.monotonic()
        time.sleep(WATCHED)
        return 100 * process.usage().since(before).cpu / (time.monotonic() - begun)


def once(condition: str, seconds: float) -> dict[str, float | None]:
    """Hold once under a condition."""
    count = 2 * (os.cpu_count() or 1) if condition == "load" else 0
    loops = [subprocess.Popen(BUSY) for _loop in range(count)]
    stall = STALL if condition == "stalls" else 0.0
    try:
        answer = subprocess.run(
            [sys.executable, "-m", "tools.bench.hold_child", str(seconds), str(stall), str(EVERY)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()
    result: dict[str, float | None] = json.loads(answer)
    return result


def report(result: dict[str, Any]) -> bool:
    """Print the figures beside the limits; return False when one is passed or an end was early."""
    good = True
    for condition, latest in CONDITIONS.items():
        for what in ("seen", "heard", "sleep"):
            values = [hold[what] for hold in result[condition] if hold[what] is not None]
            if len(values) < len(result[condition]):
                print(f"{condition:<7} {what:<6} missing in {len(result[condition]) - len(values)}")
                good = False
                continue
            shown = ", ".join(f"{value:+.1f}" for value in values)
            limit = "the limit: a plain sleep" if what == "sleep" else f"goal 0..{latest:.0f}"
            print(f"{condition:<7} {what:<6} {shown} ms   {limit}")
            if what != "sleep":
                good = good and all(0.0 <= value <= latest for value in values)
    for motion, taken in result["share"].items():
        print(
            f"a hold with {motion} motion takes {taken:.2f} % of a processor  goal <= {GOAL_SHARE}"
        )
        good = good and taken <= GOAL_SHARE
    return good
