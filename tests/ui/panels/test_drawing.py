"""How to begin, and what is painted."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.core.drawing import Strength
from guide.ui.look import Look
from guide.ui.names import place_words
from guide.ui.panels.drawing import PaintedPanel, StartPanel
from guide.ui.requests import MapRequests
from tests.ui.panels.conftest import NECK
from tests.ui.panels.reading import press, said
from tests.ui.steps import answer_all


def test_the_start_says_what_to_do_and_whose_left_it_is(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests
) -> None:
    panel = StartPanel(look, catalogue, requests)
    qtbot.addWidget(panel)
    text = "\n".join(said(panel))
    assert "Click every area that hurts" in text
    assert "its left hand is your left hand" in text
    assert "no diagnosis" in text


def test_painted_areas_are_listed_with_side_and_strength(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    presenter: MapPresenter,
) -> None:
    panel = PaintedPanel(look, catalogue, requests)
    qtbot.addWidget(panel)
    presenter.choose_strength(Strength.STRONG)
    presenter.paint(NECK)
    panel.show_state(presenter.state)
    assert "Lower back of the neck · its right" in said(panel)
    assert "strong" in said(panel)


def test_an_area_is_taken_off_by_its_own_button(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    presenter: MapPresenter,
) -> None:
    panel = PaintedPanel(look, catalogue, requests)
    qtbot.addWidget(panel)
    presenter.paint(NECK)
    presenter.paint(Place("head.temple", Side.LEFT))
    panel.show_state(presenter.state)
    name = "Take off: Temple · its left"
    made = next(b for b in panel.findChildren(QPushButton) if b.accessibleName() == name)
    made.click()
    assert presenter.state.intent.drawing.places == (NECK,)


def test_only_what_has_changed_is_made_anew(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    presenter: MapPresenter,
) -> None:
    panel = PaintedPanel(look, catalogue, requests)
    qtbot.addWidget(panel)
    temple, jaw = Place("head.temple", Side.LEFT), Place("face.jaw", Side.RIGHT)
    for place in (NECK, temple, jaw):
        presenter.paint(place)
    panel.show_state(presenter.state)
    first, _second, third = _removes(panel)
    presenter.erase(temple)
    presenter.paint(temple)
    panel.show_state(presenter.state)
    names = [place_words(catalogue, place) for place in (NECK, jaw, temple)]
    assert [made.accessibleName() for made in _removes(panel)] == [f"Take off: {n}" for n in names]
    assert _removes(panel)[:2] == [first, third]
    presenter.undo()
    presenter.undo()
    panel.show_state(presenter.state)
    order = [made.accessibleName() for made in _removes(panel)]
    assert order == [f"Take off: {names[index]}" for index in (0, 2, 1)]


def _removes(panel: PaintedPanel) -> list[QPushButton]:
    """The buttons that take an area off, from top to bottom."""
    found = [b for b in panel.findChildren(QPushButton) if b.accessibleName().startswith("Take")]
    shown = [made for made in found if not made.parentWidget().isHidden()]
    panel.grab()
    return sorted(shown, key=lambda made: made.mapTo(panel, made.rect().topLeft()).y())


def test_the_first_question_stands_below_what_is_painted(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    presenter: MapPresenter,
) -> None:
    panel = PaintedPanel(look, catalogue, requests)
    qtbot.addWidget(panel)
    presenter.paint(NECK)
    panel.show_state(presenter.state)
    assert "What fits best?" in said(panel)
    assert "A few more questions first" not in said(panel)
    panel.stories.rows[0].click()
    assert presenter.state.panel is Panel.ASKING


def test_a_new_area_asks_for_its_own_signs_only(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    presenter: MapPresenter,
) -> None:
    panel = PaintedPanel(look, catalogue, requests)
    qtbot.addWidget(panel)
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.paint(Place("calf.upper", Side.LEFT))
    panel.show_state(presenter.state)
    assert "A few more questions first" in said(panel)
    assert "What fits best?" not in said(panel)
    press(panel, "Go on")
    assert presenter.state.panel is Panel.ASKING
