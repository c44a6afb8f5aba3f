"""The figures: symmetric, straight, standing, and the same skin point everywhere."""

import numpy as np
import pytest

from guide.atlas.surface.camera import unit
from guide.atlas.surface.mesh import Part
from tools.atlas.figure import load, topology
from tools.atlas.landmarks import landmarks
from tools.atlas.rotation import about, mirrored
from tools.atlas.surface import anchor

FIGURES = ("female", "male", "reference")
FLIP = np.array([-1.0, 1.0, 1.0])


@pytest.mark.parametrize("name", FIGURES)
def test_left_is_the_mirror_image_of_right(name: str) -> None:
    figure = load(name)
    positions, mirror = figure.anatomical(), figure.topology.mirror
    assert np.array_equal(mirror[mirror], np.arange(len(mirror)))
    assert np.abs(positions[mirror] * FLIP - positions).max() < 1e-6
    assert np.abs(figure.canonical[mirror] * FLIP - figure.canonical).max() < 1e-5


def test_a_mirrored_pose_is_the_mirror_image_of_the_pose() -> None:
    figure = load("male")
    turn = about((0.4, 0.2, -0.9), 40)
    right = figure.pose({"shoulder.R": turn, "neck": about((0, 0, 1), 25)})
    left = figure.pose({"shoulder.L": mirrored(turn), "neck": about((0, 0, 1), -25)})
    assert np.abs(right[figure.topology.mirror] * FLIP - left).max() < 1e-6


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("side", ["L", "R"])
def test_elbows_are_straight_and_palms_face_forward(name: str, side: str) -> None:
    bones = load(name).skeleton
    shoulder, elbow = bones.head(f"upperarm-0.{side}"), bones.head(f"lowerarm-0.{side}")
    wrist = bones.head(f"wrist.{side}")
    bend = np.degrees(np.arccos(unit(elbow - shoulder) @ unit(wrist - elbow)))
    assert bend < 5
    along = bones.head(f"finger3-1.{side}") - wrist
    across = bones.head(f"finger2-1.{side}") - bones.head(f"finger5-1.{side}")
    palm = unit(np.cross(across, along)) * (-1 if side == "L" else 1)
    assert palm[2] > 0.9


@pytest.mark.parametrize(("name", "height"), [("female", 16.8), ("male", 17.8)])
def test_stands_on_the_ground_at_its_stature(name: str, height: float) -> None:
    skin = load(name).anatomical()[: topology().skin_count]
    assert skin[:, 1].min() == pytest.approx(0, abs=0.03)
    # Hair stands on top of the stature; the neck that comes upright adds a little.
    assert height - 0.05 < skin[:, 1].max() < height + 0.3


def test_female_and_male_differ() -> None:
    female, male = load("female").skeleton, load("male").skeleton
    assert male.head("upperarm-0.L")[0] > 1.08 * female.head("upperarm-0.L")[0]


def test_eyes_are_open_between_the_lids() -> None:
    figure = load("reference")
    eyes = figure.canonical[figure.parts == Part.EYE_RIGHT]
    inner, outer = landmarks()["eye_corner_inner.R"], landmarks()["eye_corner_outer.R"]
    assert outer[0] < eyes[:, 0].mean() < inner[0]
    assert len(eyes) > 100


def test_an_unknown_joint_or_figure_is_named() -> None:
    with pytest.raises(KeyError, match="no joint is called elbow"):
        load("male").pose({"elbow": np.eye(3)})
    with pytest.raises(KeyError, match="no figure is called child"):
        load("child")


def test_landmarks_lie_on_the_skin_and_on_their_side() -> None:
    points = landmarks()
    assert len(points) > 100
    table = np.array(list(points.values()))
    reached = anchor(table).on(topology().canonical)
    assert np.linalg.norm(reached - table, axis=1).max() < 0.05
    for name, point in points.items():
        if name.endswith(".R"):
            assert point[0] < 0, name
            assert np.allclose(points[name[:-2] + ".L"], point * FLIP)
        elif not name.endswith(".L"):
            assert point[0] == 0, name


def test_landmarks_stand_in_anatomical_order() -> None:
    points = landmarks()
    spine = ["c2", "c7", "t1", "t3", "t7", "t12", "l4", "s2", "coccyx_tip"]
    heights = [points[name][1] for name in spine]
    assert heights == sorted(heights, reverse=True)
    assert points["scapula_inferior_angle.R"][1] < points["scapular_spine_root.R"][1]
    assert points["acromion.R"][0] < points["coracoid.R"][0] < 0
