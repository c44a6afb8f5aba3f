"""The page of a muscle says what it is, and never how to press it."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.ui.look import Look
from guide.ui.panels.muscle import MusclePanel
from guide.ui.requests import MapRequests, connect_map
from tests.ui.steps import answer_all, make_presenter

MUSCLE = "trapezius_upper"


@pytest.fixture
def presenter(catalogue: Catalogue, qapp: object) -> MapPresenter:
    return make_presenter(catalogue)


@pytest.fixture
def panel(qtbot: QtBot, look: Look, catalogue: Catalogue, presenter: MapPresenter) -> MusclePanel:
    requests = MapRequests(presenter)
    connect_map(requests, presenter)
    made = MusclePanel(look, catalogue, requests)
    qtbot.addWidget(made)
    return made


def _texts(panel: MusclePanel) -> str:
    return "\n".join(each.text() for each in panel.findChildren(QLabel))


def test_it_says_what_the_muscle_is_and_how_to_go_on(
    panel: MusclePanel, presenter: MapPresenter, catalogue: Catalogue
) -> None:
    presenter.choose(MUSCLE, Side.LEFT)
    assert presenter.state.panel is Panel.MUSCLE
    assert presenter.state.guidance is None
    panel.show_state(presenter.state)
    text, muscle = _texts(panel), catalogue.muscles[MUSCLE]
    for said in (muscle.name, "left", muscle.origin, muscle.insertion, "Paint where it hurts"):
        assert said in text
    assert "Not reviewed by a clinician." in text


def test_with_something_painted_the_questions_come_first(
    panel: MusclePanel, presenter: MapPresenter
) -> None:
    presenter.paint(Place("neck.angle", Side.LEFT))
    presenter.choose(MUSCLE, Side.LEFT)
    assert presenter.state.panel is Panel.MUSCLE
    panel.show_state(presenter.state)
    panel.ask.click()
    assert presenter.state.panel is Panel.ASKING
    answer_all(presenter)
    assert presenter.state.panel is Panel.GUIDANCE
    assert presenter.state.intent.chosen is not None


def test_a_muscle_that_nobody_presses_alone_says_so(
    panel: MusclePanel, presenter: MapPresenter, catalogue: Catalogue
) -> None:
    red = next(each for each in catalogue.muscles.values() if not each.may_be_pressed)
    presenter.choose(red.id, Side.RIGHT)
    panel.show_state(presenter.state)
    assert "never pressed on your own" in _texts(panel)
