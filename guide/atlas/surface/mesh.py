"""The mesh that all bodies share: triangles, mirror images and canonical positions.

Vertices come in this order: those of the coarse mesh, then those that one step of
subdivision added, then the knot of hair. What is drawn coarsely, while the figure turns,
is therefore a list of triangles over the same vertices.
"""

from enum import IntEnum
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Ints = NDArray[np.int64]
Array = NDArray[Any]

FILE: Final = "mesh.npz"
STEP: Final = 4e-5
"""Decimetres between two positions that a file can tell apart."""
SHARE: Final = 255
"""What a whole share of a body part is in a file."""

ANKLE: Final = 0.36
"""Canonical height in dm below which the soles are drawn: what is above would hide them."""


class SurfaceError(Exception):
    """A surface file is missing or damaged; the text names it."""


class Part(IntEnum):
    """Coarse part of the body a vertex belongs to, by skinning weight."""

    TRUNK = 0
    NECK = 1
    HEAD = 2
    ARM_LEFT = 3
    ARM_RIGHT = 4
    HAND_LEFT = 5
    HAND_RIGHT = 6
    LEG_LEFT = 7
    LEG_RIGHT = 8
    FOOT_LEFT = 9
    FOOT_RIGHT = 10
    EYE_LEFT = 11
    EYE_RIGHT = 12


class Region(IntEnum):
    """What is painted alike: the skin of the body, the head, the eyeballs, the knot of hair."""

    BODY = 0
    HEAD = 1
    EYE_LEFT = 2
    EYE_RIGHT = 3
    KNOT = 4


OTHER_SIDE: Final = np.array([0, 1, 2, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11])
"""Part to the part on the other side of the body."""
FLIP: Final = np.array([-1.0, 1.0, 1.0], dtype=np.float32)


class Surface(msgspec.Struct, frozen=True, eq=False):
    """What all bodies share; V vertices. Distances are decimetres."""

    quads: Ints  # (Q, 4) of skin and eyes; the first corner of each is a coarse vertex
    triangles: Ints  # (T, 3), counter-clockwise seen from outside
    coarse: Ints  # (C, 3) triangles for drawing quickly
    mirror: Ints  # (V,) index of the mirror image
    skin_count: int  # vertices of skin and eyes; those of the knot of hair follow
    coarse_count: int  # vertices of the coarse mesh, which come first
    canonical: NDArray[np.float32]  # (V, 3)
    canonical_normals: NDArray[np.float32]  # (V, 3) of the reference figure
    part_weights: NDArray[np.float32]  # (V, len(Part)) shares; rows sum to one
    knot: NDArray[np.float32]  # (V - skin_count, 3) places on the knot, its axis along z
    regions: NDArray[np.uint8]  # (V,) `Region`
    eyes: NDArray[np.float32]  # (2, 3) centres of the left and the right eyeball, canonical

    @property
    def parts(self) -> NDArray[np.uint8]:
        """(V,) the `Part` with the largest share."""
        return np.argmax(self.part_weights, axis=1).astype(np.uint8)

    def share(self, *stems: str) -> NDArray[np.float32]:
        """Return (V,) the share of all parts whose names begin so ("ARM", "HAND")."""
        columns = [part for part in Part if part.name.startswith(stems)]
        total: NDArray[np.float32] = self.part_weights[:, columns].sum(axis=1)
        return total


def lifted(values: Floats, quads: Ints) -> NDArray[np.float32]:
    """Return values (V, K) of all vertices, given true ones for coarse mesh and knot.

    Every vertex that subdivision added takes the mean of the coarse ones round it.
    """
    added = np.concatenate([quads[:, 1], quads[:, 2], quads[:, 3]])
    source = np.tile(quads[:, 0], 3)
    count = np.bincount(added, minlength=len(values))[:, None]
    sums = [np.bincount(added, column[source], len(values)) for column in values.T]
    mean = np.stack(sums, axis=1) / np.maximum(count, 1)
    return np.where(count > 0, mean, values).astype(np.float32)


def encoded(points: Floats, quads: Ints, mirror: Ints) -> NDArray[np.int32]:
    """Return positions (V, 3) as a file holds them: half of them, in steps.

    Vertices that subdivision added are small numbers: what they differ from their neighbours.
    """
    rest, mean = points.copy(), lifted(points, quads)
    added = np.unique(quads[:, 1:])
    rest[added] -= mean[added]
    return np.round(rest[half_of(mirror)] / STEP).astype(np.int32)


def decoded(half: Array, quads: Ints, mirror: Ints) -> NDArray[np.float32]:
    """Return the positions (V, 3) that `encoded` was given."""
    rest = whole(half * np.float32(STEP), mirror, FLIP)
    points = lifted(rest, quads)
    added = np.unique(quads[:, 1:])
    points[added] += rest[added]
    return points


