"""From samples to pixels: covered shares, mixed materials, and parts of a picture."""

import numpy as np
import pytest

from guide.atlas.surface.camera import looking
from guide.atlas.surface.paint import Material
from guide.atlas.surface.picture import develop, empty, expose
from guide.atlas.surface.raster import rasterise

FRONT = looking((1, 0, 0), (0, 1, 0), (0, 0, 0), (4, 4), 40)
SQUARE = np.array([[-1.0, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]])
TWO = np.array([[0, 1, 2], [0, 2, 3]])


def test_a_plain_square_is_exposed_where_it_is() -> None:
    raster = rasterise(SQUARE, TWO, FRONT)
    picture = empty(40, 40)
    count = len(raster.samples)
    expose(
        picture, raster, np.full(count, Material.SKIN, np.uint8), np.full(count, 0.5, np.float32)
    )
    assert (picture.alpha > 0).sum() == 400
    assert set(np.unique(picture.shade)) == {0, 128}


def test_edges_pass_through_shares_and_the_inside_is_whole() -> None:
    raster = rasterise(SQUARE + np.array([0.045, 0, 0]), TWO, FRONT, 3)
    picture = empty(40, 40)
    count = len(raster.samples)
    develop(picture, raster, np.ones(count, np.uint8), np.ones(count, np.float32))
    assert picture.alpha[20, 20] == 255
    assert 0 < picture.alpha[20, 10] < 255
    assert picture.shade[20, 10] == 255  # light is a mean over what is covered
    assert picture.alpha.astype(int).sum() == pytest.approx(400 * 255, rel=0.01)


def test_two_materials_in_a_pixel_are_told_with_their_shares() -> None:
    raster = rasterise(SQUARE, TWO, FRONT, 3)
    columns = raster.samples % raster.shape[1]
    material = np.where(columns < 61, Material.SKIN, Material.HAIR).astype(np.uint8)
    picture = empty(40, 40)
    develop(picture, raster, material, np.ones(len(material), np.float32))
    assert picture.material[20, 19] == Material.SKIN
    assert picture.material[20, 21] == Material.HAIR
    assert picture.edge[20, 20] // 16 == Material.SKIN
    assert 0 < picture.edge[20, 20] % 16 < 8
    assert picture.edge[20, 15] == 0


def test_only_the_pixels_asked_for_are_written() -> None:
    where = np.zeros((40, 40), dtype=bool)
    where[20, 10:12] = True
    raster = rasterise(SQUARE, TWO, FRONT, 3)
    picture = empty(40, 40)
    develop(
        picture, raster, np.ones(len(raster.samples), np.uint8),
        np.ones(len(raster.samples), np.float32), where,
    )  # fmt: skip
    assert (picture.alpha > 0).sum() == 2


def test_other_numbers_of_samples_are_refused() -> None:
    raster = rasterise(SQUARE, TWO, FRONT, 2)
    with pytest.raises(ValueError, match="3 x 3 samples"):
        develop(empty(40, 40), raster, np.ones(1, np.uint8), np.ones(1, np.float32))


def test_a_mirrored_picture_is_mirrored_twice_the_same() -> None:
    picture = empty(4, 5)
    picture.shade[1, 0] = 9
    assert picture.mirrored().shade[1, 4] == 9
    assert np.array_equal(picture.mirrored().mirrored().shade, picture.shade)
