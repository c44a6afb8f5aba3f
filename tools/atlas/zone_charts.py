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

Floats = NDArray[np.float64]

FOLDER: Final = Path(__file__).with_name("zones")
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


def _plane(across: str, along: str) -> Chart:
    columns = [_AXES[across], _AXES[along]]

    def place(points: Floats, _normals: Floats) -> Floats:
        return points[:, columns]

    return Chart(place)


def _tube(row: dict[str, Any]) -> Chart:
    """Return angle and place along the axis; v equals y (or z) for points on the axis.

    The angle grows from the direction ``zero`` towards ``quarter``, both square to the axis.
    """
    knots = np.array(row["knots"], dtype=np.float64)
    axis = (knots[-1] - knots[0]) / np.linalg.norm(knots[-1] - knots[0])
    zero, quarter = (np.array(row[name], dtype=np.float64) for name in ("zero", "quarter"))
    zero = zero - (zero @ axis) * axis
    quarter = quarter - (quarter @ axis) * axis
    main = int(np.argmax(np.abs(axis)))
    stations = (knots - knots[0]) @ axis
    middle = PchipInterpolator(stations, knots)

    def place(points: Floats, _normals: Floats) -> Floats:
        along = (points - knots[0]) @ axis
        offset = points - middle(np.clip(along, 0, stations[-1]))
        angle = np.degrees(np.arctan2(offset @ quarter, offset @ zero))
        return np.stack([angle, knots[0, main] + along * axis[main]], axis=1)

    return Chart(place, unit=float(row["radius"]) * np.pi / 180, turns=True)


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
