"""Requests of the map lead to one state, and nothing opens what a sign has closed."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.content import load
from guide.core.anatomy import Place, Side, View
from guide.core.catalogue import Catalogue, Level
from guide.core.drawing import Strength
from guide.core.records import MapRecord, SessionRecord
from guide.core.safety import (
    TOLD_TO_STOP,
    After,
    Decision,
    Onset,
    PainKind,
    Profile,
    ProfileItem,
    QuestionKind,
    Request,
    Stopped,
    decide,
)
from guide.core.safety_facts import Act
from guide.journal.errors import JournalError
from tests.core.builders import record
from tests.ui.steps import HEALTHY, answer_all, answer_one, make_presenter, sign_of
from tests.unwritten import without_text

NECK = Place("neck.posterior_lower", Side.RIGHT)
TEMPLE = Place("head.temple", Side.RIGHT)


class Kept:
    """A journal that remembers what it was given."""

    def __init__(self) -> None:
        self.maps: list[MapRecord] = []
        self.recorded: list[SessionRecord] = []
        self.broken = False

    def save_map(self, record: MapRecord) -> None:
        """Remember, or fail."""
        if self.broken:
            raise JournalError("The disk is full.")
        self.maps.append(record)

    def sessions(self) -> tuple[SessionRecord, ...]:
        """What was recorded."""
        if self.broken:
            raise JournalError("The disk is full.")
        return tuple(self.recorded)


@pytest.fixture
def catalogue() -> Catalogue:
    return load()


@pytest.fixture
def presenter(qapp: QApplication, catalogue: Catalogue) -> MapPresenter:
    return make_presenter(catalogue)


def test_it_begins_with_nothing_painted(presenter: MapPresenter) -> None:
    assert presenter.state.panel is Panel.START
    assert not presenter.state.may_undo


def press(presenter: MapPresenter, muscle: str = "trapezius_upper") -> Decision:
    """What would be decided now."""
    return decide(load(), presenter.situation(), Request(Act.PRESS, muscle, Side.RIGHT))


def test_painting_invites_and_does_not_ask_by_itself(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
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
    assert answer_all(presenter) <= 5
    assert presenter.state.panel is Panel.RANKING
    assert presenter.state.findings.candidates


def test_nothing_is_ranked_while_a_question_is_open(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    presenter.ask()
    while presenter.state.findings.question is not None:
        assert presenter.state.findings.candidates == ()
        assert "unanswered" in press(presenter).reasons
        answer_one(presenter)
    assert press(presenter).allowed


def test_a_story_is_one_answer_and_opens_the_next_screen(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    presenter.tell(Onset.WEEKS, After.EFFORT, frozenset({PainKind.SHARP}))
    answers = presenter.state.intent.answers
    assert (answers.onset, answers.after) == (Onset.WEEKS, After.EFFORT)
    assert presenter.state.panel is Panel.ASKING
    assert kind(presenter) is QuestionKind.ABOUT
    presenter.back()
    assert kind(presenter) is QuestionKind.STORY


def test_a_story_that_is_told_further_is_asked_on_its_own_screen(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    presenter.answer_after(After.FALL)
    assert presenter.state.panel is Panel.ASKING
    assert kind(presenter) is QuestionKind.STORY
    assert presenter.state.intent.answers.after is After.FALL


def kind(presenter: MapPresenter) -> QuestionKind:
    """What is asked now."""
    question = presenter.state.findings.question
    assert question is not None
    return question.kind


def test_what_is_told_about_oneself_is_passed_on_and_counts_at_once(
    qtbot: QtBot, presenter: MapPresenter
) -> None:
    presenter.paint(NECK)
    presenter.tell(Onset.DAYS, After.NOTHING, frozenset({PainKind.ACHE}))
    told = replace(HEALTHY, items=(ProfileItem("blood_thinners"),))
    with qtbot.waitSignal(presenter.profile_told) as passed:
        presenter.about(told)
    assert passed.args == [told]
    assert kind(presenter) is QuestionKind.SIGNS
    with qtbot.waitSignal(presenter.profile_told) as passed:
        presenter.back()
    assert passed.args == [Profile()], "what is kept is what the person sees"
    assert kind(presenter) is QuestionKind.ABOUT
    presenter.about(told)
    answer_all(presenter)
    assert "blood_thinners" in {reason.partition(".")[0] for reason in press(presenter).reasons}


def test_a_profile_that_was_kept_is_not_asked_again(presenter: MapPresenter) -> None:
    presenter.use_profile(HEALTHY)
    presenter.paint(NECK)
    presenter.tell(Onset.DAYS, After.NOTHING, frozenset({PainKind.ACHE}))
    assert kind(presenter) is QuestionKind.SIGNS


def test_an_entry_that_closes_everything_can_be_taken_out_as_a_slip(
    qtbot: QtBot, presenter: MapPresenter
) -> None:
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.use_profile(replace(HEALTHY, items=(ProfileItem("bleeding_disorder"),)))
    assert presenter.state.panel is Panel.CLOSED
    presenter.doubt("bleeding_disorder")
    with qtbot.waitSignal(presenter.profile_told) as passed:
        presenter.take_back()
    assert passed.args == [HEALTHY]
    assert presenter.state.panel is Panel.RANKING


def test_what_a_grave_stop_left_behind_cannot_be_taken_out_as_a_slip(
    presenter: MapPresenter,
) -> None:
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.use_profile(replace(HEALTHY, items=(ProfileItem(TOLD_TO_STOP),)))
    presenter.doubt(TOLD_TO_STOP)
    presenter.take_back()
    assert presenter.state.panel is Panel.CLOSED


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
        assert not press(presenter, muscle).allowed
        stretching = Request(Act.STRETCH, muscle, Side.RIGHT)
        assert not decide(catalogue, presenter.situation(), stretching).allowed


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
    qtbot: QtBot, presenter: MapPresenter
) -> None:
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.report(Stopped("chest", "trapezius_upper", Side.RIGHT))
    assert presenter.state.panel is Panel.CLOSED
    assert not press(presenter).allowed
    assert presenter.state.findings.verdict.stretch_closed
    presenter.doubt("chest")
    with qtbot.waitSignal(presenter.stop_withdrawn):
        presenter.take_back()
    assert presenter.state.panel is Panel.RANKING


def test_a_clinician_who_has_looked_opens_what_a_grave_stop_closed(
    presenter: MapPresenter,
) -> None:
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.report(Stopped("tingling", "levator_scapulae", Side.RIGHT))
    presenter.report(Stopped("chest", "trapezius_upper", Side.RIGHT))
    presenter.use_profile(replace(HEALTHY, items=(ProfileItem(TOLD_TO_STOP),)))
    assert presenter.state.panel is Panel.CLOSED
    presenter.use_profile(HEALTHY)
    assert presenter.state.panel is Panel.RANKING
    assert press(presenter).allowed
    assert press(presenter, "levator_scapulae").reasons == ("tingling",)


def test_a_lesser_stop_closes_its_muscle_alone(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.report(Stopped("tingling", "trapezius_upper", Side.RIGHT))
    assert presenter.state.panel is Panel.RANKING
    offer = presenter.state.findings.offers["trapezius_upper", Side.RIGHT]
    assert offer.press.reasons == offer.stretch.reasons == ("tingling",)
    presenter.choose("trapezius_upper", Side.RIGHT)
    guidance = presenter.state.guidance
    assert guidance is not None
    assert (guidance.press, guidance.find, guidance.stretches) == ((), (), ())
    assert guidance.cautions


def test_what_was_pressed_counts_once_the_journal_is_looked_at_again(
    presenter: MapPresenter,
) -> None:
    journal = Kept()
    presenter.use_journal(journal)
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.choose("trapezius_upper", Side.RIGHT)
    assert presenter.state.allowance is not None
    assert presenter.state.allowance.done_today == 0
    journal.recorded.append(record("trapezius_upper", at="2026-11-22T11:30:00Z"))
    presenter.refresh()
    assert presenter.state.allowance.done_today == 1
    assert presenter.state.offer is not None
    assert presenter.state.offer.press.reasons == ("hours_apart",)


def test_a_child_is_told_and_may_correct_the_age(presenter: MapPresenter) -> None:
    presenter.paint(NECK)
    presenter.tell(Onset.DAYS, After.NOTHING, frozenset({PainKind.ACHE}))
    presenter.about(replace(HEALTHY, adult=False))
    assert presenter.state.panel is Panel.CLOSED
    presenter.doubt("child")
    presenter.take_back()
    assert presenter.state.panel is Panel.ASKING
    assert kind(presenter) is QuestionKind.ABOUT


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


def test_a_muscle_without_text_has_no_guidance(qapp: QApplication, catalogue: Catalogue) -> None:
    presenter = make_presenter(without_text(catalogue, "levator_scapulae"))
    presenter.paint(NECK)
    answer_all(presenter)
    presenter.choose("levator_scapulae", Side.RIGHT)
    assert presenter.state.guidance is None
    presenter.choose("trapezius_upper", Side.RIGHT)
    assert presenter.state.guidance is not None


def test_a_routine_without_a_drawing_is_advice_too(qtbot: QtBot, presenter: MapPresenter) -> None:
    assert presenter.state.findings.question is not None
    with qtbot.waitSignal(presenter.answered):
        answer_all(presenter)
    assert presenter.state.findings.question is None
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
    assert journal.maps[0].answers.adult is True
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
