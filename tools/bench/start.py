"""Process start to the painted map, and memory then, beside a bare window.

Every round starts the limit twice and the program once, in shuffled order; the first round is
thrown away. Inside: the process's own word. Outside: the last big change of the frame buffer.
"""

import time
from random import Random
from statistics import median
from typing import Any

import numpy as np

from tools.bench.figures import percentile, ratio, void
from tools.bench.process import BARE, PROGRAM, Measured
from tools.bench.screen import Pixels, Screen

VARIANTS = {"bare A": BARE, "bare B": BARE, "program": PROGRAM}
SETTLE = 0.3  # seconds after the paint until memory is read
BIG = 0.02  # share of the sampled pixels that makes a change of the picture big
ABSENT = ("numpy", "pyqtgraph", "asyncio", "yaml")
GOAL_TIME, GOAL_MEMORY = 1.35, 1.3

Sample = dict[str, list[float]]


class Watch:
    """Notices when the picture changes: looks at every 16th pixel of every 8th row."""

    def __init__(self, pixels: Pixels) -> None:
        self._pixels = pixels[::8, ::16]
        self._last = self._pixels.copy()
        self.changed_ns = 0

    def look(self) -> None:
        """Compare with the last look."""
        now = self._pixels.copy()
        if np.count_nonzero(now != self._last) > BIG * now.size:
            self.changed_ns = time.monotonic_ns()
            self._last = now


def once(arguments: list[str], screen: Screen) -> dict[str, Any]:
    """Start once; return ms inside and outside, KiB of PSS and RSS, and the early modules."""
    watch = Watch(screen.pixels)
    with Measured(arguments, screen.name) as process:
        painted = process.painted(watch.look)
        until = time.monotonic() + SETTLE
        while time.monotonic() < until:
            watch.look()
            time.sleep(0.002)
        pss, rss = process.memory()
    return {
        "inside": (painted.paint_ns - process.start_ns) / 1e6,
        "outside": (watch.changed_ns - process.start_ns) / 1e6,
        "pss": float(pss),
        "rss": float(rss),
        "early": [name for name in ABSENT if name in painted.modules],
    }


def measure(rounds: int, seed: int) -> dict[str, Any]:
    """Run all rounds; return every sample by variant and figure."""
    chance = Random(seed)
    samples: dict[str, Sample] = {
        name: {figure: [] for figure in ("inside", "outside", "pss", "rss")} for name in VARIANTS
    }
    early: set[str] = set()
    with Screen() as screen:
        for turn in range(rounds + 1):
            order = list(VARIANTS)
            chance.shuffle(order)
            for name in order:
                result = once(VARIANTS[name], screen)
                if name == "program":
                    early |= set(result["early"])
                for figure in samples[name] if turn else ():
                    samples[name][figure].append(result[figure])
    return {"samples": samples, "early": sorted(early)}


def report(result: dict[str, Any], seed: int) -> bool:
    """Print the figures beside their goals; return False when a goal is missed."""
    samples: dict[str, Sample] = result["samples"]
    limit, program = samples["bare A"], samples["program"]
    for figure, unit in (("inside", "ms"), ("outside", "ms"), ("pss", "KiB"), ("rss", "KiB")):
        print(f"{figure} ({unit})")
        for name, sample in samples.items():
            values = sample[figure]
            print(f"  {name:<8} {median(values):10.1f}   {min(values):.1f}..{max(values):.1f}")
        again = ratio(samples["bare B"][figure], limit[figure], seed)
        print(f"  program / bare  {ratio(program[figure], limit[figure], seed)}")
        print(f"  bare B / bare A {again}{'   VOID: not quiet enough' if void(again) else ''}")
    agree = median(program["outside"]) / median(program["inside"])
    print(f"outside / inside of the program: {agree:.2f} (must be within 0.80..1.20)")
    time_ratio = ratio(program["inside"], limit["inside"], seed).middle
    memory_ratio = ratio(program["pss"], limit["pss"], seed).middle
    print(f"start  {time_ratio:.2f}x   goal <= {GOAL_TIME}x")
    print(f"memory {memory_ratio:.2f}x   goal <= {GOAL_MEMORY}x (PSS at first paint)")
    print(f"loaded before the first paint: {', '.join(result['early']) or 'none'} of {ABSENT}")
    slowest = percentile(program["inside"], 0.9)
    print(f"nine of ten starts within {slowest:.0f} ms")
    return time_ratio <= GOAL_TIME and memory_ratio <= GOAL_MEMORY and not result["early"]
