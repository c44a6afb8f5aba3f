"""Light on a posed figure: which directions reach every vertex, and how the skin bends.

Openness is found by drawing the figure's depth from many directions and asking which
vertices each of them reaches. Directions are a fixed lattice: no randomness.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.camera import Camera, looking, unit
from guide.atlas.surface.raster import rasterise
from guide.atlas.surface.shade import KEY_SPREAD, Lamps, Lit, axes
from tools.atlas.figure import surface
from tools.atlas.mesh import smoothing

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_SKY_DIRECTIONS: Final = 72
_KEY_DIRECTIONS: Final = 14
_MAP_HEIGHT: Final = 900
_LIFT: Final = 0.035
_BIAS: Final = 0.045
"""Decimetres a vertex is lifted off its skin, and may lie behind what a direction sees."""


def lattice(count: int) -> Floats:
    """Return unit vectors (count, 3) spread evenly over the sphere (a golden spiral)."""
    k = np.arange(count) + 0.5
    height = 1 - 2 * k / count
    turn = np.pi * (1 + 5**0.5) * k
    ring = np.sqrt(1 - height**2)
    return np.stack([ring * np.cos(turn), height, ring * np.sin(turn)], axis=1)


def cone(axis: Floats, degrees: float, count: int) -> Floats:
    """Return unit vectors (count, 3) spread evenly over a cone about an axis."""
    k = np.arange(count) + 0.5
    tilt = np.radians(degrees) * np.sqrt(k / count)
    turn = np.pi * (1 + 5**0.5) * k
    side = unit(np.cross(axis, [0.31, 0.2, 0.93]))
    other = np.cross(axis, side)
    flat = np.cos(turn)[:, None] * side + np.sin(turn)[:, None] * other
    return np.cos(tilt)[:, None] * axis + np.sin(tilt)[:, None] * flat


def reached(positions: Floats, normals: Floats, directions: Floats) -> NDArray[np.float32]:
    """Return (V, D), 1 where light from a direction reaches a vertex, 0 where it is hidden.

    The coarse mesh throws the shadows: it lies nearer to the fine one than the bias.
    """
    triangles = surface().coarse
    middle = (positions.max(axis=0) + positions.min(axis=0)) / 2
    size = float(np.linalg.norm(positions - middle, axis=1).max()) * 2.02
    lifted = positions + _LIFT * normals
    result = np.empty((len(positions), len(directions)), dtype=np.float32)
    for k, direction in enumerate(directions):
        side = np.cross([0.0, 1.0, 0.0] if abs(direction[1]) < 0.9 else [0.0, 0.0, 1.0], direction)
        camera = looking(side, np.cross(direction, side), middle, (size, size), _MAP_HEIGHT)
        raster = rasterise(positions, triangles, camera)
        depth = raster.image(
            raster.attribute(camera.project(positions)[:, 2]).astype(np.float32), -1e9
        )
        x, y, near = camera.project(lifted).T
        seen = depth[
            np.clip(y.astype(np.int64), 0, camera.height - 1),
            np.clip(x.astype(np.int64), 0, camera.width - 1),
        ]
        result[:, k] = near > seen - _BIAS
    return result


def sky(positions: Floats, normals: Floats) -> Floats:
    """Return (V,) light from a bright sky and a dimmer ground, 0 to about 1."""
    directions = lattice(_SKY_DIRECTIONS)
    facing = np.clip(normals @ directions.T, 0, None)
    bright = 0.70 + 0.30 * directions[:, 1]
    lit = (reached(positions, normals, directions) * facing * bright).sum(axis=1)
    total: Floats = lit / np.maximum(facing.sum(axis=1), 1e-9)
    return total


def curvature(positions: Floats, normals: Floats, triangles: Ints) -> Floats:
    """Return (V,) signed bend of the skin, -1 (ridge) to 1 (groove), smoothed."""
    mean = smoothing(triangles, len(positions))
    bend = np.einsum("vc,vc->v", mean @ positions - positions, normals)
    edge = np.linalg.norm(positions[triangles[:, 0]] - positions[triangles[:, 1]], axis=1)
    length = np.bincount(triangles[:, 0], weights=edge, minlength=len(positions))
    count = np.maximum(np.bincount(triangles[:, 0], minlength=len(positions)), 1)
    scale = mean @ np.maximum(length / count, 0.012)
    bend = bend / scale**2
    for _ in range(8):
        bend = 0.4 * bend + 0.6 * (mean @ bend)
    result: Floats = np.tanh(bend * 0.10) ** 3 + 0.14 * np.tanh(bend * 0.06)
    return result


def light_vertices(positions: Floats, normals: Floats, camera: Camera, lamps: Lamps) -> Lit:
    """Return the vertex light of a pose that nothing was baked for."""
    triangles = surface().triangles
    smooth, open_sky = smoothing(triangles, len(positions)), sky(positions, normals)
    directions = cone(axes(camera, lamps.key), KEY_SPREAD, _KEY_DIRECTIONS)
    key = reached(positions, normals, directions).mean(axis=1).astype(np.float64)
    for _ in range(2):
        key = 0.4 * key + 0.6 * (smooth @ key)
        open_sky = 0.7 * open_sky + 0.3 * (smooth @ open_sky)
    return Lit(normals, open_sky, key, curvature(positions, normals, triangles))
