"""From the pointer's event to the changed pixel in the frame buffer, seen from outside.

Points that answer are found first on a grid of the map: what is hovered gets an outline, and for
each point the nearest box is found that it changes; what is clicked is filled, and the box up-left
of the pointer is watched, because Xvfb draws the pointer into the picture. Then each is hovered
and clicked; a missed event counts as MISSED.
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
        pointed = _changes(screen, area, _hover(screen, point))
        hover = changed_box(pointed, _inside(point, area))
        if hover is None:
            continue
        spot = Spot(point, (hover[0] + area[0], hover[1] + area[1]), _up_left(point))
        filled = _box(_changes(screen, area, screen.pointer.click), _inside(spot.click, area))
        words = _box(pointed, _inside(spot.click, area)).all() and not filled.all()
        screen.pointer.move(*away)
        time.sleep(SETTLE)
        again = _box(_changes(screen, area, _hover(screen, point)), hover)
        if np.count_nonzero(filled) > WITHIN * BOX * BOX and again.any() and not words:
            found.append(spot)  # seen with the region empty and filled: its words differ
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


def _changes(screen: Screen, area: Area, act: Callable[[], None]) -> NDArray[np.bool_]:
    """Do `act`; return which pixels (height, width) of the map it has changed."""
    left, top, wide, high = area
    seen = screen.pixels[top : top + high, left : left + wide]
    before = seen.copy()
    act()
    time.sleep(SETTLE)
    changed: NDArray[np.bool_] = seen != before
    return changed


def changed_box(changed: NDArray[np.bool_], pointer: Place) -> Place | None:
    """The box nearest to the pointer in which something has changed, or None.

    `changed` has the shape (height, width) of the map; boxes and pointer are (x, y) in it.
    """
    rows, columns = changed.shape[0] // BOX, changed.shape[1] // BOX
    boxes = changed[: rows * BOX, : columns * BOX].reshape(rows, BOX, columns, BOX)
    tops, lefts = np.nonzero(boxes.any(axis=(1, 3)))
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


def _inside(place: Place, area: Area) -> Place:
    return place[0] - area[0], place[1] - area[1]


def _up_left(point: Place) -> Place:
    return point[0] - 2 * BOX, point[1] - 2 * BOX


def _box(pixels: NDArray[Any], place: Place) -> NDArray[Any]:
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
