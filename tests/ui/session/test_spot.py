"""The spot on the figure."""

from pytestqt.qtbot import QtBot

from guide.atlas.library import Library
from guide.core.anatomy import FigureName, Side
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.session.spot import SpotPicture


def shown(
    qtbot: QtBot, look: Look, pictures: FigurePictures, library: Library, side: Side
) -> SpotPicture:
    made = SpotPicture(look, pictures, library)
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show_spot(FigureName.FEMALE, "trapezius_upper", side, "trapezius_upper.trp1")
    made.describe("Upper trapezius, right")
    return made


def test_left_and_right_are_different_pictures(
    qtbot: QtBot, look: Look, pictures: FigurePictures, library: Library
) -> None:
    left = shown(qtbot, look, pictures, library, Side.LEFT)
    right = shown(qtbot, look, pictures, library, Side.RIGHT)
    assert left.grab().toImage() != right.grab().toImage()
    assert right.accessibleName() == "Picture: Upper trapezius, right"
    for made in (left, right):
        made.wait()


def test_missing_pictures_are_told_and_nothing_breaks(
    qtbot: QtBot, look: Look, pictures: FigurePictures, tmp_path: object
) -> None:
    from pathlib import Path

    made = shown(qtbot, look, pictures, Library(Path(str(tmp_path))), Side.LEFT)
    assert not made.grab().isNull()
    assert "shapes" in made._problem


def test_no_picture_is_kept_when_the_screen_is_left(
    qtbot: QtBot, look: Look, pictures: FigurePictures, library: Library
) -> None:
    made = shown(qtbot, look, pictures, library, Side.RIGHT)
    made.resize(900, 900)  # large enough for the large picture
    coarse = made.grab().toImage()
    qtbot.waitUntil(lambda: made._layer.sharp)
    sharp = made.grab().toImage()
    assert sharp != coarse
    made.forget()
    assert not made._layer.sharp
    assert made._drawn is None
    made.grab()
    qtbot.waitUntil(lambda: made._layer.sharp)
    assert made.grab().toImage() == sharp  # it comes back
