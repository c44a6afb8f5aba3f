"""What a raster shows of the skin: its points as patches ask for them, and small grids of them."""

from collections.abc import Callable
from functools import cached_property
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.fields import Outlined
from guide.atlas.surface.mesh import FLIP, OTHER_SIDE
from guide.atlas.surface.raster import Raster
from guide.core.anatomy import Side

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Mesh(Protocol):
    """What is needed of the surface that all bodies share; V vertices."""

    @property
    def triangles(self) -> Ints:
        """(T, 3) vertices of each triangle."""

    @property
    def mirror(self) -> Ints:
        """(V,) the mirror image of each vertex."""

    @property
    def canonical(self) -> NDArray[np.float32]:
        """(V, 3) canonical positions in dm."""

    @property
    def canonical_normals(self) -> NDArray[np.float32]:
        """(V, 3) unit normals there."""

    @property
    def part_weights(self) -> NDArray[np.floating]:
        """(V, P) the share of each part of the body."""


class Placing(msgspec.Struct, frozen=True):
    """Where a raster's pixels lie in the picture that the shapes are for.

    A raster may be coarser than the picture (``factor`` picture pixels each), or a window of it
    with its corner at (left, top).
    """

    factor: float = 1.0
    left: float = 0.0
    top: float = 0.0


Shares = Callable[[tuple[int, ...]], NDArray[np.floating]]


class Seen:
    """`guide.atlas.surface.patch.Skin`: some samples of a raster, on one side."""

    def __init__(
        self, mesh: Mesh, shares: Shares, raster: Raster, points: Floats, left: bool
    ) -> None:
        self._mesh, self._shares, self._raster, self._left = mesh, shares, raster, left
        self.points = points * FLIP if left else points

    @cached_property
    def normals(self) -> Floats:
        """(N, 3) canonical unit normals, of the left side mirrored."""
        normals = self._raster.attribute(self._mesh.canonical_normals).astype(np.float64)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
        return normals * FLIP if self._left else normals

    def share(self, parts: tuple[int, ...]) -> Floats:
        """(N,) the share of parts of the right side."""
        own = tuple(int(OTHER_SIDE[part]) for part in parts) if self._left else parts
        return self._raster.attribute(self._shares(own)).astype(np.float64)


class Window:
    """A small grid round some pixels, with a margin of one."""

    def __init__(self, column: Ints, row: Ints) -> None:
        self.left, self.top = int(column.min()) - 1, int(row.min()) - 1
        self._shape = (int(row.max()) - self.top + 2, int(column.max()) - self.left + 2)
        self._at = (row - self.top, column - self.left)

    def filled(self, values: Floats, empty: float) -> Floats:
        """Return the values of the pixels as a grid, ``empty`` where none is."""
        grid = np.full(self._shape, empty)
        grid[self._at] = values
        return grid


def spread(grid: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a grid whose empty cells (-1) have the greatest of their neighbours' values.

    So a soft form does not fade at the silhouette, where its cells are stretched to pixels.
    """
    padded = np.pad(grid, 1, constant_values=-1.0)
    around = np.maximum.reduce(
        [padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]]
    )
    return np.where(grid < 0, around, grid)


def own_rows(mesh: Mesh, raster: Raster) -> Ints:
    """Return (N,) the mesh's triangle at each sample, though the raster draws some alone.

    Raises ValueError for a raster of triangles that are not the mesh's.
    """
    if len(raster.triangles) == len(mesh.triangles):
        return raster.triangle
    count = len(mesh.canonical)

    def keys(triangles: Ints) -> Ints:
        return (triangles[:, 0] * count + triangles[:, 1]) * count + triangles[:, 2]

    known = keys(mesh.triangles)
    order = np.argsort(known)
    wanted = keys(raster.triangles)
    rows = order[np.minimum(np.searchsorted(known[order], wanted), len(order) - 1)]
    if not np.array_equal(known[rows], wanted):
        raise ValueError("the raster was not drawn from the triangles of this mesh")
    return rows[raster.triangle]


def within(points: NDArray[np.float32], it: Outlined, side: Side) -> Ints:
    """Return which canonical points (N, 3) lie in the box of a drawing on one side."""
    low, high = np.array(it.low), np.array(it.high)
    if side is Side.LEFT:
        low[0], high[0] = -high[0], -low[0]
    inside = (points[:, 1] >= low[1]) & (points[:, 1] <= high[1])
    for k in (0, 2):
        inside &= (points[:, k] >= low[k]) & (points[:, k] <= high[k])
    return np.flatnonzero(inside)
