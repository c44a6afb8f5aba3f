"""The ranking: numbers, sides and reasons in words; it lights and it opens."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Level
from guide.core.safety import ProfileItem
from guide.ui.look import Look
from guide.ui.panels.ranking import FIRST, RankingPanel
from guide.ui.requests import MapRequests
from tests.ui.panels.reading import press, pressable, said
from tests.ui.steps import HEALTHY, answer_all, make_presenter, sign_of


@pytest.fixture
def panel(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    ranked: MapPresenter,
) -> RankingPanel:
    made = RankingPanel(look, catalogue, requests)
    qtbot.addWidget(made)
    made.show_state(ranked.state)
    return made


def test_the_best_come_first_and_the_rest_on_request(
    panel: RankingPanel, ranked: MapPresenter
) -> None:
    count = len(ranked.state.findings.candidates)
    assert len(panel.cards()) == min(FIRST, count)
    assert panel.cards()[0].row.accessibleName().startswith("1, ")
    panel.show_all()
    assert len(panel.cards()) == count


def test_rows_say_the_side(panel: RankingPanel) -> None:
    assert all(", right," in card.row.accessibleName() for card in panel.cards())


def test_pointing_lights_the_muscle(panel: RankingPanel, ranked: MapPresenter) -> None:
    best = ranked.state.findings.candidates[0]
    panel.cards()[0].row.pointed.emit(True)
    assert ranked.state.lit is not None
    assert (ranked.state.lit.muscle, ranked.state.lit.side) == (best.muscle, best.side)
    panel.cards()[0].row.pointed.emit(False)
    assert ranked.state.lit is None


def test_pressing_opens_its_guidance(panel: RankingPanel, ranked: MapPresenter) -> None:
    panel.cards()[0].row.click()
    assert ranked.state.panel is Panel.GUIDANCE


def test_a_change_of_the_person_changes_what_is_offered(
    panel: RankingPanel, ranked: MapPresenter
) -> None:
    ranked.changed.connect(panel.show_state)
    for profile, offered in (
        (HEALTHY, True),
        (replace(HEALTHY, items=(ProfileItem("loose_joints"),)), False),
    ):
        ranked.use_profile(profile)
        upper = next(c for c in panel.cards() if "Upper trapezius" in c.row.accessibleName())
        assert ("Press" in pressable(upper)) is offered


def test_it_claims_no_more_than_is_known(panel: RankingPanel) -> None:
    text = "\n".join(said(panel))
    assert "may come from" in text
    assert "no diagnosis" in text
    assert "not been reviewed by a clinician" in text


def test_a_clinician_sign_stands_above_and_can_be_taken_back(
    qtbot: QtBot, look: Look, catalogue: Catalogue
) -> None:
    presenter = make_presenter(catalogue)
    from guide.ui.requests import connect_map

    requests = MapRequests(presenter)
    connect_map(requests, presenter)
    forearm = Place("forearm.dorsal", Side.RIGHT)
    presenter.paint(forearm)
    answer_all(presenter, frozenset({sign_of(catalogue, Level.CLINICIAN, forearm.zone)}))
    panel = RankingPanel(look, catalogue, requests)
    qtbot.addWidget(panel)
    presenter.changed.connect(panel.show_state)
    panel.show_state(presenter.state)
    assert any("clinician" in text for text in said(panel))
    press(panel, "I ticked this by mistake")
    press(panel, "It is not true: take it back")
    assert not presenter.state.findings.verdict.closed_places


def test_nothing_found_says_what_to_do(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, presenter: MapPresenter
) -> None:
    panel = RankingPanel(look, catalogue, requests)
    qtbot.addWidget(panel)
    panel.show_state(presenter.state)
    assert any("Paint the neighbouring areas" in text for text in said(panel))
