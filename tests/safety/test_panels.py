"""What stands on the panels beside the figure: no forbidden step, no button that begins it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide import content
from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Guidance
from guide.ui.look import Look
from guide.ui.panels.guidance import GuidancePanel
from guide.ui.panels.ranking import RankingPanel
from guide.ui.requests import MapRequests
from guide.ui.tokens import LIGHT
from guide.words import muscle_name
from tests.safety.people import PAINTED, Person, dealt, people, rarer
from tests.safety.tally import tell
from tests.ui.panels.reading import pressable, said
from tests.ui.steps import answer_all, make_presenter

SIDES = (Side.LEFT, Side.RIGHT)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    made = Look(LIGHT)
    made.apply()
    return made


@pytest.fixture
def presenter(qapp: QApplication, catalogue: Catalogue) -> MapPresenter:
    """Everything is painted, and answered by somebody healthy."""
    made = make_presenter(catalogue)
    for place in PAINTED:
        made.paint(place)
    answer_all(made)
    return made


def visitors(catalogue: Catalogue, presenter: MapPresenter) -> Iterator[Person]:
    """The presenter meets one person after another, who differ in what they told once."""
    for person in people(catalogue):
        if person.told or person.name in ("healthy", "child"):
            presenter.use_profile(person.situation.profile)
            yield person


def test_the_rows_of_the_ranking(
    qtbot: QtBot, look: Look, catalogue: Catalogue, presenter: MapPresenter, share: int
) -> None:
    requests = MapRequests(presenter)
    panels = 0
    for number, person in enumerate(visitors(catalogue, presenter)):
        if presenter.state.panel is not Panel.RANKING:
            assert presenter.state.panel is Panel.CLOSED, person.name
            continue
        panel = RankingPanel(look, catalogue, requests)
        qtbot.addWidget(panel)
        panel.show_state(presenter.state)
        panel.show_all()
        names = {made.accessibleName() for card in panel.cards() for made in card.buttons}
        for muscle in dealt(catalogue.guided, number, share):
            for side in SIDES:
                button = f"Press: {muscle_name(catalogue.muscles[muscle], side)}"
                text = content.guidance(muscle, "en")
                assert text is not None
                free = [w for w in text.press if not person.forbids(catalogue, muscle, side, w)]
                assert free or button not in names, (person.name, button)
        panels += 1
    tell(f"{panels} rankings")


def test_the_page_of_guidance(
    qtbot: QtBot, look: Look, catalogue: Catalogue, presenter: MapPresenter, share: int
) -> None:
    """Its state has no forbidden way or stretch; each page that differs is read as it stands."""
    panel = GuidancePanel(look, catalogue, MapRequests(presenter))
    qtbot.addWidget(panel)
    read: set[tuple[object, ...]] = set()
    for number, person in enumerate(visitors(catalogue, presenter)):
        for muscle in dealt(catalogue.guided, number, rarer(share)):  # to read one takes long
            whole = content.guidance(muscle, "en")
            assert whole is not None
            for side in SIDES:
                presenter.choose(muscle, side)
                state, about = presenter.state, (person.name, muscle, side)
                if state.panel is not Panel.GUIDANCE:
                    assert state.guidance is None, about
                    continue
                assert state.guidance is not None
                for way in (*state.guidance.press, *state.guidance.stroke):
                    assert not person.forbids(catalogue, muscle, side, way), about
                for name in state.guidance.stretches:
                    assert not person.forbids_stretch(catalogue, name, side), about
                page = (muscle, state.guidance)
                if page not in read:
                    read.add(page)
                    panel.show_state(state)
                    read_page(panel, whole, state.guidance)
                    # without a loop of events the pages of before would stay
                    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    tell(f"{len(read)} different pages of guidance")
    assert len({muscle for muscle, _guidance in read}) > len(catalogue.guided) // 2


def read_page(panel: GuidancePanel, whole: Guidance, shown: Guidance) -> None:
    """Nothing on the page is from a way that is left out."""
    page: set[str] = set()
    for tab in ("find", "press", "stretch"):
        panel.open_section(tab)
        page.update(said(panel))
    assert page >= {step for way in shown.press for step in way.steps}, whole.muscle
    kept = {step for way in (*shown.press, *shown.stroke) for step in way.steps}
    left_out = {step for way in (*whole.press, *whole.stroke) for step in way.steps} - kept
    assert not page & left_out, whole.muscle
    if not shown.press:
        assert "Start pressure session" not in pressable(panel), whole.muscle
        assert not page & set(whole.find), whole.muscle
