"""From the pointer's event to the changed pixel in the frame buffer, seen from outside.

Points that answer are found first on a grid of the map; then each is hovered and clicked; a missed
event counts as MISSED. A small box up-left of the pointer is watched, because Xvfb draws the
pointer into the picture.
"""

import time
from collections.abc import Callable
from random import Random
from statistics import median
from typing import Any

import numpy as np

from tools.bench.figures import percentile
from tools.bench.process import BARE, PROGRAM, Measured
from tools.bench.screen import Pixels, Screen

BOX = 8  # pixels; the watched box ends as far from the pointer
GRID = (24, 18)  # columns, rows of points that are tried
INSET = 0.2  # share of the map's width at each side: the figure is in the middle, buttons are not
POINTS = 24
WITHIN = 0.5  # share of a box that a click must change
SETTLE = 0.08  # seconds between two events
MISSED = 0.25  # seconds after which an event counts as missed
GOAL = 16.7  # milliseconds, p99

Place = tuple[int, int]


def measure(events: int, seed: int) -> dict[str, Any]:
    """Return milliseconds of hovers and clicks, and the misses, of bare window and program."""
    results = {}
    with Screen() as screen:
        for name, arguments in (("bare", BARE), ("program", PROGRAM)):
            with Measured(arguments, screen.name) as process:
                area = process.painted().map
                time.sleep(1.0)
                results[name] = _events(screen, area, events, Random(seed))
    return results


def _events(
    screen: Screen, area: tuple[int, int, int, int], events: int, chance: Random
) -> dict[str, Any]:
    away = (area[0] + 2, area[1] + 2)
    places = answering(screen, area, away, chance)
    times: dict[str, list[float]] = {"hover": [], "click": []}
    missed = {"hover": 0, "click": 0}
    for turn in range(events + 1 if places else 0):
        place = places[turn % len(places)]
        screen.pointer.move(*away)
        time.sleep(SETTLE)
        for kind, act in (("hover", _hover(screen, place)), ("click", screen.pointer.click)):
            took = until_changed(_box(screen.pixels, place), act)
            time.sleep(SETTLE)
            if turn:  # the first is a warm-up
                missed[kind] += took is None
                times[kind].append(MISSED * 1000 if took is None else took)
    return {"points": len(places), "times": times, "missed": missed}


def answering(
    screen: Screen, area: tuple[int, int, int, int], away: Place, chance: Random
) -> list[Place]:
    """Return up to POINTS places of the map that light up, and whose box lies in their region.

    A box that only the outline of a region crosses would not answer every click.
    """
    columns, rows = GRID
    left, wide = area[0] + int(INSET * area[2]), int((1 - 2 * INSET) * area[2])
    grid = [
        (
            left + (2 * x + 1) * wide // (2 * columns),
            area[1] + (2 * y + 1) * area[3] // (2 * rows),
        )
        for x in range(columns)
        for y in range(rows)
    ]
    chance.shuffle(grid)
    found: list[Place] = []
    for place in grid:
        screen.pointer.move(*away)
        time.sleep(SETTLE)
        if until_changed(_box(screen.pixels, place), _hover(screen, place), SETTLE) is None:
            continue
        time.sleep(SETTLE)
        box = _box(screen.pixels, place)
        before = box.copy()
        screen.pointer.click()
        time.sleep(2 * SETTLE)
        if np.count_nonzero(box != before) > WITHIN * box.size:
            found.append(place)
        if len(found) == POINTS:
            break
    return found


def until_changed(box: Pixels, act: Callable[[], None], most: float = MISSED) -> float | None:
    """Do `act`; return the milliseconds until a pixel of `box` changes, None after `most` s."""
    before = box.copy()
    start = time.perf_counter()
    act()
    while (now := time.perf_counter()) - start < most:
        if np.any(box != before):
            return (now - start) * 1000
        time.sleep(0.0002)
    return None


def _hover(screen: Screen, place: Place) -> Callable[[], None]:
    return lambda: screen.pointer.move(*place)


def _box(pixels: Pixels, place: Place) -> Pixels:
    x, y = place
    return pixels[max(0, y - 2 * BOX) : max(1, y - BOX), max(0, x - 2 * BOX) : max(1, x - BOX)]


def report(result: dict[str, Any]) -> bool:
    """Print the figures beside the goal; return False when it is missed."""
    good = True
    for name, kinds in result.items():
        for kind, times in kinds["times"].items():
            missed = kinds["missed"][kind]
            if not times:
                print(f"{name:<8} {kind}: nothing answered ({missed} missed)")
                good = good and name == "bare"
                continue
            p50, p99 = median(times), percentile(times, 0.99)
            print(
                f"{name:<8} {kind}: p50 {p50:.1f} ms, p99 {p99:.1f} ms   goal p99 <= {GOAL}"
                f"   ({len(times)} events at {kinds['points']} points, {missed} missed)"
            )
            good = good and (name == "bare" or p99 <= GOAL)
    return good
