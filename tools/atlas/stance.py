"""The anatomical position: joint rotations that take the rest shape into it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.camera import unit
from guide.core.orientation import Build
from tools.atlas.rotation import about, between, fraction, frames, mirrored
from tools.atlas.skeleton import Skeleton

Floats = NDArray[np.float64]

ABDUCTION: Final = 11.0
CARRYING: Final = 3.0
"""Degrees between trunk and upper arm, and between upper arm and forearm, to the side."""
WIDER: Final = {Build.SLIM: 0.0, Build.AVERAGE: 0.0, Build.HEAVY: 5.0}
"""Degrees by which a build holds its arms wider, so that no hand sinks into a thigh."""
TOE_OUT: Final = 6.0
NECK_BACK: Final = 7.0
JAW_SHUT: Final = 1.6
"""Degrees the feet point outward, the neck comes upright under a level head, the jaw closes."""
STANCE: Final = 1.05
"""Distance in dm of an ankle from the midline, for a body 17.3 dm tall."""
FINGERS: Final = {
    "thumb": ("finger1", 0.28),
    "index": ("finger2", 0.55),
    "ring": ("finger4", 0.5),
    "little": ("finger5", 0.62),
}
"""Finger to its bones and the share of its spread from the middle finger that is closed."""


def _direction(degrees: float) -> Floats:
    """Return the direction of a limb that hangs down, abducted to the left."""
    angle = np.radians(degrees)
    return np.array([np.sin(angle), -np.cos(angle), 0.0])


def anatomical_rotations(rest: Skeleton, wider: float = 0.0) -> dict[str, Floats]:
    """Return the joint rotations, exactly mirrored, for the anatomical position.

    ``wider`` is added to the angle of the upper arms, in degrees.
    """
    left = _arm(rest, ABDUCTION + wider) | _fingers(rest) | _leg(rest)
    across = (1.0, 0.0, 0.0)
    middle = {
        "neck": about(across, -NECK_BACK),
        "head": about(across, NECK_BACK),
        "jaw": about(across, -JAW_SHUT),
    }
    sides = {f"{joint}.L": turn for joint, turn in left.items()} | {
        f"{joint}.R": mirrored(turn) for joint, turn in left.items()
    }
    return middle | sides


def _arm(rest: Skeleton, abduction: float) -> dict[str, Floats]:
    """Bring the arm down with the elbow's hinge square to the body, straight, palm ahead."""
    shoulder, elbow = rest.head("upperarm-0.L"), rest.head("lowerarm-0.L")
    wrist = rest.head("wrist.L")
    upper, fore = unit(elbow - shoulder), unit(wrist - elbow)
    hinge = unit(np.cross(upper, fore))
    inward = np.array([-1.0, 0.0, 0.0])
    fore_down = _direction(abduction + CARRYING)
    upper_turn = frames((upper, hinge), (_direction(abduction), inward))
    fore_turn = frames((fore, hinge), (fore_down, inward))
    across = fore_turn @ (rest.head("finger2-1.L") - rest.head("finger5-1.L"))
    flat = across - (across @ fore_down) * fore_down
    outward = np.cross([0.0, 0.0, 1.0], fore_down)
    angle = np.arctan2(fore_down @ np.cross(flat, outward), flat @ outward)
    supinate = fore_turn.T @ about(fore_down, float(np.degrees(angle))) @ fore_turn
    turned = fore_turn @ supinate
    hand = turned @ (rest.head("finger3-1.L") - wrist)
    settle = turned.T @ between(hand, _direction(abduction + CARRYING - 2)) @ turned
    return {
        "shoulder": upper_turn,
        "elbow": upper_turn.T @ fore_turn,
        "forearm": supinate,
        "wrist": settle,
    }


def _fingers(rest: Skeleton) -> dict[str, Floats]:
    """Close the spread of the fingers toward the middle finger."""

    def line(finger: str) -> Floats:
        return rest.tail(f"{finger}-3.L") - rest.head(f"{finger}-1.L")

    return {
        f"{name}-1": fraction(between(line(bones), line("finger3")), share)
        for name, (bones, share) in FINGERS.items()
    }


def _leg(rest: Skeleton) -> dict[str, Floats]:
    """Bring the feet under the body, the soles staying level."""
    hip, ankle = rest.head("upperleg-0.L"), rest.head("foot.L")
    stature = float(rest.tails[:, 1].max())
    line = ankle - hip
    apart = STANCE * stature / 17.3 - hip[0]
    length = float(np.hypot(line[0], line[1]))
    aim = np.array([apart, -np.sqrt(length**2 - apart**2), 0.0])
    turn = between([line[0], line[1], 0.0], aim)
    return {"hip": about((0.0, 1.0, 0.0), TOE_OUT) @ turn, "ankle": turn.T}
