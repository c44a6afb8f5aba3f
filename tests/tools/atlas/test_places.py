"""Places are written by landmarks, in planes and round limbs."""

import numpy as np
import pytest

from tools.atlas.landmarks import landmarks
from tools.atlas.places import AnatomyError, paper, space


def test_a_place_is_a_landmark_a_share_of_the_way_and_an_offset() -> None:
    marks = landmarks()
    assert space("c7") == pytest.approx(marks["c7"])
    place = (marks["c7"] + marks["acromion.R"]) / 2 + np.array([0.1, 0, -0.2])
    assert space("c7~acromion@0.5 0.1 0 -0.2") == pytest.approx(place)


def test_a_plane_moves_right_and_up_in_decimetres() -> None:
    here, there = paper("front").flat("navel"), paper("front").flat("navel -0.3 +0.2")
    assert there - here == pytest.approx([-0.3, 0.2])


def test_a_tube_counts_degrees_from_the_front_over_the_outer_side() -> None:
    arm = paper("arm", 90).chart
    outer = arm.place(landmarks()["lateral_epicondyle.R"][None])[0, 0] / arm.unit
    inner = arm.place(landmarks()["medial_epicondyle.R"][None])[0, 0] / arm.unit
    assert 60 < outer < 130
    assert inner < -50 or inner > 230


def test_the_seam_of_a_tube_lies_opposite_its_middle() -> None:
    back = np.array([[-2.28, 11.4, -0.2]])
    for middle in (0, 90, 180, 270):
        arm = paper("arm", middle).chart
        assert abs(arm.place(back)[0, 0] / arm.unit - middle) <= 180


@pytest.mark.parametrize(
    ("text", "message"),
    [("kneecap", "'kneecap'"), ("c7~kneecap@0.5", "'kneecap'")],
)
def test_an_unknown_landmark_is_named(text: str, message: str) -> None:
    with pytest.raises(AnatomyError, match=message):
        space(text)


@pytest.mark.parametrize("text", ["c7 left", "c7~t1@half", "c7 1 2 3 4"])
def test_a_malformed_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"could not|broadcast"):
        space(text)


@pytest.mark.parametrize(("angle", "along"), [(0, 12.5), (95, 13.2), (180, 11.0), (-80, 10.2)])
def test_a_place_on_a_tube_lies_on_the_skin_there(angle: float, along: float) -> None:
    arm, point = paper("arm", angle).chart, space(f"arm({angle},{along})")
    assert arm.place(point[None])[0] == pytest.approx([angle * arm.unit, along], abs=0.04)


def test_a_tube_that_is_none_is_named() -> None:
    with pytest.raises(AnatomyError, match="'front' is not a tube"):
        space("front(0,12)")
