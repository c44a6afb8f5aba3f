"""Materials and painted shade of the samples of a picture."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface import paint
from guide.atlas.surface.body import Wear
from guide.atlas.surface.mesh import Region, Surface
from guide.atlas.surface.paint import Material, smoothstep
from guide.atlas.surface.raster import Raster

Floats = NDArray[np.floating]
Ints = NDArray[np.int64]

IRIS: Final = 25.0
PUPIL: Final = 10.0
GLINT: Final = 4.6
"""Degrees from the gaze to the edge of the iris and of the pupil; half width of the catchlight."""
_NEAR: Final = 0.16
"""Decimetres from the garment's edge beyond which the vertices' field says enough."""


class Painted:
    """The samples of one raster while they are painted; N of them."""

    def __init__(self, surface: Surface, raster: Raster) -> None:
        self.surface, self.raster = surface, raster
        self.material = np.full(len(raster.samples), Material.SKIN, dtype=np.uint8)
        self.shade = np.ones(len(raster.samples), dtype=np.float32)
        first = np.take(raster.triangles[:, 0], raster.triangle)
        self._regions = np.take(surface.regions, first)

    def rows(self, region: Region) -> Ints:
        """Return the samples of a region."""
        return np.flatnonzero(self._regions == region)

    def canonical(self, rows: Ints) -> NDArray[np.float32]:
        """Return the canonical points (N, 3) of some samples."""
        return self.raster.part(rows).attribute(self.surface.canonical)


def paint_samples(
    surface: Surface, wear: Wear | None, raster: Raster, key: Floats, garment: bool = True
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return material (N,) and painted shade (N,), to multiply the light with.

    ``key`` is the direction of the key light in body axes; its mirror image in the eyes
    is the catchlight.
    """
    painted = Painted(surface, raster)
    if wear is not None and garment:
        _paint_garment(painted, wear)
    head = painted.rows(Region.HEAD)
    if len(head):
        points = painted.canonical(head)
        _paint_face(painted, head, points, wear.style if wear else None)
        if wear is not None:
            _paint_hair(painted, head, points, wear.style)
    _paint_knot(painted)
    glint = (4 * raster.camera.toward + key).astype(np.float32)
    for region, centre in zip((Region.EYE_LEFT, Region.EYE_RIGHT), surface.eyes, strict=True):
        _paint_eye(painted, painted.rows(region), centre, glint)
    return painted.material, painted.shade


def _paint_face(
    painted: Painted, rows: Ints, points: NDArray[np.float32], style: paint.Style | None
) -> None:
    front = np.flatnonzero(points[:, 2] > paint.FACE)
    rows, face = rows[front], points[front]
    lip = paint.lips(face)
    painted.material[rows[lip > 0]] = Material.LIPS
    painted.shade[rows] *= 1 - 0.07 * smoothstep(-0.012, 0.0, lip) * (lip <= 0)
    brow = paint.brow(face, style)
    painted.shade[rows] *= 1 - 0.12 * smoothstep(-0.03, 0.012, brow)
    near = np.flatnonzero(brow > -0.03)
    painted.material[rows[near[paint.brow_hairs(face[near], brow[near]) > 0]]] = Material.BROW
    for eye in painted.surface.eyes:
        offset = face - eye
        around = np.flatnonzero(np.einsum("nc,nc->n", offset, offset) < paint.LID**2)
        painted.shade[rows[around]] *= paint.lashes(offset[around])


def _paint_garment(painted: Painted, wear: Wear) -> None:
    field = painted.raster.attribute(wear.field)
    near = np.flatnonzero(np.abs(field) < _NEAR)
    part = painted.raster.part(near)
    surface, points = painted.surface, part.attribute(painted.surface.canonical)
    arms = part.attribute(surface.share("ARM", "HAND"))
    legs = part.attribute(surface.share("LEG", "FOOT"))
    own = part.attribute(wear.own) if wear.style.top else None
    field[near] = paint.garment(points, arms, legs, wear.style, own)
    painted.material[field > 0] = Material.GARMENT
    edge = field[near]
    outside = smoothstep(-0.09, 0.0, edge) * (edge <= 0)
    seam = np.exp(-(((edge - 0.10) / 0.014) ** 2)) * (edge > 0)
    hem = smoothstep(0.03, 0.0, edge) * (edge > 0)
    painted.shade[near] *= 1 - 0.12 * outside - 0.16 * seam - 0.08 * hem


def _paint_hair(
    painted: Painted, rows: Ints, points: NDArray[np.float32], style: paint.Style
) -> None:
    field = paint.hair(points, style)
    near = np.flatnonzero((field > -0.09) & (points[:, 1] > paint.NAPE))
    rows, scalp, field = rows[near], points[near], field[near]
    streak = paint.strands(scalp, style)
    inside = field + 0.02 * paint.wisps(scalp, style) > 0.02
    painted.material[rows[inside]] = Material.HAIR
    tone = 0.84 + 0.16 * streak * smoothstep(0.0, 0.15, field)
    under = 1 - 0.20 * smoothstep(-0.09, 0.02, field)
    painted.shade[rows] *= np.where(inside, tone, under)


def _paint_knot(painted: Painted) -> None:
    rows, surface = painted.rows(Region.KNOT), painted.surface
    if not len(rows):
        return
    places = np.zeros((len(surface.canonical), 3), dtype=np.float32)
    places[surface.skin_count :] = surface.knot
    painted.material[rows] = Material.HAIR
    spot = painted.raster.part(rows).attribute(places)
    painted.shade[rows] *= 0.86 + 0.14 * paint.coil(spot)


def _paint_eye(
    painted: Painted, rows: Ints, centre: NDArray[np.float32], glint: NDArray[np.float32]
) -> None:
    if not len(rows):
        return
    offset = painted.canonical(rows) - centre
    offset /= np.sqrt(np.einsum("nc,nc->n", offset, offset))[:, None]
    angle = np.degrees(np.arccos(np.clip(offset[:, 2], -1, 1)))
    painted.material[rows] = Material.EYE_WHITE
    painted.material[rows[angle < IRIS]] = Material.IRIS
    painted.material[rows[angle < PUPIL]] = Material.PUPIL
    painted.shade[rows] *= paint.eyeball(offset, angle, IRIS)
    toward = offset @ (glint / np.linalg.norm(glint))
    spark = rows[(toward > np.cos(np.radians(GLINT))) & (angle < IRIS)]
    painted.material[spark] = Material.EYE_WHITE
    painted.shade[spark] = 4.0
