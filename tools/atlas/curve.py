"""Smooth closed curves in a plane, and the signed distance to them."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_PER_SPAN: Final = 12
_CHUNK: Final = 20_000


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
    result = np.empty(len(points))
    for first in range(0, len(points), _CHUNK):
        chunk = slice(first, first + _CHUNK)
        result[chunk] = _distances(ring, points[chunk])
    return result


def _distances(ring: Floats, points: Floats) -> Floats:
    start, line = ring, np.roll(ring, -1, axis=0) - ring
    offset = points[:, None, :] - start[None]
    length = np.maximum((line**2).sum(axis=1), 1e-18)
    share = np.clip((offset * line).sum(axis=2) / length, 0, 1)
    distance = np.linalg.norm(offset - share[..., None] * line, axis=2).min(axis=1)
    end = start + line
    crosses = (start[:, 1] > points[:, 1:2]) != (end[:, 1] > points[:, 1:2])
    rise = np.where(np.abs(line[:, 1]) < 1e-12, 1e-12, line[:, 1])
    at = start[:, 0] + (points[:, 1:2] - start[:, 1]) * line[:, 0] / rise
    inside = (crosses & (points[:, :1] < at)).sum(axis=1) % 2 == 1
    return np.where(inside, distance, -distance)
