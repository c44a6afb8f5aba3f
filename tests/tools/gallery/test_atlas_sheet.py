"""Each muscle is looked at from where it is seen, as near as all of it fits."""

import pytest
from PySide6.QtWidgets import QApplication

from guide.content import load
from guide.core.anatomy import Chosen, Side
from guide.core.orientation import FigureName, View
from guide.ui.look import Look
from guide.ui.tokens import LIGHT
from tools.gallery.atlas_sheet import CELL, LAYERS, Easel, layer_sheet, region_sheet


@pytest.fixture
def easel(qapp: QApplication) -> Easel:
    return Easel(Look(LIGHT, 1.0, motion=False), load(), qapp)


@pytest.mark.parametrize(
    ("muscle", "view"),
    [
        ("infraspinatus", View.BACK),
        ("pectoralis_major", View.FRONT),
        ("quadratus_plantae", View.SOLES),
        ("deltoid_middle", View.RIGHT),
    ],
)
def test_a_muscle_is_looked_at_from_where_it_is_seen(easel: Easel, muscle: str, view: View) -> None:
    for figure in FigureName:
        assert easel.best_views(figure, Chosen(muscle, Side.RIGHT))[0] is view


def test_sheets_show_what_they_are_asked_for(easel: Easel) -> None:
    sheet = region_sheet(easel, load(), "pelvis")
    assert sheet.width() == 8 * CELL.width()
    danger, landmarks = (layer_sheet(easel, LAYERS[name]) for name in ("danger", "landmarks"))
    assert danger.size() == landmarks.size()
    assert danger != landmarks
