"""Rounded triangles: nearer to the true curve, told as places in the flat ones."""

import numpy as np
import pytest

from guide.atlas.surface.camera import Camera, looking
from guide.atlas.surface.mesh import split
from guide.atlas.surface.raster import rasterise
from guide.atlas.surface.rounded import FROM_SCALE, rasterise_round

ROWS, COLUMNS = 9, 16


def ball() -> tuple[np.ndarray, np.ndarray]:
    """Return a coarse unit ball: positions, which are its normals too, and triangles."""
    tilt = np.linspace(-np.pi / 2, np.pi / 2, ROWS)[:, None]
    turn = np.linspace(0, 2 * np.pi, COLUMNS, endpoint=False)
    points = [np.cos(tilt) * np.sin(turn), np.sin(tilt) + 0 * turn, np.cos(tilt) * np.cos(turn)]
    index = np.arange(ROWS * COLUMNS).reshape(ROWS, COLUMNS)
    after = np.roll(index, -1, axis=1)
    quads = np.stack([index[:-1], after[:-1], after[1:], index[1:]], axis=-1).reshape(-1, 4)
    return np.stack(points, axis=-1).reshape(-1, 3), split(quads)


def camera(height: int) -> Camera:
    return looking((1, 0, 0.2), (0, 1, 0), (0, 0, 0), (2.4, 2.4), height)


def test_the_silhouette_of_a_coarse_ball_becomes_round() -> None:
    points, triangles = ball()
    large = camera(round(2.6 * FROM_SCALE))
    circle = np.pi * large.scale**2
    flat = len(rasterise(points, triangles, large).samples)
    round_ = len(rasterise_round(points, points, triangles, large).samples)
    assert flat < 0.96 * circle
    assert abs(round_ - circle) < 0.3 * abs(flat - circle)


def test_samples_are_places_in_the_triangles_that_were_given() -> None:
    points, triangles = ball()
    raster = rasterise_round(points, points, triangles, camera(300))
    assert raster.triangle.max() < len(triangles)
    assert raster.weights.sum(axis=1) == pytest.approx(1, abs=1e-4)
    reached = raster.attribute(points)
    seen = camera(300).project(reached)[:, :2]
    columns = raster.samples % raster.shape[1]
    assert np.abs(seen[:, 0] - columns - 0.5).max() < 0.05 * 125  # no more than it was rounded


def test_small_pictures_are_left_flat() -> None:
    points, triangles = ball()
    small = camera(100)
    one, other = (
        rasterise(points, triangles, small),
        rasterise_round(points, points, triangles, small),
    )
    assert np.array_equal(one.samples, other.samples)


def test_only_wanted_pixels_are_drawn() -> None:
    points, triangles = ball()
    large = camera(300)
    where = np.zeros((large.height, large.width), dtype=bool)
    where[140:160, 10:40] = True
    part = rasterise_round(points, points, triangles, large, 3, where)
    assert 0 < len(part.samples) <= 9 * where.sum()
    assert where.ravel()[part.pixels].all()
