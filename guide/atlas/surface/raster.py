"""A z-buffer rasteriser in numpy: which triangle each sample of a picture shows, and where.

Samples lie on a grid ``supersample`` times finer than the pixels. Everything a picture
needs is then the interpolation of a vertex attribute at the covered samples.
"""

from typing import Final, TypeVar

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from guide.atlas.surface.camera import Camera

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_Kind = TypeVar("_Kind", bound=np.generic)

_BATCH: Final = 2_000_000
_NEAR: Final = 64.0
"""Half the depth range in dm that the packed depth can tell apart (to 64 dm / 2**31)."""


class Raster(msgspec.Struct, frozen=True, eq=False):
    """The covered samples of one picture, in row order; N of them."""

    camera: Camera
    supersample: int
    samples: Ints  # (N,) index into the grid of samples, row by row
    triangle: Ints  # (N,) triangle shown
    weights: NDArray[np.float32]  # (N, 3) barycentric coordinates in it
    triangles: Ints  # (T, 3) of the mesh drawn

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the sample grid."""
        return self.camera.height * self.supersample, self.camera.width * self.supersample

    def attribute(self, values: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return a vertex attribute (V,) or (V, K) interpolated at the covered samples."""
        table = np.asarray(values, dtype=np.float32)
        corners = self.triangles[self.triangle]
        shape = (-1, 1) if table.ndim > 1 else (-1,)
        total = table[corners[:, 0]] * self.weights[:, 0].reshape(shape)
        for k in (1, 2):
            total += table[corners[:, k]] * self.weights[:, k].reshape(shape)
        return total

    def image(self, values: NDArray[_Kind], empty: float = 0) -> NDArray[_Kind]:
        """Return sample values (N,) or (N, K) as a grid, ``empty`` where nothing is."""
        full = np.full((self.shape[0] * self.shape[1], *values.shape[1:]), empty, values.dtype)
        full[self.samples] = values
        return full.reshape(*self.shape, *values.shape[1:])

    def alpha(self) -> NDArray[np.float32]:
        """Return the covered share (height, width) of every pixel, 0 to 1."""
        return self.mean(np.ones(len(self.samples), dtype=np.float32))

    def mean(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return sample values summed over each pixel, divided by its number of samples."""
        pixels, s = self.camera.height * self.camera.width, self.supersample
        columns = self.shape[1]
        pixel = self.samples // columns // s * self.camera.width + self.samples % columns // s
        flat = values.reshape(len(values), -1)
        sums = [
            np.bincount(pixel, weights=flat[:, k], minlength=pixels) for k in range(flat.shape[1])
        ]
        grid = np.stack(sums, axis=-1) / (s * s)
        return grid.astype(np.float32).reshape(
            self.camera.height, self.camera.width, *values.shape[1:]
        )

    def part(self, rows: Ints) -> "Raster":
        """Return the raster of some of its samples alone."""
        return replace(
            self,
            samples=self.samples[rows],
            triangle=self.triangle[rows],
            weights=self.weights[rows],
        )

    def centres(self) -> "Raster":
        """Return the raster of the pixel centres alone. Needs an odd supersample."""
        s, columns = self.supersample, self.shape[1]
        if s % 2 == 0:
            raise ValueError(f"a pixel has no centre sample at supersample {s}: use an odd number")
        row, column = self.samples // columns, self.samples % columns
        keep = (row % s == s // 2) & (column % s == s // 2)
        pixel = row[keep] // s * self.camera.width + column[keep] // s
        return Raster(
            self.camera, 1, pixel, self.triangle[keep], self.weights[keep], self.triangles
        )


def rasterise(positions: Floats, triangles: Ints, camera: Camera, supersample: int = 1) -> Raster:
    """Return what the camera sees of a mesh; triangles that face away are left out."""
    points = camera.project(positions)
    rows, columns = camera.height * supersample, camera.width * supersample
    x, y = points[:, 0] * supersample - 0.5, points[:, 1] * supersample - 0.5
    depth = points[:, 2]
    corners_x, corners_y = x[triangles], y[triangles]
    area = _cross(corners_x, corners_y)
    low_x = np.maximum(np.ceil(corners_x.min(axis=1)), 0).astype(np.int64)
    high_x = np.minimum(np.floor(corners_x.max(axis=1)), columns - 1).astype(np.int64)
    low_y = np.maximum(np.ceil(corners_y.min(axis=1)), 0).astype(np.int64)
    high_y = np.minimum(np.floor(corners_y.max(axis=1)), rows - 1).astype(np.int64)
    seen = np.flatnonzero((area < 0) & (high_x >= low_x) & (high_y >= low_y))
    buffer = np.full(rows * columns, np.iinfo(np.uint64).max, dtype=np.uint64)
    boxes = (low_x, high_x, low_y, high_y)
    for batch in _batches(seen, boxes):
        _draw(buffer, columns, batch, boxes, (corners_x, corners_y, depth[triangles], area))
    samples = np.flatnonzero(buffer != np.iinfo(np.uint64).max)
    shown = (buffer[samples] & np.uint64(0xFFFFFFFF)).astype(np.int64)
    weights = _barycentric(
        corners_x[shown], corners_y[shown], area[shown], samples % columns, samples // columns
    )
    return Raster(camera, supersample, samples, shown, weights.astype(np.float32), triangles)


def _cross(x: Floats, y: Floats) -> Floats:
    """Return twice the signed area of triangles; negative when seen from outside (y down)."""
    area: Floats = (x[:, 1] - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (
        y[:, 1] - y[:, 0]
    )
    return area


def _barycentric(x: Floats, y: Floats, area: Floats, px: Ints, py: Ints) -> Floats:
    """Return (N, 3) weights of points in triangles given as (N, 3) corners."""
    second = ((px - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (py - y[:, 0])) / area
    third = ((x[:, 1] - x[:, 0]) * (py - y[:, 0]) - (px - x[:, 0]) * (y[:, 1] - y[:, 0])) / area
    return np.stack([1 - second - third, second, third], axis=1)


def _batches(seen: Ints, boxes: tuple[Ints, Ints, Ints, Ints]) -> list[tuple[Ints, int, int]]:
    """Group triangles by the size of their boxes: (indices, box width, box height)."""
    low_x, high_x, low_y, high_y = boxes

    def steps(extent: Ints) -> Ints:
        # Up to 4 exactly, then growing by about a quarter, so that few samples are wasted.
        sizes = np.unique(np.round(4 * 1.25 ** np.arange(60)).astype(np.int64))
        sizes = np.concatenate([[1, 2, 3], sizes])
        return sizes[np.searchsorted(sizes, extent)]

    wide = steps((high_x - low_x + 1)[seen])
    tall = steps((high_y - low_y + 1)[seen])
    kinds, kind = np.unique(np.stack([wide, tall], axis=1), axis=0, return_inverse=True)
    order = np.argsort(kind, kind="stable")
    ends = np.searchsorted(kind[order], np.arange(len(kinds) + 1))
    result: list[tuple[Ints, int, int]] = []
    for k, (box_w, box_h) in enumerate(kinds.tolist()):
        members = seen[order[ends[k] : ends[k + 1]]]
        chunk = max(1, _BATCH // (box_w * box_h))
        result += [(members[i : i + chunk], box_w, box_h) for i in range(0, len(members), chunk)]
    return result


def _draw(
    buffer: NDArray[np.uint64],
    columns: int,
    batch: tuple[Ints, int, int],
    boxes: tuple[Ints, Ints, Ints, Ints],
    corners: tuple[Floats, Floats, Floats, Floats],
) -> None:
    """Put the nearest triangle of a batch into the buffer, depth in the upper 32 bits."""
    index, box_w, box_h = batch
    low_x, high_x, low_y, high_y = boxes
    step = np.arange(box_w * box_h)
    px = low_x[index][:, None] + step % box_w
    py = low_y[index][:, None] + step // box_w
    x, y, z, area = (values[index] for values in corners)
    inverse = 1 / area[:, None]
    dx, dy = px - x[:, :1], py - y[:, :1]
    second = (dx * (y[:, 2] - y[:, 0])[:, None] - (x[:, 2] - x[:, 0])[:, None] * dy) * inverse
    third = ((x[:, 1] - x[:, 0])[:, None] * dy - dx * (y[:, 1] - y[:, 0])[:, None]) * inverse
    first = 1 - second - third
    edge = -1e-9
    inside = (first >= edge) & (second >= edge) & (third >= edge)
    inside &= (px <= high_x[index][:, None]) & (py <= high_y[index][:, None])
    near = first * z[:, :1] + second * z[:, 1:2] + third * z[:, 2:]
    far = np.clip((1 - near[inside] / _NEAR) * 2**31, 0, 2**32 - 1).astype(np.uint64)
    owner = np.broadcast_to(index[:, None], inside.shape)[inside].astype(np.uint64)
    np.minimum.at(buffer, (py * columns + px)[inside], far << np.uint64(32) | owner)
