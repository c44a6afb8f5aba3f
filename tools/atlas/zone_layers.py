"""Reading the authored zones: closed curves in a chart, painted one over the other.

``zones/<region>.toml`` holds ``[[layer]]`` tables. A later layer covers an earlier one, so
that the narrower zone is written after the wider. A layer's ``curve`` has one point a line,
``u, v``; a star after it keeps the corner sharp. Each number may lean on a landmark:
``psis - 0.1, iliac_crest_top~psis + 0.05`` (its own coordinate in this chart, or the mean of
two), and a landmark alone stands for both coordinates.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from tools.atlas.curve import smooth_ring
from tools.atlas.landmarks import landmarks
from tools.atlas.zone_charts import FOLDER, Chart, ZoneError, charts

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

REGIONS: Final = ("trunk", "head", "leg", "foot", "arm", "cap", "hand")
"""The coarse parts a layer may be kept within; see ``regions.toml``."""
FILES: Final = (
    "back", "neck", "chest", "abdomen", "thigh", "leg", "foot", "arm", "hand", "pelvis", "head",
)  # fmt: skip
_TERM: Final = re.compile(r"(?:([a-z]\w*)(?:~([a-z]\w*))?)?([+-]?(?:\d+\.?\d*|\.\d+))?")
_LIMITS: Final = ("x", "y", "z", "nx", "ny", "nz")


@dataclass(frozen=True)
class Layer:
    """A closed curve in a chart, and the bounds within which it counts."""

    zone: str
    chart: Chart
    cut: float  # angles lie in (cut - 360, cut]
    area: shapely.Polygon
    limits: tuple[tuple[int, float, float], ...]  # column of (x, y, z, nx, ny, nz), low, high
    within: tuple[int, ...]  # indices of REGIONS; none means everywhere

    def covers(self, points: Floats, normals: Floats) -> Bools:
        """Return (N,) whether the layer covers points of the right half of the skin."""
        inside = np.ones(len(points), dtype=bool)
        for column, low, high in self.limits:
            values = points[:, column] if column < 3 else normals[:, column - 3]
            inside &= (values >= low) & (values <= high)
        rows = np.flatnonzero(inside)
        place = wound(self.chart, self.chart.place(points[rows], normals[rows]), self.cut)
        left, bottom, right, top = self.area.bounds
        near = (place[:, 0] >= left) & (place[:, 0] <= right)
        near &= (place[:, 1] >= bottom) & (place[:, 1] <= top)
        result = np.zeros(len(points), dtype=bool)
        rows, place = rows[near], place[near]
        result[rows] = shapely.contains_xy(self.area, place[:, 0], place[:, 1])
        return result


def wound(chart: Chart, place: Floats, cut: float) -> Floats:
    """Return chart places with angles brought into (cut - 360, cut]."""
    if chart.turns:
        place[:, 0] = cut - np.mod(cut - place[:, 0], 360.0)
    return place


@cache
def layers() -> tuple[Layer, ...]:
    """Return all layers of zones in the order of painting. Raises ZoneError."""
    return tuple(layer for name in FILES for layer in read(f"{name}.toml"))


@cache
def region_layers() -> tuple[Layer, ...]:
    """Return the layers of the coarse regions; what they leave is the trunk."""
    return tuple(read("regions.toml"))


def read(name: str) -> list[Layer]:
    """Return the layers of one file."""
    return parse(name, (FOLDER / name).read_text(encoding="utf-8"))


def parse(name: str, text: str) -> list[Layer]:
    """Return the layers of a file's text. Raises ZoneError naming the file and the layer."""
    try:
        rows = tomllib.loads(text).get("layer", [])
    except tomllib.TOMLDecodeError as error:
        raise ZoneError(f"{name}: {error}") from error
    return [_layer(f"{name}, layer {k + 1}", row) for k, row in enumerate(rows)]


def _layer(place: str, row: dict[str, Any]) -> Layer:
    unknown = set(row) - {"zone", "chart", "cut", "curve", "within", *_LIMITS}
    if unknown or not {"zone", "chart", "curve"} <= set(row):
        raise ZoneError(f"{place}: it needs zone, chart and curve, and may not have {unknown}")
    place = f"{place} ({row['zone']})"
    if row["chart"] not in charts():
        raise ZoneError(f"{place}: no chart is called {row['chart']}: say {', '.join(charts())}")
    chart, cut = charts()[row["chart"]], float(row.get("cut", 180.0))
    ring = _ring(place, str(row["curve"]), chart, cut)
    area = shapely.Polygon(ring)
    if not area.is_valid:
        raise ZoneError(f"{place}: the curve crosses itself; put its points in order")
    shapely.prepare(area)
    strange = set(row.get("within", [])) - set(REGIONS)
    if strange:
        raise ZoneError(f"{place}: no region is called {strange}: say {', '.join(REGIONS)}")
    return Layer(
        zone=row["zone"],
        chart=chart,
        cut=cut,
        area=area,
        limits=tuple(
            (column, float(row[name][0]), float(row[name][1]))
            for column, name in enumerate(_LIMITS)
            if name in row
        ),
        within=tuple(REGIONS.index(region) for region in row.get("within", [])),
    )


def _ring(place: str, curve: str, chart: Chart, cut: float) -> Floats:
    """Return the curve (M, 2) through the points written, smooth but at starred ones."""
    points: list[tuple[float, float]] = []
    corners: list[bool] = []
    for line in filter(None, (raw.strip() for raw in curve.splitlines())):
        corners.append(line.endswith("*"))
        terms = [term.replace(" ", "") for term in line.rstrip("* ").split(",")]
        if len(terms) == 1 and terms[0].isidentifier():
            terms *= 2
        if len(terms) != 2:
            raise ZoneError(f"{place}: the point {line!r} needs one comma")
        u, v = (_number(place, term, chart, cut, k) for k, term in enumerate(terms))
        points.append((u, v))
    if len(points) < 3:
        raise ZoneError(f"{place}: a curve needs three points or more")
    scale = np.array([chart.unit, 1.0])
    return smooth_ring(np.array(points) * scale, np.array(corners)) / scale


def _number(place: str, term: str, chart: Chart, cut: float, column: int) -> float:
    found = _TERM.fullmatch(term)
    if not term or found is None:
        raise ZoneError(f"{place}: {term!r} is neither a number nor a landmark with an offset")
    names = [name for name in found.groups()[:2] if name]
    offset = float(found.group(3) or 0.0)
    if not names:
        return offset
    if chart.faces and column == 0:
        raise ZoneError(f"{place}: {term!r}: a landmark has no facing; write degrees")
    return offset + sum(_spot(place, name, chart, cut)[column] for name in names) / len(names)


def _spot(place: str, name: str, chart: Chart, cut: float) -> Floats:
    table = landmarks()
    point = table.get(name, table.get(f"{name}.R"))
    if point is None:
        raise ZoneError(f"{place}: no landmark is called {name}")
    spot = chart.place(point[None], np.zeros((1, 3)))
    return wound(chart, spot, cut)[0]
