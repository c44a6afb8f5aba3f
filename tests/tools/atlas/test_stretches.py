"""The stretch poses: hands where they are said to be, the right side stretched, nobody broken."""

from itertools import pairwise

import numpy as np
import pytest

from tools.atlas.figure import load
from tools.atlas.landmarks import landmarks
from tools.atlas.stretches import Pose, load_stretch, moments, posed, stretch_names
from tools.atlas.surface import anchor

NAMES = (
    "behind_back",
    "chest_opener",
    "chin_tuck",
    "cross_body",
    "ear_to_shoulder",
    "head_nod",
    "hug",
    "nose_to_armpit",
)


def at(pose: Pose, landmark: str) -> np.ndarray:
    return anchor(landmarks()[landmark][None]).on(pose.positions)[0]


def moment(name: str, share: float, figure: str = "female") -> Pose:
    return posed(load(figure), load_stretch(name), share)


def test_every_stretch_of_the_routine_is_posed() -> None:
    assert stretch_names() == NAMES


def test_moments_run_from_start_to_end_without_turning_back() -> None:
    shares = moments()
    assert shares[0] == 0
    assert shares[-1] == 1
    assert (np.diff(shares) > 0).all()


@pytest.mark.parametrize("name", ["ear_to_shoulder", "nose_to_armpit", "behind_back"])
def test_the_head_leans_away_from_the_stretched_right_side(name: str) -> None:
    """The figure's left is +x: the head must go there."""
    start, end = moment(name, 0.0), moment(name, 1.0)
    lean = (at(end, "vertex") - at(end, "c7"))[0] - (at(start, "vertex") - at(start, "c7"))[0]
    assert lean > 0.3


def test_the_nose_points_to_the_left_armpit() -> None:
    end = moment("nose_to_armpit", 1.0)
    gaze = at(end, "pronasale") - at(end, "external_occipital_protuberance")
    assert gaze[0] > 0.5
    assert gaze[1] < -0.5


@pytest.mark.parametrize("name", ["ear_to_shoulder", "nose_to_armpit"])
@pytest.mark.parametrize("figure", ["female", "male"])
def test_the_right_hand_holds_the_seat(name: str, figure: str) -> None:
    for share in (0.0, 0.5, 1.0):
        pose = moment(name, share, figure)
        assert pose.seat is not None
        hand = pose.positions[load(figure).share("HAND_RIGHT") > 0.9]
        assert hand[:, 1].min() < pose.seat < hand[:, 1].max()
        assert hand[:, 0].min() < -2.1 < hand[:, 0].max() < -1.2


def test_the_right_arm_crosses_the_chest_below_the_shoulder() -> None:
    end = moment("cross_body", 1.0)
    assert at(end, "lateral_epicondyle.R")[0] > at(end, "acromion.R")[0] + 0.8
    assert at(end, "lateral_epicondyle.R")[1] < at(end, "acromion.R")[1] + 0.2
    assert at(end, "middle_tip.R")[0] > 1.0


def test_the_hug_puts_each_hand_on_the_other_shoulder_and_rounds_the_back() -> None:
    start, end = moment("hug", 0.0), moment("hug", 1.0)
    for hand, shoulder in (("mcp3.R", "acromion.L"), ("mcp3.L", "acromion.R")):
        assert np.linalg.norm(at(end, hand) - at(end, shoulder)) < 1.1
    assert at(end, "c7")[2] > at(start, "c7")[2] + 0.8


def test_the_chin_goes_back_in_the_chin_tuck() -> None:
    start, end = moment("chin_tuck", 0.0), moment("chin_tuck", 1.0)
    assert at(end, "chin")[2] < at(start, "chin")[2] - 0.3


def test_the_hand_on_the_door_frame_stays_while_the_chest_turns_left() -> None:
    start, end = moment("chest_opener", 0.0), moment("chest_opener", 1.0)
    assert np.linalg.norm(at(start, "mcp3.R") - at(end, "mcp3.R")) < 0.35
    across = at(end, "acromion.L") - at(end, "acromion.R")
    assert across[2] < -1.0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("figure", ["female", "male"])
def test_nobody_is_torn_or_under_the_floor(name: str, figure: str) -> None:
    body = load(figure)
    rest = body.anatomical()
    edges = body.triangles[:, :2]
    before = np.linalg.norm(rest[edges[:, 0]] - rest[edges[:, 1]], axis=1)
    for share in (0.0, 1.0):
        pose = moment(name, share, figure)
        after = np.linalg.norm(pose.positions[edges[:, 0]] - pose.positions[edges[:, 1]], axis=1)
        assert np.quantile(after / np.maximum(before, 1e-3), 0.995) < 2.0
        assert pose.positions[:, 1].min() > -0.35


@pytest.mark.parametrize("name", NAMES)
def test_motion_is_smooth(name: str) -> None:
    body, stretch = load("male"), load_stretch(name)
    path = [posed(body, stretch, float(share)).positions[::50] for share in moments()]
    steps = [np.linalg.norm(b - a, axis=1).max() for a, b in pairwise(path)]
    assert max(steps) < 0.45 * sum(steps) + 0.05
