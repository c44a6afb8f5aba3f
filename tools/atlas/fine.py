"""A figure's surface cut once more, for large pictures without facets."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from guide.atlas.surface.mesh import split
from tools.atlas.figure import Figure, topology
from tools.atlas.mesh import subdivide

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class _Step:
    finer: sparse.csr_matrix  # (V', skin_count)
    triangles: Ints

    def lift(self, values: NDArray[np.floating]) -> Floats:
        """Return a vertex attribute (V, K) on the finer mesh; the knot is left as it is."""
        count = self.finer.shape[1]
        return np.concatenate([np.asarray(self.finer @ values[:count]), values[count:]])


@cache
def _step() -> _Step:
    shared = topology()
    finer, quads = subdivide(shared.quads, shared.skin_count)
    knot = shared.triangles[(shared.triangles >= shared.skin_count).all(axis=1)]
    moved = knot + (finer.shape[0] - shared.skin_count)
    return _Step(finer, np.concatenate([split(quads), moved]))


class FineSurface(NamedTuple):
    """Triangles (T, 3) and canonical positions (V, 3) of the finer mesh."""

    triangles: Ints
    canonical: NDArray[np.float32]


def fine_surface(figure: Figure) -> FineSurface:
    """Return the finer surface of a figure."""
    step = _step()
    return FineSurface(step.triangles, step.lift(figure.canonical).astype(np.float32))


def fine_positions(positions: Floats) -> Floats:
    """Return posed positions on the finer surface."""
    return _step().lift(positions)
