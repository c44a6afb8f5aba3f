"""A camera on its way from one place to another: it turns the short way and keeps the frame."""

import math

import numpy as np
from msgspec.structs import replace

from guide.atlas.surface.camera import Camera, Floats


def mixed(start: Camera, end: Camera, share: float) -> Camera:
    """Return the camera at ``share`` (0 to 1) of the way; its picture is as large as ``end``'s.

    It turns about one axis, moves in a straight line, and comes closer by equal factors.
    """
    before, after = _axes(start), _axes(end)
    axes = _turned(after @ before.T, share) @ before
    height = start.height / start.scale, end.height / end.scale
    seen = height[0] * (height[1] / height[0]) ** share
    return replace(
        end,
        right=axes[0],
        up=axes[1],
        centre=start.centre + (end.centre - start.centre) * share,
        scale=end.height / seen,
    )


def spun(camera: Camera, turn: float, tilt: float) -> Camera:
    """Return the camera led round the middle of its picture, in degrees.

    As in `guide.atlas.surface.camera.turned`: ``turn`` above 0 goes to the figure's left, ``tilt``
    above 0 looks from above.
    """
    a, b = math.radians(turn), math.radians(tilt)
    right = camera.right * math.cos(a) - camera.toward * math.sin(a)
    toward = np.cross(right, camera.up)
    up = camera.up * math.cos(b) - toward * math.sin(b)
    return replace(camera, right=right, up=up)


def _axes(camera: Camera) -> Floats:
    """Return right, up and toward as rows."""
    return np.stack([camera.right, camera.up, camera.toward])


def _turned(rotation: Floats, share: float) -> Floats:
    """Return a part of a rotation matrix about the same axis."""
    angle = math.acos(min(max((float(np.trace(rotation)) - 1) / 2, -1.0), 1.0))
    if angle < 1e-9:
        return np.eye(3)
    if math.pi - angle < 1e-6:  # half a turn: the axis is the column of (R + 1) / 2 that is there
        outer = (rotation + np.eye(3)) / 2
        axis = outer[:, int(np.argmax(np.diag(outer)))]
    else:
        axis = np.array(
            [
                rotation[2, 1] - rotation[1, 2],
                rotation[0, 2] - rotation[2, 0],
                rotation[1, 0] - rotation[0, 1],
            ]
        )
    x, y, z = axis / float(np.linalg.norm(axis))
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    part = angle * share
    result: Floats = np.eye(3) + math.sin(part) * cross + (1 - math.cos(part)) * cross @ cross
    return result
