"""What is laid over the figure lies on the right side and says itself without colour."""

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Place, Side, View
from guide.core.catalogue import Referral
from guide.core.drawing import Mark, Strength
from guide.core.sight import Layer, Sight
from guide.ui.body.paths import ViewPaths
from guide.ui.body.scene import Scene, bounds, make_scene, paint_lines, paint_tints, seen
from guide.ui.tokens import LIGHT

NECK = Place("neck.posterior_lower", Side.RIGHT)
REFERRAL = Referral(("neck.posterior_lower",), ("upper_back.suprascapular",))
LIT = Chosen("trapezius_upper", Side.RIGHT)


@pytest.fixture
def paths(library: Library) -> ViewPaths:
    return ViewPaths(library.shapes(FigureName.FEMALE, View.BACK))


def _drawn(scene: Scene, paths: ViewPaths) -> QImage:
    image = QImage(400, 600, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#F0DACA"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_tints(painter, scene, paths, LIGHT.body, _plain)
    paint_lines(painter, scene, paths, LIGHT.body, 1.0)
    painter.end()
    return image


def _plain(painter: QPainter) -> None:
    painter.fillRect(0, 0, 400, 600, QColor("#FFFFFF"))


def test_a_muscle_refers_on_its_own_side(qapp: QApplication) -> None:
    scene = make_scene((), LIT, REFERRAL, Sight())
    assert Place("neck.posterior_lower", Side.RIGHT) in scene.main
    assert Place("neck.posterior_lower", Side.LEFT) not in scene.main


def test_a_stated_crossing_reaches_the_other_side_too() -> None:
    crossing = Referral(("neck.posterior_lower",), (), ("neck.posterior_lower",))
    scene = make_scene((), LIT, crossing, Sight())
    assert Place("neck.posterior_lower", Side.LEFT) in scene.main


def test_without_a_lit_muscle_only_the_marks_are_there() -> None:
    mark = Mark(NECK, Strength.MILD)
    assert make_scene((mark,), None, None, Sight()) == Scene((mark,))


def test_strengths_differ_in_colour_and_in_shape(qapp: QApplication, paths: ViewPaths) -> None:
    pictures = [_drawn(Scene((Mark(NECK, strength),)), paths) for strength in Strength]
    corner = [picture.pixelColor(215, 115).lightness() for picture in pictures]
    assert corner == sorted(corner, reverse=True)
    assert len(set(corner)) == 3
    bars = [
        sum(picture.pixelColor(x, 151).lightness() > 200 for x in range(238, 262))
        for picture in pictures
    ]
    assert bars == sorted(bars)
    assert bars[0] < bars[2]


def test_main_pattern_is_solid_and_spillover_is_stippled(
    qapp: QApplication, paths: ViewPaths
) -> None:
    scene = make_scene((), Chosen("nowhere", Side.RIGHT), REFERRAL, Sight())
    picture = _drawn(scene, paths)
    skin = QColor("#F0DACA")
    main = {picture.pixelColor(x, y).name() for x in range(215, 285, 5) for y in range(115, 185, 5)}
    assert len(main) == 1
    assert picture.pixelColor(250, 150) != skin
    dots = [picture.pixelColor(x, y) != skin for x in range(210, 290) for y in range(210, 290)]
    assert 0.2 < sum(dots) / len(dots) < 0.9
    assert picture.pixelColor(115, 115) == skin


def test_what_changes_lies_inside_the_bounds(qapp: QApplication, paths: ViewPaths) -> None:
    scene = make_scene((Mark(NECK, Strength.STRONG),), LIT, REFERRAL, Sight())
    box = bounds(scene, paths).adjusted(-4, -4, 4, 4).toAlignedRect()
    before, after = _drawn(Scene(), paths), _drawn(scene, paths)
    for x in range(0, 400, 3):
        for y in range(0, 600, 3):
            if not box.contains(x, y):
                assert before.pixelColor(x, y) == after.pixelColor(x, y)


def test_it_is_known_whether_the_lit_muscle_is_seen(library: Library, paths: ViewPaths) -> None:
    soles = ViewPaths(library.shapes(FigureName.FEMALE, View.SOLES))
    assert seen(make_scene((), LIT, REFERRAL, Sight()), paths)
    assert not seen(make_scene((), LIT, Referral(("sole.heel",), ()), Sight()), soles)
    assert seen(Scene(), soles)


def test_only_the_spot_that_is_pressed_is_marked(qapp: QApplication, paths: ViewPaths) -> None:
    spot = "trapezius_upper.trp1"
    both, one, none = (_drawn(Scene(lit=LIT, spot=spot), paths) for spot in ("", spot, "other"))
    assert both == one
    assert one != none


def test_a_layer_that_is_off_draws_nothing(qapp: QApplication, paths: ViewPaths) -> None:
    without = replace(Sight(), layers=Sight().layers - {Layer.POINTS, Layer.REFERRAL})
    scene = make_scene((), LIT, REFERRAL, without)
    assert (scene.main, scene.spillover) == ((), ())
    assert _drawn(scene, paths) != _drawn(replace(scene, sight=Sight()), paths)
    assert Scene(sight=without).is_empty
    assert not Scene(sight=replace(without, layers=frozenset({Layer.LANDMARKS}))).is_empty
