"""A tube unrolls a limb: the angle round its axis, and the place along it."""

import numpy as np
import pytest

from guide.atlas.surface.chart import Axis, Plane, Tube


def axis() -> Axis:
    """An axis that runs down 4 dm from (1, 8, 0) and bends forward by 1 dm."""
    y = np.linspace(0, 4, 41)
    middles = np.stack([np.ones(41), 8 - y, y / 4], axis=1)
    down, front, out = np.array([0.0, -1, 0]), np.array([0.0, 0, 1]), np.array([-1.0, 0, 0])
    return Axis(np.array([1.0, 8, 0]), down, front, out, middles, 4.0, 8.0, -1.0, 0.01)


def test_angles_are_round_the_bent_axis() -> None:
    angle, place = axis().angle_and_place(np.array([(1.0, 6, 1.5), (0, 6, 0.5), (1, 6, -1)]))
    assert angle == pytest.approx([0, 90, 180])
    assert place == pytest.approx([6, 6, 6])


@pytest.mark.parametrize("middle", [0.0, 90.0, 180.0, 270.0])
def test_the_seam_lies_opposite_the_middle(middle: float) -> None:
    tube = Tube(axis(), middle)
    turn = np.radians(np.arange(0, 360, 15))
    points = np.stack([1 - np.sin(turn), np.full(24, 6.0), 0.5 + np.cos(turn)], axis=1)
    degrees = tube.place(points)[:, 0] / tube.unit
    assert (np.abs(degrees - middle) <= 180 + 1e-9).all()
    assert np.sort(degrees % 360) == pytest.approx(np.arange(0, 360, 15), abs=1e-6)
    assert tube.toward is None


def test_a_plane_knows_right_up_and_the_viewer() -> None:
    plane = Plane(np.array([(0.0, 0, 1), (0, 1, 0), (-1, 0, 0)]))
    assert plane.place(np.array([(1.0, 2, 3)])) == pytest.approx(np.array([[3, 2]]))
    assert plane.toward == pytest.approx([-1, 0, 0])
