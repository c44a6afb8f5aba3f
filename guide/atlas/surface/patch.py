"""Patches of the skin: how far inside one a point lies, and which of its fibres runs there.

A patch is drawn in a chart of the right half. Its outline is kept as a table of distances and
its fibres as a table of shares across them, both looked up at each point of the skin: an edge
is as fine as it was drawn, however coarse the mesh is.
"""

from typing import Final, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.chart import Chart

Floats = NDArray[np.float64]

FINEST: Final = 0.001
"""Dm: the steps in which distances are kept, as many as a signed byte has."""
OUTSIDE: Final = -0.127
"""Dm: what stands for everything farther out."""
_LEAST_SHARE: Final = 0.35  # of the parts named, that a point must have to lie in a patch


class Skin(Protocol):
    """Points of the skin (N of them) as patches ask for them."""

    @property
    def points(self) -> Floats:
        """(N, 3) canonical positions; those of the left side are mirrored."""

    @property
    def normals(self) -> Floats:
        """(N, 3) canonical unit normals, mirrored likewise."""

    def share(self, parts: tuple[int, ...]) -> Floats:
        """(N,) the share of parts of the right side."""


class Table(msgspec.Struct, frozen=True, eq=False):
    """Values (rows, columns) at even steps over a chart, from its corner ``low``."""

    low: tuple[float, float]
    step: float
    values: NDArray[np.float32]

    def at(self, place: Floats, outside: float) -> Floats:
        """Return (N,) the values between the knots at places (N, 2); ``outside`` beyond them."""
        rows, columns = self.values.shape
        x = (place[:, 0] - self.low[0]) / self.step
        y = (place[:, 1] - self.low[1]) / self.step
        inside = np.flatnonzero((x >= 0) & (y >= 0) & (x < columns - 1) & (y < rows - 1))
        result = np.full(len(place), outside)
        x, y = x[inside], y[inside]
        column, row = x.astype(np.int64), y.astype(np.int64)
        x, y = x - column, y - row
        first = row * columns + column
        flat = self.values.ravel()
        upper = flat[first] * (1 - x) + flat[first + 1] * x
        lower = flat[first + columns] * (1 - x) + flat[first + columns + 1] * x
        result[inside] = upper * (1 - y) + lower * y
        return result


class Patch(msgspec.Struct, frozen=True, eq=False):
    """One patch of the right side."""

    chart: Chart
    parts: tuple[int, ...]
    facing: float  # least cosine between the skin's normal and the direction a plane is seen from
    depth: tuple[float, float]  # dm towards the viewer between which the patch lies
    edge: Table  # distance to the outline in dm, positive inside
    course: Table | None  # share 0..1 of the way across the fibres
    count: int  # fibre lines drawn

    def inside(self, skin: Skin, half: bool = True) -> Floats:
        """Return how far inside the patch samples lie, in dm; negative outside.

        ``half``: nothing beyond the midline belongs to it.
        """
        field = self.edge.at(self.chart.place(skin.points), OUTSIDE)
        field = np.minimum(field, skin.share(self.parts) - _LEAST_SHARE)
        if half:
            field = np.minimum(field, -skin.points[:, 0])
        toward = self.chart.toward
        if toward is None:
            return field
        depth = skin.points @ toward
        between = np.minimum(depth - self.depth[0], self.depth[1] - depth)
        turned = (skin.normals @ toward - self.facing) * 0.5
        return np.minimum(field, np.minimum(turned, between))

    def across(self, skin: Skin) -> Floats:
        """Return the share 0..1 across the fibres; -1 far from them."""
        if self.course is None:
            return np.full(len(skin.points), -1.0)
        return self.course.at(self.chart.place(skin.points), -1.0)


def deepest(patches: tuple[Patch, ...], skin: Skin, half: bool = True) -> Floats:
    """Return how far inside any of the patches samples lie, in dm."""
    return np.max([patch.inside(skin, half) for patch in patches], axis=0)
