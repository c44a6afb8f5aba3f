"""The bar speaks of the muscle that was pointed at last."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.sight import Layer
from guide.ui.body.peel_bar import PeelBar
from guide.ui.look import Look
from tests.ui.steps import make_presenter


@pytest.fixture
def presenter(catalogue: Catalogue, qapp: object) -> MapPresenter:
    made = make_presenter(catalogue)
    made.see(replace(made.state.intent.sight, layers=frozenset({Layer.SUPERFICIAL})))
    return made


@pytest.fixture
def bar(
    qtbot: QtBot, look: Look, catalogue: Catalogue, presenter: MapPresenter
) -> Iterator[PeelBar]:
    page = QWidget()
    qtbot.addWidget(page)
    made = PeelBar(look, catalogue)
    made.setParent(page)
    made.show_state(presenter.state)
    made.asked.connect(presenter.see)
    presenter.changed.connect(made.show_state)
    yield made
    page.close()


def test_it_is_there_when_a_muscle_was_pointed_at(bar: PeelBar, presenter: MapPresenter) -> None:
    assert bar.isHidden()
    presenter.point_at("deltoid_middle", Side.LEFT)
    presenter.point_at("", Side.LEFT)
    assert not bar.peel.isHidden()
    assert bar.peel.text().startswith("Peel off ")
    assert "left" in bar.peel.text()


def test_it_peels_and_puts_back(
    bar: PeelBar, presenter: MapPresenter, catalogue: Catalogue
) -> None:
    name = next(iter(catalogue.muscles))
    presenter.point_at(name, Side.RIGHT)
    bar.peel.click()
    assert [each.muscle for each in presenter.state.intent.sight.peeled] == [name]
    assert bar.peel.isHidden()
    bar.back.click()
    assert presenter.state.intent.sight.peeled == ()


def test_without_muscles_it_is_gone(bar: PeelBar, presenter: MapPresenter) -> None:
    presenter.point_at("deltoid_middle", Side.LEFT)
    presenter.see(replace(presenter.state.intent.sight, layers=frozenset({Layer.ZONES})))
    assert bar.isHidden()


def test_in_little_room_the_names_are_for_the_screen_reader(
    bar: PeelBar, presenter: MapPresenter
) -> None:
    bar.make_compact(True)
    presenter.point_at("deltoid_middle", Side.LEFT)
    assert bar.peel.text() == "Peel off"
    assert "left" in bar.peel.accessibleName()
