"""The rasteriser against shapes whose picture is known."""

import numpy as np
import pytest

from guide.atlas.surface.camera import looking
from guide.atlas.surface.raster import rasterise

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
