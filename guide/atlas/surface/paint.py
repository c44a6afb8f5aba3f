"""What is painted on the skin, as fields in canonical coordinates.

A field is a signed distance in decimetres, roughly: positive inside, zero on the edge.
Fields are symmetric: they take |x|. They depend on nothing but the canonical point, so
that a garment or a hairline follows the skin through every view and pose.
"""

from enum import IntEnum
from functools import cache
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.noise import noise
from guide.core.orientation import FigureName

Floats = NDArray[np.floating]
Knots = tuple[tuple[float, float], ...]


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


class Style(msgspec.Struct, frozen=True):
    """How one figure wears hair and garment. Hairline: height by angle from the front."""

    hairline: Knots
    hair_top: float
    hair_side: float
    bun: bool
    top: bool
    waist: float
    hem: float
    brow_arch: float
    brow_weight: float


STYLES: Final[dict[FigureName, Style]] = {
    FigureName.FEMALE: Style(
        hairline=(
            (0, 16.93), (18, 16.93), (34, 16.86), (46, 16.70), (58, 16.42), (66, 16.30),
            (74, 16.32), (88, 16.40), (104, 16.32), (116, 16.04), (132, 15.90), (156, 15.80),
            (180, 15.74),
        ),
        hair_top=0.060, hair_side=0.050, bun=True, top=True, waist=10.36, hem=7.92,
        brow_arch=1.0, brow_weight=0.95,
    ),
    FigureName.MALE: Style(
        hairline=(
            (0, 16.92), (16, 16.93), (30, 16.94), (42, 16.86), (52, 16.58), (60, 16.34),
            (67, 16.10), (72, 16.08), (78, 16.30), (88, 16.39), (104, 16.31), (114, 16.02),
            (130, 15.86), (156, 15.76), (180, 15.72),
        ),
        hair_top=0.110, hair_side=0.045, bun=False, top=False, waist=10.16, hem=7.10,
        brow_arch=0.35, brow_weight=1.2,
    ),
}  # fmt: skip

FACE: Final = 0.9
"""How far ahead the skin of the face lies: what is behind has neither brows nor lips."""
EYEBALL: Final = 0.153
LID: Final = 0.26
"""Radius of an eyeball, and of the skin round its centre that has lids; canonical, dm."""
NAPE: Final = 15.6
"""Height below which no hair grows, whatever the hairline says."""
HEAD_AXIS: Final = 0.40
WHORL: Final = np.array([0.0, 17.20, -0.10])
KNOT: Final = np.array([0.0, 17.24, -0.12])
KNOT_AXIS: Final = np.array([0.0, 0.86, -0.51])


