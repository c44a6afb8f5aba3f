"""Requests of the map lead to one state, and nothing opens what a sign has closed."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.content import load
from guide.core.anatomy import Place, Side, View
from guide.core.catalogue import Catalogue, Level
from guide.core.drawing import Strength
from guide.core.records import MapRecord, SessionRecord
from guide.core.safety import QuestionKind
from guide.journal.errors import JournalError
from tests.ui.steps import answer_all, answer_one, make_presenter, sign_of

NECK = Place("neck.posterior_lower", Side.RIGHT)
TEMPLE = Place("head.temple", Side.RIGHT)


class Kept:
    """A journal that remembers what it was given."""

    def __init__(self) -> None:
        self.maps: list[MapRecord] = []
        self.broken = False

    def save_map(self, record: MapRecord) -> None:
        """Remember, or fail."""
        if self.broken:
            raise JournalError("The disk is full.")
        self.maps.append(record)

    def pressed(self, muscle: str) -> tuple[SessionRecord, ...]:
        """Nothing was pressed."""
        assert muscle
        if self.broken:
            raise JournalError("The disk is full.")
        return ()


@pytest.fixture
def catalogue() -> Catalogue:
    return load()


@pytest.fixture
def presenter(qapp: QApplication, catalogue: Catalogue) -> MapPresenter:
    return make_presenter(catalogue)


def test_it_begins_with_nothing_painted(presenter: MapPresenter) -> None:
    assert presenter.state.panel is Panel.START
    assert not presenter.state.may_undo


def test_painting_invites_and_does_not_ask_by_itself(qtbot: QtBot, presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    assert presenter.state.panel is Panel.PAINTED
    assert not presenter.state.intent.paused
    qtbot.waitUntil(lambda: presenter.state.intent.paused)
    assert presenter.state.panel is Panel.PAINTED


def test_several_areas_keep_their_strengths(presenter: MapPresenter) -> None:
    presenter.choose_strength(Strength.STRONG)
    presenter.paint(NECK)
    presenter.choose_strength(Strength.MILD)
    presenter.paint(TEMPLE)
    drawing = presenter.state.intent.drawing
    assert [(m.place, m.strength) for m in drawing.marks] == [
        (NECK, Strength.STRONG),
        (TEMPLE, Strength.MILD),
    ]
    presenter.clear()
    assert presenter.state.panel is Panel.START
    presenter.undo()
    assert presenter.state.intent.drawing.places == (NECK, TEMPLE)


def test_an_ordinary_stiff_neck_reaches_the_ranking_in_few_screens(
    presenter: MapPresenter,
) -> None:
    presenter.paint(NECK)
    assert answer_all(presenter) <= 9
    assert presenter.state.panel is Panel.RANKING
    assert presenter.state.findings.candidates


def test_nothing_is_ranked_while_a_question_is_open(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    presenter.ask()
    while presenter.state.findings.question is not None:
        assert presenter.state.findings.candidates == ()
        assert presenter.unanswered()
        assert not presenter.permission("trapezius_upper", Side.RIGHT).press
        answer_one(presenter)
    assert presenter.permission("trapezius_upper", Side.RIGHT).press


def test_adult_and_age_are_one_answer(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    presenter.ask()
    question = presenter.state.findings.question
    assert question is not None
    assert question.kind is QuestionKind.ADULT
    presenter.answer_age(True, True)
    answers = presenter.state.intent.answers
    assert (answers.adult, answers.fifty_or_over) == (True, True)


def test_back_returns_to_the_question_before_and_then_to_the_drawing(
    presenter: MapPresenter,
) -> None:
    presenter.paint(NECK)
    presenter.ask()
    first = presenter.state.findings.question
    answer_one(presenter)
    assert presenter.state.findings.question != first
    presenter.back()
    assert presenter.state.findings.question == first
    presenter.back()
    assert presenter.state.panel is Panel.PAINTED


def test_a_new_area_asks_only_its_own_signs(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.paint(Place("calf.upper", Side.LEFT))
    question = presenter.state.findings.question
    assert question is not None
    assert question.kind is QuestionKind.SIGNS
    assert presenter.state.panel is Panel.PAINTED


@pytest.mark.parametrize("level", [Level.EMERGENCY, Level.URGENT])
def test_a_grave_sign_closes_everything(
    presenter: MapPresenter, catalogue: Catalogue, level: Level
) -> None:
    presenter.paint(NECK)
    answer_all(presenter, frozenset({sign_of(catalogue, level, NECK.zone)}))
    assert presenter.state.panel is Panel.CLOSED
    assert presenter.state.findings.candidates == ()
    for muscle in catalogue.muscles:
        permission = presenter.permission(muscle, Side.RIGHT)
        assert not permission.press
        assert not permission.stretch


def test_clearing_the_drawing_does_not_open_what_is_closed(
    presenter: MapPresenter, catalogue: Catalogue
) -> None:
    presenter.paint(NECK)
    answer_all(presenter, frozenset({sign_of(catalogue, Level.EMERGENCY, NECK.zone)}))
    presenter.clear()
    assert presenter.state.panel is Panel.CLOSED


def test_a_slip_is_taken_back_after_one_confirmation(
    presenter: MapPresenter, catalogue: Catalogue
) -> None:
    sign = sign_of(catalogue, Level.EMERGENCY, NECK.zone)
    presenter.paint(NECK)
    answer_all(presenter, frozenset({sign}))
    presenter.take_back()  # nothing was doubted: nothing happens
    assert presenter.state.panel is Panel.CLOSED
    presenter.doubt(sign)
    presenter.keep_answer()
    assert presenter.state.panel is Panel.CLOSED
    presenter.doubt(sign)
    presenter.take_back()
    assert sign not in presenter.state.intent.answers.signs
    answer_all(presenter)
    assert presenter.state.panel is Panel.RANKING


def test_a_grave_stop_reason_closes_the_visit_until_it_is_taken_back(
    presenter: MapPresenter,
) -> None:
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.report("chest")
    assert presenter.state.panel is Panel.CLOSED
    assert not presenter.permission("trapezius_upper", Side.RIGHT).press
    assert presenter.verdict().stretch_closed
    presenter.doubt("chest")
    presenter.take_back()
    assert presenter.state.panel is Panel.RANKING


def test_a_child_is_told_and_may_correct_the_age(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    presenter.ask()
    presenter.answer_age(False, False)
    assert presenter.state.panel is Panel.CLOSED
    presenter.doubt("child")
    presenter.take_back()
    question = presenter.state.findings.question
    assert presenter.state.panel is Panel.ASKING
    assert question is not None
    assert question.kind is QuestionKind.ADULT


def test_pointing_lights_and_choosing_opens(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    answer_all(presenter)
    best = presenter.state.findings.candidates[0]
    presenter.point_at(best.muscle, best.side)
    assert presenter.state.lit is not None
    assert presenter.state.lit.side is Side.RIGHT
    presenter.point_at("", best.side)
    assert presenter.state.lit is None
    presenter.choose("trapezius_upper", Side.RIGHT)
    assert presenter.state.panel is Panel.GUIDANCE
    assert presenter.state.guidance is not None
    presenter.close_guidance()
    assert presenter.state.panel is Panel.RANKING


def test_a_muscle_without_text_has_no_guidance(
    presenter: MapPresenter, catalogue: Catalogue
) -> None:
    presenter.paint(NECK)
    answer_all(presenter)
    for candidate in presenter.state.findings.candidates:
        if candidate.muscle not in catalogue.guided:
            presenter.choose(candidate.muscle, candidate.side)
            assert presenter.state.guidance is None


def test_a_routine_without_a_drawing_is_advice_too(qtbot: QtBot, presenter: MapPresenter) -> None:
    assert presenter.unanswered()
    with qtbot.waitSignal(presenter.answered):
        answer_all(presenter)
    assert not presenter.unanswered()
    assert presenter.state.panel is Panel.START


def test_the_map_is_kept_once_when_guidance_opens(presenter: MapPresenter) -> None:
    journal = Kept()
    presenter.use_journal(journal)
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.choose("trapezius_upper", Side.RIGHT)
    presenter.choose("levator_scapulae", Side.RIGHT)
    assert len(journal.maps) == 1
    assert journal.maps[0].marks[0].place == NECK
    assert presenter.map_id() == journal.maps[0].id
    presenter.paint(TEMPLE)
    answer_all(presenter)
    assert presenter.map_id() == journal.maps[1].id


def test_a_journal_that_fails_is_said_and_does_not_end_the_advice(
    qtbot: QtBot, presenter: MapPresenter
) -> None:
    journal = Kept()
    journal.broken = True
    presenter.use_journal(journal)
    presenter.paint(NECK)
    answer_all(presenter)
    with qtbot.waitSignal(presenter.failed) as told:
        presenter.choose("trapezius_upper", Side.RIGHT)
    assert told.args == ["The disk is full."]
    assert presenter.state.panel is Panel.GUIDANCE


def test_turning_the_figure_keeps_the_drawing(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    presenter.turn(View.BACK)
    assert presenter.state.intent.drawing.places == (NECK,)
