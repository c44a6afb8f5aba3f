"""The muscle is drawn on its own side, from where it is seen, and its pain beside it."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Side, View
from guide.core.catalogue import Catalogue
from guide.ui.card.figure import Picture, paint, paint_swatch, picture
from guide.ui.card.fitting import Swatch

AREA = QRectF(0, 0, 240, 150)


def drawn(made: Picture, points: tuple[str, ...] = ()) -> QImage:
    image = QImage(280, 190, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, made, points, AREA)
    painter.end()
    return image


def make(shipped: Library, catalogue: Catalogue, muscle: str, side: Side) -> Picture:
    referral = catalogue.muscles[muscle].referral
    return picture(shipped, FigureName.FEMALE, Chosen(muscle, side), referral)


def test_the_view_is_that_of_the_muscle_and_its_hidden_pain_stands_beside_it(
    shipped: Library, catalogue: Catalogue
) -> None:
    upper = make(shipped, catalogue, "trapezius_upper", Side.RIGHT)
    assert [frame.view for frame in upper.frames] == [View.BACK, View.RIGHT]
    other = make(shipped, catalogue, "trapezius_upper", Side.LEFT)
    assert [frame.view for frame in other.frames] == [View.BACK, View.LEFT]
    calf = make(shipped, catalogue, "gastrocnemius", Side.LEFT)
    assert [frame.view for frame in calf.frames] == [View.BACK]


def test_left_is_the_mirror_of_right(shipped: Library, catalogue: Catalogue) -> None:
    for muscle in ("infraspinatus", "gastrocnemius", "pectoralis_major"):
        left, right = (
            make(shipped, catalogue, muscle, side).frames[0] for side in (Side.LEFT, Side.RIGHT)
        )
        width = left.paths.shapes.width
        assert left.box.center().x() == pytest.approx(
            width - right.box.center().x(), abs=width / 50
        )
        at_the_right = left.view.at_the_right
        assert (left.box.center().x() > width / 2) is (at_the_right is Side.LEFT)


def test_every_muscle_is_drawn_and_nothing_outside_the_area(
    qapp: QApplication, shipped: Library, catalogue: Catalogue
) -> None:
    white = Qt.GlobalColor.white
    for muscle in list(catalogue.muscles)[::9]:
        image = drawn(make(shipped, catalogue, muscle, Side.LEFT))
        outside = image.copy(245, 0, 35, 190), image.copy(0, 155, 280, 35)
        for part in outside:
            blank = part.copy()
            blank.fill(white)
            assert part == blank, muscle
        inside = image.copy(4, 4, 230, 140)
        blank = inside.copy()
        blank.fill(white)
        assert inside != blank, muscle


def test_search_areas_are_drawn_only_when_they_are_named(
    qapp: QApplication, shipped: Library, catalogue: Catalogue
) -> None:
    made = make(shipped, catalogue, "infraspinatus", Side.LEFT)
    points = tuple(point.id for point in catalogue.muscles["infraspinatus"].points)
    assert drawn(made) != drawn(made, points)
    assert drawn(made) == drawn(made, ("another.point",))


def test_every_kind_has_a_sample_of_its_own(qapp: QApplication) -> None:
    samples = []
    for kind in Swatch:
        image = QImage(20, 16, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_swatch(painter, kind, QRectF(2, 3, 16, 10))
        painter.end()
        samples.append(image)
    assert all(one != other for n, one in enumerate(samples) for other in samples[n + 1 :])
