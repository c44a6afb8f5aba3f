"""What is painted on the skin, as fields in canonical coordinates.

A field is a signed distance in decimetres, roughly: positive inside, zero on the edge.
Fields are symmetric: they take |x|. They depend on nothing but the canonical point, so
that a garment or a hairline follows the skin through every view and pose.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from tools.atlas import bun
from tools.atlas.noise import noise

Floats = NDArray[np.float64]


class Material(IntEnum):
    """Indices of the material pictures; colours are given at run time."""

    NONE = 0
    SKIN = 1
    GARMENT = 2
    HAIR = 3
    EYE_WHITE = 4
    IRIS = 5
    PUPIL = 6
    LIPS = 7
    BROW = 8
    PROP = 9
    MUSCLE = 10
    FIBRE = 11


@dataclass(frozen=True)
class Style:
    """How one figure wears hair and garment. Hairline: height by angle from the front."""

    hairline: tuple[tuple[float, float], ...]
    hair_top: float
    hair_side: float
    bun: bool
    top: bool
    waist: float
    hem: float
    brow_arch: float
    brow_weight: float


STYLES: Final[dict[str, Style]] = {
    "female": Style(
        hairline=(
            (0, 16.93), (18, 16.93), (34, 16.86), (46, 16.70), (58, 16.42), (66, 16.30),
            (74, 16.32), (88, 16.40), (104, 16.32), (116, 16.04), (132, 15.90), (156, 15.80),
            (180, 15.74),
        ),
        hair_top=0.060, hair_side=0.050, bun=True, top=True, waist=10.36, hem=7.92,
        brow_arch=1.0, brow_weight=0.95,
    ),
    "male": Style(
        hairline=(
            (0, 16.92), (16, 16.93), (30, 16.94), (42, 16.86), (52, 16.58), (60, 16.34),
            (67, 16.10), (72, 16.08), (78, 16.30), (88, 16.39), (104, 16.31), (114, 16.02),
            (130, 15.86), (156, 15.76), (180, 15.72),
        ),
        hair_top=0.110, hair_side=0.045, bun=False, top=False, waist=10.16, hem=7.10,
        brow_arch=0.35, brow_weight=1.2,
    ),
}  # fmt: skip

HEAD_AXIS: Final = 0.40
WHORL: Final = np.array([0.0, 17.20, -0.10])


def smoothstep(low: float, high: float, values: NDArray[np.floating]) -> Floats:
    """Return 0 below ``low``, 1 above ``high``, smooth between."""
    t = np.clip((np.asarray(values, dtype=np.float64) - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def _along(knots: tuple[tuple[float, float], ...], at: Floats) -> Floats:
    curve = PchipInterpolator([k for k, _ in knots], [v for _, v in knots])
    return np.asarray(curve(at), dtype=np.float64)


def head_angle(points: Floats) -> Floats:
    """Return degrees round the head, 0 in front and 180 behind."""
    return np.degrees(np.arctan2(np.abs(points[:, 0]), points[:, 2] - HEAD_AXIS))


def hair(points: Floats, style: Style) -> Floats:
    """Return the field of the hair; only the head's own points may use it."""
    return points[:, 1] - _along(style.hairline, head_angle(points))


def hair_height(points: Floats, style: Style) -> Floats:
    """Return how far the hair stands off the scalp, dm."""
    inside = hair(points, style)
    top = smoothstep(16.35, 17.0, points[:, 1])
    height = style.hair_side + (style.hair_top - style.hair_side) * top
    if not style.bun:
        front = np.exp(-(((points[:, 2] - 1.12) / 0.28) ** 2)) * top
        height = height + 0.05 * front
    return height * smoothstep(-0.01, 0.22, inside)


def strands(points: Floats, style: Style) -> Floats:
    """Return the streaks of the hair, -1 to 1, running away from the whorl or to the knot."""
    centre = bun.CENTRE if style.bun else WHORL
    pole = bun.AXIS if style.bun else np.array([0.0, 0.97, -0.25])
    offset = points - centre
    side = np.cross(pole, [1.0, 0.0, 0.0])
    turn = np.arctan2(offset @ side, np.abs(offset[:, 0]))
    reach = np.linalg.norm(offset, axis=1)
    return _streaks(turn, reach)


def coil(points: Floats) -> Floats:
    """Return the streaks, -1 to 1, wound round a knot; (N, 3) offsets in units of its radius."""
    ring = np.arctan2(points[:, 1], points[:, 0])
    reach = np.hypot(points[:, 0], points[:, 1])
    return _streaks(1.15 * (reach * 2.2 + 0.22 * np.sin(2 * ring)), 0.4 * np.abs(ring))


