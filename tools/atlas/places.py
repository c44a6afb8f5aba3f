"""Where anatomy is drawn: planes and tubes, and places written by landmarks.

A plane is looked at from a named direction. A tube is a limb unrolled: the angle round its
axis (0 the front, 90 the outer side, 180 the back, 270 the inner side; of the foot 0 is its
back and 180 the sole) and the place along it in dm, as the canonical y (of the foot z).

A place is ``"landmark"``, ``"landmark~other@0.4"`` (that share of the way to another one) or
``"arm(60,13.3)"`` (the skin at 60 degrees and 13.3 dm along a tube), followed by two numbers in
the chart (dm right and up, in a tube degrees and dm along) or three in space (dm x, y, z).
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.chart import Chart, Plane, Tube
from guide.atlas.surface.mesh import Part
from tools.atlas.figure import topology
from tools.atlas.landmarks import landmarks
from tools.atlas.zone_charts import charts

Floats = NDArray[np.float64]

# Seen from: which way is right, which way is up, and which way the viewer is.
_PLANES: Final[dict[str, Floats]] = {
    "front": np.array([(1.0, 0, 0), (0, 1, 0), (0, 0, 1)]),
    "back": np.array([(1.0, 0, 0), (0, 1, 0), (0, 0, -1)]),
    "right": np.array([(0.0, 0, 1), (0, 1, 0), (-1, 0, 0)]),
    "inner": np.array([(0.0, 0, 1), (0, 1, 0), (1, 0, 0)]),
    "front_right": np.array([(0.7071, 0, 0.7071), (0, 1, 0), (-0.7071, 0, 0.7071)]),
    "back_right": np.array([(-0.7071, 0, 0.7071), (0, 1, 0), (-0.7071, 0, -0.7071)]),
    "above": np.array([(1.0, 0, 0), (0, 0, 1), (0, 1, 0)]),
    "below": np.array([(1.0, 0, 0), (0, 0, 1), (0, -1, 0)]),
    "above_behind": np.array(
        [(-0.746, -0.000, 0.666), (0.440, 0.751, 0.493), (-0.500, 0.660, -0.560)]
    ),
}
_TUBE_PARTS: Final[dict[str, tuple[Part, ...]]] = {
    "trunk": (Part.TRUNK, Part.NECK, Part.HEAD),
    "arm": (Part.ARM_RIGHT, Part.HAND_RIGHT),
    "leg": (Part.LEG_RIGHT, Part.FOOT_RIGHT),
    "foot": (Part.FOOT_RIGHT,),
}
TUBES: Final = tuple(_TUBE_PARTS)


class AnatomyError(ValueError):
    """An anatomy file says something that cannot be drawn; the text names file and place."""


@dataclass(frozen=True)
class Paper:
    """A chart that anatomy is drawn in, by landmarks."""

    chart: Chart

    def flat(self, text: str) -> Floats:
        """Return a written place in the chart (2,); raises `AnatomyError` or ValueError."""
        name, *offset = text.split()
        if len(offset) == 2:
            across, along = (float(part) for part in offset)
            step = np.array([across * self.chart.unit, along])
            return self.chart.place(_between(name)[None])[0] + step
        return self.chart.place(space(text)[None])[0]


@cache
def paper(name: str, middle: float = 0.0) -> Paper:
    """Return a plane or a tube; the seam of a tube lies opposite the angle ``middle``.

    Raises `AnatomyError` for a name that is neither.
    """
    if name in TUBES:
        axis = charts()[name].axis
        assert axis is not None
        return Paper(Tube(axis, middle))
    if name not in _PLANES:
        known = ", ".join((*_PLANES, *TUBES))
        raise AnatomyError(f"plane {name!r} is none of {known}")
    return Paper(Plane(_PLANES[name]))


def space(text: str) -> Floats:
    """Return a written place in space (3,); raises `AnatomyError` or ValueError."""
    name, *offset = text.split()
    return _between(name) + np.array([float(part) for part in offset] or [0.0, 0.0, 0.0])


def _between(text: str) -> Floats:
    name, _, way = text.partition("~")
    point = _landmark(name)
    if way:
        other, _, share = way.partition("@")
        point = point + (_landmark(other) - point) * float(share)
    return point


def _landmark(name: str) -> Floats:
    tube, _, rest = name.partition("(")
    if rest.endswith(")"):
        angle, along = (float(part) for part in rest[:-1].split(","))
        return _skin_at(tube, angle, along)
    known = landmarks()
    if name not in known and f"{name}.R" not in known:
        raise AnatomyError(f"there is no landmark {name!r}")
    return known[name] if name in known else known[f"{name}.R"]


@cache
def _skin_at(tube: str, angle: float, along: float) -> Floats:
    """Return the skin point (3,) that is nearest in a tube's chart, on the tube's parts."""
    if tube not in TUBES:
        raise AnatomyError(f"{tube!r} is not a tube: say one of {', '.join(TUBES)}")
    drawn_in = paper(tube, angle).chart
    shared = topology()
    shares = shared.part_weights[: shared.skin_count, list(_TUBE_PARTS[tube])].sum(axis=1)
    rows = np.flatnonzero((shares > 0.05) & (shared.canonical[: shared.skin_count, 0] <= 0))
    skin = shared.canonical[rows].astype(np.float64)
    away = np.linalg.norm(drawn_in.place(skin) - [angle * drawn_in.unit, along], axis=1)
    # The wall of the chest moves a little with the arm: it counts only where no arm is near.
    near = np.argsort(away + 0.06 * (shares[rows] < 0.35))[:4]
    weights = 1 / np.maximum(away[near], 1e-6)
    point: Floats = weights @ skin[near] / weights.sum()
    return point
