"""A row for every layer; what was peeled off is named and can be put back."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Catalogue
from guide.core.sight import Layer, Sight, peel, switch
from guide.ui.body.layers_page import LayersPage
from guide.ui.look import Look

UPPER, LOWER = Chosen("trapezius_upper", Side.LEFT), Chosen("trapezius_lower", Side.RIGHT)


@pytest.fixture
def page(qtbot: QtBot, look: Look, catalogue: Catalogue) -> LayersPage:
    made = LayersPage(look, catalogue)
    qtbot.addWidget(made)
    made.show_sight(Sight())
    return made


def test_it_shows_which_layers_are_there(page: LayersPage) -> None:
    assert {layer for layer, row in page.rows.items() if row.isChecked()} == Sight().layers
    names = {row.accessibleName() for row in page.rows.values()}
    assert len(names) == len(Layer)


@pytest.mark.parametrize("layer", Layer)
def test_a_row_switches_its_layer(qtbot: QtBot, page: LayersPage, layer: Layer) -> None:
    with qtbot.waitSignal(page.asked) as asked:
        page.rows[layer].click()
    assert asked.args == [switch(Sight(), layer, layer not in Sight().layers)]


def test_what_was_peeled_off_is_named_and_comes_back(qtbot: QtBot, page: LayersPage) -> None:
    assert page.peeled.isHidden()
    shown = replace(Sight(), layers=frozenset({Layer.SUPERFICIAL}))
    sight = peel(peel(shown, UPPER), LOWER)
    page.show_sight(sight)
    assert "Upper trapezius, left; Lower trapezius, right" in page.peeled.text()
    with qtbot.waitSignal(page.asked) as asked:
        page.last.click()
    assert asked.args == [peel(shown, UPPER)]
    with qtbot.waitSignal(page.asked) as asked:
        page.every.click()
    assert asked.args == [shown]
