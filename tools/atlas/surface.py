"""Points on the skin: the nearest surface point, kept as a place in a triangle.

An anchor found in canonical coordinates has a position on every figure in every pose.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import KDTree

from guide.atlas.surface.mesh import Part
from tools.atlas.figure import topology

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_NEIGHBOURS = 10


@dataclass(frozen=True)
class Anchor:
    """Places on the skin: N triangles and barycentric coordinates (N, 3) in them."""

    corners: Ints  # (N, 3) vertices
    weights: Floats  # (N, 3)

    def on(self, values: NDArray[np.floating]) -> Floats:
        """Return a vertex attribute (V, K) at the anchors: positions, normals, canonical."""
        table = np.asarray(values, dtype=np.float64)
        return np.einsum("nk,nkc->nc", self.weights, table[self.corners])


@dataclass(frozen=True)
class _Index:
    tree: KDTree
    vertices: Ints  # into the mesh, for every row of the tree
    fans: list[Ints]  # triangles round every mesh vertex


@cache
def _index(sides: tuple[Part, ...]) -> _Index:
    shared = topology()
    parts = np.argmax(shared.part_weights, axis=1)
    eye = (Part.EYE_LEFT, Part.EYE_RIGHT)
    allowed = np.isin(parts, sides) if sides else ~np.isin(parts, eye)
    allowed[shared.skin_count :] = False
    vertices = np.flatnonzero(allowed)
    triangles = shared.triangles
    order = np.argsort(triangles.ravel(), kind="stable")
    ends = np.searchsorted(triangles.ravel()[order], np.arange(len(shared.canonical) + 1))
    fans = [order[ends[k] : ends[k + 1]] // 3 for k in range(len(shared.canonical))]
    return _Index(KDTree(shared.canonical[vertices]), vertices, fans)


def anchor(points: ArrayLike, parts: tuple[Part, ...] = ()) -> Anchor:
    """Return the nearest skin point to each canonical point (N, 3).

    ``parts`` limits the search (an arm that hangs close to the trunk, say); none means
    the whole skin without the eyeballs.
    """
    index, shared = _index(parts), topology()
    table = np.atleast_2d(np.asarray(points, dtype=np.float64))
    _, near = index.tree.query(table, k=_NEIGHBOURS)
    corners, weights = [], []
    for point, rows in zip(table, near, strict=True):
        fan = np.unique(np.concatenate([index.fans[index.vertices[row]] for row in rows]))
        around = shared.triangles[fan]
        places = _closest(point, shared.canonical[around].astype(np.float64))
        reached = np.einsum("nk,nkc->nc", places, shared.canonical[around].astype(np.float64))
        best = int(np.argmin(np.linalg.norm(reached - point, axis=1)))
        corners.append(around[best])
        weights.append(places[best])
    return Anchor(np.array(corners), np.array(weights))


def snap(points: ArrayLike, parts: tuple[Part, ...] = ()) -> Floats:
    """Return the canonical skin points (N, 3) nearest to canonical points."""
    return anchor(points, parts).on(topology().canonical)


def _closest(point: Floats, triangles: Floats) -> Floats:
    """Return barycentric coordinates (N, 3) of the closest point in triangles (N, 3, 3)."""
    best = _inside(point, triangles)
    best_distance = np.full(len(triangles), np.inf)
    reached = np.einsum("nk,nkc->nc", best, triangles)
    valid = (best >= 0).all(axis=1)
    best_distance[valid] = np.linalg.norm(reached[valid] - point, axis=1)
    for one, other in ((0, 1), (1, 2), (2, 0)):
        start, line = triangles[:, one], triangles[:, other] - triangles[:, one]
        length = np.maximum(np.einsum("nc,nc->n", line, line), 1e-18)
        along = np.clip(np.einsum("nc,nc->n", point - start, line) / length, 0, 1)
        distance = np.linalg.norm(start + along[:, None] * line - point, axis=1)
        nearer = distance < best_distance
        best_distance[nearer] = distance[nearer]
        best[nearer] = 0
        best[nearer, one] = 1 - along[nearer]
        best[nearer, other] = along[nearer]
    return best


def _inside(point: Floats, triangles: Floats) -> Floats:
    """Return barycentric coordinates of the foot of the perpendicular; negative outside."""
    a, b, c = triangles[:, 0], triangles[:, 1], triangles[:, 2]
    normal = np.cross(b - a, c - a)
    size = np.maximum(np.einsum("nc,nc->n", normal, normal), 1e-18)
    second = np.einsum("nc,nc->n", np.cross(point - a, c - a), normal) / size
    third = np.einsum("nc,nc->n", np.cross(b - a, point - a), normal) / size
    return np.stack([1 - second - third, second, third], axis=1)
