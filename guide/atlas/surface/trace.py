"""From grids of numbers to vectors: outlines without stairs, places for names, fibre lines."""

from itertools import pairwise
from typing import Final

import contourpy
import numpy as np
from numpy.typing import NDArray

from guide.atlas.shapes import Line

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]

_EIGHTHS: Final = 8  # of a pixel, as `guide.atlas.shapes.Line` counts
_SOFT_PASSES: Final = 3  # of (1 2 1) / 4 over a mask, so that its outline has no stairs
_SMALLEST: Final = 24.0  # square pixels of a ring that is kept
_HALVINGS: Final = 5  # of the number of points, at most


def to_line(points: NDArray[np.floating]) -> Line:
    """Return points (N, 2) of a picture as a line."""
    eighths = np.clip(np.round(np.asarray(points) * _EIGHTHS), 0, 65535)
    return eighths.astype("<u2").tobytes()


def simpler(points: Floats, rough: float, closed: bool) -> Floats:
    """Return the points (N, 2) of a line without those it can spare.

    Every other point is left out where that moves the line by less than ``rough`` pixels,
    several times over: far quicker than the best choice, and nearly as short.
    """
    for _ in range(_HALVINGS):
        if len(points) < 8:
            break
        before, after = np.roll(points, 1, axis=0), np.roll(points, -1, axis=0)
        chord = after - before
        offset = points - before
        length = np.maximum(np.hypot(chord[:, 0], chord[:, 1]), 1e-9)
        away = np.abs(chord[:, 0] * offset[:, 1] - chord[:, 1] * offset[:, 0]) / length
        spare = away < rough / 2
        spare[::2] = False
        if not closed:
            spare[[0, -1]] = False
        elif len(points) % 2:
            spare[-1] = False
        if not spare.any():
            break
        points = points[~spare]
    return points


def area(ring: Floats) -> float:
    """Return the area of a ring (N, 2) in square pixels."""
    x, y = ring[:, 0], ring[:, 1]
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def field_rings(
    grid: NDArray[np.floating], left: int, top: int, smallest: float, rough: float
) -> list[Floats]:
    """Return the rings (N, 2) where a grid of pixels crosses zero; (left, top) is its corner."""
    shift = np.array([left + 0.5, top + 0.5])
    rings = []
    for line in contourpy.contour_generator(z=grid).lines(0.0):
        ring = np.asarray(line)[:-1]
        if len(ring) >= 3 and area(ring) >= smallest:
            rings.append(simpler(ring, rough, closed=True) + shift)
    return rings


def mask_rings(mask: NDArray[np.bool_], left: int, top: int, rough: float) -> list[Floats]:
    """Return the smooth outline of a mask whose first pixel is (left, top) in the picture."""
    pad = _SOFT_PASSES + 1
    soft = np.pad(mask, pad).astype(np.float32)
    for _ in range(_SOFT_PASSES):
        soft[1:-1] = (soft[:-2] + 2 * soft[1:-1] + soft[2:]) / 4
        soft[:, 1:-1] = (soft[:, :-2] + 2 * soft[:, 1:-1] + soft[:, 2:]) / 4
    return field_rings(soft - 0.5, left - pad, top - pad, _SMALLEST, rough)


def fibre_lines(
    share: Floats, count: int, left: int, top: int, shortest: float, rough: float
) -> list[Floats]:
    """Return ``count`` lines (N, 2) along a grid of shares 0..1 across the fibres, nan outside."""
    levels = [(k + 0.5) / count for k in range(count)]
    found = contourpy.contour_generator(z=np.ma.masked_invalid(share), corner_mask=True)
    lines, shift = [], np.array([left + 0.5, top + 0.5])
    for level in levels:
        for line in found.lines(level):
            points = np.asarray(line)
            steps = np.diff(points, axis=0)
            if np.hypot(steps[:, 0], steps[:, 1]).sum() >= shortest:
                lines.append(simpler(points, rough, closed=False) + shift)
    return lines


def depths(numbers: Bytes) -> NDArray[np.uint16]:
    """Return how many steps each cell (rows, columns) lies inside its own number; 0 outside."""
    alive = np.zeros((numbers.shape[0] + 2, numbers.shape[1] + 2), dtype=bool)
    padded = np.pad(numbers, 1)
    alive[1:-1, 1:-1] = numbers > 0
    result = np.zeros(alive.shape, dtype=np.uint16)
    same = [
        np.roll(padded, step, axis) == padded for axis, step in ((0, 1), (0, -1), (1, 1), (1, -1))
    ]
    inner = np.logical_and.reduce(same)
    while alive.any():
        result += alive
        kept = alive & inner
        for axis, step in ((0, 1), (0, -1), (1, 1), (1, -1)):
            kept &= np.roll(alive, step, axis)
        alive = kept
    return result[1:-1, 1:-1]


def groups(numbers: Bytes) -> dict[int, NDArray[np.int64]]:
    """Return the indices of each number but 0 in a flat array."""
    order = np.argsort(numbers, kind="stable")
    ends = np.searchsorted(numbers[order], np.arange(257))
    return {
        number: order[first:last]
        for number, (first, last) in enumerate(pairwise(ends.tolist()))
        if number and last > first
    }
