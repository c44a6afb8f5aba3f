"""A figure's surface cut once more, for large pictures without facets."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from tools.atlas.figure import Figure, Surface, topology
from tools.atlas.light import Lit
from tools.atlas.mesh import split, subdivide, vertex_normals

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


def fine_surface(figure: Figure) -> Surface:
    """Return the finer surface of a figure."""
    step, coarse = _step(), figure.surface
    return Surface(
        triangles=step.triangles,
        skin_count=step.finer.shape[0],
        canonical=step.lift(coarse.canonical).astype(np.float32),
        part_weights=step.lift(coarse.part_weights),
        own=step.lift(coarse.own),
        style=coarse.style,
    )


def fine_positions(positions: Floats) -> Floats:
    """Return posed positions on the finer surface."""
    return _step().lift(positions)


def fine_light(lit: Lit, positions: Floats) -> Lit:
    """Return vertex light on the finer surface; ``positions`` are the finer ones."""
    step = _step()
    light = step.lift(np.column_stack([lit.sky, lit.key, lit.bend]))
    normals = vertex_normals(positions, step.triangles)
    return Lit(normals, light[:, 0], light[:, 1], light[:, 2])
