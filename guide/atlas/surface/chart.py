"""Charts: two numbers in dm for every point of the skin, in which anatomy is drawn.

A plane is looked at from a direction. A tube is a limb unrolled: the angle round its axis,
times the dm of a degree at its middle, and the place along it.
"""

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Plane(msgspec.Struct, frozen=True, eq=False):
    """Rows of ``axes`` (3, 3): which way is right, which way is up, and towards the viewer."""

    axes: Floats

    @property
    def unit(self) -> float:
        """Dm of one written step across."""
        return 1.0

    @property
    def toward(self) -> Floats | None:
        """The direction (3,) it is seen from."""
        return self.axes[2]

    def place(self, points: Floats) -> Floats:
        """Return (N, 2) for canonical points (N, 3) of the right half."""
        return points @ self.axes[:2].T


class Axis(msgspec.Struct, frozen=True, eq=False):
    """The axis of a limb; angles grow from the direction ``zero`` towards ``quarter``."""

    start: Floats  # (3,)
    along: Floats  # (3,) unit vector
    zero: Floats  # (3,) square to it
    quarter: Floats  # (3,) square to it
    middles: Floats  # (K, 3) points of the axis at even steps from start to end
    length: float
    origin: float  # written place of the start: its canonical y, or z of the foot
    pace: float  # written places in a dm along
    unit: float  # dm of a degree

    def angle_and_place(self, points: Floats) -> tuple[Floats, Floats]:
        """Return the angles (N,) in degrees, -180 to 180, and the written places (N,)."""
        along = (points - self.start) @ self.along
        stations = np.linspace(0, self.length, len(self.middles))
        offset = points.astype(np.float64)
        for k in range(3):
            offset[:, k] -= np.interp(along, stations, self.middles[:, k])
        angle = np.degrees(np.arctan2(offset @ self.quarter, offset @ self.zero))
        return angle, self.origin + along * self.pace


class Tube(msgspec.Struct, frozen=True, eq=False):
    """A limb unrolled; its seam lies opposite the angle ``middle``."""

    axis: Axis
    middle: float

    @property
    def unit(self) -> float:
        """Dm of one written step across."""
        return self.axis.unit

    @property
    def toward(self) -> Floats | None:
        """None: it is seen from everywhere."""
        return None

    def place(self, points: Floats) -> Floats:
        """Return (N, 2) for canonical points (N, 3) of the right half."""
        angle, along = self.axis.angle_and_place(points)
        turned = (angle - self.middle + 180) % 360 - 180 + self.middle
        return np.stack([turned * self.unit, along], axis=1)


Chart = Plane | Tube
