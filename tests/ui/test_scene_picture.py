"""The figure with something lit, looked at from where it is seen best."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Place, Side, View
from guide.resources import asset_root
from guide.ui.body.best_view import near
from guide.ui.body.paths import ViewPaths
from guide.ui.body.scene import Scene
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.scene_picture import ACROSS_CM, ScenePicture


def shown(
    qtbot: QtBot, look: Look, pictures: FigurePictures, library: Library, side: Side
) -> ScenePicture:
    made = ScenePicture(look, pictures, library)
    qtbot.addWidget(made)
    made.resize(300, 300)
    spot = Scene(lit=Chosen("trapezius_upper", side), spot="trapezius_upper.trp1")
    made.show_scene(FigureName.FEMALE, spot)
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


def test_no_tint_spills_over_the_silhouette(
    qtbot: QtBot, look: Look, pictures: FigurePictures
) -> None:
    library = Library(asset_root())  # the real one: its patterns end softly
    made = shown(qtbot, look, pictures, library, Side.RIGHT)
    made.resize(700, 780)
    main = "neck.lateral", "head.behind_ear", "head.temple"  # they go on round the edge
    scene = Scene(
        lit=Chosen("trapezius_upper", Side.RIGHT),
        main=tuple(Place(zone, Side.RIGHT) for zone in main),
    )
    view, paths = View.BACK, ViewPaths(library.shapes(FigureName.FEMALE, View.BACK))
    viewport = near(scene, paths, made.width(), made.height(), ACROSS_CM)
    opaque = [
        made._tinted(what, view, paths, viewport).convertToFormat(QImage.Format.Format_Alpha8)
        for what in (Scene(), scene)
    ]
    bare, tinted = (bytes(image.constBits()) for image in opaque)
    assert any(bare)
    beside = [more for less, more in zip(bare, tinted, strict=True) if less == 0]
    assert max(beside) < 16  # of 255: the softest edge of the figure itself
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


def test_another_scene_fades_in_where_there_is_motion(
    qtbot: QtBot, look: Look, pictures: FigurePictures, library: Library
) -> None:
    look.motion = True
    made = shown(qtbot, look, pictures, library, Side.RIGHT)
    made.show()
    qtbot.waitUntil(lambda: made._drawn is not None)
    made.show_scene(FigureName.FEMALE, Scene(main=(Place("neck.posterior_lower", Side.LEFT),)))
    assert made._before is not None
    qtbot.waitUntil(lambda: made._before is None)
    look.motion = False
    made.show_scene(FigureName.FEMALE, Scene(lit=Chosen("trapezius_upper", Side.RIGHT)))
    assert made._before is None
    made.wait()


def test_one_of_many_keeps_nothing_but_itself(
    qtbot: QtBot, look: Look, pictures: FigurePictures, library: Library
) -> None:
    made = ScenePicture(look, pictures, library, keeps=False)
    qtbot.addWidget(made)
    made.resize(200, 200)
    made.show_scene(FigureName.FEMALE, Scene(lit=Chosen("trapezius_upper", Side.RIGHT)))
    made.grab()
    made.wait()
    assert made._drawn is not None
    assert made._layer._scaled is None
