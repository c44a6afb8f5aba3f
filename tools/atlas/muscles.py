"""Muscles as patches on the skin, written once for the right side by named landmarks.

``anatomy/<muscle>.toml`` holds one or more patches (a closed smooth curve seen from a named
direction, the body parts and facings it may lie on, an origin and an insertion line between
which the fibres run) and the search areas of its trigger points, all written as `places` are.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

from guide.atlas.surface.camera import looking
from guide.atlas.surface.mesh import FLIP, OTHER_SIDE, Part
from guide.atlas.surface.patch import FINEST, Patch, Table, deepest
from guide.atlas.surface.raster import Raster, rasterise
from tools.atlas.curve import along, signed_distance, smooth_ring
from tools.atlas.figure import Figure
from tools.atlas.places import AnatomyError, paper, space
from tools.atlas.surface import snap

Floats = NDArray[np.float64]

FOLDER: Final = Path(__file__).with_name("anatomy")
_STEP: Final = 0.02  # dm between the knots of an outline's table
_SMALL_STEP: Final = 0.01
_SMALL: Final = 1.2  # dm across, below which it has the finer one
_COURSE_STEP: Final = 0.05
_COURSE_STEPS: Final = 6  # across a tendon at the least, so that its lines run straight
_MARGIN: Final = 0.14  # dm of table round a patch
_FIBRES: Final = 16  # from which a course is made
_FIBRE_GAP: Final = 0.085  # dm between fibre lines
_LED_ON: Final = 0.12  # dm that fibres run on beyond the line they spring from
_NARROW_GAP: Final = (0.03, 0.1)  # of a narrow patch: dm, and its share of the width
PARTS: Final[dict[str, tuple[Part, ...]]] = {
    "trunk": (Part.TRUNK,),
    "neck": (Part.NECK,),
    "head": (Part.HEAD,),
    "eye": (Part.EYE_RIGHT,),
    "arm": (Part.ARM_RIGHT,),
    "hand": (Part.HAND_RIGHT,),
    "leg": (Part.LEG_RIGHT,),
    "foot": (Part.FOOT_RIGHT,),
}


@dataclass(frozen=True)
class Skin:
    """Samples of the skin: canonical points (N, 3), normals (N, 3), part shares (N, P)."""

    points: Floats
    normals: Floats
    parts: Floats

    def share(self, parts: tuple[int, ...]) -> Floats:
        """Return (N,) the share of parts."""
        return np.asarray(self.parts[:, list(parts)].sum(axis=1), dtype=np.float64)

    def mirrored(self) -> "Skin":
        """Return the samples as if the left side were the right one."""
        return Skin(self.points * FLIP, self.normals * FLIP, self.parts[:, OTHER_SIDE])


def skin_samples(figure: Figure, raster: Raster) -> Skin:
    """Return the canonical skin at the covered samples of a raster."""
    normals = raster.attribute(figure.canonical_normals).astype(np.float64)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    return Skin(
        raster.attribute(figure.canonical).astype(np.float64),
        normals,
        raster.attribute(figure.topology.part_weights).astype(np.float64),
    )


@dataclass(frozen=True)
class SearchArea:
    """Where a trigger point is searched for: a canonical skin point (3,) and a radius in cm."""

    id: str
    point: Floats
    radius: float


@dataclass(frozen=True)
class Muscle:
    """A muscle's or a danger zone's drawing on the right side."""

    id: str
    deep: bool
    layer: int  # 0 in the skin itself, 1 just under it, 7 deepest
    projected: bool  # hidden from every side: its outline is laid on the skin in front of it
    patches: tuple[Patch, ...]
    areas: tuple[SearchArea, ...]
    midline: bool = False  # one drawing over both halves

    def inside(self, skin: Skin) -> Floats:
        """Return how far inside the muscle samples lie, in dm; negative outside."""
        return deepest(self.patches, skin, half=not self.midline)

    def fibre_lines(self, skin: Skin, width: float) -> NDArray[np.bool_]:
        """Return which samples lie on a fibre line ``width`` (share of the gap) wide."""
        fields = np.array([patch.inside(skin) for patch in self.patches])
        owner = fields.argmax(axis=0)
        on_line = np.zeros(len(owner), dtype=bool)
        for k, patch in enumerate(self.patches):
            across = patch.across(skin)
            phase = np.abs((across * patch.count) % 1.0 - 0.5)
            on_line |= (owner == k) & (fields[k] > 0) & (across >= 0) & (phase < width / 2)
        return on_line


@cache
def load_muscle(muscle: str) -> Muscle:
    """Return one muscle; raises `AnatomyError` with file and place for what cannot be drawn."""
    path = FOLDER / f"{muscle}.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise AnatomyError(f"{path.name}: {error}") from error
    try:
        return Muscle(
            muscle,
            bool(table["deep"]),
            int(table["layer"]),
            bool(table.get("projected", False)),
            tuple(read_patch(row) for row in table["patch"]),
            tuple(_area(muscle, row) for row in table["point"]),
        )
    except (KeyError, ValueError) as error:
        raise AnatomyError(f"{path.name}: {error}") from error


def muscle_ids() -> tuple[str, ...]:
    """Return the muscles that are drawn, in the order of their names."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def _area(muscle: str, row: dict[str, Any]) -> SearchArea:
    parts = tuple(part for name in row["parts"] for part in PARTS[name])
    point = snap(space(row["at"]), parts)[0]
    return SearchArea(f"{muscle}.{row['label']}", point, float(row["radius"]))


