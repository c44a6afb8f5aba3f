"""Stretch poses as data: a start and an end, with everything between.

``stretches/<pose>.toml`` is written for the right side as the stretched one. Joint turns
are ``[forward, to the left, turned left]`` in degrees; a hand lies ``at`` a place: a landmark
of the posed skin ("acromion.R"), one that stays where it is in the anatomical position
("still acromion.R") or the chair's edge ("seat.R"), moved by ``by`` in dm.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.camera import Camera, looking
from tools.atlas.figure import Figure
from tools.atlas.landmarks import landmarks
from tools.atlas.reach import Grip, reach
from tools.atlas.rotation import about
from tools.atlas.surface import anchor

Floats = NDArray[np.float64]

FOLDER: Final = Path(__file__).with_name("stretches")
FRAMES: Final = 6
_SITTING: Final = {"hip": [-84.0, 0, 0], "knee": [84.0, 0, 0]}
_THIGHS_APART: Final = 7.0
_SIDES: Final = {"right_hand": "R", "left_hand": "L"}


@dataclass(frozen=True)
class Pose:
    """A figure at one moment of a stretch."""

    positions: Floats  # (V, 3)
    seat: float | None  # height of the chair's seat, None without a chair


@dataclass(frozen=True)
class StretchPose:
    """A stretch's table: ``lit`` muscles are lit on the right, on both sides if ``both``."""

    name: str
    sitting: bool
    wall: bool
    lit: tuple[str, ...]
    both: bool
    azimuth: float  # degrees the viewer stands round the figure: 0 ahead, 90 at its right
    elevation: float
    centre: Floats
    size: tuple[float, float]  # dm
    start: dict[str, Any]
    end: dict[str, Any]

    def camera(self, figure: Figure, height: int) -> Camera:
        """Return the frame, scaled with the figure's stature."""
        scale = float(figure.skeleton.tails[:, 1].max()) / 17.3
        turn = about((0, 1, 0), -self.azimuth) @ about((1, 0, 0), -self.elevation)
        size = (self.size[0] * scale, self.size[1] * scale)
        return looking(turn @ [1, 0, 0], turn @ [0, 1, 0], self.centre * scale, size, height)


@cache
def load_stretch(name: str) -> StretchPose:
    """Return one stretch pose; raises KeyError naming what its file lacks."""
    table = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    seen = table["camera"]
    return StretchPose(
        name,
        table["posture"] == "sitting",
        table["posture"] == "wall",
        tuple(table["lit"]),
        bool(table["both"]),
        float(seen["azimuth"]),
        float(seen["elevation"]),
        np.array(seen["centre"], dtype=np.float64),
        (float(seen["size"][0]), float(seen["size"][1])),
        table["start"],
        table["end"],
    )


def stretch_names() -> tuple[str, ...]:
    """Return the names of all stretch poses."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def moments(count: int = FRAMES) -> Floats:
    """Return shares of the way from start to end, slow at both ends."""
    t = np.linspace(0, 1, count)
    return t * t * (3 - 2 * t)


def posed(figure: Figure, stretch: StretchPose, share: float) -> Pose:
    """Return the figure ``share`` (0..1) of the way from the start to the end."""
    turns = _turns(stretch, share)
    shift, seat = np.zeros(3), None
    if stretch.sitting:
        seat = _seat(figure)
        legs = figure.pose(_legs())
        parts = figure.share("TRUNK", "LEG") > 0.5
        behind = parts & (legs[:, 2] < 1.0) & (legs[:, 1] > 5.0)
        shift = np.array([0.0, seat - legs[behind, 1].min(), 0.0])
    for hand in ("right_hand", "left_hand"):
        if hand in stretch.start:
            positions = figure.pose(turns, shift)
            grip = _grip(figure, positions, seat, stretch.start[hand], stretch.end[hand], share)
            turns |= reach(figure, turns, shift, _SIDES[hand], grip)
    return Pose(figure.pose(turns, shift), seat)


def _seat(figure: Figure) -> float:
    """Return a seat's height at which the feet stand flat."""
    return float(figure.skeleton.head("lowerleg-0.R")[1]) - 0.55


def _legs() -> dict[str, Floats]:
    turns = {}
    for side, sign in (("L", 1.0), ("R", -1.0)):
        for joint, (forward, _, _) in _SITTING.items():
            turns[f"{joint}.{side}"] = about((1, 0, 0), forward)
        turns[f"hip.{side}"] = about((0, 1, 0), sign * _THIGHS_APART) @ turns[f"hip.{side}"]
    return turns


def _turns(stretch: StretchPose, share: float) -> dict[str, Floats]:
    turns = _legs() if stretch.sitting else {}
    names = [key for key in (stretch.start | stretch.end) if key not in _SIDES]
    for joint in names:
        one = np.array(stretch.start.get(joint, [0, 0, 0]), dtype=np.float64)
        other = np.array(stretch.end.get(joint, one), dtype=np.float64)
        forward, left, turned = one + (other - one) * share
        turns[joint] = (
            about((0, 1, 0), turned) @ about((0, 0, 1), -left) @ about((1, 0, 0), forward)
        )
    return turns


def _grip(
    figure: Figure,
    positions: Floats,
    seat: float | None,
    start: dict[str, Any],
    end: dict[str, Any],
    share: float,
) -> Grip:
    end = start | end
    scale = float(figure.skeleton.tails[:, 1].max()) / 17.3
    places = [_place(row, figure, positions, seat, scale) for row in (start, end)]

    def mix(name: str) -> Floats:
        one, other = (np.array(row[name], dtype=np.float64) for row in (start, end))
        return one + (other - one) * share

    curl = start.get("curl", 12.0) + (end.get("curl", 12.0) - start.get("curl", 12.0)) * share
    palm = places[0] + (places[1] - places[0]) * share
    return Grip(palm, mix("fingers"), mix("faces"), mix("pole"), curl)


def _place(
    row: dict[str, Any], figure: Figure, positions: Floats, seat: float | None, scale: float
) -> Floats:
    by = np.array(row.get("by", [0, 0, 0]), dtype=np.float64) * scale
    name = row["at"]
    if name.startswith("seat"):
        if seat is None:
            raise KeyError(f"{name} is named, but nobody sits")
        side = -1.0 if name.endswith("R") else 1.0
        return np.array([side * 2.05 * scale, seat, 0.0]) + by
    if name.startswith("still "):
        name, positions = name.removeprefix("still "), figure.anatomical()
    return anchor(landmarks()[name][None]).on(positions)[0] + by
