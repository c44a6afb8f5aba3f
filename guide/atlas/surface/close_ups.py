"""Close-ups: from where the places are drawn that the whole figure shows too small.

Each is framed by canonical points, so that it fits every body; one table serves both sides.
"""

from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.body import Body
from guide.atlas.surface.camera import FULL_HEIGHT, Camera, looking, unit
from guide.atlas.surface.mesh import ANKLE, FLIP, Surface
from guide.core.orientation import CloseUp, Pose, Side

Vector = tuple[float, float, float]
Floats = NDArray[np.floating]


class Frame(msgspec.Struct, frozen=True):
    """How a place of the right side is drawn. Distances are dm; directions in body axes."""

    toward: Vector  # from the place to the viewer
    up: Vector  # what is upright in the picture
    low: Vector  # canonical box, with `high`: the skin in it fills the picture
    high: Vector
    margin: float = 0.12  # dm round it
    pose: Pose = Pose.STANDING


_NECK: Final = (-1.15, 13.9, -1.4), (1.15, 17.6, 1.9)
_HAND: Final = (-3.9, 6.9, -0.2), (-2.5, 9.35, 1.1)
_FOOT: Final = (-1.9, -0.1, -0.5), (-0.6, 1.5, 2.3)
_KNEE: Final = 4.5
_SOLE: Final = (-1.9, -0.1, -0.5), (-0.6, ANKLE, 2.3)

FRAMES: Final[dict[CloseUp, Frame]] = {
    CloseUp.HEAD_FRONT: Frame((0, 0, 1), (0, 1, 0), *_NECK),
    CloseUp.HEAD_SIDE: Frame((-1, 0, 0), (0, 1, 0), *_NECK),
    CloseUp.HEAD_BACK: Frame((0, 0, -1), (0, 1, 0), *_NECK),
    CloseUp.HAND_PALM: Frame((0, 0, 1), (0, 1, 0), *_HAND, 0.25),
    CloseUp.HAND_BACK: Frame((0, 0, -1), (0, 1, 0), *_HAND, 0.25),
    CloseUp.FOOT_SOLE: Frame((0, -1, 0), (0, 0, 1), *_SOLE, 0.2),
    CloseUp.FOOT_TOP: Frame((-0.1, 0.92, 0.35), (0, 0.4, -1), *_FOOT, 0.2),
    CloseUp.FOOT_INNER: Frame((1, 0.1, 0), (0, 1, 0), *_FOOT, 0.2),
    CloseUp.FOOT_OUTER: Frame((-1, 0.1, 0), (0, 1, 0), *_FOOT, 0.2),
    CloseUp.ELBOW_CREASE: Frame((0, 0, 1), (0, 1, 0), (-3.6, 10.0, -1.5), (-1.95, 12.1, 1.5), 0.35),
    CloseUp.ARMPIT: Frame(
        (-0.85, -0.35, 0.40), (0, 1, 0), (-2.4, 11.8, -1.5), (-1.0, 14.2, 1.5),
        pose=Pose.ARMS_RAISED,
    ),
}  # fmt: skip


def pose_of(close_up: CloseUp) -> Pose:
    """Return the pose in which a close-up must be drawn."""
    return FRAMES[close_up].pose


def shot(
    surface: Surface, body: Body, close_up: CloseUp, side: Side, height: int = FULL_HEIGHT
) -> Camera:
    """Return the camera of a close-up of one side of a body in its `pose_of`.

    The left is the mirror image of the right. Raises ValueError for a side it is not made for.
    """
    if side not in close_up.sides:
        wanted = " or ".join(close_up.sides)
        raise ValueError(f"{close_up} is a picture of the {wanted} side, not of the {side} one")
    frame = FRAMES[close_up]
    flip = FLIP if side is Side.LEFT else np.ones(3)
    toward = unit(np.array(frame.toward) * flip)
    upward = np.array(frame.up) * flip
    up = unit(upward - (upward @ toward) * toward)
    right = np.cross(up, toward)
    points = body.positions[_framed(surface, frame, flip)]
    spans = [(float((points @ line).min()), float((points @ line).max())) for line in (right, up)]
    middle = points.mean(axis=0) @ toward * toward
    for line, (low, high) in zip((right, up), spans, strict=True):
        middle = middle + line * (low + high) / 2
    width, tall = (high - low + 2 * frame.margin for low, high in spans)
    return looking(right, up, middle, (width, tall), height)


def shown(surface: Surface, close_up: CloseUp, side: Side) -> NDArray[np.int64]:
    """Return the triangles to draw: nothing that would stand before the place or confuse.

    Feet are drawn without the other leg, and the sole without what is above it.
    """
    triangles = surface.triangles
    if not close_up.startswith("foot"):
        return triangles
    canonical = surface.canonical
    kept = canonical[:, 0] * (1 if side is Side.LEFT else -1) > 0.3
    kept &= canonical[:, 1] < (ANKLE if close_up is CloseUp.FOOT_SOLE else _KNEE)
    return triangles[kept[triangles].all(axis=1)]


def _framed(surface: Surface, frame: Frame, flip: Floats) -> NDArray[np.bool_]:
    points = surface.canonical * flip
    inside = (points >= frame.low) & (points <= frame.high)
    return np.asarray(inside.all(axis=1))