def _streaks(across: Floats, along: Floats) -> Floats:
    fine = noise(np.column_stack([across * 46, along * 1.5]), 3)
    broad = noise(np.column_stack([across * 15, along * 1.1]), 5)
    return 0.55 * fine + 0.45 * broad


def brow(points: Floats, style: Style | None) -> Floats:
    """Return the field of the eyebrows; without a style those of the middle way."""
    arch, weight = (style.brow_arch, style.brow_weight) if style else (0.7, 1.0)
    x = np.clip(np.abs(points[:, 0]), 0, 0.9)
    rise = _along(
        ((0.0, 0.0), (0.13, 0.0), (0.32, 0.05), (0.44, 0.045), (0.56, 0.0), (0.9, 0.0)), x
    )
    fall = _along(((0.0, 16.405), (0.13, 16.413), (0.40, 16.413), (0.56, 16.372), (0.9, 16.2)), x)
    knots = ((0.0, 0.0), (0.10, 0.0), (0.14, 0.028), (0.30, 0.029), (0.44, 0.019), (0.55, 0.005))
    half = weight * _along((*knots, (0.57, 0.0), (0.9, 0.0)), x)
    field = half - np.abs(points[:, 1] - fall - arch * rise)
    return np.where((points[:, 2] > 0.9) & (half > 0), field, -0.1)


def lips(points: Floats) -> Floats:
    """Return the field of the lips."""
    x = np.clip(np.abs(points[:, 0]), 0, 0.4)
    upper = _along(
        ((0, 15.628), (0.05, 15.640), (0.14, 15.614), (0.20, 15.596), (0.25, 15.572), (0.4, 15.5)),
        x,
    )
    lower = _along(
        ((0, 15.425), (0.07, 15.430), (0.14, 15.470), (0.20, 15.520), (0.25, 15.572), (0.4, 15.7)),
        x,
    )
    field = np.minimum(upper - points[:, 1], points[:, 1] - lower)
    return np.where(points[:, 2] > 1.0, field, -0.1)


def _trunk_angle(points: Floats) -> Floats:
    return np.degrees(np.arctan2(np.abs(points[:, 0]), points[:, 2] - 0.35))


def shorts(points: Floats, style: Style) -> Floats:
    """Return the field of the shorts on trunk and thighs."""
    angle = _trunk_angle(points)
    waist = style.waist - 0.10 * np.cos(np.radians(angle))
    outward = np.abs(points[:, 0]) - 1.0
    hem = style.hem + 0.16 * outward
    return np.minimum(waist - points[:, 1], points[:, 1] - hem)


def sports_top(points: Floats) -> Floats:
    """Return the field of the band of the sports top."""
    angle = _trunk_angle(points)
    upper = _along(
        (
            (0, 13.22),
            (20, 13.25),
            (44, 13.34),
            (60, 13.18),
            (80, 12.90),
            (100, 12.76),
            (135, 12.74),
            (180, 12.80),
        ),
        angle,
    )
    return np.minimum(upper - points[:, 1], points[:, 1] - 11.98)


def straps(points: Floats) -> Floats:
    """Return the field of its straps, at points of the figure's own anatomical position."""
    drop = 14.6 - np.clip(points[:, 1], 12.7, 14.6)
    back = smoothstep(0.25, 0.05, points[:, 2])
    middle = 0.98 - (0.10 + 0.12 * back) * drop
    field = 0.075 - np.abs(np.abs(points[:, 0]) - middle)
    return np.minimum(field, points[:, 1] - 12.6)


def _join(one: Floats, other: Floats, reach: float) -> Floats:
    """Return the union of two fields with its inner corners rounded."""
    near = np.clip(1 - np.abs(one - other) / reach, 0, 1)
    return np.maximum(one, other) + reach / 6 * near**3


def garment(
    points: Floats, arms: Floats, legs: Floats, style: Style, own: Floats | None = None
) -> Floats:
    """Return the field of the garment on trunk and thighs.

    ``arms`` and ``legs`` are the shares (N,) of arm-and-hand and leg-and-foot in the skin.
    ``own`` are the same points of the figure's own anatomical position; without them the
    straps are left out. No point with a share of arm above two in five is ever inside.
    """
    field = shorts(points, style)
    if style.top:
        upper = sports_top(points)
        if own is not None:
            upper = _join(upper, straps(own), 0.16)
        field = np.maximum(field, np.where(legs > 0.5, -0.1, upper))
    return np.minimum(field, (0.4 - arms) * 0.5)