def smoothstep(low: float, high: float, values: NDArray[np.floating]) -> Floats:
    """Return 0 below ``low``, 1 above ``high``, smooth between."""
    t = np.clip((values - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


@cache
def _slopes(knots: Knots) -> tuple[Floats, Floats, Floats]:
    """Return places, values and slopes of a curve that never overshoots its knots.

    The slopes are those of F. N. Fritsch and J. Butland, SIAM J. Sci. Stat. Comput. 5 (1984).
    """
    x, y = np.array(knots).T
    step, rise = np.diff(x), np.diff(y) / np.diff(x)
    slope = np.zeros(len(x))
    for k in range(1, len(x) - 1):
        if rise[k - 1] * rise[k] > 0:
            near, far = 2 * step[k] + step[k - 1], step[k] + 2 * step[k - 1]
            slope[k] = (near + far) / (near / rise[k - 1] + far / rise[k])
    for end, inner in ((0, 1), (-1, -2)):
        both = step[end] + step[inner]
        tilt = ((both + step[end]) * rise[end] - step[end] * rise[inner]) / both
        turns = rise[end] * rise[inner] < 0 and abs(tilt) > 3 * abs(rise[end])
        slope[end] = 0 if tilt * rise[end] <= 0 else 3 * rise[end] if turns else tilt
    return x, y, slope


def along(knots: Knots, at: Floats) -> Floats:
    """Return the smooth curve through knots (place, value) at some places inside them."""
    x, y, slope = _slopes(knots)
    k = np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(x) - 2)
    step = (x[k + 1] - x[k]).astype(at.dtype)
    t = (at - x[k]) / step
    flat = y[k] + t * t * (3 - 2 * t) * (y[k + 1] - y[k])
    return flat + step * t * (1 - t) * ((1 - t) * slope[k] - t * slope[k + 1])


def head_angle(points: Floats) -> Floats:
    """Return degrees round the head, 0 in front and 180 behind."""
    return np.degrees(np.arctan2(np.abs(points[:, 0]), points[:, 2] - HEAD_AXIS))


def hair(points: Floats, style: Style) -> Floats:
    """Return the field of the hair; only the head's own points may use it."""
    return points[:, 1] - along(style.hairline, head_angle(points))


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
    return _streaks(*_combed(points, style))


def _combed(points: Floats, style: Style) -> tuple[Floats, Floats]:
    """Return the angle round where the hair runs to, or from, and the distance from there."""
    centre = KNOT if style.bun else WHORL
    pole = KNOT_AXIS if style.bun else np.array([0.0, 0.97, -0.25])
    offset = points - centre
    turn = np.arctan2(offset @ np.cross(pole, [1.0, 0.0, 0.0]), np.abs(offset[:, 0]))
    return turn, np.sqrt((offset**2).sum(axis=1))


def wisps(points: Floats, style: Style) -> Floats:
    """Return the single hairs at the hairline, -1 to 1."""
    turn, reach = _combed(points, style)
    return noise(np.column_stack([turn * 230, reach * 6]), 11)


def coil(points: Floats) -> Floats:
    """Return the streaks, -1 to 1, wound round a knot; (N, 3) offsets in units of its radius."""
    ring = np.arctan2(points[:, 1], points[:, 0])
    reach = np.hypot(points[:, 0], points[:, 1])
    return _streaks(1.15 * (reach * 2.2 + 0.22 * np.sin(2 * ring)), 0.4 * np.abs(ring))


def _streaks(across: Floats, along: Floats) -> Floats:
    fine = noise(np.column_stack([across * 46, along * 1.5]), 3)
    broad = noise(np.column_stack([across * 15, along * 1.1]), 5)
    return 0.55 * fine + 0.45 * broad


_BROW_LINE: Final = ((0.0, 16.405), (0.13, 16.413), (0.40, 16.413), (0.56, 16.372), (0.9, 16.2))
_BROW_ARCH: Final = (
    (0.0, 0.0), (0.12, 0.004), (0.25, 0.030), (0.37, 0.047), (0.48, 0.030), (0.58, 0.0), (0.9, 0.0)
)  # fmt: skip
_BROW_WIDTH: Final = (
    (0.0, -0.07), (0.09, -0.012), (0.17, 0.025), (0.30, 0.028), (0.44, 0.018), (0.54, 0.006),
    (0.60, -0.025), (0.9, -0.07),
)  # fmt: skip
"""By the distance from the midline: the eyebrows' height, their arch and half their width."""


def brow(points: Floats, style: Style | None) -> Floats:
    """Return the field of the eyebrows; without a style those of the middle way."""
    arch, weight = (style.brow_arch, style.brow_weight) if style else (0.7, 1.0)
    x = np.clip(np.abs(points[:, 0]), 0, 0.9)
    half = weight * along(_BROW_WIDTH, x)
    field = half - np.abs(points[:, 1] - along(_BROW_LINE, x) - arch * along(_BROW_ARCH, x))
    return np.where(points[:, 2] > FACE, field, -0.1)


def brow_share(points: Floats, field: Floats) -> Floats:
    """Return how thick the eyebrows' hair is, 0 to 1, given the field of their shape."""
    x, y = np.abs(points[:, 0]), points[:, 1]
    lean = 0.35 + 1.6 * smoothstep(0.12, 0.5, x)
    fine = noise(np.column_stack([170 * (x - lean * (y - 16.4)), 9 * y + 5 * x]), 7)
    return 0.92 * smoothstep(-0.012, 0.016, field - 0.004 + 0.010 * fine)


def lashes(offset: Floats) -> Floats:
    """Return the shade, 1 for none, of skin at offsets (N, 3) in dm from an eyeball's centre."""
    gap = np.sqrt((offset**2).sum(axis=1)) - EYEBALL
    upper = smoothstep(-0.03, 0.012, offset[:, 1])
    line = smoothstep(0.032, 0.022, gap)
    return 1 - (0.18 + 0.62 * upper) * line


def eyeball(offset: Floats, angle: Floats, iris: float) -> Floats:
    """Return the shade of an eyeball at directions (N, 3) that lie ``angle`` from its gaze."""
    around = np.arctan2(offset[:, 1], offset[:, 0])
    rays = 1 + 0.16 * noise(np.column_stack([around * 14, angle * 0.12]), 3)
    inner = 0.80 + 0.45 * smoothstep(0.4 * iris, 0.85 * iris, angle)
    rim = np.exp(-(((angle - iris) / 3.0) ** 2))
    white = 0.93 - 0.22 * smoothstep(30.0, 62.0, angle)
    lid = 1 - 0.45 * smoothstep(0.10, 0.42, offset[:, 1])
    return np.where(angle < iris, rays * inner, white) * (1 - 0.5 * rim) * lid


def eye_corner(offset: Floats, aside: float) -> Floats:
    """Return how much of the eye's inner corner shows at directions of an eyeball, 0 to 1.

    ``aside`` is where the eyeball lies: its inner side faces the midline.
    """
    inward = -np.sign(aside) * offset[:, 0]
    return 0.65 * smoothstep(0.55, 0.85, inward)


def blush(points: Floats) -> Floats:
    """Return the share of warm colour in cheeks, nose and chin."""
    x, y = np.abs(points[:, 0]), points[:, 1]
    spots = (
        (0.50, 15.88, 0.22, 0.16, 0.20),
        (0.0, 15.93, 0.10, 0.11, 0.12),
        (0.0, 15.22, 0.16, 0.10, 0.08),
    )
    shares = [
        most * np.exp(-(((x - a) / wide) ** 2) - ((y - b) / high) ** 2)
        for a, b, wide, high, most in spots
    ]
    ahead = smoothstep(FACE, FACE + 0.3, points[:, 2])
    return ahead * np.maximum(np.maximum(shares[0], shares[1]), shares[2])


def lip_share(field: Floats) -> Floats:
    """Return the share of the lips' colour, given their field: their border is soft."""
    return smoothstep(-0.014, 0.012, field)


def lip_shade(points: Floats, field: Floats) -> Floats:
    """Return the shade of the lips: a highlight on the lower, a soft shadow round them."""
    wide = np.exp(-((points[:, 0] / 0.10) ** 2))
    shine = 0.10 * wide * np.exp(-(((points[:, 1] - 15.495) / 0.022) ** 2))
    return 1 + shine - 0.05 * smoothstep(-0.02, 0.0, field) * (field <= 0)


def lips(points: Floats) -> Floats:
    """Return the field of the lips."""
    x = np.clip(np.abs(points[:, 0]), 0, 0.4)
    upper = along(
        ((0, 15.628), (0.05, 15.640), (0.14, 15.614), (0.20, 15.596), (0.25, 15.572), (0.4, 15.5)),
        x,
    )
    lower = along(
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
    upper = along(
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