def read_patch(row: dict[str, Any]) -> Patch:
    """Return a written patch, with fibres where it has an origin; raises as `load_muscle`."""
    drawn_in = paper(row["plane"], float(row.get("middle", 0)))
    corners = np.array([text.endswith("corner") for text in row["outline"]])
    outline = np.array([drawn_in.flat(text.removesuffix("corner")) for text in row["outline"]])
    ring = smooth_ring(outline, corners)
    curves = [
        np.array([drawn_in.flat(text) for text in row[name]])
        for name in ("origin", "through", "insertion")
        if name in row
    ]
    course, count = _course(ring, _fibres(curves)) if curves else (None, 0)
    return Patch(
        drawn_in.chart,
        tuple(int(part) for name in row["parts"] for part in PARTS[name]),
        float(row.get("facing", 0)),
        (float(row["depth"][0]), float(row["depth"][1])) if "depth" in row else (-99.0, 99.0),
        _edge(ring),
        course,
        count,
    )


def _knots(ring: Floats, step: float) -> tuple[tuple[float, float], tuple[int, int], Floats]:
    """Return the corner, the rows and columns, and the knots (N, 2) of a table over a ring."""
    low, high = ring.min(axis=0) - _MARGIN, ring.max(axis=0) + _MARGIN
    columns, rows = np.ceil((high - low) / step).astype(int) + 1
    y, x = np.mgrid[:rows, :columns]
    knots = np.stack([x.ravel(), y.ravel()], axis=1) * step + low
    return (float(low[0]), float(low[1])), (int(rows), int(columns)), knots


def _edge(ring: Floats) -> Table:
    """Return the distances to an outline as the program keeps them."""
    step = _SMALL_STEP if np.ptp(ring, axis=0).max() < _SMALL else _STEP
    low, shape, knots = _knots(ring, step)
    kept = np.clip(np.round(signed_distance(ring, knots) / FINEST), -127, 127) * FINEST
    return Table(low, step, kept.reshape(shape).astype(np.float32))


def _course(ring: Floats, fibres: Floats) -> tuple[Table, int]:
    """Return the shares across the fibres as the program keeps them, and how many are drawn.

    Beyond the fibres a knot has the share of the nearest one.
    """
    across = _width(fibres[:, fibres.shape[1] // 2])
    step = round(min(_COURSE_STEP, max(_SMALL_STEP, across / _COURSE_STEPS)), 3)
    low, shape, knots = _knots(ring, step)
    shares = np.repeat(np.linspace(0, 1, len(fibres)), fibres.shape[1])
    among = _between_fibres(fibres, shares, low, step, shape).ravel()
    beyond = np.isnan(among)
    among[beyond] = shares[KDTree(fibres.reshape(-1, 2)).query(knots[beyond])[1]]
    kept = (np.round(among * 255) / 255).reshape(shape).astype(np.float32)
    gap = min(_FIBRE_GAP, _NARROW_GAP[0] + _NARROW_GAP[1] * across)
    return Table(low, step, kept), max(2, round(across / gap))


def _between_fibres(
    fibres: Floats, shares: Floats, low: tuple[float, float], step: float, shape: tuple[int, int]
) -> Floats:
    """Return the share at every knot that lies between two neighbouring fibres, else nan.

    The strips between them are drawn as triangles: nothing is joined across a bend.
    """
    rows = np.arange(fibres.shape[0] * fibres.shape[1]).reshape(fibres.shape[:2])
    near, far = rows[:-1], rows[1:]
    strips = np.stack([near[:, :-1], far[:, :-1], far[:, 1:], near[:, 1:]], axis=-1).reshape(-1, 4)
    halves = np.concatenate([strips[:, [0, 1, 2]], strips[:, [0, 2, 3]]])
    size = np.array([shape[1], shape[0]]) * step
    centre = np.append(np.array(low) + size / 2 - step / 2, 0.0)
    camera = looking((1, 0, 0), (0, -1, 0), centre, (float(size[0]), float(size[1])), shape[0])
    places = np.concatenate([fibres.reshape(-1, 2), np.zeros((len(shares), 1))], axis=1)
    drawn = rasterise(places, np.concatenate([halves, halves[:, ::-1]]), camera)
    return np.asarray(drawn.image(drawn.attribute(shares), np.nan), dtype=np.float64)


def _fibres(curves: list[Floats]) -> Floats:
    """Return fibres (16, 40 to 202, 2) from the first curve to the last, bent by one between.

    Places stand about as near along a fibre as across: a net over them keeps to its fibre.
    """
    shares = np.linspace(0, 1, _FIBRES)
    start, end = along(curves[0], shares)[:, None], along(curves[-1], shares)[:, None]
    long = float(np.linalg.norm(end - start, axis=2).max())
    wide = max(_width(start[:, 0]), _width(end[:, 0]), 0.01)
    t = np.linspace(0, 1, int(np.clip(round(_FIBRES * long / wide), 40, 200)))[None, :, None]
    if len(curves) == 2:
        return _prolonged(start * (1 - t) + end * t)
    middle = 2 * along(curves[1], shares)[:, None] - (start + end) / 2
    return _prolonged(start * (1 - t) ** 2 + middle * 2 * t * (1 - t) + end * t**2)


def _prolonged(fibres: Floats) -> Floats:
    """Return fibres led straight on to the outline, at an end where they do not draw together."""
    for end, before in ((0, 1), (-1, -2)):
        step = fibres[:, end] - fibres[:, before]
        length = np.maximum(np.linalg.norm(step, axis=1, keepdims=True), 1e-9)
        further = fibres[:, end] + step / length * _LED_ON
        if _width(further) > 0.9 * _width(fibres[:, end]):
            fibres = np.insert(fibres, 0 if end == 0 else fibres.shape[1], further, axis=1)
    return fibres


def _width(row: Floats) -> float:
    return float(np.linalg.norm(np.diff(row, axis=0), axis=1).sum())