def make_surface(
    quads: Ints,
    knot_triangles: Ints,
    mirror: Ints,
    canonical: NDArray[np.float32],
    part_weights: NDArray[np.float32],
    knot: NDArray[np.float32],
    scalp: NDArray[np.float32],
) -> Surface:
    """Return the surface, with what can be worked out from the rest.

    ``scalp`` (K, 3) are the canonical normals under the knot, whose own are of no use.
    """
    triangles = split(quads)
    normals = vertex_normals(canonical, triangles)
    normals[-len(knot) :] = scalp
    large = quads.reshape(-1, 4, 4)[:, :, 0]
    regions = _regions(part_weights, len(canonical) - len(knot))
    eyes = [_centre(canonical[regions == r]) for r in (Region.EYE_LEFT, Region.EYE_RIGHT)]
    return Surface(
        quads=quads,
        triangles=np.concatenate([triangles, knot_triangles]),
        coarse=np.concatenate([split(large), knot_triangles]),
        mirror=mirror,
        skin_count=len(canonical) - len(knot),
        coarse_count=int(large.max()) + 1,
        canonical=canonical,
        canonical_normals=normals,
        part_weights=part_weights,
        knot=knot,
        regions=regions,
        eyes=np.array(eyes, dtype=np.float32),
    )


def _regions(part_weights: NDArray[np.float32], skin_count: int) -> NDArray[np.uint8]:
    head = part_weights[:, Part.HEAD] + part_weights[:, Part.NECK]
    regions = np.where(head > 0.01, Region.HEAD, Region.BODY).astype(np.uint8)
    parts = part_weights.argmax(axis=1)
    regions[parts == Part.EYE_LEFT] = Region.EYE_LEFT
    regions[parts == Part.EYE_RIGHT] = Region.EYE_RIGHT
    regions[skin_count:] = Region.KNOT
    return regions


def _centre(points: Floats) -> Floats:
    """Return the centre of the sphere that fits points (N, 3) best."""
    system = np.column_stack([2 * points, np.ones(len(points))])
    return np.linalg.lstsq(system, (points**2).sum(axis=1), rcond=None)[0][:3]


def split(quads: Ints) -> Ints:
    """Return triangles (2 F, 3), every quad cut along its first and third corner."""
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]], axis=1).reshape(-1, 3)


def vertex_normals(positions: Floats, triangles: Ints) -> Floats:
    """Return unit normals (V, 3), the faces weighted by area and angle-free."""
    a, b, c = (np.take(positions, triangles[:, k], axis=0) for k in range(3))
    u, v = b - a, c - a
    normals = np.zeros(positions.shape)
    for axis in range(3):
        one, other = (axis + 1) % 3, (axis + 2) % 3
        flat = u[:, one] * v[:, other] - u[:, other] * v[:, one]
        for k in range(3):
            normals[:, axis] += np.bincount(triangles[:, k], flat, len(positions))
    length = np.sqrt(np.einsum("vc,vc->v", normals, normals))[:, None]
    return (normals / np.maximum(length, 1e-12)).astype(positions.dtype)


def half_of(mirror: Ints) -> Ints:
    """Return the vertices that a file holds: one of every mirrored pair."""
    return np.flatnonzero(np.arange(len(mirror)) <= mirror)


def whole(half: Array, mirror: Ints, across: Floats | Ints) -> NDArray[np.float32]:
    """Return values (V, K) of all vertices from those of one half.

    ``across`` makes a mirrored row: a factor for each column, or the order of the columns.
    """
    rows = half_of(mirror)
    result = np.empty((len(mirror), *half.shape[1:]), dtype=np.float32)
    turned = half[:, across] if np.issubdtype(across.dtype, np.integer) else half * across
    result[mirror[rows]] = turned
    result[rows] = half
    return result


def load_surface(folder: Path) -> Surface:
    """Read the shared mesh; raises `SurfaceError` naming a missing or damaged file."""
    data = read_arrays(folder / FILE)
    mirror, quads = data["mirror"].astype(np.int64), data["quads"].astype(np.int64)
    weights = data["part_weights"].astype(np.float32)
    return make_surface(
        quads=quads,
        knot_triangles=data["knot_triangles"].astype(np.int64),
        mirror=mirror,
        canonical=decoded(data["canonical"], quads, mirror),
        part_weights=whole(weights / weights.sum(axis=1, keepdims=True), mirror, OTHER_SIDE),
        knot=data["knot"].astype(np.float32),
        scalp=data["scalp"].astype(np.float32),
    )


def read_arrays(path: Path) -> dict[str, Array]:
    """Read the arrays of a file; raises `SurfaceError` naming it when that cannot be done."""
    try:
        with np.load(path, allow_pickle=False) as data:
            return {name: data[name] for name in data.files}
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise SurfaceError(f"{path} cannot be read: {error}. Install Unknot again.") from error
