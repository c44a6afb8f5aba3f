"""From the pointer's event to the changed pixel in the frame buffer, seen from outside.

Points that answer are found first on a grid of the map, and for each of them where the picture
changes when it is hovered and when it is clicked. Then each is hovered and clicked, and that box
is watched; a missed event counts as MISSED.
"""

import time
from collections.abc import Callable
from random import Random
from statistics import median
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from tools.bench.figures import percentile
from tools.bench.process import BARE, PROGRAM, Measured
from tools.bench.screen import Pixels, Screen

BOX = 8  # pixels: the side of a watched box
POINTER = (8, 28)  # pixels before and after its tip that are its picture: Xvfb draws it too
GRID = (24, 36)  # columns, rows of points that are tried
INSET = 0.2  # share of the map's width at each side: the figure is in the middle, buttons are not
POINTS = 24
WITHIN = 0.5  # share of a box that a click must change: an outline alone would not, every time
SETTLE = 0.08  # seconds between two events
MISSED = 0.25  # seconds after which an event counts as missed
GOAL = 16.7  # milliseconds, p99

Place = tuple[int, int]
Area = tuple[int, int, int, int]  # left, top, width, height on the screen


class Spot(msgspec.Struct, frozen=True):
    """A point that answers, and the boxes (left, top) in which its answers are seen."""

    point: Place
    hover: Place
    click: Place


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


def _events(screen: Screen, area: Area, events: int, chance: Random) -> dict[str, Any]:
    away = (area[0] + 2, area[1] + 2)
    spots = answering(screen, area, away, chance)
    times: dict[str, list[float]] = {"hover": [], "click": []}
    missed = {"hover": 0, "click": 0}
    for turn in range(events + 1 if spots else 0):
        spot = spots[turn % len(spots)]
        screen.pointer.move(*away)
        time.sleep(SETTLE)
        for kind, box, act in (
            ("hover", spot.hover, _hover(screen, spot.point)),
            ("click", spot.click, screen.pointer.click),
        ):
            took = until_changed(_box(screen.pixels, box), act)
            time.sleep(SETTLE)
            if turn:  # the first is a warm-up
                missed[kind] += took is None
                times[kind].append(MISSED * 1000 if took is None else took)
    return {"points": len(spots), "times": times, "missed": missed}


def answering(screen: Screen, area: Area, away: Place, chance: Random) -> list[Spot]:
    """Return up to POINTS points of the map that light up when hovered and clicked."""
    grid = points(area)
    chance.shuffle(grid)
    found: list[Spot] = []
    for point in grid:
        screen.pointer.move(*away)
        time.sleep(SETTLE)
        boxes = [
            _answer(screen, area, point, act, share)
            for act, share in ((_hover(screen, point), 0.0), (screen.pointer.click, WITHIN))
        ]
        if boxes[0] is not None and boxes[1] is not None:
            found.append(Spot(point, boxes[0], boxes[1]))
        if len(found) == POINTS:
            break
    return found


def points(area: Area) -> list[Place]:
    """The grid of points that are tried, in the middle of the map."""
    columns, rows = GRID
    left, wide = area[0] + int(INSET * area[2]), int((1 - 2 * INSET) * area[2])
    return [
        (
            left + (2 * x + 1) * wide // (2 * columns),
            area[1] + (2 * y + 1) * area[3] // (2 * rows),
        )
        for x in range(columns)
        for y in range(rows)
    ]


def _answer(
    screen: Screen, area: Area, point: Place, act: Callable[[], None], share: float
) -> Place | None:
    left, top, wide, high = area
    seen = screen.pixels[top : top + high, left : left + wide]
    before = seen.copy()
    act()
    time.sleep(SETTLE)
    box = changed_box(seen != before, (point[0] - left, point[1] - top), share)
    return None if box is None else (box[0] + left, box[1] + top)


def changed_box(changed: NDArray[np.bool_], pointer: Place, share: float) -> Place | None:
    """The box nearest to the pointer of which more than `share` has changed, or None.

    `changed` has the shape (height, width) of the map; boxes and pointer are (x, y) in it.
    """
    rows, columns = changed.shape[0] // BOX, changed.shape[1] // BOX
    boxes = changed[: rows * BOX, : columns * BOX].reshape(rows, BOX, columns, BOX)
    counts = boxes.sum(axis=(1, 3))
    tops, lefts = np.nonzero(counts > share * BOX * BOX)
    across, down = lefts * BOX - pointer[0], tops * BOX - pointer[1]
    before, after = POINTER
    beside = (across + BOX <= -before) | (across >= after)
    far = beside | (down + BOX <= -before) | (down >= after)
    distance = np.maximum(np.abs(across + BOX // 2), np.abs(down + BOX // 2))
    if not far.any():
        return None
    nearest = int(np.argmin(np.where(far, distance, changed.size)))
    return int(lefts[nearest]) * BOX, int(tops[nearest]) * BOX


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
    return pixels[y : y + BOX, x : x + BOX]


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
