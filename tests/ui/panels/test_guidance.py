"""The guidance: cautions before everything, and the tab that was open stays open."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Level
from guide.core.safety import Stopped
from guide.ui.look import Look
from guide.ui.panels.guidance import GuidancePanel
from guide.ui.requests import MapRequests
from tests.ui.panels.reading import press, pressable, said


@pytest.fixture
def panel(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    ranked: MapPresenter,
) -> GuidancePanel:
    made = GuidancePanel(look, catalogue, requests)
    qtbot.addWidget(made)
    ranked.changed.connect(made.show_state)
    ranked.choose("trapezius_upper", Side.RIGHT)
    return made


def test_cautions_come_first_and_all_can_be_read(
    panel: GuidancePanel, ranked: MapPresenter
) -> None:
    assert ranked.state.guidance is not None
    cautions = ranked.state.guidance.cautions
    texts = said(panel)
    assert texts.index("First, take care") < texts.index(ranked.state.guidance.summary)
    assert cautions[0] in texts
    more = len(cautions) - ranked.state.guidance.own_cautions
    assert more > 0
    assert cautions[-1] not in texts
    press(panel, f"And {more} more: read them")
    assert cautions[-1] in said(panel)
    ranked.refresh()
    assert cautions[-1] in said(panel)


def test_it_says_that_no_clinician_has_reviewed_it(panel: GuidancePanel) -> None:
    assert "Not reviewed by a clinician." in said(panel)


def test_one_section_is_shown_at_a_time(panel: GuidancePanel, ranked: MapPresenter) -> None:
    assert ranked.state.guidance is not None
    step = ranked.state.guidance.press[0].steps[0]
    assert step not in said(panel)
    press(panel, "Press it")
    assert step in said(panel)
    assert ranked.state.guidance.summary not in said(panel)


def test_a_section_that_is_chosen_comes_up_into_sight(
    qtbot: QtBot, panel: GuidancePanel, ranked: MapPresenter
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel.setParent(window)
    panel.resize(480, 700)
    window.resize(480, 700)
    window.show()
    qtbot.waitExposed(window)
    tab = _tab(panel, "Press it")
    assert _height_in_view(panel, tab) > 350  # below the cautions
    assert said(panel).count("Upper trapezius, right") == 1
    press(panel, "Press it")
    assert _always_said(panel) == ["Upper trapezius, right"]  # its title is out of sight
    assert 0 <= _height_in_view(panel, tab) < 60
    back = next(made for made in panel.findChildren(QPushButton) if made.text() == "All muscles")
    assert not panel.area.isAncestorOf(back)  # it never scrolls away
    guidance = ranked.state.guidance
    assert guidance is not None
    (step,) = (
        made for made in panel.findChildren(QLabel) if made.text() == guidance.press[0].steps[0]
    )
    assert _height_in_view(panel, step) < panel.area.viewport().height()
    press(panel, "Stretch it")  # short: the tabs stay under the pointer
    assert 0 <= _height_in_view(panel, tab) < 60
    ranked.refresh()
    qtbot.waitUntil(lambda: 0 <= _height_in_view(panel, _tab(panel, "Press it")) < 60)
    assert _always_said(panel) == ["Upper trapezius, right"]
    ranked.choose("trapezius_upper", Side.LEFT)
    qtbot.waitUntil(lambda: _height_in_view(panel, _tab(panel, "Press it")) > 350)
    assert _always_said(panel) == []  # the title is in sight
    _tab(panel, "Press it").click()
    assert _always_said(panel) == ["Upper trapezius, left"]
    panel.setParent(None)  # each goes by itself


def _tab(panel: GuidancePanel, text: str) -> QPushButton:
    """The tab that is there now; those that were replaced are deleted first."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return next(made for made in panel.findChildren(QPushButton) if made.text() == text)


def _always_said(panel: GuidancePanel) -> list[str]:
    """What stands above the column."""
    made = (each for each in panel.findChildren(QLabel) if not panel.area.isAncestorOf(each))
    return [each.text() for each in made if each.isVisible()]


def _height_in_view(panel: GuidancePanel, part: QWidget) -> int:
    return part.mapTo(panel.area.viewport(), QPoint(0, 0)).y()


def test_the_open_section_stays_when_the_journal_changes(
    panel: GuidancePanel, ranked: MapPresenter
) -> None:
    panel.open_section("evidence")
    ranked.refresh()
    before = said(panel)
    assert any("trials" in text.lower() for text in before)


def test_the_way_back_leads_to_the_ranking(panel: GuidancePanel, ranked: MapPresenter) -> None:
    press(panel, "All muscles")
    assert ranked.state.panel is Panel.RANKING


def test_an_emergency_during_the_visit_takes_every_button_away(
    panel: GuidancePanel, ranked: MapPresenter, catalogue: Catalogue
) -> None:
    assert "Start pressure session" in pressable(panel)
    grave = next(
        reason.id for reason in catalogue.stop_reasons.values() if reason.level is Level.EMERGENCY
    )
    ranked.report(Stopped(grave, "trapezius_upper", Side.RIGHT))
    assert ranked.state.panel is Panel.CLOSED
