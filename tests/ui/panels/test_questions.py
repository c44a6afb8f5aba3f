"""One question at a time; "none of these" weighs as much as a tick."""

import pytest
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.core.catalogue import Catalogue
from guide.core.safety import QuestionKind
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


def test_age_is_one_question_with_three_answers(
    panel: QuestionsPanel, presenter: MapPresenter
) -> None:
    assert list(panel.buttons()) == ["Under 18", "18 to 49", "50 or over"]
    panel.buttons()["50 or over"].click()
    answers = presenter.state.intent.answers
    assert (answers.adult, answers.fifty_or_over) == (True, True)


def test_every_question_has_words_and_at_most_eight_lines(
    panel: QuestionsPanel, presenter: MapPresenter
) -> None:
    titles = []
    while presenter.state.findings.question is not None:
        titles.append(said(panel)[0])
        assert 2 <= len(panel.buttons()) <= 8
        answer_one(presenter)
    assert all(titles)


def test_none_of_these_is_an_answer_of_equal_weight(
    panel: QuestionsPanel, presenter: MapPresenter
) -> None:
    _until(presenter, QuestionKind.NO_PRESSURE)
    assert "None of these" in pressable(panel)
    press(panel, "None of these")
    assert presenter.state.intent.answers.no_pressure == frozenset() or (
        presenter.state.findings.question is not None
    )


def test_a_tick_turns_the_answers_round(panel: QuestionsPanel, presenter: MapPresenter) -> None:
    _until(presenter, QuestionKind.SIGNS)
    panel.checks()[0].click()
    assert "1 applies: go on" in pressable(panel)
    press(panel, "None of these")  # it cannot be pressed any more
    assert presenter.state.panel is Panel.ASKING
    press(panel, "1 applies: go on")
    assert presenter.state.intent.answers.signs


def test_what_it_feels_like_needs_an_answer(panel: QuestionsPanel, presenter: MapPresenter) -> None:
    _until(presenter, QuestionKind.KIND)
    assert "None of these" not in pressable(panel)
    press(panel, "Go on")
    question = presenter.state.findings.question
    assert question is not None
    assert question.kind is QuestionKind.KIND
    panel.buttons()["Burning"].click()
    press(panel, "Go on")
    assert presenter.state.intent.answers.kinds


def test_back_and_out(panel: QuestionsPanel, presenter: MapPresenter) -> None:
    answer_one(presenter)
    press(panel, "Back")
    assert next(iter(panel.buttons())) == "Under 18"
    press(panel, "To the drawing")
    assert presenter.state.panel is Panel.PAINTED


def test_rows_say_the_question_to_a_screen_reader(panel: QuestionsPanel) -> None:
    assert {row.accessibleDescription() for row in panel.buttons().values()} == {"How old are you?"}
