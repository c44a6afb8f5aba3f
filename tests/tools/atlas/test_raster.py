"""The rasteriser against shapes whose picture is known."""

import numpy as np
import pytest

from tools.atlas.camera import looking
from tools.atlas.mesh import mirrored_vertices, split, subdivide, vertex_normals
from tools.atlas.noise import noise
from tools.atlas.raster import rasterise
from tools.atlas.rotation import about, axis_angle, between, fraction, twist_about

FRONT = looking((1, 0, 0), (0, 1, 0), (0, 0, 0), (4, 4), 40)
SQUARE = np.array([[-1.0, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]])
TWO = np.array([[0, 1, 2], [0, 2, 3]])


def test_a_square_covers_its_pixels_once() -> None:
    raster = rasterise(SQUARE, TWO, FRONT)
    assert raster.alpha().sum() == 400
    points = raster.attribute(SQUARE)
    columns = raster.samples % 40
    assert np.allclose(points[:, 0], (columns + 0.5) / 10 - 2, atol=1e-6)


def test_what_faces_away_is_left_out() -> None:
    assert len(rasterise(SQUARE, TWO[:, ::-1], FRONT).samples) == 0


def test_the_nearer_triangle_shows() -> None:
    both = np.concatenate([SQUARE, SQUARE * 0.5 + [0, 0, 1]])
    raster = rasterise(both, np.concatenate([TWO, TWO + 4]), FRONT)
    middle = raster.triangle[raster.samples == 20 * 40 + 20]
    assert middle[0] >= 2


def test_supersampling_gives_part_coverage() -> None:
    alpha = rasterise(SQUARE + np.array([0.05, 0, 0]), TWO, FRONT, 4).alpha()
    assert alpha[20, 10] == pytest.approx(0.5)


def test_pixel_centres_need_an_odd_grid() -> None:
    with pytest.raises(ValueError, match="odd number"):
        rasterise(SQUARE, TWO, FRONT, 2).centres()
    assert len(rasterise(SQUARE, TWO, FRONT, 3).centres().samples) == 400


def test_subdividing_keeps_a_flat_plate_flat_and_its_border() -> None:
    finer, quads = subdivide(np.array([[0, 1, 2, 3]]), 4)
    points = finer @ SQUARE
    assert quads.shape == (4, 4)
    assert np.allclose(points[:, 2], 0)
    assert np.allclose(vertex_normals(points, split(quads)), [0, 0, 1])
    mirror = mirrored_vertices(np.array([1, 0, 3, 2]), np.array([[0, 1, 2, 3]]), quads, 9)
    assert np.allclose(points[mirror] * [-1, 1, 1], points)


def test_rotations_take_apart_and_together() -> None:
    turn = about((1, 2, 3), 70)
    axis, angle = axis_angle(turn)
    assert np.allclose(about(axis, angle), turn)
    assert np.allclose(fraction(turn, 0.5) @ fraction(turn, 0.5), turn)
    assert np.allclose(between((1, 0, 0), (0, 0, 1)) @ [1, 0, 0], [0, 0, 1])
    assert np.allclose(between((1, 0, 0), (-1, 0, 0)) @ [1, 0, 0], [-1, 0, 0])
    spin = about((0, 1, 0), 30)
    assert np.allclose(twist_about(about((1, 0, 0), 50) @ spin, (0, 1, 0)), spin)


def test_noise_is_bounded_smooth_and_the_same_again() -> None:
    points = np.linspace(-5, 5, 400)[:, None] * [1.0, 0.7]
    values = noise(points)
    assert np.array_equal(values, noise(points))
    assert np.abs(values).max() <= 1
    assert np.abs(np.diff(values)).max() < 0.2
    assert values.std() > 0.2
