"""The muscle on top answers and covers what lies below; a peeled one does neither."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from guide.atlas.shapes import DangerShape, MuscleShape, MuscleSpot, pack_line
from guide.core.anatomy import Chosen, Side
from guide.core.sight import Layer, Sight, peel
from guide.ui.body.anatomy import danger_at, landmark_at, muscle_at, paint_marks, paint_muscles
from guide.ui.body.paths import NoShapes, ViewPaths
from guide.ui.tokens import LIGHT

RING = (10.0, 10.0, 90.0, 10.0, 90.0, 90.0, 10.0, 90.0)
TOP, BELOW, HIDDEN = (Chosen(name, Side.LEFT) for name in ("top", "below", "hidden"))
ALL = replace(Sight(), layers=frozenset(Layer))


class Three(NoShapes):
    """Three muscles on the same square: one on top, one below, one that cannot be seen."""

    muscles = tuple(
        MuscleSpot(each.muscle, each.side, layer, layer > 1, layer == 5, (10.0, 10.0, 80.0, 80.0))
        for each, layer in ((TOP, 1), (BELOW, 3), (HIDDEN, 5))
    )
    dangers = (DangerShape("neck_front", Side.LEFT, (pack_line(RING),), (10.0, 10.0, 80.0, 80.0)),)
    landmarks: Mapping[str, tuple[float, float]] = {"acromion.L": (50.0, 50.0)}

    def muscle(self, muscle: str, side: Side, /) -> MuscleShape | None:
        """Each is the same square, with one fibre."""
        spot = next(each for each in self.muscles if each.muscle == muscle)
        fibre = pack_line((20.0, 20.0, 20.0, 80.0))
        flags = (spot.layer, spot.deep, spot.projected)
        return MuscleShape(muscle, side, *flags, (pack_line(RING),), (fibre,), ())


@pytest.fixture
def paths() -> ViewPaths:
    return ViewPaths(Three())


def _white(painter: QPainter) -> None:
    painter.fillRect(QRectF(0, 0, 100, 100), QColor("#808080"))


def _drawn(paths: ViewPaths, sight: Sight, skin: str = "#C0A090") -> QImage:
    image = QImage(QSize(100, 100), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(skin))
    painter = QPainter(image)
    paint_muscles(painter, paths, sight, LIGHT.body, _white)
    paint_marks(painter, paths, sight, (), LIGHT.body, 1.0)
    painter.end()
    return image


def test_the_one_on_top_answers_until_it_is_peeled_off(paths: ViewPaths) -> None:
    assert muscle_at(paths, ALL, 50, 50) == TOP
    assert muscle_at(paths, peel(ALL, TOP), 50, 50) == BELOW
    assert muscle_at(paths, peel(peel(ALL, TOP), BELOW), 50, 50) == HIDDEN
    assert muscle_at(paths, ALL, 5, 5) is None


def test_only_layers_that_are_shown_answer(paths: ViewPaths) -> None:
    assert muscle_at(paths, Sight(), 50, 50) is None
    deep = replace(Sight(), layers=frozenset({Layer.DEEP}))
    assert muscle_at(paths, deep, 50, 50) == BELOW
    assert danger_at(paths, deep, 50, 50) == ""
    assert landmark_at(paths, deep, 50, 50, 9) == ""


def test_dangers_and_landmarks_answer_where_they_are(paths: ViewPaths) -> None:
    assert danger_at(paths, ALL, 50, 50) == "neck_front"
    assert danger_at(paths, ALL, 5, 5) == ""
    assert landmark_at(paths, ALL, 55, 50, 9) == "acromion.L"
    assert landmark_at(paths, ALL, 70, 50, 9) == ""


def test_a_muscle_has_the_same_colour_on_every_skin(qapp: QApplication, paths: ViewPaths) -> None:
    sight = replace(Sight(), layers=frozenset({Layer.SUPERFICIAL}))
    light, dark = (_drawn(paths, sight, skin) for skin in ("#F6E3D6", "#54362A"))
    assert light.pixelColor(50, 70) == dark.pixelColor(50, 70)
    assert light.pixelColor(5, 5) != dark.pixelColor(5, 5)


def test_each_layer_is_drawn_and_only_when_it_is_shown(
    qapp: QApplication, paths: ViewPaths
) -> None:
    plain = _drawn(paths, Sight())
    for layer in (Layer.SUPERFICIAL, Layer.DEEP, Layer.DANGER, Layer.LANDMARKS):
        assert _drawn(paths, replace(Sight(), layers=frozenset({layer}))) != plain
    for layer in (Layer.ZONES, Layer.POINTS, Layer.REFERRAL):
        assert _drawn(paths, replace(Sight(), layers=frozenset({layer}))) == plain


def test_what_cannot_be_seen_is_an_outline(qapp: QApplication, paths: ViewPaths) -> None:
    sight = peel(replace(Sight(), layers=frozenset({Layer.DEEP})), BELOW)
    picture, plain = _drawn(paths, sight), _drawn(paths, Sight())
    assert picture.pixelColor(50, 50) == plain.pixelColor(50, 50)
    assert picture != plain
