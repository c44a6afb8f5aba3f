"""Samples of the left are looked up as if they were the right, and boxes hold what they say."""

from pathlib import Path

import numpy as np
import pytest

from guide.atlas.surface.fields import Outlined
from guide.atlas.surface.raster import rasterise
from guide.atlas.surface.seen import Seen, Window, own_rows, spread, within
from guide.core.anatomy import Side
from tests.atlas.surface.sheet_of_skin import camera, sheet


def test_the_left_is_seen_as_the_right(tmp_path: Path) -> None:
    mesh = sheet()
    raster = rasterise(mesh.canonical.astype(float), mesh.triangles, camera(40))
    points = raster.attribute(mesh.canonical).astype(float)
    asked: list[tuple[int, ...]] = []

    def share(parts: tuple[int, ...]) -> np.ndarray:
        asked.append(parts)
        return mesh.part_weights[:, list(parts)].sum(axis=1)

    left = Seen(mesh, share, raster, points, left=True)
    right = Seen(mesh, share, raster, points, left=False)
    assert np.array_equal(left.points[:, 0], -right.points[:, 0])
    assert np.array_equal(left.normals[:, 2], right.normals[:, 2])
    assert np.allclose(right.share((0,)), 1)
    assert left.share((4, 6)).max() == 0
    assert asked == [(0,), (3, 5)]  # arm and hand of the right are those of the left there


def test_the_box_of_the_left_is_mirrored() -> None:
    points = np.array([(-0.5, 1, 0), (0.5, 1, 0), (0.5, 3, 0)], np.float32)
    it = Outlined("x", [-0.7, 0, -1], [-0.2, 2, 1])
    assert within(points, it, Side.RIGHT).tolist() == [0]
    assert within(points, it, Side.LEFT).tolist() == [1]


def test_a_raster_of_some_triangles_knows_which_they_are() -> None:
    mesh = sheet()
    some = mesh.triangles[[700, 3, 41]]
    raster = rasterise(mesh.canonical.astype(float), some, camera(100))
    assert set(own_rows(mesh, raster).tolist()) == {700, 3, 41}
    whole = rasterise(mesh.canonical.astype(float), mesh.triangles, camera(100))
    assert own_rows(mesh, whole) is whole.triangle
    strange = rasterise(mesh.canonical.astype(float), some[:, [1, 2, 0]], camera(100))
    with pytest.raises(ValueError, match="not drawn from the triangles"):
        own_rows(mesh, strange)


def test_a_window_is_a_grid_with_a_margin() -> None:
    window = Window(np.array([5, 6]), np.array([9, 10]))
    grid = window.filled(np.array([1.0, 2.0]), 0.0)
    assert (window.left, window.top, grid.shape) == (4, 8, (4, 4))
    assert grid[1, 1] == 1
    assert grid[2, 2] == 2
    assert grid.sum() == 3


def test_empty_cells_take_their_greatest_neighbour() -> None:
    grid = np.array([[-1, -1, -1], [0.2, -1, 0.7], [-1, -1, -1]], np.float32)
    assert spread(grid)[1, 1] == np.float32(0.7)
    assert spread(grid)[0, 0] == np.float32(0.2)
    assert spread(grid)[0, 1] == -1
