"""The knot of hair of a figure that wears one: a small ball of its own on the head.

Its vertices belong to the shared topology. Figures without a knot keep them folded into
one point inside the skull, where nothing is drawn. Canonically they lie on the scalp
under the knot, so that a click on the knot is a click on the scalp.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.mesh import split
from guide.atlas.surface.paint import KNOT, KNOT_AXIS

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CENTRE: Final = KNOT
AXIS: Final = KNOT_AXIS
RADIUS: Final = 0.34
FLATNESS: Final = 0.78
SINK: Final = 0.20
_CELLS: Final = 22


@dataclass(frozen=True)
class Ball:
    """A unit ball of quads, from six grids; symmetric about x = 0."""

    points: Floats  # (K, 3)
    triangles: Ints
    mirror: Ints  # (K,)


@cache
def ball() -> Ball:
    """Return the unit ball."""
    line = np.tan(np.linspace(-1, 1, _CELLS + 1) * np.pi / 4)
    index: dict[tuple[float, float, float], int] = {}
    quads: list[list[int]] = []

    def vertex(axis: int, sign: float, u: float, v: float) -> int:
        spot = [u, v]
        spot.insert(axis, sign)
        key = (round(spot[0], 9) + 0.0, round(spot[1], 9) + 0.0, round(spot[2], 9) + 0.0)
        return index.setdefault(key, len(index))

    for axis in range(3):
        for sign in (-1.0, 1.0):
            for i in range(_CELLS):
                for j in range(_CELLS):
                    corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]
                    quad = [vertex(axis, sign, line[a], line[b]) for a, b in corners]
                    outward = (sign > 0) != (axis == 1)
                    quads.append(quad if outward else quad[::-1])
    cube = np.array(list(index))
    mirror = [index[(-x + 0.0, y, z)] for x, y, z in index]
    points = cube / np.linalg.norm(cube, axis=1, keepdims=True)
    return Ball(points, split(np.array(quads)), np.array(mirror))


def knot(points: Floats) -> Floats:
    """Return offsets (K, 3) of the knot from the scalp point under it, head upright."""
    along = (points @ AXIS)[:, None] * AXIS
    flat = (points - along) + FLATNESS * along
    return RADIUS * flat + AXIS * (RADIUS * FLATNESS - SINK + 0.05)
