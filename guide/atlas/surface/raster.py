"""A z-buffer rasteriser in numpy: which triangle each sample of a picture shows, and where.

Samples lie on a grid ``supersample`` times finer than the pixels. Everything a picture
needs is then the interpolation of a vertex attribute at the covered samples. Triangles are
cut into rows (spans) and rows into samples, each step for many triangles at once.
"""

from collections.abc import Callable
from typing import Final, TypeVar

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from guide.atlas.surface.camera import Camera

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

_Kind = TypeVar("_Kind", bound=np.generic)

_BATCH: Final = 250_000
"""Samples drawn by one round of calls: few milliseconds, so that other threads get their turn."""
_NEAR: Final = 64.0
"""Half the depth range in dm that the packed depth can tell apart (to 64 dm / 2**31)."""
_EMPTY: Final = np.iinfo(np.uint64).max
_EDGE: Final = 1e-9


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

    @property
    def pixels(self) -> Ints:
        """(N,) the pixel of every sample, row by row."""
        s, columns = self.supersample, self.shape[1]
        if s == 1:
            return self.samples
        row, column = np.divmod(self.samples, columns)
        return row // s * self.camera.width + column // s

    def attribute(self, values: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return a vertex attribute (V,) or (V, K) interpolated at the covered samples."""
        table = np.ascontiguousarray(values, dtype=np.float32)
        corners = np.take(self.triangles, self.triangle, axis=0)
        shape = (-1, 1) if table.ndim > 1 else (-1,)
        total = np.take(table, corners[:, 0], axis=0) * self.weights[:, 0].reshape(shape)
        for k in (1, 2):
            total += np.take(table, corners[:, k], axis=0) * self.weights[:, k].reshape(shape)
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
        count, pixel = self.camera.height * self.camera.width, self.pixels
        flat = values.reshape(len(values), -1)
        sums = [
            np.bincount(pixel, weights=flat[:, k], minlength=count) for k in range(flat.shape[1])
        ]
        grid = np.stack(sums, axis=-1) / self.supersample**2
        return grid.astype(np.float32).reshape(
            self.camera.height, self.camera.width, *values.shape[1:]
        )

    def part(self, rows: Ints | slice) -> "Raster":
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


def rasterise(
    positions: NDArray[np.floating],
    triangles: Ints,
    camera: Camera,
    supersample: int = 1,
    where: Mask | None = None,
    between: Callable[[], None] = lambda: None,
) -> Raster:
    """Return what the camera sees of a mesh; triangles that face away are left out.

    ``where`` (height, width) limits the samples to some pixels. ``between`` is called between
    steps of some milliseconds; it may raise to end the work.
    """
    points = camera.project(positions)
    points[:, :2] = points[:, :2] * supersample - 0.5
    grid = Grid(camera.height, camera.width, supersample, where)
    seen = _facing(points, triangles, grid)
    corners = np.take(points, triangles[seen], axis=0)
    buffer = np.full(grid.rows * grid.columns, _EMPTY, dtype=np.uint64)
    for start, end in _batches(corners):
        between()
        _draw(buffer, grid, seen[start:end], corners[start:end])
    samples = np.flatnonzero(buffer != _EMPTY)
    shown = (buffer[samples] & np.uint64(0xFFFFFFFF)).astype(np.int64)
    weights = _barycentric(points, triangles, shown, samples, grid.columns)
    return Raster(camera, supersample, samples, shown, weights, triangles)


class Grid:
    """The grid of samples, and where in it anything is wanted."""

    def __init__(self, height: int, width: int, supersample: int, where: Mask | None) -> None:
        self.rows, self.columns, self._s = height * supersample, width * supersample, supersample
        self._where = where
        if where is not None:
            table = np.zeros((height + 1, width + 1), dtype=np.int32)
            np.cumsum(np.cumsum(where, axis=0, dtype=np.int32), axis=1, out=table[1:, 1:])
            self._sums = table

    def touched(self, low_x: Ints, high_x: Ints, low_y: Ints, high_y: Ints) -> Mask:
        """Tell which boxes of samples (inclusive, inside the grid) hold a wanted pixel."""
        if self._where is None:
            return np.ones(len(low_x), dtype=bool)
        x0, x1, y0, y1 = (v // self._s for v in (low_x, high_x, low_y, high_y))
        sums = self._sums
        count = sums[y1 + 1, x1 + 1] - sums[y0, x1 + 1] - sums[y1 + 1, x0] + sums[y0, x0]
        return np.asarray(count > 0)

    def wanted(self, samples: Ints) -> Mask | None:
        """Tell which samples lie in wanted pixels; None when all do."""
        if self._where is None:
            return None
        row, column = np.divmod(samples, self.columns)
        return np.asarray(self._where[row // self._s, column // self._s])


def _facing(points: Floats, triangles: Ints, grid: Grid) -> Ints:
    """Return the triangles that face the viewer and cover a wanted sample at most."""
    corners = np.take(points[:, :2], triangles, axis=0)
    x, y = corners[..., 0], corners[..., 1]
    area = (x[:, 1] - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (y[:, 1] - y[:, 0])
    ahead = np.flatnonzero(area < 0)
    x, y = x[ahead], y[ahead]
    low_x = np.maximum(np.ceil(_low(x) - _EDGE), 0).astype(np.int64)
    high_x = np.minimum(np.floor(_high(x) + _EDGE), grid.columns - 1).astype(np.int64)
    low_y = np.maximum(np.ceil(_low(y) - _EDGE), 0).astype(np.int64)
    high_y = np.minimum(np.floor(_high(y) + _EDGE), grid.rows - 1).astype(np.int64)
    inside = np.flatnonzero((high_x >= low_x) & (high_y >= low_y))
    boxes = tuple(v[inside] for v in (low_x, high_x, low_y, high_y))
    return ahead[inside[grid.touched(*boxes)]]


def _low(values: Floats) -> Floats:
    return np.minimum(np.minimum(values[:, 0], values[:, 1]), values[:, 2])


def _high(values: Floats) -> Floats:
    return np.maximum(np.maximum(values[:, 0], values[:, 1]), values[:, 2])


def _batches(corners: Floats) -> list[tuple[int, int]]:
    """Cut triangles (N, 3, 3) into runs of about `_BATCH` samples."""
    x, y = corners[..., 0], corners[..., 1]
    size = (_high(x) - _low(x) + 1) * (_high(y) - _low(y) + 1) / 2
    total = np.cumsum(size)
    count = int(total[-1] // _BATCH) + 1 if len(total) else 0
    ends = np.searchsorted(total, _BATCH * np.arange(1, count + 1)).tolist()
    starts = [0, *ends[:-1]]
    return [(a, b) for a, b in zip(starts, [*ends[:-1], len(corners)], strict=True) if b > a]


def _draw(buffer: NDArray[np.uint64], grid: Grid, index: Ints, corners: Floats) -> None:
    """Put the nearest triangle of a batch into the buffer, depth in the upper 32 bits."""
    order = np.argsort(corners[..., 1], axis=1)
    points = np.take_along_axis(corners, order[..., None], axis=1)
    x, y = points[..., 0], points[..., 1]
    low = np.maximum(np.ceil(y[:, 0] - _EDGE), 0).astype(np.int64)
    high = np.minimum(np.floor(y[:, 2] + _EDGE), grid.rows - 1).astype(np.int64)
    owner, step = _expanded(high - low + 1)
    row = low[owner] + step
    lines = np.column_stack([x, y, _slope(x, y, 0, 2), _slope(x, y, 0, 1), _slope(x, y, 1, 2)])
    x0, x1, _, y0, y1, _, whole, upper, lower = np.take(lines, owner, axis=0).T
    one = x0 + (row - y0) * whole
    other = np.where(row < y1, x0 + (row - y0) * upper, x1 + (row - y1) * lower)
    start = np.maximum(np.ceil(np.minimum(one, other) - _EDGE), 0).astype(np.int64)
    end = np.minimum(np.floor(np.maximum(one, other) + _EDGE), grid.columns - 1).astype(np.int64)
    kept = np.flatnonzero(end >= start)
    kept = kept[grid.touched(start[kept], end[kept], row[kept], row[kept])]
    owner, row, start, end = owner[kept], row[kept], start[kept], end[kept]
    depth, across = _depth(points, owner, start, row)
    span, step = _expanded(end - start + 1)
    samples = (row * grid.columns + start)[span] + step
    far = np.clip(depth[span] + across[span] * step, 0, 2**32 - 1).astype(np.uint64)
    packed = far << np.uint64(32) | index[owner].astype(np.uint64)[span]
    wanted = grid.wanted(samples)
    if wanted is not None:
        samples, packed = samples[wanted], packed[wanted]
    np.minimum.at(buffer, samples, packed)


def _expanded(counts: Ints) -> tuple[Ints, Ints]:
    """Return for runs of some lengths the run of every element, and its place in the run."""
    counts = np.maximum(counts, 0)
    run = np.repeat(np.arange(len(counts)), counts)
    return run, np.arange(len(run)) - (np.cumsum(counts) - counts)[run]


def _slope(x: Floats, y: Floats, one: int, other: int) -> Floats:
    """Return how far an edge moves right a row; 0 where it lies in one row."""
    rise = y[:, other] - y[:, one]
    return np.divide(x[:, other] - x[:, one], rise, out=np.zeros_like(rise), where=rise > _EDGE)


def _depth(points: Floats, owner: Ints, column: Ints, row: Ints) -> tuple[Floats, Floats]:
    """Return the packed depth at the start of spans, and its growth a sample."""
    a, b, c = points[:, 0], points[:, 1], points[:, 2]
    u, v = b - a, c - a
    area = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
    right = (u[:, 2] * v[:, 1] - u[:, 1] * v[:, 2]) / area
    down = (u[:, 0] * v[:, 2] - u[:, 2] * v[:, 0]) / area
    plane = np.column_stack([a, right, down])
    x, y, z, across, along = np.take(plane, owner, axis=0).T
    near = z + (column - x) * across + (row - y) * along
    return (1 - near / _NEAR) * 2**31, across * (-(2**31) / _NEAR)


def _barycentric(
    points: Floats, triangles: Ints, shown: Ints, samples: Ints, columns: int
) -> NDArray[np.float32]:
    """Return (N, 3) weights of samples in the triangles they show."""
    used = np.zeros(len(triangles), dtype=bool)
    used[shown] = True
    drawn, place = np.flatnonzero(used), (np.cumsum(used) - 1)[shown]
    corners = np.take(points, triangles[drawn], axis=0)
    a, b, c = (corners[:, k, :2] for k in range(3))
    u, v = b - a, c - a
    area = (u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0])[:, None]
    second = np.column_stack([v[:, 1], -v[:, 0]]) / area
    third = np.column_stack([-u[:, 1], u[:, 0]]) / area
    rows = np.column_stack([a, second, third])
    result = np.empty((len(samples), 3), dtype=np.float32)
    for start in range(0, len(samples), _BATCH):
        chunk = slice(start, start + _BATCH)
        y, x = np.divmod(samples[chunk], columns)
        left, top, second_x, second_y, third_x, third_y = np.take(rows, place[chunk], axis=0).T
        dx, dy = x - left, y - top
        result[chunk, 1] = second_x * dx + second_y * dy
        result[chunk, 2] = third_x * dx + third_y * dy
    result[:, 0] = 1 - result[:, 1] - result[:, 2]
    return result
