"""Charts: two numbers for every point of the skin, in which the edges of zones are drawn.

A chart is a plane (``front``: x and y, say), a tube round a limb's axis (the angle round it
and the place along it) or a level (how far the skin faces a direction, and a place). All take
points of the right half of the body, where x is not positive.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from guide.atlas.surface.chart import Axis

Floats = NDArray[np.float64]

FOLDER: Final = Path(__file__).with_name("zones")
_AXIS_STEP: Final = 0.02  # dm between the points of a limb's axis
_AXES: Final = {"x": 0, "y": 1, "z": 2}
_PLANES: Final = {"front": ("x", "y"), "side": ("z", "y"), "top": ("x", "z")}


class ZoneError(ValueError):
    """A zone file says something that cannot be drawn; the text names file and place."""


@dataclass(frozen=True)
class Chart:
    """``place(points (N, 3), normals (N, 3))`` gives (N, 2); ``unit`` is the dm of one u.

    ``turns``: u is an angle in degrees. ``faces``: u comes from the normal, so that a
    landmark, which has none, gives v alone.
    """

    place: Callable[[Floats, Floats], Floats]
    unit: float = 1.0
    turns: bool = False
    faces: bool = False
    axis: Axis | None = None  # of a tube


def _plane(across: str, along: str) -> Chart:
    columns = [_AXES[across], _AXES[along]]

    def place(points: Floats, _normals: Floats) -> Floats:
        return points[:, columns]

    return Chart(place)


def _axis(row: dict[str, Any]) -> Axis:
    """Return the axis of a limb: a smooth curve through its knots, at even steps."""
    knots = np.array(row["knots"], dtype=np.float64)
    along = (knots[-1] - knots[0]) / np.linalg.norm(knots[-1] - knots[0])
    zero, quarter = (np.array(row[name], dtype=np.float64) for name in ("zero", "quarter"))
    main = int(np.argmax(np.abs(along)))
    stations = (knots - knots[0]) @ along
    steps = np.linspace(0, stations[-1], round(stations[-1] / _AXIS_STEP) + 1)
    return Axis(
        start=knots[0],
        along=along,
        zero=zero - (zero @ along) * along,
        quarter=quarter - (quarter @ along) * along,
        middles=PchipInterpolator(stations, knots)(steps),
        length=float(stations[-1]),
        origin=float(knots[0, main]),
        pace=float(along[main]),
        unit=float(row["radius"]) * np.pi / 180,
    )


def _tube(row: dict[str, Any]) -> Chart:
    """Return angle and place along the axis; v equals y (or z) for points on the axis."""
    axis = _axis(row)

    def place(points: Floats, _normals: Floats) -> Floats:
        return np.stack(axis.angle_and_place(points), axis=1)

    return Chart(place, unit=axis.unit, turns=True, axis=axis)


def _level(row: dict[str, Any]) -> Chart:
    """Return the degrees by which the skin faces a direction (90: squarely), and a place."""
    facing = np.array(row["facing"], dtype=np.float64)
    facing /= np.linalg.norm(facing)
    along = _AXES[row["along"]]

    def place(points: Floats, normals: Floats) -> Floats:
        degrees = np.degrees(np.arcsin(np.clip(normals @ facing, -1, 1)))
        return np.stack([degrees, points[:, along]], axis=1)

    return Chart(place, unit=0.01, faces=True)


@cache
def charts() -> dict[str, Chart]:
    """Return all charts by name. Raises ZoneError for a malformed ``charts.toml``."""
    result = {name: _plane(*axes) for name, axes in _PLANES.items()}
    table = tomllib.loads((FOLDER / "charts.toml").read_text(encoding="utf-8"))
    kinds: dict[str, Callable[[dict[str, Any]], Chart]] = {"tube": _tube, "level": _level}
    for name, row in table.items():
        try:
            result[name] = kinds[row["kind"]](row)
        except (KeyError, ValueError) as error:
            raise ZoneError(f"charts.toml, [{name}]: {error} is missing or wrong") from error
    return result
