"""What to do is said calmly and wholly, and a slip has its way back."""

import pytest
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.core.catalogue import Catalogue, Level
from guide.ui.look import Look
from guide.ui.panels.closed import ClosedPanel
from guide.ui.requests import MapRequests
from tests.ui.panels.conftest import NECK
from tests.ui.panels.reading import press, pressable, said
from tests.ui.steps import answer_all, sign_of


@pytest.fixture
def panel(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    presenter: MapPresenter,
) -> ClosedPanel:
    made = ClosedPanel(look, catalogue, requests)
    qtbot.addWidget(made)
    presenter.paint(NECK)
    return made


def _text(panel: ClosedPanel) -> str:
    return "\n".join(said(panel))


def test_an_emergency_shows_the_numbers_first(
    panel: ClosedPanel, presenter: MapPresenter, catalogue: Catalogue
) -> None:
    answer_all(presenter, frozenset({sign_of(catalogue, Level.EMERGENCY, NECK.zone)}))
    panel.show_state(presenter.state)
    text = _text(panel)
    assert text.startswith("Please get help now")
    assert text.index("112") < text.index("Your answer")
    assert {"112", "999", "911"} <= set(said(panel))
    assert "Pressing and stretching stay hidden" in text


def test_the_number_of_the_land_comes_first_and_the_others_are_for_elsewhere(
    panel: ClosedPanel, presenter: MapPresenter, catalogue: Catalogue
) -> None:
    panel.be_in("GB")
    answer_all(presenter, frozenset({sign_of(catalogue, Level.EMERGENCY, NECK.zone)}))
    panel.show_state(presenter.state)
    numbers = [text for text in said(panel) if text.removeprefix("or ").isdigit()]
    assert numbers == ["999", "or 112", "911"]


def test_an_unknown_land_has_all_numbers(
    panel: ClosedPanel, presenter: MapPresenter, catalogue: Catalogue
) -> None:
    panel.be_in("")
    answer_all(presenter, frozenset({sign_of(catalogue, Level.EMERGENCY, NECK.zone)}))
    panel.show_state(presenter.state)
    assert [text for text in said(panel) if text.isdigit()] == ["112", "999", "911"]


def test_something_urgent_names_the_day_and_no_siren(
    panel: ClosedPanel, presenter: MapPresenter, catalogue: Catalogue
) -> None:
    answer_all(presenter, frozenset({sign_of(catalogue, Level.URGENT, NECK.zone)}))
    panel.show_state(presenter.state)
    assert _text(panel).startswith("Please see a doctor today")
    assert "999" not in said(panel)


def test_a_condition_says_what_to_do(
    panel: ClosedPanel, presenter: MapPresenter, catalogue: Catalogue
) -> None:
    entry = next(iter(catalogue.no_pressure.values()))
    answer_all(presenter, frozenset({entry.id}))
    panel.show_state(presenter.state)
    assert entry.what_to_do in said(panel)


def test_in_an_emergency_nothing_milder_is_to_be_done(
    panel: ClosedPanel, presenter: MapPresenter, catalogue: Catalogue
) -> None:
    entry = catalogue.no_pressure["NP-INFECTION"]
    grave = sign_of(catalogue, Level.EMERGENCY, NECK.zone)
    answer_all(presenter, frozenset({grave, entry.id}))
    panel.show_state(presenter.state)
    assert entry.what_to_do not in said(panel)
    assert any(entry.text in text for text in said(panel)), "it can still be taken back"
    assert pressable(panel).count("I ticked this by mistake") == 2


def test_a_slip_asks_once_more(
    panel: ClosedPanel, presenter: MapPresenter, catalogue: Catalogue
) -> None:
    presenter.changed.connect(panel.show_state)
    answer_all(presenter, frozenset({sign_of(catalogue, Level.EMERGENCY, NECK.zone)}))
    press(panel, "I ticked this by mistake")
    assert "It is true" in pressable(panel)
    press(panel, "It is true")
    assert presenter.state.panel is Panel.CLOSED
    press(panel, "I ticked this by mistake")
    press(panel, "It is not true: take it back")
    assert presenter.state.panel is not Panel.CLOSED
