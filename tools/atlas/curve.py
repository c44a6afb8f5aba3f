"""Smooth closed curves in a plane, and the signed distance to them."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

Floats = NDArray[np.float64]

_PER_SPAN: Final = 12
_BEAD: Final = 0.01  # dm between the beads by which the nearest segment is found


def smooth_ring(points: Floats, corners: NDArray[np.bool_]) -> Floats:
    """Return a closed Catmull-Rom curve (M, 2) through points (N, 2); corners stay sharp."""
    pieces = []
    count = len(points)
    for k in range(count):
        here, there = points[k], points[(k + 1) % count]
        before = here if corners[k] else points[k - 1]
        after = there if corners[(k + 1) % count] else points[(k + 2) % count]
        pieces.append(_span(before, here, there, after))
    return np.concatenate(pieces)


def _span(before: Floats, here: Floats, there: Floats, after: Floats) -> Floats:
    """Return points from ``here`` up to, not including, ``there``."""
    reach = np.linalg.norm(there - here)
    start, end = _tangent(before, there, reach), _tangent(here, after, reach)
    t = np.linspace(0, 1, _PER_SPAN, endpoint=False)[:, None]
    return (
        (2 * t**3 - 3 * t**2 + 1) * here
        + (t**3 - 2 * t**2 + t) * start
        + (3 * t**2 - 2 * t**3) * there
        + (t**3 - t**2) * end
    )


def _tangent(one: Floats, other: Floats, reach: np.floating) -> Floats:
    direction = other - one
    return direction / max(float(np.linalg.norm(direction)), 1e-9) * reach


def along(line: Floats, shares: Floats) -> Floats:
    """Return the points (N, 2) of a polyline (M, 2) at shares 0..1 of its length."""
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
    places = np.concatenate([[0.0], np.cumsum(steps)]) / max(steps.sum(), 1e-9)
    return np.stack([np.interp(shares, places, line[:, k]) for k in (0, 1)], axis=1)


def signed_distance(ring: Floats, points: Floats) -> Floats:
    """Return the distance (N,) of points (N, 2) to a ring (M, 2), positive inside."""
    return np.where(_within(ring, points), 1.0, -1.0) * _distance(ring, points)


def _distance(ring: Floats, points: Floats) -> Floats:
    """Return distances to the segment whose beads lie nearest, and to the two beside it."""
    lines = np.roll(ring, -1, axis=0) - ring
    counts = np.ceil(np.linalg.norm(lines, axis=1) / _BEAD).astype(int) + 1
    owner = np.repeat(np.arange(len(ring)), counts)
    share = (np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)) / counts[owner]
    beads = ring[owner] + lines[owner] * share[:, None]
    near = owner[KDTree(beads).query(points)[1]]
    result = np.full(len(points), np.inf)
    for step in (-1, 0, 1):
        segment = (near + step) % len(ring)
        offset, line = points - ring[segment], lines[segment]
        length = np.maximum((line**2).sum(axis=1), 1e-18)
        along_it = np.clip((offset * line).sum(axis=1) / length, 0, 1)
        result = np.minimum(result, np.linalg.norm(offset - along_it[:, None] * line, axis=1))
    return result


def _within(ring: Floats, points: Floats) -> NDArray[np.bool_]:
    """Return which points lie inside: those to whose right the ring passes an odd count."""
    order = np.argsort(points[:, 1])
    x, y = points[order].T
    inside = np.zeros(len(points), dtype=bool)
    for start, end in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        low, high = (start, end) if start[1] < end[1] else (end, start)
        if low[1] == high[1]:
            continue
        rows = slice(*np.searchsorted(y, (low[1], high[1])))
        crossing = low[0] + (y[rows] - low[1]) * (high[0] - low[0]) / (high[1] - low[1])
        inside[rows] ^= x[rows] < crossing
    result = np.empty_like(inside)
    result[order] = inside
    return result
