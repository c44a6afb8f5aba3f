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
    """The samples of one raster while they are painted; N of them.

    ``tint`` is a second material and its share, as the ``edge`` of a `Picture` has them.
    """

    def __init__(self, surface: Surface, raster: Raster) -> None:
        self.surface, self.raster = surface, raster
        self.material = np.full(len(raster.samples), Material.SKIN, dtype=np.uint8)
        self.tint = np.zeros(len(raster.samples), dtype=np.uint8)
        self.shade = np.ones(len(raster.samples), dtype=np.float32)
        first = np.take(raster.triangles[:, 0], raster.triangle)
        self._regions = np.take(surface.regions, first)

    def rows(self, region: Region) -> Ints:
        """Return the samples of a region."""
        return np.flatnonzero(self._regions == region)

    def canonical(self, rows: Ints) -> NDArray[np.float32]:
        """Return the canonical points (N, 3) of some samples."""
        return self.raster.part(rows).attribute(self.surface.canonical)

    def blend(self, rows: Ints, material: Material, share: Floats) -> None:
        """Lay a material over some samples, each by its share, 0 to 1."""
        fifteenths = np.round(15 * np.clip(share, 0, 1)).astype(np.uint8)
        rows, fifteenths = rows[fifteenths > 0], fifteenths[fifteenths > 0]
        most = fifteenths > 7
        under = self.material[rows]
        self.material[rows[most]] = material
        other = np.where(most, under, material)
        less = np.where(most, 15 - fifteenths, fifteenths)
        self.tint[rows] = np.where(less > 0, 16 * other + less, 0)


def paint_samples(
    surface: Surface, wear: Wear | None, raster: Raster, key: Floats, garment: bool = True
) -> Painted:
    """Return the samples with their materials, tints and shade, to multiply the light with.

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
    return painted


def _paint_face(
    painted: Painted, rows: Ints, points: NDArray[np.float32], style: paint.Style | None
) -> None:
    front = np.flatnonzero(points[:, 2] > paint.FACE)
    rows, face = rows[front], points[front]
    lip = paint.lips(face)
    warm = paint.blush(face) + _grain(painted.raster.samples[rows]) / 15
    painted.blend(rows, Material.LIPS, np.maximum(warm, paint.lip_share(lip)))
    painted.shade[rows] *= paint.lip_shade(face, lip)
    brow = paint.brow(face, style)
    painted.shade[rows] *= 1 - 0.10 * smoothstep(-0.04, 0.012, brow)
    near = np.flatnonzero(brow > -0.03)
    painted.blend(rows[near], Material.BROW, paint.brow_share(face[near], brow[near]))
    for eye in painted.surface.eyes:
        offset = face - eye
        around = np.flatnonzero(np.einsum("nc,nc->n", offset, offset) < paint.LID**2)
        painted.shade[rows[around]] *= paint.lashes(offset[around])


def _grain(samples: Ints) -> Floats:
    """Return a number for every sample, spread over half a step either way: no step is seen."""
    return np.modf(samples * 0.7548776662)[0] - 0.5


def _paint_garment(painted: Painted, wear: Wear) -> None:
    field = painted.raster.attribute(wear.field)
    near = np.flatnonzero(np.abs(field) < _NEAR)
    part = painted.raster.part(near)
    surface, points = painted.surface, part.attribute(painted.surface.canonical)
    arms = part.attribute(surface.share("ARM", "HAND"))
    legs = part.attribute(surface.share("LEG", "FOOT"))
    own = part.attribute(wear.own) if wear.style.top else None
    field[near] = paint.garment(points, arms, legs, wear.style, own)
    across = field * (part.camera.scale * part.supersample)  # in samples: a border is one wide
    painted.material[across >= 0.5] = Material.GARMENT
    border = np.flatnonzero(np.abs(across) < 0.5)
    painted.blend(border, Material.GARMENT, across[border] + 0.5)
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
    share = smoothstep(-0.03, 0.03, field - 0.015 + 0.03 * paint.wisps(scalp, style))
    painted.blend(rows, Material.HAIR, share)
    tone = 0.84 + 0.16 * streak * smoothstep(0.0, 0.15, field)
    under = 1 - 0.16 * smoothstep(-0.09, 0.02, field)
    painted.shade[rows] *= under + (tone - under) * share


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
    painted.blend(rows, Material.LIPS, paint.eye_corner(offset, centre[0]))
    painted.shade[rows] *= paint.eyeball(offset, angle, IRIS)
    toward = offset @ (glint / np.linalg.norm(glint))
    spark = rows[(toward > np.cos(np.radians(GLINT))) & (angle < IRIS)]
    painted.material[spark] = Material.EYE_WHITE
    painted.shade[spark] = 4.0
