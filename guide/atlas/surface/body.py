"""One body: a figure of some build in some pose, what it wears and how light reaches it.

Which light reaches a vertex is baked: visibility from many directions, as a few shares
(scores) of patterns over the directions (basis) that all vertices of the body have in common.
"""

from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from guide.atlas.surface import paint
from guide.atlas.surface.camera import Camera
from guide.atlas.surface.mesh import (
    FLIP,
    Surface,
    SurfaceError,
    decoded,
    half_of,
    lifted,
    read_arrays,
    vertex_normals,
    whole,
)
from guide.atlas.surface.shade import KEY_SPREAD, Lamps, Lit, axes
from guide.core.orientation import Build, FigureName, Pose

Floats = NDArray[np.floating]

CLOTH: Final = 0.022
"""Decimetres by which the garment lies off the skin."""
DIRECTIONS: Final = 400
"""Directions from which light is baked."""
UNIT: Final = 127
"""What 1 is in the bytes of a file."""
_HALF_SHADE: Final = 6.0
"""Degrees over which the key light's edge fades."""


class Wear(msgspec.Struct, frozen=True, eq=False):
    """Hair and garment of a figure; they lie on the same skin in every build."""

    style: paint.Style
    own: NDArray[np.float32]  # (V, 3) the average build's skin, for the straps
    field: NDArray[np.float32]  # (V,) the garment's field
    cloth: NDArray[np.float32]  # (V,) 0 bare to 1 covered


class Body(msgspec.Struct, frozen=True, eq=False):
    """A body in a pose, dressed; V vertices, K patterns of light."""

    figure: FigureName
    build: Build
    pose: Pose
    positions: NDArray[np.float32]  # (V, 3), dm, standing on y = 0
    normals: NDArray[np.float32]  # (V, 3)
    sky: NDArray[np.float32]  # (V,)
    bend: NDArray[np.float32]  # (V,)
    scores: NDArray[np.float32]  # (N, K) of coarse mesh and knot, one of each mirrored pair
    basis: NDArray[np.float32]  # (K, DIRECTIONS)
    wear: Wear
    dressed: bool  # False: without garment, the smooth shape of a mannequin

    def lit(self, surface: Surface, camera: Camera, lamps: Lamps) -> Lit:
        """Return the light on every vertex from one view."""
        direction = axes(camera, lamps.key)
        rows = lit_vertices(surface)
        key = np.zeros(len(surface.mirror), dtype=np.float32)
        key[surface.mirror[rows]] = self.scores @ (self.basis @ aim(direction * FLIP))
        key[rows] = self.scores @ (self.basis @ aim(direction))
        key = lifted(key[:, None], surface.quads)[:, 0]
        return Lit(self.normals, self.sky, np.clip(key, 0, 1), self.bend)

    def undressed(self, surface: Surface) -> "Body":
        """Return the body without its garment; what the cloth smoothed stays smooth."""
        positions = self.positions - (CLOTH * self.wear.cloth)[:, None] * self.normals
        return replace(
            self,
            positions=positions,
            normals=vertex_normals(positions, surface.triangles),
            dressed=False,
        )


def lit_vertices(surface: Surface) -> NDArray[np.int64]:
    """Return the vertices that have scores: of coarse mesh and knot, one of each pair."""
    half = half_of(surface.mirror)
    return half[(half < surface.coarse_count) | (half >= surface.skin_count)]


@cache
def lattice() -> NDArray[np.float32]:
    """Return the DIRECTIONS (N, 3), spread evenly: the second half mirrors the first."""
    k = np.arange(DIRECTIONS // 2) + 0.5
    aside = 1 - 2 * k / DIRECTIONS
    turn = np.pi * (1 + 5**0.5) * k
    ring = np.sqrt(1 - aside**2)
    half = np.stack([aside, ring * np.cos(turn), ring * np.sin(turn)], axis=1)
    return np.concatenate([half, half * FLIP]).astype(np.float32)


def aim(direction: Floats) -> NDArray[np.float32]:
    """Return the share (DIRECTIONS,) of every baked direction in a broad light from one."""
    edges = np.cos(np.radians([KEY_SPREAD + _HALF_SHADE, KEY_SPREAD - _HALF_SHADE]))
    share = paint.smoothstep(edges[0], edges[1], lattice() @ direction)
    return (share / share.sum()).astype(np.float32)


def make_wear(surface: Surface, figure: FigureName, own: NDArray[np.float32]) -> Wear:
    """Return what a figure wears; ``own`` (V, 3) is its skin at the reference's stature."""
    style, canonical = paint.STYLES[figure], surface.canonical
    arms, legs = surface.share("ARM", "HAND"), surface.share("LEG", "FOOT")
    head = surface.share("HEAD", "NECK", "EYE") >= 0.9
    field = paint.garment(canonical, arms, legs, style, own)
    draped = paint.garment(canonical, arms, legs, style)
    return Wear(
        style,
        own,
        np.where(head, -1, field).astype(np.float32),
        paint.smoothstep(0.0, 0.10, draped).astype(np.float32),
    )


def file_name(figure: FigureName, build: Build) -> str:
    """Return the name of a body's file."""
    return f"{figure}-{build}.npz"


def load_body(
    folder: Path,
    surface: Surface,
    figure: FigureName,
    build: Build = Build.AVERAGE,
    pose: Pose = Pose.STANDING,
) -> Body:
    """Read one body; raises `SurfaceError` naming a missing or damaged file."""
    path = folder / file_name(figure, build)
    data, mirror = read_arrays(path), surface.mirror
    own = read_arrays(folder / f"{figure}.npz")["own"]
    try:
        half = {name: data[f"{pose}.{name}"] for name in ("positions", "sky", "bend", "scores")}
        basis, scale = data[f"{pose}.basis"], data[f"{pose}.scale"]
    except KeyError as error:
        raise SurfaceError(f"{path} has no {error}. Install Unknot again.") from error
    one = np.ones(1)
    positions = decoded(half["positions"], surface.quads, mirror)
    return Body(
        figure,
        build,
        pose,
        positions=positions,
        normals=vertex_normals(positions, surface.triangles),
        sky=whole(half["sky"][:, None] / np.float32(2 * UNIT), mirror, one)[:, 0],
        bend=whole(half["bend"][:, None] / np.float32(UNIT), mirror, one)[:, 0],
        scores=half["scores"] * (scale / UNIT).astype(np.float32),
        basis=basis.astype(np.float32),
        wear=make_wear(surface, figure, decoded(own, surface.quads, mirror)),
        dressed=True,
    )
