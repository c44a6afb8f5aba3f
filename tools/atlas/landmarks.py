"""Named points of the skin in canonical coordinates, by which everything is placed."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.mesh import Part
from tools.atlas.surface import snap

Floats = NDArray[np.float64]

FILE: Final = Path(__file__).with_name("landmarks.toml")
_PARTS: Final[dict[str, tuple[Part, ...]]] = {
    "head": (Part.HEAD, Part.NECK),
    "trunk": (Part.TRUNK, Part.NECK),
    "arm": (Part.ARM_RIGHT, Part.HAND_RIGHT, Part.TRUNK),
    "leg": (Part.LEG_RIGHT, Part.FOOT_RIGHT, Part.TRUNK),
}


@cache
def landmarks() -> dict[str, Floats]:
    """Return canonical skin points (3,) by name.

    Midline points have a plain name (x = 0 exactly); the others end in ".R" or ".L",
    the left one being the mirror image. Raises ValueError for a malformed file.
    """
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    result: dict[str, Floats] = {}
    for group, rows in table.items():
        region, _, place = group.partition("_")
        if region not in _PARTS or place not in ("midline", "right"):
            raise ValueError(
                f"{FILE.name}: [{group}] is not one of "
                f"{', '.join(_PARTS)} followed by _midline or _right"
            )
        points = snap(np.array(list(rows.values()), dtype=np.float64), _PARTS[region])
        for name, point in zip(rows, points, strict=True):
            if place == "midline":
                result[name] = point * [0.0, 1.0, 1.0]
            else:
                result[f"{name}.R"] = point
                result[f"{name}.L"] = point * [-1.0, 1.0, 1.0]
    return result
