"""Process start to the painted map, and memory then, beside a bare window.

Every round starts the limit twice and the program once, in shuffled order; the first round is
thrown away. Inside: the process's own word. Outside: the last big change of the frame buffer in
the rectangle that the process names as its map. Both watch the same thing, so they must agree: a
splash in the map's place, or a figure that jumps, would show as a late change outside. The header,
the bars and the panel come after the figure; when the whole window last changed is told besides,
without a goal. Memory is judged when all of that has come to rest; at the painted map it is told
besides (decision 6).
"""

import time
from random import Random
from statistics import median
from typing import Any

import numpy as np

from tools.bench.figures import percentile, ratio, void
from tools.bench.process import BARE, PROGRAM, Measured
from tools.bench.screen import HEIGHT, WIDTH, Pixels, Screen

VARIANTS = {"bare A": BARE, "bare B": BARE, "program": PROGRAM}
SETTLE = 0.3  # seconds without any change of the picture until memory is read
LONGEST = 5_000_000_000  # ns after the first paint until a picture that goes on changing is left
BIG = 0.02  # share of the sampled pixels that makes a change of the picture big
ABSENT = ("numpy", "pyqtgraph", "asyncio", "yaml")
GOAL_TIME, GOAL_MEMORY = 1.35, 1.3

Sample = dict[str, list[float]]
Area = tuple[int, int, int, int]
FIGURES = {
    "inside": "ms until the map says that it is painted",
    "outside": "ms until its rectangle on the screen last changed much",
    "window": "ms until the whole window last changed much",
    "first": "KiB of PSS some ms after the first paint",
    "first rss": "KiB of RSS then",
    "pss": "KiB of PSS when nothing has changed any more for 0.3 s",
    "rss": "KiB of RSS then",
}


class Watch:
    """Keeps what the screen showed: every 16th pixel of every 8th row, whenever one changed."""

    def __init__(self, pixels: Pixels) -> None:
        self._pixels = pixels[::8, ::16]
        self._looks = [(time.monotonic_ns(), self._pixels.copy())]

    def look(self) -> None:
        """Compare with the last look."""
        now = self._pixels.copy()
        if np.any(now != self._looks[-1][1]):
            self._looks.append((time.monotonic_ns(), now))

    @property
    def changed_ns(self) -> int:
        """When anything last changed."""
        return self._looks[-1][0]

    def big_change_ns(self, area: Area | None = None) -> int:
        """When much of `area` (x, y, width, height in pixels), or of the screen, last changed."""
        x, y, wide, high = area or (0, 0, 16 * WIDTH, 8 * HEIGHT)
        part = (slice(y // 8, (y + high) // 8), slice(x // 16, (x + wide) // 16))
        changed, base = self._looks[0][0], self._looks[0][1][part]
        for seen, picture in self._looks:
            if np.count_nonzero(picture[part] != base) > BIG * base.size:
                changed, base = seen, picture[part]
        return changed


def once(arguments: list[str], screen: Screen) -> dict[str, Any]:
    """Start once; return ms inside and outside, KiB of PSS and RSS, and the early modules."""
    watch = Watch(screen.pixels)
    with Measured(arguments, screen.name) as process:
        painted = process.painted(watch.look)
        first, first_rss = process.memory()
        longest = time.monotonic_ns() + LONGEST
        while time.monotonic_ns() < min(watch.changed_ns + SETTLE * 1e9, longest):
            watch.look()
            time.sleep(0.002)
        pss, rss = process.memory()
    return {
        "inside": (painted.paint_ns - process.start_ns) / 1e6,
        "outside": (watch.big_change_ns(painted.map) - process.start_ns) / 1e6,
        "window": (watch.big_change_ns() - process.start_ns) / 1e6,
        "first": float(first),
        "first rss": float(first_rss),
        "pss": float(pss),
        "rss": float(rss),
        "early": [name for name in ABSENT if name in painted.modules],
    }


def measure(rounds: int, seed: int) -> dict[str, Any]:
    """Run all rounds; return every sample by variant and figure."""
    chance = Random(seed)
    samples: dict[str, Sample] = {name: {figure: [] for figure in FIGURES} for name in VARIANTS}
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
    for figure, meaning in FIGURES.items():
        print(f"{figure}: {meaning}")
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
    first_ratio = ratio(program["first"], limit["first"], seed).middle
    print(f"start  {time_ratio:.2f}x   goal <= {GOAL_TIME}x")
    print(f"memory {first_ratio:.2f}x at the painted map (told, not judged)")
    print(f"memory {memory_ratio:.2f}x at rest   goal <= {GOAL_MEMORY}x (PSS)")
    print(f"loaded before the first paint: {', '.join(result['early']) or 'none'} of {ABSENT}")
    slowest = percentile(program["inside"], 0.9)
    print(f"nine of ten starts within {slowest:.0f} ms")
    return time_ratio <= GOAL_TIME and memory_ratio <= GOAL_MEMORY and not result["early"]
