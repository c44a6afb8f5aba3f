"""Things a stretch needs: a plain chair and the edge of a wall, as boxes."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.camera import unit
from guide.atlas.surface.raster import Raster

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_FACES: Final = np.array(
    [
        (0, 2, 6), (0, 6, 4), (1, 5, 7), (1, 7, 3), (0, 4, 5), (0, 5, 1),
        (2, 3, 7), (2, 7, 6), (0, 1, 3), (0, 3, 2), (4, 6, 7), (4, 7, 5),
    ]
)  # fmt: skip
_DARKEST: Final = 0.42
_LIGHT: Final = 0.5


@dataclass(frozen=True)
class Prop:
    """A mesh of flat faces: positions (V, 3) in dm, triangles (T, 3)."""

    positions: Floats
    triangles: Ints

    def shade(self, raster: Raster, key: Floats) -> NDArray[np.float32]:
        """Return the grey (N,) of the samples of its raster, lit from ``key``."""
        corners = self.positions[self.triangles]
        normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        normals /= np.linalg.norm(normals, axis=1, keepdims=True)
        grey = _DARKEST + _LIGHT * np.clip(normals @ unit(key) * 0.6 + 0.4, 0, 1)
        return grey[raster.triangle].astype(np.float32)


def box(low: tuple[float, float, float], high: tuple[float, float, float]) -> Prop:
    """Return a box between two corners."""
    corners = np.array([low, high])
    index = np.arange(8)
    positions = np.stack(
        [corners[index >> 2, 0], corners[index >> 1 & 1, 1], corners[index & 1, 2]], axis=1
    )
    middle = positions.mean(axis=0)
    triangles = _FACES.copy()
    points = positions[triangles]
    normals = np.cross(points[:, 1] - points[:, 0], points[:, 2] - points[:, 0])
    inward = np.einsum("nk,nk->n", normals, points.mean(axis=1) - middle) < 0
    triangles[inward] = triangles[inward][:, ::-1]
    return Prop(positions, triangles)


def together(props: list[Prop]) -> Prop:
    """Return several meshes as one."""
    offsets = np.cumsum([0] + [len(prop.positions) for prop in props[:-1]])
    return Prop(
        np.concatenate([prop.positions for prop in props]),
        np.concatenate([prop.triangles + k for prop, k in zip(props, offsets, strict=True)]),
    )


def chair(seat: float) -> Prop:
    """Return a straight chair without arms whose seat is at a height in dm."""
    legs = [
        box((x, 0.0, z), (x + 0.32, seat - 0.3, z + 0.32))
        for x in (-2.0, 1.68)
        for z in (-1.7, 2.2)
    ]
    posts = [box((x, seat - 0.3, -1.72), (x + 0.3, seat + 3.3, -1.42)) for x in (-2.0, 1.7)]
    slat = box((-1.7, seat + 2.3, -1.68), (1.7, seat + 3.2, -1.46))
    plate = box((-2.05, seat - 0.34, -1.75), (2.05, seat - 0.02, 2.6))
    return together([plate, slat, *legs, *posts])


def wall_edge(palm: Floats) -> Prop:
    """Return the edge of a door frame just ahead of a palm, no wider than half of it."""
    x, _, z = palm
    return box((x - 0.75, 0.0, z + 0.1), (x + 0.02, 19.5, z + 0.42))
