"""Close-ups: every one shows its place, whole and the right way up, on its side."""

import numpy as np
import pytest

from guide.atlas.surface.body import load_body
from guide.atlas.surface.close_ups import pose_of, shot, shown
from guide.atlas.surface.mesh import Surface
from guide.atlas.surface.raster import rasterise
from guide.core.orientation import Build, CloseUp, FigureName, Pose, Side
from tests.atlas.surface.conftest import FOLDER

PLACE = {
    "head": ("HEAD",), "hand": ("HAND",), "foot": ("FOOT",), "elbow": ("ARM",), "armpit": ("TRUNK",)
}  # fmt: skip
ALL = [(close_up, side) for close_up in CloseUp for side in close_up.sides]


@pytest.mark.parametrize(("close_up", "side"), ALL)
def test_a_close_up_is_filled_by_its_place(surface: Surface, close_up: CloseUp, side: Side) -> None:
    body = load_body(FOLDER, surface, FigureName.MALE, Build.HEAVY, pose_of(close_up))
    camera = shot(surface, body, close_up, side, 300)
    raster = rasterise(body.positions, shown(surface, close_up, side), camera)
    assert 0.4 < camera.width / camera.height < 2.5
    stems = PLACE[close_up.split("_")[0]]
    share = raster.attribute(surface.share(*stems))
    assert (share > 0.5).sum() > 0.2 * 300 * camera.width
    if side is not Side.MIDLINE:
        sign = 1 if side is Side.LEFT else -1
        middle = raster.attribute(surface.canonical[:, 0])[share > 0.5]
        assert np.median(sign * middle) > 0


def test_left_is_the_mirror_image_of_right(surface: Surface) -> None:
    body = load_body(FOLDER, surface, FigureName.FEMALE)
    left, right = (
        shot(surface, body, CloseUp.HAND_PALM, side, 200) for side in (Side.LEFT, Side.RIGHT)
    )
    points = body.positions[:500]
    mirrored = body.positions[surface.mirror][:500]
    x, other = left.project(points)[:, 0], right.project(mirrored)[:, 0]
    assert np.allclose(x, left.width - other, atol=0.1)


def test_only_the_armpit_needs_a_raised_arm() -> None:
    assert [c for c in CloseUp if pose_of(c) is Pose.ARMS_RAISED] == [CloseUp.ARMPIT]


def test_a_side_it_is_not_made_for_is_refused(surface: Surface) -> None:
    body = load_body(FOLDER, surface, FigureName.FEMALE)
    with pytest.raises(ValueError, match="not of the left one"):
        shot(surface, body, CloseUp.HEAD_FRONT, Side.LEFT)
