"""What fits best: one click tells since when, after what and how it feels."""

import pytest
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.core.safety import After, Onset, PainKind, QuestionKind
from guide.ui.look import Look
from guide.ui.panels.stories import Stories, usual_stories
from guide.ui.requests import MapRequests
from tests.ui.panels.conftest import NECK


@pytest.fixture
def stories(qtbot: QtBot, look: Look, requests: MapRequests, presenter: MapPresenter) -> Stories:
    made = Stories(look, requests)
    qtbot.addWidget(made)
    presenter.paint(NECK)
    return made


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_usual_story_is_one_click(stories: Stories, presenter: MapPresenter, number: int) -> None:
    story = usual_stories()[number]
    stories.rows[number].click()
    answers = presenter.state.intent.answers
    assert (answers.onset, answers.after) == (story.onset, story.after)
    assert answers.kinds == {PainKind.ACHE}
    question = presenter.state.findings.question
    assert presenter.state.panel is Panel.ASKING
    assert question is not None
    assert question.kind is not QuestionKind.STORY


def test_new_and_lasting_pain_are_told_apart() -> None:
    assert {story.onset for story in usual_stories()} == {Onset.DAYS, Onset.WEEKS}
    assert After.FALL not in {story.after for story in usual_stories()}


def test_an_injury_is_told_and_how_it_feels_is_asked(
    stories: Stories, presenter: MapPresenter
) -> None:
    stories.rows[3].click()
    answers = presenter.state.intent.answers
    assert (answers.after, answers.onset, answers.kinds) == (After.FALL, None, None)
    question = presenter.state.findings.question
    assert presenter.state.panel is Panel.ASKING
    assert question is not None
    assert question.kind is QuestionKind.STORY


def test_another_story_is_told_on_a_screen_of_its_own(
    stories: Stories, presenter: MapPresenter
) -> None:
    stories.rows[-1].click()
    assert presenter.state.panel is Panel.ASKING
    assert presenter.state.intent.answers.after is None


def test_a_screen_reader_hears_what_is_asked(stories: Stories) -> None:
    assert {row.accessibleDescription() for row in stories.rows} == {"What fits best?"}
    assert stories.rows[0].accessibleName().endswith("Nothing special happened.")
