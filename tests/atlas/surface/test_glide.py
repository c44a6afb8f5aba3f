"""A gliding camera begins and ends where it should, and never leaves the short way."""

import numpy as np
import pytest

from guide.atlas.surface.camera import Camera, turned, view
from guide.atlas.surface.glide import mixed, spun

PAIRS = [
    (turned(0), turned(90)),
    (turned(350), turned(10)),
    (turned(0), turned(180)),
    (turned(30, 20), view("soles")),
    (view("back"), turned(180).window(400, 100, 700, 400, 900)),
]


@pytest.mark.parametrize(("start", "end"), PAIRS)
def test_it_begins_at_the_start_and_ends_at_the_end(start: Camera, end: Camera) -> None:
    for share, there in ((0.0, start), (1.0, end)):
        made = mixed(start, end, share)
        np.testing.assert_allclose(made.right, there.right, atol=1e-9)
        np.testing.assert_allclose(made.up, there.up, atol=1e-9)
        np.testing.assert_allclose(made.centre, there.centre, atol=1e-9)
        assert made.height / made.scale == pytest.approx(there.height / there.scale)
        assert (made.width, made.height) == (end.width, end.height)


@pytest.mark.parametrize(("start", "end"), PAIRS)
@pytest.mark.parametrize("share", [0.25, 0.5, 0.8])
def test_on_the_way_it_stays_a_camera(start: Camera, end: Camera, share: float) -> None:
    made = mixed(start, end, share)
    axes = np.stack([made.right, made.up, made.toward])
    np.testing.assert_allclose(axes @ axes.T, np.eye(3), atol=1e-9)


def test_it_turns_the_short_way() -> None:
    made = mixed(turned(350), turned(10), 0.5)
    np.testing.assert_allclose(made.right, turned(0).right, atol=1e-9)


@pytest.mark.parametrize(("turn", "tilt"), [(0, 0), (30, 0), (200, -20), (90, 45)])
def test_a_spun_front_is_the_turned_figure(turn: float, tilt: float) -> None:
    made, there = spun(turned(0), turn, tilt), turned(turn, tilt)
    np.testing.assert_allclose(made.right, there.right, atol=1e-9)
    np.testing.assert_allclose(made.up, there.up, atol=1e-9)
