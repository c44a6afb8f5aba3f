"""Shapes of any camera: crisp, on the right side, in the picture that was asked for."""

from pathlib import Path

import numpy as np
import pytest

from guide.atlas.shapes import line_values
from guide.atlas.surface.seen import Placing
from guide.core.anatomy import Place, Side
from tests.atlas.surface.sheet_of_skin import LEFT, RADIUS, RIGHT, shapes

PER_DM = 200 / 2.4


def points(line: bytes) -> np.ndarray:
    return np.reshape(line_values(line), (-1, 2))


def test_every_pixel_of_skin_is_in_one_zone_and_the_rest_in_none(tmp_path: Path) -> None:
    seen = shapes(tmp_path)
    assert (seen.width, seen.height) == (200, 200)
    assert seen.pixels_per_cm == pytest.approx(PER_DM / 10)
    assert seen.at(60, 100) == RIGHT
    assert seen.at(140, 100) == LEFT
    assert seen.at(5, 5) is None
    assert seen.at(-1, 5) is None
    assert set(seen.zones) == {RIGHT, LEFT}
    shape = seen.zones[RIGHT]
    assert seen.at(*shape.anchor) == RIGHT
    assert 45 < shape.anchor[0] < 70
    left, top, wide, high = shape.box
    ring = points(seen.rings(RIGHT)[0])
    assert np.abs(ring.min(axis=0) - [left, top]).max() < 1
    assert np.abs(ring.max(axis=0) - [left + wide, top + high]).max() < 1
    assert seen.rings(Place("sole.arch", Side.LEFT)) == ()


@pytest.mark.parametrize(("side", "centre"), [(Side.RIGHT, -0.5), (Side.LEFT, 0.5)])
def test_a_muscle_is_drawn_on_its_side(tmp_path: Path, side: Side, centre: float) -> None:
    muscle = shapes(tmp_path).muscle("pectoralis_major", side)
    assert muscle is not None
    assert (muscle.side, muscle.layer) == (side, 1)
    away = np.hypot(*(points(muscle.rings[0]) - [100 + centre * PER_DM, 100]).T)
    assert np.abs(away - RADIUS * PER_DM).max() < 0.5
    assert len(muscle.rings) == 1
    assert 4 <= len(muscle.fibres) <= 8
    for fibre in muscle.fibres:
        assert np.ptp(points(fibre)[:, 1]) < 1  # they run across
    point = muscle.points[0]
    assert (point.x, point.y) == pytest.approx((100 + centre * PER_DM, 100), abs=0.2)
    assert point.radius == pytest.approx(0.15 * PER_DM, abs=0.1)
    assert point.facing


def test_what_is_seen_is_listed_and_what_is_unknown_is_none(tmp_path: Path) -> None:
    seen = shapes(tmp_path)
    assert [(spot.muscle, spot.side) for spot in seen.muscles] == [
        ("pectoralis_major", Side.LEFT),
        ("pectoralis_major", Side.RIGHT),
    ]
    assert seen.muscle("soleus", Side.LEFT) is None
    assert seen.muscle("pectoralis_major", Side.MIDLINE) is None
    assert seen.soft(Place("sole.arch", Side.LEFT)) is None


def test_a_danger_zone_of_both_halves_has_no_side(tmp_path: Path) -> None:
    (danger,) = shapes(tmp_path).dangers
    assert (danger.id, danger.side, len(danger.rings)) == ("breastbone", Side.MIDLINE, 2)
    middle = danger.box[0] + danger.box[2] / 2
    assert middle == pytest.approx(100, abs=0.5)


def test_landmarks_have_their_sides(tmp_path: Path) -> None:
    marks = shapes(tmp_path).landmarks
    assert marks["nipple.R"][0] < 100 < marks["nipple.L"][0]


def test_soft_forms_lie_where_the_zone_is_and_are_mirrored(tmp_path: Path) -> None:
    seen = shapes(tmp_path)
    right, left = seen.soft(RIGHT), seen.soft(LEFT)
    assert right is not None
    assert left is not None
    assert max(right.values) == 200
    assert len(right.values) == right.width * right.height
    assert right.x + right.width * right.step < 100 < left.x + left.width * left.step


def test_shapes_of_a_coarse_raster_are_in_the_pixels_of_the_picture(tmp_path: Path) -> None:
    seen = shapes(tmp_path, 100, Placing(4.0, 1000.0, 10.0))
    assert seen.width == 400
    assert seen.at(1000 + 30 * 4, 10 + 50 * 4) == RIGHT
    assert 1000 < seen.zones[RIGHT].anchor[0] < 1200
    muscle = seen.muscle("pectoralis_major", Side.RIGHT)
    assert muscle is not None
    centre = points(muscle.rings[0]).mean(axis=0)
    assert centre == pytest.approx([1000 + 400 * 0.7 / 2.4, 10 + 200], abs=2)
    soft = seen.soft(RIGHT)
    assert soft is not None
    assert 1000 < soft.x + soft.width * soft.step / 2 < 1200
