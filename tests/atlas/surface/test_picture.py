"""From samples to pixels: covered shares, mixed materials, and parts of a picture."""

import numpy as np
import pytest

from guide.atlas.surface.camera import looking
from guide.atlas.surface.paint import Material
from guide.atlas.surface.picture import Picture, Samples, develop, empty, expose, soften
from guide.atlas.surface.raster import Raster, rasterise

FRONT = looking((1, 0, 0), (0, 1, 0), (0, 0, 0), (4, 4), 40)
SQUARE = np.array([[-1.0, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]])
TWO = np.array([[0, 1, 2], [0, 2, 3]])


def samples(raster: Raster, kind: int = Material.SKIN, tint: int = 0, grey: float = 1) -> Samples:
    count = len(raster.samples)
    return Samples(
        np.full(count, kind, np.uint8),
        np.full(count, tint, np.uint8),
        np.full(count, grey, np.float32),
    )


def developed(raster: Raster, shown: Samples) -> Picture:
    picture = empty(40, 40)
    develop(picture, raster, shown)
    return picture


def test_a_plain_square_is_exposed_where_it_is() -> None:
    raster = rasterise(SQUARE, TWO, FRONT)
    picture = empty(40, 40)
    expose(picture, raster, samples(raster, tint=16 * Material.LIPS + 3, grey=0.5))
    assert (picture.alpha > 0).sum() == 400
    assert set(np.unique(picture.shade)) == {0, 128}
    assert set(np.unique(picture.edge)) == {0, 16 * Material.LIPS + 3}


def test_edges_pass_through_shares_and_the_inside_is_whole() -> None:
    raster = rasterise(SQUARE + np.array([0.045, 0, 0]), TWO, FRONT, 3)
    picture = developed(raster, samples(raster))
    assert picture.alpha[20, 20] == 255
    assert 0 < picture.alpha[20, 10] < 255
    assert picture.shade[20, 10] == 255  # light is a mean over what is covered
    assert picture.alpha.astype(int).sum() == pytest.approx(400 * 255, rel=0.01)


def test_two_materials_in_a_pixel_are_told_with_their_shares() -> None:
    raster = rasterise(SQUARE, TWO, FRONT, 3)
    columns = raster.samples % raster.shape[1]
    material = np.where(columns < 61, Material.SKIN, Material.HAIR).astype(np.uint8)
    picture = developed(raster, samples(raster)._replace(material=material))
    assert picture.material[20, 19] == Material.SKIN
    assert picture.material[20, 21] == Material.HAIR
    assert picture.edge[20, 20] // 16 == Material.SKIN
    assert 0 < picture.edge[20, 20] % 16 < 8
    assert picture.edge[20, 15] == 0


def test_a_tint_keeps_its_share_whether_exposed_or_developed() -> None:
    tint = 16 * Material.LIPS + 4
    raster = rasterise(SQUARE, TWO, FRONT, 3)
    assert developed(raster, samples(raster, tint=tint)).edge[20, 20] == tint


def test_only_the_pixels_asked_for_are_written() -> None:
    where = np.zeros((40, 40), dtype=bool)
    where[20, 10:12] = True
    raster = rasterise(SQUARE, TWO, FRONT, 3)
    picture = empty(40, 40)
    develop(picture, raster, samples(raster), where)
    assert (picture.alpha > 0).sum() == 2


def test_a_softened_silhouette_has_steps_and_colour_under_them() -> None:
    raster = rasterise(SQUARE, TWO, FRONT)
    picture = empty(40, 40)
    expose(picture, raster, samples(raster, grey=0.5))
    soften(picture)
    assert picture.alpha[20, 20] == 255
    assert 0 < picture.alpha[20, 9] < picture.alpha[20, 10] < 255
    assert (picture.material[picture.alpha > 0] == Material.SKIN).all()
    assert (picture.shade[picture.alpha > 0] == 128).all()


def test_a_picture_ends_at_its_border_without_fading() -> None:
    raster = rasterise(4 * SQUARE, TWO, FRONT, 3)
    assert (developed(raster, samples(raster)).alpha == 255).all()


def test_other_numbers_of_samples_are_refused() -> None:
    raster = rasterise(SQUARE, TWO, FRONT, 2)
    with pytest.raises(ValueError, match="3 x 3 samples"):
        developed(raster, samples(raster))


def test_a_mirrored_picture_is_mirrored_twice_the_same() -> None:
    picture = empty(4, 5)
    picture.shade[1, 0] = 9
    assert picture.mirrored().shade[1, 4] == 9
    assert np.array_equal(picture.mirrored().mirrored().shade, picture.shade)
