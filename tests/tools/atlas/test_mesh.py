"""Subdivision, mirror images, noise and rotations."""

import numpy as np

from guide.atlas.surface.mesh import split, vertex_normals
from guide.atlas.surface.noise import noise
from tools.atlas.mesh import mirrored_vertices, subdivide
from tools.atlas.rotation import about, axis_angle, between, fraction, twist_about

SQUARE = np.array([[-1.0, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]])
TWO = np.array([[0, 1, 2], [0, 2, 3]])


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
