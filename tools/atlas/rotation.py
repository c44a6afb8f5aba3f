"""Rotations as 3 by 3 matrices; angles in degrees, right-handed."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from guide.atlas.surface.camera import unit

Floats = NDArray[np.float64]


def about(axis: ArrayLike, degrees: float) -> Floats:
    """Return the rotation by an angle about an axis through the origin."""
    x, y, z = unit(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    angle = np.radians(degrees)
    return np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross


def axis_angle(rotation: Floats) -> tuple[Floats, float]:
    """Return axis and angle in degrees, 0 to 180; the axis is +x when the angle is 0."""
    angle = float(np.degrees(np.arccos(np.clip((np.trace(rotation) - 1) / 2, -1, 1))))
    if angle < 1e-6:
        return np.array([1.0, 0.0, 0.0]), 0.0
    if angle > 179.99:
        values, vectors = np.linalg.eigh((rotation + rotation.T) / 2)
        return unit(vectors[:, int(np.argmax(values))]), angle
    skew = rotation - rotation.T
    return unit([skew[2, 1], skew[0, 2], skew[1, 0]]), angle


def fraction(rotation: Floats, share: float) -> Floats:
    """Return the same turn carried out to ``share`` of its angle."""
    axis, angle = axis_angle(rotation)
    return about(axis, angle * share)


def between(start: ArrayLike, end: ArrayLike) -> Floats:
    """Return the shortest rotation that takes one direction to another."""
    one, other = unit(start), unit(end)
    axis = np.cross(one, other)
    if float(np.linalg.norm(axis)) < 1e-9:
        return np.eye(3) if one @ other > 0 else about(np.cross(one, [0.3, 0.5, 0.8]), 180)
    return about(axis, float(np.degrees(np.arctan2(np.linalg.norm(axis), one @ other))))


def frames(start: tuple[ArrayLike, ArrayLike], end: tuple[ArrayLike, ArrayLike]) -> Floats:
    """Return the rotation taking a direction and a second, roughly square one, to another pair.

    The first direction is met exactly, the second as nearly as the first allows.
    """

    def basis(pair: tuple[ArrayLike, ArrayLike]) -> Floats:
        first = unit(pair[0])
        third = unit(np.cross(first, np.asarray(pair[1], dtype=np.float64)))
        return np.stack([first, np.cross(third, first), third], axis=1)

    return basis(end) @ basis(start).T


def twist_about(rotation: Floats, axis: ArrayLike) -> Floats:
    """Return the part of a rotation that spins about ``axis``; the rest is swing."""
    line = unit(axis)
    swing = between(line, rotation @ line)
    return swing.T @ rotation


def mirrored(rotation: Floats) -> Floats:
    """Return the rotation of the other side of the body."""
    flip = np.diag([-1.0, 1.0, 1.0])
    return flip @ rotation @ flip
