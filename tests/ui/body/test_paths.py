"""Shapes become paths once, and know where the figure's left is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from guide.atlas.library import Library
from guide.atlas.shapes import pack_line
from guide.core.anatomy import FigureName, Place, Side, View
from guide.ui.body.paths import ViewPaths, line_pen, line_points

NECK = Place("neck.posterior_lower", Side.RIGHT)


def _paths(library: Library, view: View = View.BACK) -> ViewPaths:
    return ViewPaths(library.shapes(FigureName.FEMALE, view))


def test_a_zone_is_its_ring(library: Library) -> None:
    paths = _paths(library)
    box = paths.bounds(NECK)
    assert (box.left(), box.top(), box.width(), box.height()) == (200, 100, 100, 100)
    assert paths.zone(NECK) is paths.zone(NECK)


def test_what_is_not_seen_is_empty(library: Library) -> None:
    paths = _paths(library)
    assert paths.zone(Place("sole.heel", Side.LEFT)).isEmpty()
    assert paths.patch("soleus", Side.LEFT).isEmpty()
    assert paths.muscle("soleus", Side.LEFT) is None


def test_a_muscle_is_found_by_its_side(library: Library) -> None:
    paths = _paths(library)
    left, right = (
        paths.patch("trapezius_upper", side).boundingRect()
        for side in Side
        if side is not Side.MIDLINE
    )
    assert left.center().x() < right.center().x()


def test_lines_are_pairs_of_numbers() -> None:
    assert [(p.x(), p.y()) for p in line_points(pack_line((1.0, 2.0, 3.0, 4.0)))] == [
        (1, 2),
        (3, 4),
    ]


def test_a_box_is_the_one_of_the_outline(library: Library) -> None:
    paths = _paths(library)
    for place in paths.zones:
        assert paths.bounds(place) == paths.zone(place).boundingRect()
    assert paths.bounds(Place("head.temple", Side.LEFT)).isNull()


def test_a_pen_keeps_its_width_and_may_be_dashed() -> None:
    plain, dashed = line_pen("#102030", 1.5), line_pen(QColor("#102030"), 1.5, dashed=True)
    assert plain.isCosmetic()
    assert plain.widthF() == 1.5
    assert plain.color() == dashed.color()
    assert (plain.style(), dashed.style()) == (Qt.PenStyle.SolidLine, Qt.PenStyle.CustomDashLine)
