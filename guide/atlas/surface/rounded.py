"""Rounder triangles for large pictures: silhouettes without corners.

Each triangle is cut into four whose new corners lie on the curve that the vertex normals
say (T. Boubekeur and M. Alexa, "Phong Tessellation", ACM Trans. Graph. 27, 2008). Samples
are told as places in the triangle that was cut, so that nobody else needs to know.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from guide.atlas.surface.camera import Camera
from guide.atlas.surface.raster import Grid, Raster, rasterise

Floats = NDArray[np.floating]
Ints = NDArray[np.int64]

FROM_SCALE: Final = 100.0
"""Pixels a decimetre from which corners would be seen."""
_ROUND: Final = 0.7
_HIDDEN: Final = -0.35
"""How far the normals of a triangle that still shows may look away from the viewer."""
_SWELL: Final = 2
"""Pixels by which a rounded side may lie outside the flat one."""
_CUT: Final = np.array([[0, 3, 5], [3, 1, 4], [5, 4, 2], [3, 4, 5]])
_PLACES: Final = np.array(
    [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0.5, 0.5, 0], [0, 0.5, 0.5], [0.5, 0, 0.5]],
    dtype=np.float32,
)
"""The corners of the four pieces among six points, and where those lie in the whole."""


def rasterise_round(
    positions: Floats,
    normals: Floats,
    triangles: Ints,
    camera: Camera,
    supersample: int = 1,
    where: NDArray[np.bool_] | None = None,
    between: Callable[[], None] = lambda: None,
) -> Raster:
    """Return what `rasterise` does, with rounder triangles where the picture is large."""
    if camera.scale < FROM_SCALE:
        return rasterise(positions, triangles, camera, supersample, where, between)
    near = _in_frame(positions, normals, triangles, camera, where)
    points = _six_points(positions, normals, triangles[near])
    pieces = 6 * np.arange(len(near))[:, None, None] + _CUT
    raster = rasterise(points, pieces.reshape(-1, 3), camera, supersample, where, between)
    parent, piece = np.divmod(raster.triangle, 4)
    places = np.take(_PLACES[_CUT], piece, axis=0)
    weights = np.einsum("nk,nkc->nc", raster.weights, places)
    return replace(raster, triangle=near[parent], weights=weights, triangles=triangles)


def _in_frame(
    positions: Floats,
    normals: Floats,
    triangles: Ints,
    camera: Camera,
    where: NDArray[np.bool_] | None,
) -> Ints:
    """Return the triangles that may show in a picture, in the wanted pixels of it."""
    points = camera.project(positions)
    x, y = np.take(points[:, 0], triangles), np.take(points[:, 1], triangles)
    low_x, high_x = _pixels(x, camera.width)
    low_y, high_y = _pixels(y, camera.height)
    inside = np.flatnonzero((high_x >= low_x) & (high_y >= low_y))
    grid = Grid(camera.height, camera.width, 1, where)
    boxes = (values[inside] for values in (low_x, high_x, low_y, high_y))
    inside = inside[grid.touched(*boxes)]
    facing = np.take(normals @ camera.toward.astype(normals.dtype), triangles[inside])
    return inside[facing.max(axis=1) > _HIDDEN]


def _pixels(places: Floats, count: int) -> tuple[Ints, Ints]:
    """Return the first and last pixel that triangles (N, 3) may touch along an axis."""
    low = np.maximum(np.floor(places.min(axis=1)) - _SWELL, 0).astype(np.int64)
    high = np.minimum(np.floor(places.max(axis=1)) + _SWELL, count - 1).astype(np.int64)
    return low, high


def _six_points(positions: Floats, normals: Floats, triangles: Ints) -> Floats:
    """Return the corners of triangles and the rounded middles of their sides, (6 N, 3)."""
    corners, upright = np.take(positions, triangles, axis=0), np.take(normals, triangles, axis=0)
    after, upright_after = np.roll(corners, -1, axis=1), np.roll(upright, -1, axis=1)
    line = after - corners
    # The middle of a side, projected onto the tangent planes of both ends and averaged.
    rise = np.einsum("nkc,nkc->nk", line, upright)[..., None] * upright
    fall = np.einsum("nkc,nkc->nk", line, upright_after)[..., None] * upright_after
    middle = (corners + after) / 2 - _ROUND * (rise - fall) / 4
    return np.concatenate([corners, middle], axis=1).reshape(-1, 3)
