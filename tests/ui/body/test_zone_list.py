"""The list holds every zone with both sides, can be filtered, and paints."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.ui.body.zone_list import PLACE, ZoneList, ZoneModel
from guide.ui.look import Look
from tests.ui.steps import make_presenter


@pytest.fixture
def zones(qtbot: QtBot, look: Look, catalogue: Catalogue) -> ZoneList:
    made = ZoneList(look, catalogue)
    qtbot.addWidget(made)
    return made


def _shown(zones: ZoneList) -> list[str]:
    model = zones.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_every_zone_is_there_with_its_sides(zones: ZoneList, catalogue: Catalogue) -> None:
    midline = sum(zone.midline for zone in catalogue.zones.values())
    assert len(_shown(zones)) == 2 * len(catalogue.zones) - midline
    assert len(set(_shown(zones))) == len(_shown(zones))


def test_it_goes_from_head_to_foot(zones: ZoneList) -> None:
    parts = [place.zone.partition(".")[0] for place in _places(zones)]
    assert parts[0] == "head"
    assert parts[-1] == "toe"
    assert [p for i, p in enumerate(parts) if i == 0 or parts[i - 1] != p] == list(
        dict.fromkeys(parts)
    )


def _places(zones: ZoneList) -> list[Place]:
    model = zones.view.model()
    return [model.index(row, 0).data(PLACE) for row in range(model.rowCount())]


def test_the_filter_narrows_and_says_when_nothing_is_left(zones: ZoneList) -> None:
    zones.filter.setText("TEMPLE")
    assert _shown(zones) == ["Temple · its right", "Temple · its left"]
    zones.filter.setText("antler")
    assert _shown(zones) == []
    assert not zones.nothing.isHidden()


def test_enter_paints_when_only_one_is_meant(qtbot: QtBot, zones: ZoneList) -> None:
    zones.filter.setText("temple · its left")
    with qtbot.waitSignal(zones.painted) as told:
        qtbot.keyClick(zones.filter, Qt.Key.Key_Return)
    assert told.args == [Place("head.temple", Side.LEFT)]


def test_enter_does_not_guess_between_sides(qtbot: QtBot, zones: ZoneList) -> None:
    zones.filter.setText("temple")
    with qtbot.assertNotEmitted(zones.painted):
        qtbot.keyClick(zones.filter, Qt.Key.Key_Return)
    with qtbot.waitSignal(zones.painted) as told:
        qtbot.keyClick(zones.view, Qt.Key.Key_Space)
    assert told.args == [Place("head.temple", Side.RIGHT)]


def test_painted_zones_are_marked(
    qapp: QApplication, look: Look, catalogue: Catalogue, zones: ZoneList
) -> None:
    presenter = make_presenter(catalogue)
    presenter.paint(Place("head.temple", Side.LEFT))
    zones.show_state(presenter.state)
    assert "Temple · its left · moderate" in _shown(zones)


def test_only_the_rows_that_changed_are_drawn_again(
    qtbot: QtBot, look: Look, catalogue: Catalogue
) -> None:
    model, presenter = ZoneModel(look, catalogue), make_presenter(catalogue)
    told: list[tuple[Place, Place]] = []
    model.dataChanged.connect(
        lambda first, last: told.append((model.places[first.row()], model.places[last.row()]))
    )
    temple, jaw = Place("head.temple", Side.LEFT), Place("face.jaw", Side.RIGHT)
    for place in (temple, jaw, temple):
        presenter.paint(place)
        model.show_drawing(presenter.state.intent.drawing)
    assert told == [(temple, temple), (jaw, jaw), (temple, temple)]


def test_a_zone_is_explained(look: Look, catalogue: Catalogue) -> None:
    model = ZoneModel(look, catalogue)
    first = model.index(0, 0)
    zone = catalogue.zones[model.places[0].zone]
    assert model.data(first, Qt.ItemDataRole.ToolTipRole) == zone.description
