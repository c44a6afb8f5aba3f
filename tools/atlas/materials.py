"""Materials and painted shade of the samples of a picture."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.raster import Raster
from tools.atlas import bun, paint
from tools.atlas.figure import Part, Surface, topology
from tools.atlas.noise import noise
from tools.atlas.paint import Material, smoothstep

Floats = NDArray[np.float64]

IRIS: Final = 25.0
PUPIL: Final = 10.0
GLINT: Final = 5.5
"""Degrees from the gaze to the edge of the iris and of the pupil; half width of the catchlight."""


@cache
def eyes() -> dict[Part, tuple[Floats, float]]:
    """Return centre and radius, canonical, of the sphere that fits each eyeball best."""
    shared, result = topology(), {}
    parts = np.argmax(shared.part_weights, axis=1)
    for part in (Part.EYE_LEFT, Part.EYE_RIGHT):
        points = shared.canonical[parts == part].astype(np.float64)
        system = np.column_stack([2 * points, np.ones(len(points))])
        a, b, c, d = np.linalg.lstsq(system, (points**2).sum(axis=1), rcond=None)[0]
        centre = np.array([a, b, c])
        result[part] = (centre, float(np.sqrt(d + centre @ centre)))
    return result


def gaze_angle(points: Floats, part: Part) -> Floats:
    """Return degrees between the gaze and points of an eyeball, canonical."""
    offset = points - eyes()[part][0]
    length = np.maximum(np.linalg.norm(offset, axis=1), 1e-9)
    return np.degrees(np.arccos(np.clip(offset[:, 2] / length, -1, 1)))


def paint_samples(
    surface: Surface, raster: Raster, key: Floats
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return material (N,) and painted shade (N,), to multiply the light with.

    ``key`` is the direction of the key light in body axes; its mirror image in the eyes
    is the catchlight.
    """
    points = raster.attribute(surface.canonical).astype(np.float64)
    shares = raster.attribute(surface.part_weights).astype(np.float64)
    part = np.argmax(shares, axis=1)
    material = np.full(len(points), Material.SKIN, dtype=np.uint8)
    shade = np.ones(len(points), dtype=np.float32)
    head = (part == Part.HEAD) | (part == Part.NECK)
    _paint_face(points, np.flatnonzero(head), surface.style, material, shade)
    if surface.style is not None:
        style = surface.style
        arms = shares[:, [p for p in Part if p.name.startswith(("ARM", "HAND"))]].sum(axis=1)
        legs = shares[:, [p for p in Part if p.name.startswith(("LEG", "FOOT"))]].sum(axis=1)
        body = np.flatnonzero(shares[:, Part.HEAD] + shares[:, Part.NECK] < 0.9)
        own = raster.attribute(surface.own).astype(np.float64)
        field = paint.garment(points[body], arms[body], legs[body], style, own[body])
        _paint_garment(field, body, material, shade)
        _paint_hair(points, np.flatnonzero(shares[:, Part.HEAD] > 0.4), style, material, shade)
        _paint_knot(surface, raster, material, shade)
    _paint_lashes(raster, part, shade)
    glint = 4 * raster.camera.toward + key
    for eye in (Part.EYE_LEFT, Part.EYE_RIGHT):
        _paint_eye(points, np.flatnonzero(part == eye), (eye, glint), material, shade)
    return material, shade


def _paint_face(
    points: Floats,
    rows: NDArray[np.int64],
    style: paint.Style | None,
    material: NDArray[np.uint8],
    shade: NDArray[np.float32],
) -> None:
    face = points[rows]
    lip, brow = paint.lips(face), paint.brow(face, style)
    material[rows[lip > 0]] = Material.LIPS
    hairs = noise(np.column_stack([np.abs(face[:, 0]) * 95 - face[:, 1] * 40, face[:, 1] * 30]), 7)
    inside = brow + 0.005 * hairs + 0.006 * noise(np.abs(face) * 230, 13)
    material[rows[inside > 0.002]] = Material.BROW
    shade[rows] *= 1 - 0.10 * smoothstep(-0.03, 0.012, brow)


