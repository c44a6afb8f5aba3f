"""Orthographic cameras. All standing views share one scale and one ground line."""

from typing import Final

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

VIEWS: Final = ("front", "back", "left", "right", "soles")
FULL_HEIGHT: Final = 2250
TOP, BOTTOM, HALF_WIDTH, HALF_DEPTH = 18.15, -0.35, 4.9, 2.6
SOLES_WIDTH: Final = 1400


def unit(vector: ArrayLike) -> Floats:
    """Return the vector scaled to length one."""
    array = np.asarray(vector, dtype=np.float64)
    return array / float(np.linalg.norm(array))


class Camera(msgspec.Struct, frozen=True, eq=False):
    """A picture frame in space: looks along cross(up, right), away from the viewer.

    ``centre`` is the body point in the middle of the picture; ``scale`` is pixels a decimetre.
    """

    right: Floats
    up: Floats
    centre: Floats
    scale: float
    width: int
    height: int

    @property
    def toward(self) -> Floats:
        """Unit vector from the body to the viewer."""
        return np.cross(self.right, self.up)

    def project(self, points: ArrayLike) -> Floats:
        """Return (N, 3): pixel x, pixel y from the top left corner, and nearness in dm."""
        offset = np.atleast_2d(np.asarray(points, dtype=np.float64)) - self.centre
        x = offset @ self.right * self.scale + self.width / 2
        y = self.height / 2 - offset @ self.up * self.scale
        return np.stack([x, y, offset @ self.toward], axis=1)

    def at_height(self, height: int) -> "Camera":
        """Return the same frame drawn with another number of pixels."""
        factor = height / self.height
        return replace(
            self, scale=self.scale * factor, width=round(self.width * factor), height=height
        )

    def window(self, x0: float, y0: float, x1: float, y1: float, height: int) -> "Camera":
        """Return the part of this picture between two corners in its pixels, y down.

        ``height`` is the number of pixels of the part: it may be larger than it was here.
        """
        x, y = (x0 + x1 - self.width) / 2, (self.height - y0 - y1) / 2
        factor = height / (y1 - y0)
        return replace(
            self,
            centre=self.centre + (self.right * x + self.up * y) / self.scale,
            scale=self.scale * factor,
            width=max(1, round((x1 - x0) * factor)),
            height=height,
        )

    def crop(self, x0: float, y0: float, x1: float, y1: float, height: int) -> "Camera":
        """Return the part between two corners, in dm right and up of the body's origin."""
        middle = self.right * (x0 + x1) / 2 + self.up * (y0 + y1) / 2
        depth = self.toward * float(self.centre @ self.toward)
        scale = height / abs(y1 - y0)
        return replace(
            self,
            centre=middle + depth,
            scale=scale,
            width=round(abs(x1 - x0) * scale),
            height=height,
        )


_AXES: Final[dict[str, tuple[tuple[float, float, float], tuple[float, float, float]]]] = {
    "front": ((1, 0, 0), (0, 1, 0)),
    "back": ((-1, 0, 0), (0, 1, 0)),
    "left": ((0, 0, -1), (0, 1, 0)),
    "right": ((0, 0, 1), (0, 1, 0)),
    "soles": ((1, 0, 0), (0, 0, 1)),
    "top": ((1, 0, 0), (0, 0, -1)),
}


def looking(
    right: ArrayLike, up: ArrayLike, centre: ArrayLike, size: tuple[float, float], height: int
) -> Camera:
    """Return a camera of any direction; ``size`` is width and height of the frame in dm."""
    across = unit(right)
    vertical = np.asarray(up, dtype=np.float64)
    vertical = unit(vertical - (vertical @ across) * across)
    scale = height / size[1]
    return Camera(
        across,
        vertical,
        np.asarray(centre, dtype=np.float64),
        scale,
        round(size[0] * scale),
        height,
    )


def view(name: str, height: int = FULL_HEIGHT) -> Camera:
    """Return a standard view.

    "left" looks at the figure's left side. "soles" looks up from below, toes at the top,
    so that the figure's left foot is on the viewer's right. Raises KeyError otherwise.
    """
    if name not in _AXES:
        raise KeyError(f"no view is called {name}: say {', '.join(_AXES)}")
    right, up = _AXES[name]
    if name in ("soles", "top"):
        size = (4.62, 3.3) if name == "soles" else (9.8, 5.2)
        return looking(right, up, (0.0, 0.0, 0.92 if name == "soles" else 0.0), size, height)
    width = 2 * (HALF_WIDTH if name in ("front", "back") else HALF_DEPTH)
    middle = (0.0, (TOP + BOTTOM) / 2, 0.0)
    return looking(right, up, middle, (width, TOP - BOTTOM), height)


def turned(turn: float, tilt: float = 0.0, height: int = FULL_HEIGHT) -> Camera:
    """Return the standing figure turned in front of the viewer; degrees.

    ``turn`` 0 is the front, 90 the figure's left side, 180 the back. ``tilt`` above 0 looks
    down on it. Every turn has the scale, the ground line and the width of the front view.
    """
    a, b = np.radians(turn), np.radians(tilt)
    right = np.array([np.cos(a), 0.0, -np.sin(a)])
    up = np.array([-np.sin(a) * np.sin(b), np.cos(b), -np.cos(a) * np.sin(b)])
    middle = (0.0, (TOP + BOTTOM) / 2, 0.0)
    return looking(right, up, middle, (2 * HALF_WIDTH, TOP - BOTTOM), height)
