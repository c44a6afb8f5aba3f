"""A scene is seen from where most of it faces us, and near enough to know the place."""

from PySide6.QtWidgets import QApplication

from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Place, Side, View
from guide.resources import asset_root
from guide.ui.body.best_view import best_view, focus, near
from guide.ui.body.scene import Scene

REAL = Library(asset_root())
FIGURE = FigureName.FEMALE


def _view(scene: Scene) -> View:
    return best_view(REAL, FIGURE, scene)[0]


def test_muscles_and_places_are_seen_from_where_they_lie(qapp: QApplication) -> None:
    right, left = Side.RIGHT, Side.LEFT
    for muscle, side, view in (
        ("gluteus_maximus", right, View.BACK),
        ("rectus_femoris", left, View.FRONT),
        ("pectoralis_major", right, View.FRONT),
        ("deltoid_middle", right, View.RIGHT),
        ("deltoid_middle", left, View.LEFT),
        ("trapezius_upper", right, View.BACK),
    ):
        assert _view(Scene(lit=Chosen(muscle, side))) is view, muscle
    assert _view(Scene(main=(Place("chest.upper", right),))) is View.FRONT
    assert _view(Scene(main=(Place("buttock.upper", right),))) in (View.BACK, View.RIGHT)


def test_both_sides_are_seen_together(qapp: QApplication) -> None:
    both = Scene(
        main=tuple(Place("thigh.anterior_upper", side) for side in (Side.LEFT, Side.RIGHT))
    )
    assert _view(both) is View.FRONT


def test_what_is_seen_from_nowhere_shows_the_front(qapp: QApplication) -> None:
    view, paths = best_view(REAL, FIGURE, Scene(main=(Place("no.where", Side.LEFT),)))
    assert view is View.FRONT
    viewport = near(Scene(), paths, 300, 300, (42.0, 42.0))
    assert viewport.to_picture(150, 150)[0] == paths.shapes.width / 2 + 0.5


def test_a_small_thing_is_not_larger_than_life(qapp: QApplication) -> None:
    scene = Scene(lit=Chosen("trapezius_upper", Side.RIGHT), spot="trapezius_upper.trp1")
    _, paths = best_view(REAL, FIGURE, scene)
    viewport = near(scene, paths, 300, 300, (42.0, 42.0))
    assert abs(300 / viewport.scale / paths.shapes.pixels_per_cm - 42.0) < 0.1
    assert viewport.to_widget(focus(scene, paths).center().x(), 0)[0] == 150


def test_a_large_thing_fits(qapp: QApplication) -> None:
    zones = tuple(Place(zone, Side.RIGHT) for zone in ("neck.lateral", "calf.upper"))
    _, paths = best_view(REAL, FIGURE, Scene(main=zones))
    viewport = near(Scene(main=zones), paths, 300, 300, (42.0, 42.0))
    box = focus(Scene(main=zones), paths)
    assert box.height() * viewport.scale < 300


def test_one_comes_near_to_what_is_small(qapp: QApplication) -> None:
    def across(muscle: str) -> float:
        scene = Scene(lit=Chosen(muscle, Side.RIGHT))
        _, paths = best_view(REAL, FIGURE, scene)
        viewport = near(scene, paths, 300, 300, (42.0, 80.0))
        return 300 / viewport.scale / paths.shapes.pixels_per_cm

    assert abs(across("orbicularis_oculi") - 42.0) < 0.1
    assert 60.0 < across("gluteus_maximus") < across("latissimus_dorsi") < 80.1
