"""The bodies: all builds stand alike, and their light is that of their shape."""

import itertools
import shutil
from pathlib import Path

import numpy as np
import pytest

from guide.atlas.surface import body as bodies
from guide.atlas.surface.body import Body, load_body
from guide.atlas.surface.camera import turned
from guide.atlas.surface.mesh import FLIP, Part, Surface, SurfaceError
from guide.atlas.surface.shade import lamps_for
from guide.core.orientation import Build, FigureName, Pose
from tests.atlas.surface.conftest import FOLDER

ALL = [(figure, build) for figure in FigureName for build in Build]


@pytest.mark.parametrize(("figure", "build"), ALL)
def test_every_body_stands_straight_and_symmetric(
    surface: Surface, figure: FigureName, build: Build
) -> None:
    body = load_body(FOLDER, surface, figure, build)
    assert np.abs(body.positions[surface.mirror] * FLIP - body.positions).max() < 1e-4
    assert abs(body.positions[:, 1].min()) < 0.03
    stature = 16.8 if figure is FigureName.FEMALE else 17.8
    assert stature - 0.1 < body.positions[: surface.skin_count, 1].max() < stature + 0.4


@pytest.mark.parametrize(("figure", "build"), ALL)
def test_no_hand_sinks_into_a_thigh(surface: Surface, figure: FigureName, build: Build) -> None:
    points = load_body(FOLDER, surface, figure, build).positions
    hand = points[surface.parts == Part.HAND_LEFT]
    leg = points[np.isin(surface.parts, (Part.LEG_LEFT, Part.TRUNK))]
    low, high = hand[:, 1].min(), hand[:, 1].max()
    beside = leg[(leg[:, 1] > low - 0.1) & (leg[:, 1] < high + 0.1)]
    for level in np.arange(low, high, 0.15):
        fingers = hand[np.abs(hand[:, 1] - level) < 0.15]
        thigh = beside[np.abs(beside[:, 1] - level) < 0.15]
        if len(fingers) and len(thigh):
            assert fingers[:, 0].min() > thigh[:, 0].max() + 0.1


def test_builds_differ_where_weight_goes(surface: Surface) -> None:
    waist = (np.abs(surface.canonical[:, 1] - 10.8) < 0.1) & (surface.parts == Part.TRUNK)
    for figure in FigureName:
        girth = [
            np.ptp(load_body(FOLDER, surface, figure, build).positions[waist], axis=0)
            for build in Build
        ]
        for thinner, thicker in itertools.pairwise(girth):
            assert thicker[0] > 1.05 * thinner[0]
            assert thicker[2] > 1.05 * thinner[2]


def test_raised_arms_show_the_armpits(surface: Surface, female: Body) -> None:
    raised = load_body(FOLDER, surface, FigureName.FEMALE, pose=Pose.ARMS_RAISED)
    hand = surface.parts == Part.HAND_RIGHT
    assert raised.positions[hand, 1].mean() > female.positions[hand, 1].mean() + 4
    legs = surface.parts == Part.LEG_RIGHT
    assert np.abs(raised.positions[legs] - female.positions[legs]).max() < 0.05


def test_light_reaches_the_crown_and_not_the_inside_of_the_arm(
    surface: Surface, female: Body
) -> None:
    camera = turned(0)
    lit = female.lit(surface, camera, lamps_for(camera))
    crown = int(np.argmax(female.positions[: surface.skin_count, 1]))
    under = (np.abs(np.abs(surface.canonical[:, 0]) - 1.6) < 0.06) & (
        np.abs(surface.canonical[:, 1] - 13.1) < 0.1
    )
    assert lit.key[crown] > 0.9
    assert lit.sky[crown] > 1.5 * float(np.median(lit.sky[under]))
    assert lit.key.min() >= 0
    assert lit.key.max() <= 1


def test_mirrored_light_is_the_mirror_image(surface: Surface, female: Body) -> None:
    right, left = turned(60), turned(-60)
    key = lamps_for(right).key
    one = female.lit(surface, right, lamps_for(right).__class__(key=key))
    other = female.lit(surface, left, lamps_for(left).__class__(key=(-key[0], *key[1:])))
    assert np.abs(one.key[surface.mirror] - other.key).mean() < 2e-3


def test_undressing_takes_the_cloth_away(surface: Surface, female: Body) -> None:
    bare = female.undressed(surface)
    moved = np.linalg.norm(bare.positions - female.positions, axis=1)
    assert not bare.dressed
    assert moved.max() == pytest.approx(bodies.CLOTH, abs=1e-4)
    assert moved[surface.parts == Part.HAND_LEFT].max() == 0


def test_a_body_that_is_missing_is_named(tmp_path: Path, surface: Surface) -> None:
    with pytest.raises(SurfaceError, match=r"male-heavy\.npz cannot be read"):
        load_body(tmp_path, surface, FigureName.MALE, Build.HEAVY)
    shutil.copy(FOLDER / "male.npz", tmp_path / "male-heavy.npz")
    shutil.copy(FOLDER / "male.npz", tmp_path)
    with pytest.raises(SurfaceError, match="has no 'standing"):
        load_body(tmp_path, surface, FigureName.MALE, Build.HEAVY)
