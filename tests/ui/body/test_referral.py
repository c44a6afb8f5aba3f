"""Patterns add up without a seam, fade at their edge, and dots stay where they are."""

import itertools

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from guide.atlas.library import Library
from guide.atlas.shapes import Soft
from guide.core.anatomy import FigureName, Place, Side, View
from guide.ui.body.referral import Pattern, dots, paint_dots, paint_wash

NECK = Place("neck.posterior_lower", Side.RIGHT)
BLADE = Place("upper_back.suprascapular", Side.RIGHT)
NOWHERE = Place("sole.arch", Side.LEFT)


class Softs:
    """Shapes of which only soft forms are asked: two halves of a slope."""

    def soft(self, place: Place) -> Soft | None:
        if place == NOWHERE:
            return None
        left = 0 if place == NECK else 40
        values = bytes(128 if 3 <= x < 17 else 0 for _ in range(10) for x in range(20))
        return Soft(left, 20, 4, 20, 10, values)


def test_forms_that_meet_become_stronger() -> None:
    one, both = (Pattern(places, Softs()) for places in ((NECK,), (NECK, BLADE)))  # type: ignore[arg-type]
    assert (one.box.left(), one.box.top(), one.box.width(), one.box.height()) == (0, 20, 80, 40)
    assert both.box.width() == 120
    values, line = both.strengths()
    row = values[5 * line : 5 * line + 30]
    assert row[5] == one.strengths()[0][5 * one.strengths()[1] + 5]
    assert row[13] == 255 > row[5] > 0 == row[0]


def test_a_pattern_that_is_not_seen_paints_nothing(qapp: QApplication) -> None:
    pattern = Pattern((NOWHERE,), Softs())  # type: ignore[arg-type]
    image = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#F0DACA"))
    before = image.copy()
    painter = QPainter(image)
    paint_wash(painter, pattern, "#D9503F", QColor("#ECA79F"), 0.5)
    paint_dots(painter, pattern, "#B3261B", 5)
    painter.end()
    assert image == before


@pytest.mark.parametrize("spacing", [5.0, 11.0])
def test_dots_are_spread_evenly_inside_the_pattern(library: Library, spacing: float) -> None:
    shapes = library.shapes(FigureName.FEMALE, View.BACK)
    found = dots(Pattern((BLADE,), shapes), spacing)
    points = [(point.x(), point.y()) for size in found for point in size]
    assert found == dots(Pattern((BLADE,), shapes), spacing)
    assert 0.5 < len(points) * spacing**2 / 100**2 < 1.5
    assert all(200 <= x <= 300 and 200 <= y <= 300 for x, y in points)  # nothing beside the body
    nearest = min(
        (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 for a, b in itertools.combinations(points, 2)
    )
    assert nearest**0.5 > spacing / 2


def test_dots_do_not_move_when_more_is_drawn(library: Library) -> None:
    shapes = library.shapes(FigureName.FEMALE, View.BACK)
    alone = {(p.x(), p.y()) for size in dots(Pattern((BLADE,), shapes), 9) for p in size}
    more = {(p.x(), p.y()) for size in dots(Pattern((BLADE, NECK), shapes), 9) for p in size}
    inside = {(x, y) for x, y in alone if y > 210}
    assert inside <= more
