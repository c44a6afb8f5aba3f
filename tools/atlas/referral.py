"""The soft form of every zone: what the patterns of referred pain are made of.

A zone's own edge says where to click; pain has no edge. Each zone is spread over the skin as
warmth would spread, along the surface and never through the air, by a distance that follows
its width. Forms of neighbouring zones add up to the form of both, without a seam.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import splu

from tools.atlas.figure import Topology, topology
from tools.atlas.zones import zone_ids, zones

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_SPREADS: Final = (0.04, 0.06, 0.085, 0.11, 0.135, 0.16)
"""Dm by which zones spread (standard deviation): a zone takes the largest that suits it."""
_SHARE: Final = 0.75  # of a zone's width, at most
_STEPS: Final = 3  # in which the warmth spreads
_LEAST: Final = 0.004  # that is kept of a form


@cache
def soft_forms() -> dict[str, Floats]:
    """Return (V,) the form 0..1 of each zone of the right half or the midline."""
    shared = topology()
    numbers = zone_ids(shared.canonical, shared.canonical_normals)
    stiffness, mass = _laplace(shared)
    spreads = {spread: _Spreading(stiffness, mass, spread) for spread in _SPREADS}
    edges = _edges(shared)
    result = {}
    for zone in zones():
        if zone.side.value == "left":
            continue
        own = (numbers == zone.number).astype(np.float64)
        suited = [s for s in _SPREADS if s <= _SHARE * _width(own, edges, mass)]
        form = spreads[max(suited, default=_SPREADS[0])].over(own)
        result[zone.name] = np.where(form > _LEAST, np.clip(form, 0, 1), 0.0)
    return result


class _Spreading:
    """Warmth spreading over the mesh until its standard deviation is ``spread`` dm."""

    def __init__(self, stiffness: sparse.csc_matrix, mass: Floats, spread: float) -> None:
        self._mass = mass
        step = spread**2 / 2 / _STEPS
        self._solver = splu((sparse.diags(mass) + step * stiffness).tocsc())

    def over(self, values: Floats) -> Floats:
        for _ in range(_STEPS):
            values = self._solver.solve(self._mass * values)
        return values


def _width(own: Floats, edges: tuple[Ints, Floats], mass: Floats) -> float:
    """Return about the width of a zone in dm: twice its area by its circumference."""
    ends, lengths = edges
    leaves = own[ends[:, 0]] != own[ends[:, 1]]
    # Of three edges of a mesh about two leave a zone for each one that runs along its rim.
    around = float(lengths[leaves].sum()) / 2
    return 2 * float(own @ mass) / max(around, 1e-9)


def _edges(shared: Topology) -> tuple[Ints, Floats]:
    """Return the ends (E, 2) and the lengths (E,) of the mesh's edges."""
    pairs = np.concatenate([shared.triangles[:, [k, (k + 1) % 3]] for k in range(3)])
    ends = np.unique(np.sort(pairs, axis=1), axis=0)
    steps = np.diff(shared.canonical[ends].astype(np.float64), axis=1)[:, 0]
    return ends, np.linalg.norm(steps, axis=1)


def _laplace(shared: Topology) -> tuple[sparse.csc_matrix, Floats]:
    """Return the cotangent stiffness matrix (V, V) and the area (V,) of each vertex in dm2."""
    points, triangles = shared.canonical.astype(np.float64), shared.triangles
    count = len(points)
    stiffness = sparse.csc_matrix((count, count))
    mass = np.zeros(count)
    for k in range(3):
        i, j, apex = (triangles[:, (k + m) % 3] for m in range(3))
        one, other = points[i] - points[apex], points[j] - points[apex]
        size = np.maximum(np.linalg.norm(np.cross(one, other), axis=1), 1e-9)
        weight = np.maximum(np.einsum("nc,nc->n", one, other) / size / 2, 1e-4)
        np.add.at(mass, apex, size / 6)
        half = sparse.coo_matrix((weight, (i, j)), shape=(count, count))
        stiffness = stiffness - half - half.T
        stiffness = stiffness + sparse.diags(
            np.bincount(i, weight, count) + np.bincount(j, weight, count)
        )
    return stiffness.tocsc(), np.maximum(mass, 1e-9)
