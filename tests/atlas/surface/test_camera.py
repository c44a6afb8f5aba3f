"""Cameras: the standard views, turning, and parts of a picture."""

import numpy as np
import pytest

from guide.atlas.surface.camera import turned, view

POINTS = np.array([[0.0, 9.0, 0.0], [2.0, 3.0, 1.0], [-1.5, 16.0, -0.5]])


@pytest.mark.parametrize(
    ("turn", "name"), [(0, "front"), (90, "left"), (180, "back"), (270, "right")]
)
def test_quarter_turns_are_the_standard_views(turn: float, name: str) -> None:
    free, standard = turned(turn), view(name)
    assert free.height == standard.height
    shift = (free.width - standard.width) / 2
    assert np.allclose(free.project(POINTS), standard.project(POINTS) + np.array([shift, 0, 0]))


def test_tilting_looks_down_and_keeps_the_middle() -> None:
    camera = turned(30, 40, 900)
    assert camera.toward[1] == pytest.approx(np.sin(np.radians(40)))
    assert np.allclose(camera.project(camera.centre)[0, :2], (camera.width / 2, 450))
    assert camera.project((0, 18, 0))[0, 2] > camera.project((0, 0, 0))[0, 2]


def test_a_window_shows_its_part_of_the_picture_larger() -> None:
    whole = turned(25, 10, 900)
    part = whole.window(100, 200, 300, 350, 600)
    assert (part.width, part.height) == (800, 600)
    assert np.allclose(part.project(POINTS)[:, :2], (whole.project(POINTS)[:, :2] - [100, 200]) * 4)
    assert np.allclose(part.project(POINTS)[:, 2], whole.project(POINTS)[:, 2])


def test_an_unknown_view_is_named() -> None:
    with pytest.raises(KeyError, match="no view is called above"):
        view("above")
