"""Muscles as patches on the skin, written once for the right side by named landmarks.

``anatomy/<muscle>.toml`` holds one or more patches (a closed smooth curve seen from a named
direction, the body parts and facings it may lie on, an origin and an insertion line between
which the fibres run) and the search areas of its trigger points, all written as `places` are.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import LinearNDInterpolator
from scipy.ndimage import map_coordinates

from guide.atlas.surface.mesh import Part
from tools.atlas.curve import along, signed_distance, smooth_ring
from tools.atlas.places import AnatomyError, Chart, chart, space
from tools.atlas.surface import snap

Floats = NDArray[np.float64]

FOLDER: Final = Path(__file__).with_name("anatomy")
_MIRROR: Final = np.array([-1.0, 1.0, 1.0])
_STEP: Final = 0.01  # dm between the knots of a patch's tables
_MARGIN: Final = 0.3  # dm of table round a patch
_FIBRE_GAP: Final = 0.085  # dm between fibre lines
_PARTS: Final[dict[str, tuple[Part, ...]]] = {
    "trunk": (Part.TRUNK,),
    "neck": (Part.NECK,),
    "head": (Part.HEAD,),
    "arm": (Part.ARM_RIGHT,),
    "hand": (Part.HAND_RIGHT,),
    "leg": (Part.LEG_RIGHT,),
    "foot": (Part.FOOT_RIGHT,),
}
_OTHER_SIDE: Final[dict[Part, Part]] = {
    Part.ARM_RIGHT: Part.ARM_LEFT,
    Part.HAND_RIGHT: Part.HAND_LEFT,
    Part.LEG_RIGHT: Part.LEG_LEFT,
    Part.FOOT_RIGHT: Part.FOOT_LEFT,
}


@dataclass(frozen=True)
class Skin:
    """Samples of the skin: canonical points (N, 3), normals (N, 3), part shares (N, P)."""

    points: Floats
    normals: Floats
    parts: Floats

    def mirrored(self) -> "Skin":
        """Return the samples as if the left side were the right one."""
        order = [_OTHER_SIDE.get(part, _other(part)) for part in Part]
        return Skin(self.points * _MIRROR, self.normals * _MIRROR, self.parts[:, order])


def _other(part: Part) -> Part:
    return next((right for right, left in _OTHER_SIDE.items() if left is part), part)


@dataclass(frozen=True)
class Patch:
    """One patch of a muscle on the right side."""

    chart: Chart
    parts: tuple[Part, ...]
    facing: float  # least cosine between the skin's normal and the direction a plane is seen from
    depth: tuple[float, float]  # dm towards the viewer between which the patch lies
    ring: Floats  # (M, 2) in the plane
    fibres: Floats  # (F, S, 2): F fibres of S points, from origin to insertion
    count: int  # fibre lines drawn

    @cached_property
    def _low(self) -> Floats:
        low: Floats = self.ring.min(axis=0) - _MARGIN
        return low

    @cached_property
    def _knots(self) -> tuple[Floats, tuple[int, int]]:
        size = np.ceil((self.ring.max(axis=0) + _MARGIN - self._low) / _STEP).astype(int) + 1
        y, x = np.mgrid[: size[1], : size[0]]
        knots = np.stack([x.ravel(), y.ravel()], axis=1) * _STEP + self._low
        return knots, (int(size[1]), int(size[0]))

    @cached_property
    def _distance(self) -> Floats:
        knots, shape = self._knots
        return signed_distance(self.ring, knots).reshape(shape)

    @cached_property
    def _course(self) -> Floats:
        """Which share 0..1 of the way across the fibres a knot lies at; -1 beyond them."""
        knots, shape = self._knots
        shares = np.linspace(0, 1, len(self.fibres))
        values = np.repeat(shares, self.fibres.shape[1])
        at = LinearNDInterpolator(self.fibres.reshape(-1, 2), values, fill_value=-1.0)
        return np.asarray(at(knots)).reshape(shape)

    def _look_up(self, table: Floats, skin: Skin, order: int, outside: float) -> Floats:
        place = (self.chart.place(skin.points) - self._low)[:, ::-1] / _STEP
        return np.asarray(
            map_coordinates(table, place.T, order=order, mode="constant", cval=outside)
        )

    def inside(self, skin: Skin) -> Floats:
        """Return how far inside the patch samples lie, in dm; negative outside."""
        field = self._look_up(self._distance, skin, 1, -_MARGIN)
        share = skin.parts[:, list(self.parts)].sum(axis=1) - 0.35
        field = np.minimum(np.minimum(field, share), -skin.points[:, 0])
        if self.chart.toward is None:
            return field
        depth = skin.points @ self.chart.toward
        between = np.minimum(depth - self.depth[0], self.depth[1] - depth)
        turned = (skin.normals @ self.chart.toward - self.facing) * 0.5
        return np.minimum(field, np.minimum(turned, between))

    def course(self, skin: Skin) -> Floats:
        """Return the share 0..1 across the fibres; -1 where no fibre runs."""
        return self._look_up(self._course, skin, 1, -1.0)


@dataclass(frozen=True)
class SearchArea:
    """Where a trigger point is searched for: a canonical skin point (3,) and a radius in cm."""

    id: str
    point: Floats
    radius: float


@dataclass(frozen=True)
class Muscle:
    """A muscle's drawing on the right side."""

    id: str
    deep: bool
    layer: int  # 1 just under the skin, 5 deepest
    projected: bool  # hidden from every side: its outline is laid on the skin in front of it
    patches: tuple[Patch, ...]
    areas: tuple[SearchArea, ...]

    def inside(self, skin: Skin) -> Floats:
        """Return how far inside the muscle samples lie, in dm; negative outside."""
        return np.max([patch.inside(skin) for patch in self.patches], axis=0)

    def fibre_lines(self, skin: Skin, width: float) -> NDArray[np.bool_]:
        """Return which samples lie on a fibre line ``width`` (share of the gap) wide."""
        fields = np.array([patch.inside(skin) for patch in self.patches])
        owner = fields.argmax(axis=0)
        on_line = np.zeros(len(owner), dtype=bool)
        for k, patch in enumerate(self.patches):
            course = patch.course(skin)
            phase = np.abs((course * patch.count) % 1.0 - 0.5)
            on_line |= (owner == k) & (fields[k] > 0) & (course >= 0) & (phase < width / 2)
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
            tuple(_patch(row) for row in table["patch"]),
            tuple(_area(muscle, row) for row in table["point"]),
        )
    except (KeyError, ValueError) as error:
        raise AnatomyError(f"{path.name}: {error}") from error


