"""One screen at a time; "none of these" weighs as much as a tick."""

import pytest
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.core.catalogue import Catalogue
from guide.core.safety import PAGE, Profile, ProfileItem, QuestionKind
from guide.ui.look import Look
from guide.ui.panels.questions import QuestionsPanel
from guide.ui.requests import MapRequests
from tests.ui.panels.conftest import NECK
from tests.ui.panels.reading import press, pressable, said
from tests.ui.steps import answer_one


@pytest.fixture
def panel(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    presenter: MapPresenter,
) -> QuestionsPanel:
    made = QuestionsPanel(look, catalogue, requests)
    qtbot.addWidget(made)
    presenter.changed.connect(made.show_state)
    presenter.paint(NECK)
    presenter.ask()
    return made


def _until(presenter: MapPresenter, kind: QuestionKind) -> None:
    while (question := presenter.state.findings.question) and question.kind is not kind:
        answer_one(presenter)


def _kind(presenter: MapPresenter) -> QuestionKind | None:
    question = presenter.state.findings.question
    return question.kind if question is not None else None


def test_every_screen_has_words_and_signs_have_at_most_eight_lines(
    panel: QuestionsPanel, presenter: MapPresenter
) -> None:
    titles = []
    while presenter.state.findings.question is not None:
        titles.append(said(panel)[0])
        assert len(panel.rows()) >= 1
        assert _kind(presenter) is QuestionKind.STORY or len(panel.rows()) <= PAGE
        answer_one(presenter)
    assert titles[:2] == ["Tell a little more", "About you"]
    assert set(titles[2:]) == {"Is any of this true for you now?"}


def test_none_of_these_leads_to_the_ranking(panel: QuestionsPanel, presenter: MapPresenter) -> None:
    _until(presenter, QuestionKind.ABOUT)
    while presenter.state.panel is Panel.ASKING:
        assert "None of these" in pressable(panel)
        press(panel, "None of these")
    assert presenter.state.panel is Panel.RANKING


def test_a_tick_turns_the_answers_round(panel: QuestionsPanel, presenter: MapPresenter) -> None:
    _until(presenter, QuestionKind.SIGNS)
    next(iter(panel.buttons().values())).click()
    assert "1 applies: go on" in pressable(panel)
    press(panel, "None of these")  # it cannot be pressed any more
    assert presenter.state.panel is Panel.ASKING
    press(panel, "1 applies: go on")
    answers = presenter.state.intent.answers
    assert answers.signs | (answers.no_pressure or frozenset())


def test_a_story_needs_its_three_answers(panel: QuestionsPanel, presenter: MapPresenter) -> None:
    assert "None of these" not in pressable(panel)
    press(panel, "Go on")
    assert _kind(presenter) is QuestionKind.STORY
    for text in ("For some days", "Nothing in particular", "Burning"):
        panel.buttons()[text].click()
    press(panel, "Go on")
    assert _kind(presenter) is QuestionKind.ABOUT


def test_back_finds_the_ticks_again_and_out_leads_to_the_drawing(
    panel: QuestionsPanel, presenter: MapPresenter
) -> None:
    _until(presenter, QuestionKind.ABOUT)
    panel.buttons()["I am 50 or over"].click()
    press(panel, "1 applies: go on")
    assert _kind(presenter) is QuestionKind.SIGNS
    press(panel, "Back")
    assert panel.buttons()["I am 50 or over"].isChecked()
    press(panel, "To the drawing")
    assert presenter.state.panel is Panel.PAINTED


@pytest.mark.parametrize("answered", [True, False])
def test_a_profile_that_was_changed_elsewhere_is_asked_anew(
    panel: QuestionsPanel, presenter: MapPresenter, answered: bool
) -> None:
    _until(presenter, QuestionKind.ABOUT)
    if answered:
        panel.buttons()["I am 50 or over"].click()
        press(panel, "1 applies: go on")
    presenter.use_profile(Profile(items=(ProfileItem("osteoporosis"),)))
    assert _kind(presenter) is QuestionKind.ABOUT
    ticked = [text for text, made in panel.buttons().items() if made.isChecked()]
    assert len(ticked) == 1
    assert ticked[0].startswith("Bones")


def test_back_goes_within_a_screen_first(panel: QuestionsPanel, presenter: MapPresenter) -> None:
    _until(presenter, QuestionKind.ABOUT)
    list(panel.buttons().values())[2].click()
    press(panel, "1 applies: go on")
    assert said(panel)[0] == "Which of these?"
    press(panel, "Back")
    assert said(panel)[0] == "About you"
    assert _kind(presenter) is QuestionKind.ABOUT


def test_rows_say_the_question_to_a_screen_reader(
    panel: QuestionsPanel, presenter: MapPresenter
) -> None:
    _until(presenter, QuestionKind.SIGNS)
    descriptions = {row.accessibleDescription() for row in panel.rows()}
    assert descriptions == {"Is any of this true for you now?"}
