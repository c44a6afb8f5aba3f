"""Light on a posed figure: how open every vertex is, and the grey of every sample.

Openness is found by drawing the figure's depth from many directions and asking which
vertices each of them reaches. Directions are a fixed lattice: no randomness.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.camera import Camera, looking, unit
from guide.atlas.surface.raster import Raster, rasterise
from tools.atlas.mesh import smoothing

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_SKY_DIRECTIONS: Final = 72
_KEY_DIRECTIONS: Final = 14
_MAP_HEIGHT: Final = 900
_LIFT: Final = 0.035
_BIAS: Final = 0.045
"""Decimetres a vertex is lifted off its skin, and may lie behind what a direction sees."""


@dataclass(frozen=True)
class Lamps:
    """A rig of lights in the frame of a view: (right, up, toward the viewer)."""

    key: tuple[float, float, float] = (-0.48, 0.62, 0.62)
    fill: tuple[float, float, float] = (0.75, 0.05, 0.55)
    key_spread: float = 24.0


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


def reached(
    positions: Floats, normals: Floats, triangles: Ints, directions: Floats
) -> NDArray[np.float32]:
    """Return (V, D), 1 where light from a direction reaches a vertex, 0 where it is hidden."""
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


def sky(positions: Floats, normals: Floats, triangles: Ints) -> Floats:
    """Return (V,) light from a bright sky and a dimmer ground, 0 to about 1."""
    directions = lattice(_SKY_DIRECTIONS)
    facing = np.clip(normals @ directions.T, 0, None)
    bright = 0.70 + 0.30 * directions[:, 1]
    lit = (reached(positions, normals, triangles, directions) * facing * bright).sum(axis=1)
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


@dataclass(frozen=True)
class Lit:
    """Vertex light of one pose from one view: what the shading interpolates."""

    normals: Floats
    sky: Floats
    key: Floats  # share of the key light that arrives
    bend: Floats

    def table(self) -> Floats:
        """Return the columns (V, 6) to interpolate: normal, sky, key, bend."""
        return np.column_stack([self.normals, self.sky, self.key, self.bend])


def axes(camera: Camera, vector: tuple[float, float, float]) -> Floats:
    """Return a direction given as right, up, toward the viewer in body axes."""
    return unit(camera.right * vector[0] + camera.up * vector[1] + camera.toward * vector[2])


def light_vertices(
    positions: Floats,
    normals: Floats,
    triangles: Ints,
    camera: Camera,
    lamps: Lamps,
    openness: Floats | None = None,
) -> Lit:
    """Return the vertex light; ``openness`` (from ``sky``) may be shared between views."""
    smooth = smoothing(triangles, len(positions))
    open_sky = sky(positions, normals, triangles) if openness is None else openness
    directions = cone(axes(camera, lamps.key), lamps.key_spread, _KEY_DIRECTIONS)
    key = reached(positions, normals, triangles, directions).mean(axis=1).astype(np.float64)
    for _ in range(2):
        key = 0.4 * key + 0.6 * (smooth @ key)
        open_sky = 0.7 * open_sky + 0.3 * (smooth @ open_sky)
    return Lit(normals, open_sky, key, curvature(positions, normals, triangles))


def grey(raster: Raster, lit: Lit, lamps: Lamps) -> NDArray[np.float32]:
    """Return the shade (N,) of every sample, 0 to 1, for multiplying with a colour."""
    columns = raster.attribute(lit.table())
    normals = columns[:, :3] / np.maximum(np.linalg.norm(columns[:, :3], axis=1), 1e-6)[:, None]
    camera = raster.camera
    open_sky, key_share, bend = columns[:, 3], columns[:, 4], columns[:, 5]
    soft = 0.22
    key = np.clip((normals @ axes(camera, lamps.key).astype(np.float32) + soft) / (1 + soft), 0, 1)
    fill = np.clip(normals @ axes(camera, lamps.fill).astype(np.float32), 0, 1)
    facing = np.clip(normals @ camera.toward.astype(np.float32), 0, 1)
    rim = (1 - facing) ** 3
    light = (
        0.36 * open_sky
        + 0.74 * key**1.15 * key_share
        + 0.09 * fill * np.sqrt(open_sky)
        + 0.12 * rim * open_sky
    )
    light *= 1 - 0.30 * np.clip(bend, 0, 1) + 0.08 * np.clip(-bend, 0, 1)
    return (np.clip(light, 0, None) ** 0.60).astype(np.float32)


def gloss(raster: Raster, lit: Lit, lamps: Lamps, power: float) -> NDArray[np.float32]:
    """Return the highlight (N,) of a shiny skin such as hair, 0 to 1."""
    normals = raster.attribute(lit.normals)
    half = unit(axes(raster.camera, lamps.key) + raster.camera.toward).astype(np.float32)
    facing = np.clip(normals @ half, 0, 1)
    result: NDArray[np.float32] = (facing**power * raster.attribute(lit.key)).astype(np.float32)
    return result
