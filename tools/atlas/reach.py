"""Put a hand on a point: two-bone inverse kinematics with the forearm's spin and the wrist."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.camera import unit
from tools.atlas.figure import Figure
from tools.atlas.rotation import about, axis_angle, fraction, frames, twist_about
from tools.atlas.skeleton import Skeleton

Floats = NDArray[np.float64]

PALM: Final = 0.82
"""Distance in dm from the wrist to the middle of the palm, for a body 17.3 dm tall."""
THICK: Final = 0.16
"""Distance in dm from the hand's bones to the palm's skin."""
WRIST_LIMIT: Final = 75.0  # degrees a wrist bends at most
_HINGE: Final = np.array([1.0, 0.0, 0.0])
_PALM_AHEAD: Final = np.array([0.0, 0.0, 1.0])


@dataclass(frozen=True)
class Grip:
    """Where a palm lies. Directions in body axes: where fingers point and the palm faces.

    ``pole`` is the direction toward which the elbow points; ``curl`` bends each finger
    joint by that many degrees.
    """

    palm: Floats
    fingers: Floats
    faces: Floats
    pole: Floats
    curl: float = 12.0


def reach(
    figure: Figure, rotations: Mapping[str, Floats], shift: Floats | None, side: str, grip: Grip
) -> dict[str, Floats]:
    """Return the turns of shoulder, elbow, forearm, wrist and fingers that take the grip.

    ``rotations`` are those of the rest of the body. A palm that is out of reach is
    approached as near as a nearly straight arm allows. ``side`` is "L" or "R".
    """
    rest = figure.skeleton
    above = _carried(figure, rotations, side)
    shoulder = figure.posed_skeleton(rotations, shift).head(f"upperarm-0.{side}")
    scale = _stature(rest) / 17.3
    fingers, faces = unit(grip.fingers), unit(grip.faces)
    wrist = grip.palm - (fingers * PALM + faces * THICK) * scale
    upper_rest = rest.head(f"lowerarm-0.{side}") - rest.head(f"upperarm-0.{side}")
    fore_rest = rest.head(f"wrist.{side}") - rest.head(f"lowerarm-0.{side}")
    upper, fore = _two_bones(
        wrist - shoulder,
        float(np.linalg.norm(upper_rest)),
        float(np.linalg.norm(fore_rest)),
        grip.pole,
    )
    hinge = _hinge(upper, fore, grip.pole)
    upper_turn = above.T @ frames((upper_rest, _HINGE), (upper, hinge))
    carried = above @ upper_turn
    elbow = frames((fore_rest, _HINGE), (carried.T @ fore, carried.T @ hinge))
    carried = carried @ elbow
    hand_rest = rest.head(f"finger3-1.{side}") - rest.head(f"wrist.{side}")
    hand = carried.T @ frames((hand_rest, _PALM_AHEAD), (fingers, faces))
    twist = twist_about(hand, fore_rest)
    bend = twist.T @ hand
    angle = axis_angle(bend)[1]
    if angle > WRIST_LIMIT:
        bend = fraction(bend, WRIST_LIMIT / angle)
    turns = {"shoulder": upper_turn, "elbow": elbow, "forearm": twist, "wrist": bend}
    for finger in ("index", "middle", "ring", "little"):
        for joint in (1, 2, 3):
            turns[f"{finger}-{joint}"] = about(_HINGE, -grip.curl)
    return {f"{joint}.{side}": turn for joint, turn in turns.items()}


def _stature(rest: Skeleton) -> float:
    return float(rest.tails[:, 1].max())


def _carried(figure: Figure, rotations: Mapping[str, Floats], side: str) -> Floats:
    """Return the rotation that the body's pose gives an arm before its own turns."""
    rest = figure.skeleton
    moves = rest.transforms(rotations)
    turn: Floats = moves[rest.bones.index(f"upperarm-0.{side}"), :3, :3]
    own = rotations.get(f"shoulder.{side}")
    return turn if own is None else turn @ own.T


def _two_bones(line: Floats, upper: float, fore: float, pole: Floats) -> tuple[Floats, Floats]:
    """Return unit directions of upper arm and forearm that span ``line`` bent toward ``pole``."""
    distance = float(
        np.clip(np.linalg.norm(line), abs(upper - fore) + 1e-3, (upper + fore) * 0.998)
    )
    ahead = unit(line)
    side = pole - (pole @ ahead) * ahead
    side = unit(side)
    cosine = (upper**2 + distance**2 - fore**2) / (2 * upper * distance)
    bend = float(np.arccos(np.clip(cosine, -1, 1)))
    first = ahead * np.cos(bend) + side * np.sin(bend)
    second = ahead * distance - first * upper
    return first, unit(second)


def _hinge(upper: Floats, fore: Floats, pole: Floats) -> Floats:
    """Return the axis about which a negative turn bends the forearm forward."""
    axis = np.cross(fore, upper)
    if float(np.linalg.norm(axis)) < 0.02:
        axis = np.cross(upper, pole)
    return unit(axis)