def _paint_garment(
    field: Floats,
    rows: NDArray[np.int64],
    material: NDArray[np.uint8],
    shade: NDArray[np.float32],
) -> None:
    material[rows[field > 0]] = Material.GARMENT
    outside = smoothstep(-0.09, 0.0, field) * (field <= 0)
    seam = np.exp(-(((field - 0.10) / 0.014) ** 2)) * (field > 0)
    edge = smoothstep(0.03, 0.0, field) * (field > 0)
    shade[rows] *= (1 - 0.12 * outside - 0.16 * seam - 0.08 * edge).astype(np.float32)


def _paint_hair(
    points: Floats,
    rows: NDArray[np.int64],
    style: paint.Style,
    material: NDArray[np.uint8],
    shade: NDArray[np.float32],
) -> None:
    scalp = points[rows]
    field = paint.hair(scalp, style)
    streak = paint.strands(scalp, style)
    wisps = noise(scalp * 210, 11)
    inside = field + 0.016 * streak + 0.016 * wisps > 0.02
    material[rows[inside]] = Material.HAIR
    tone = 0.84 + 0.16 * streak * smoothstep(0.0, 0.15, field)
    under = 1 - 0.20 * smoothstep(-0.09, 0.02, field)
    shade[rows] *= np.where(inside, tone, under).astype(np.float32)


def _paint_knot(
    surface: Surface, raster: Raster, material: NDArray[np.uint8], shade: NDArray[np.float32]
) -> None:
    rows = np.flatnonzero(raster.triangles[raster.triangle, 0] >= surface.skin_count)
    local = np.zeros((len(surface.canonical), 3))
    side = np.cross(bun.AXIS, [1.0, 0.0, 0.0])
    local[surface.skin_count :] = bun.ball().points @ np.stack([[1.0, 0, 0], side, bun.AXIS]).T
    spot = raster.attribute(local)[rows].astype(np.float64)
    material[rows] = Material.HAIR
    shade[rows] *= (0.86 + 0.14 * paint.coil(spot)).astype(np.float32)


def _paint_lashes(raster: Raster, part: NDArray[np.int64], shade: NDArray[np.float32]) -> None:
    """Darken the skin just above the eyeball as seen: the line of the upper lashes."""
    eye = raster.image((part >= Part.EYE_LEFT).astype(np.uint8)).astype(bool)
    if not eye.any():
        return
    reach = max(1, round(0.016 * raster.camera.scale * raster.supersample))
    top = int(np.flatnonzero(eye.any(axis=1))[0]) - reach
    low = int(np.flatnonzero(eye.any(axis=1))[-1]) + 1
    band = np.zeros_like(eye)
    for step in range(1, reach + 1):
        band[max(top, 0) : low] |= eye[max(top, 0) + step : low + step]
    lash = (band & ~eye).ravel()[raster.samples]
    shade[lash] *= 0.42


def _paint_eye(
    points: Floats,
    rows: NDArray[np.int64],
    eye: tuple[Part, Floats],
    material: NDArray[np.uint8],
    shade: NDArray[np.float32],
) -> None:
    which, glint = eye
    ball = points[rows]
    angle = gaze_angle(ball, which)
    material[rows] = Material.EYE_WHITE
    material[rows[angle < IRIS]] = Material.IRIS
    material[rows[angle < PUPIL]] = Material.PUPIL
    rim = np.exp(-(((angle - IRIS) / 3.5) ** 2))
    white = np.where(angle > IRIS, 0.90, 1.0)
    shade[rows] *= ((1 - 0.45 * rim) * white).astype(np.float32)
    offset = ball - eyes()[which][0]
    toward = offset @ glint / (np.linalg.norm(offset, axis=1) * np.linalg.norm(glint))
    spark = rows[(toward > np.cos(np.radians(GLINT))) & (angle < IRIS)]
    material[spark] = Material.EYE_WHITE
    shade[spark] = 4.0