def muscle_ids() -> tuple[str, ...]:
    """Return the muscles that are drawn, in the order of their names."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def _area(muscle: str, row: dict[str, Any]) -> SearchArea:
    parts = tuple(part for name in row["parts"] for part in _PARTS[name])
    point = snap(space(row["at"]), parts)[0]
    return SearchArea(f"{muscle}.{row['label']}", point, float(row["radius"]))


def _patch(row: dict[str, Any]) -> Patch:
    drawn_in = chart(row["plane"], float(row.get("middle", 0)))
    corners = np.array([text.endswith("corner") for text in row["outline"]])
    outline = np.array([drawn_in.flat(text.removesuffix("corner")) for text in row["outline"]])
    curves = [
        np.array([drawn_in.flat(text) for text in row[name]])
        for name in ("origin", "through", "insertion")
        if name in row
    ]
    fibres = _fibres(curves)
    middle = fibres[:, fibres.shape[1] // 2]
    across = float(np.linalg.norm(np.diff(middle, axis=0), axis=1).sum())
    return Patch(
        drawn_in,
        tuple(part for name in row["parts"] for part in _PARTS[name]),
        float(row.get("facing", 0)),
        (float(row["depth"][0]), float(row["depth"][1])) if "depth" in row else (-99.0, 99.0),
        smooth_ring(outline, corners),
        fibres,
        max(2, round(across / _FIBRE_GAP)),
    )


def _fibres(curves: list[Floats]) -> Floats:
    """Return fibres (40, 40, 2) from the first curve to the last, bent by one between."""
    shares, t = np.linspace(0, 1, 40), np.linspace(0, 1, 40)[None, :, None]
    start, end = along(curves[0], shares)[:, None], along(curves[-1], shares)[:, None]
    if len(curves) == 2:
        return start * (1 - t) + end * t
    middle = 2 * along(curves[1], shares)[:, None] - (start + end) / 2
    return start * (1 - t) ** 2 + middle * 2 * t * (1 - t) + end * t**2
