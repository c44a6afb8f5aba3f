"""Grey shading and material become a coloured figure, by the tokens and nothing else."""

import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from guide.atlas.library import AtlasError, Library, PicturePaths
from guide.core.anatomy import FigureName, View
from guide.ui.figure_picture import FigurePictures, coloured
from guide.ui.look import Look
from guide.ui.tokens import DARK, LIGHT


def test_skin_is_the_token_times_the_shading(library: Library, look: object) -> None:
    paths = library.picture(FigureName.FEMALE, View.BACK, large=False)
    image = coloured(paths, LIGHT.body, lit=True)
    pixel = image.pixelColor(75, 75)
    wanted = [int(LIGHT.body.skin[i : i + 2], 16) * 200 / 255 for i in (1, 3, 5)]
    assert [pixel.red(), pixel.green(), pixel.blue()] == pytest.approx(wanted, abs=4)
    assert image.pixelColor(5, 290).alpha() == 0


def test_themes_colour_the_same_files_differently(
    library: Library, pictures: FigurePictures
) -> None:
    paths = library.picture(FigureName.FEMALE, View.BACK, large=False)
    light = pictures.image(paths, body=LIGHT.body).pixelColor(75, 75)
    dark = pictures.image(paths, body=DARK.body).pixelColor(75, 75)
    assert light != dark


def test_a_mirrored_picture_is_the_other_way_round(
    library: Library, pictures: FigurePictures
) -> None:
    paths = library.picture(FigureName.FEMALE, View.BACK, large=False)
    plain = pictures.pixmap(paths).toImage()
    turned = pictures.pixmap(paths, mirrored=True).toImage()
    assert plain.pixelColor(125, 225).alpha() == 255
    assert turned.pixelColor(199 - 125, 225) == plain.pixelColor(125, 225)
    assert plain.pixelColor(75, 225).alpha() != turned.pixelColor(75, 225).alpha()


def test_a_size_is_kept_in_proportion(library: Library, pictures: FigurePictures) -> None:
    paths = library.picture(FigureName.FEMALE, View.BACK, large=False)
    assert pictures.pixmap(paths, size=QSize(100, 1000)).size() == QSize(100, 150)


def test_a_muscle_is_skin_unless_it_is_lit(library: Library, tmp_path: Path, look: object) -> None:
    paths = library.picture(FigureName.FEMALE, View.BACK, large=False)
    from PySide6.QtGui import QImage

    material = QImage(str(paths.material))
    material.fill(10)
    target = tmp_path / "m.png"
    material.save(str(target))
    lit = coloured(PicturePaths(paths.shade, target, paths.edge), LIGHT.body, lit=True).pixelColor(
        75, 75
    )
    unlit = coloured(
        PicturePaths(paths.shade, target, paths.edge), LIGHT.body, lit=False
    ).pixelColor(75, 75)
    skin = coloured(paths, LIGHT.body, lit=True).pixelColor(75, 75)
    assert unlit == skin
    assert lit != skin


def test_a_missing_picture_is_named(tmp_path: Path, pictures: FigurePictures) -> None:
    missing = PicturePaths(*(tmp_path / name for name in ("no.webp", "no.png", "no-edge.png")))
    with pytest.raises(AtlasError, match=r"no\.webp"):
        pictures.pixmap(missing)


def test_a_pixel_of_two_materials_shows_both_by_their_shares(
    library: Library, tmp_path: Path, look: object
) -> None:
    from PySide6.QtGui import QImage

    paths = library.picture(FigureName.FEMALE, View.BACK, large=False)
    edge = QImage(str(paths.edge))
    edge.fill(16 * 2 + 6)  # garment, six fifteenths
    target = tmp_path / "edge.png"
    edge.save(str(target))
    mixed = coloured(PicturePaths(paths.shade, paths.material, target), LIGHT.body, lit=True)
    skin, cloth = (int(colour[1:3], 16) for colour in (LIGHT.body.skin, LIGHT.body.garment))
    wanted = (skin * 9 + cloth * 6) / 15 * 200 / 255
    assert mixed.pixelColor(75, 75).red() == pytest.approx(wanted, abs=5)


def test_few_pictures_are_kept(library: Library, pictures: FigurePictures) -> None:
    paths = [
        library.picture(FigureName.FEMALE, view, large=False) for view in (View.BACK, View.FRONT)
    ]
    first = weakref.ref(pictures.image(paths[0]))
    assert first() is not None
    pictures.image(paths[1])
    assert first() is None


def test_a_picture_read_ahead_is_handed_out_once(library: Library, look: Look) -> None:
    pictures = FigurePictures(look)
    front = library.picture(FigureName.FEMALE, View.FRONT, large=False)
    pictures.prefetch(front)
    first = pictures.image(front)
    again = pictures.image(front)
    assert first == again
    assert first.cacheKey() != again.cacheKey()


def test_a_picture_that_cannot_be_read_ahead_is_told_when_it_is_needed(
    tmp_path: Path, pictures: FigurePictures
) -> None:
    missing = Library(tmp_path).picture(FigureName.MALE, View.BACK, large=False)
    pictures.prefetch(missing)
    with pytest.raises(AtlasError, match=r"back\.shade"):
        pictures.image(missing)
