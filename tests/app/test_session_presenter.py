"""From a wish to a record: permission first, every step kept, and nothing lost on the way."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from guide.app.session_presenter import SessionPresenter
from guide.app.session_state import Begin, PageState, Stage, Wish
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.safety import Stopped
from guide.core.session import HoldEnd, SessionKind, Status, StepKind
from tests.app.fakes import (
    BALL,
    FINGERS,
    FakeClock,
    FakeGate,
    FakeJournal,
    FakeKeeper,
    FakePlayer,
    small_catalogue,
    small_guidance,
)
from tests.core.builders import record

CATALOGUE = small_catalogue()


class Visit:
    """One run of the program; `again` is the next one, with the same journal."""

    def __init__(
        self, journal: FakeJournal, clock: FakeClock, catalogue: Catalogue = CATALOGUE
    ) -> None:
        self.journal, self.clock = journal, clock
        self.gate, self.player, self.keeper = FakeGate(clock), FakePlayer(), FakeKeeper()
        self.ids = iter(f"{number:032x}" for number in range(1, 99))
        self.presenter = SessionPresenter(
            catalogue,
            journal,
            self.gate,
            small_guidance,
            self.player,
            self.keeper,
            clock.now,
            clock.wall,
            lambda: next(self.ids),
        )
        self.heard: list[str] = []
        self.stopped: list[Stopped] = []
        self.presenter.stopped.connect(self.stopped.append)
        for name in ("opened", "closed", "questions_requested", "recorded", "emergency_reported"):
            getattr(self.presenter, name).connect(self._hear(name))

    def _hear(self, name: str) -> object:
        def hear(*_details: object) -> None:
            self.heard.append(name)

        return hear

    @property
    def page(self) -> PageState:
        return self.presenter.state

    def wait(self, seconds: float) -> None:
        end = self.clock.seconds + seconds
        while self.clock.seconds < end:
            self.clock.seconds = min(end, self.clock.seconds + 1.0)
            self.presenter.run.pass_time()

    def press(self, before: int | None = 6) -> None:
        """Begin to press the first spot of the soft muscle."""
        self.presenter.prepare_pressure("soft", Side.RIGHT)
        if before is not None:
            self.presenter.rate_before(before)
        self.presenter.begin()
        assert self.page.stage is Stage.RUNNING

    def finish(self) -> None:
        """Let the session run to its end."""
        while self.page.stage is Stage.RUNNING:
            self.wait(1.0)


@pytest.fixture
def visit(qtbot: QtBot) -> Iterator[Visit]:
    made = Visit(FakeJournal(), FakeClock())
    yield made
    made.presenter.halt()


def again(visit: Visit) -> Visit:
    """The program was killed and started again."""
    return Visit(visit.journal, visit.clock)


def test_questions_come_before_a_session(visit: Visit) -> None:
    visit.gate.open_questions = True
    visit.presenter.prepare_pressure("soft", Side.LEFT)
    assert visit.heard == ["questions_requested"]
    assert visit.page.stage is Stage.NONE
    visit.gate.open_questions = False
    visit.presenter.ask_again()
    assert visit.page.stage is Stage.SETUP
    assert visit.page.wish == Wish(Begin.PRESSURE, "soft", Side.LEFT)


def test_answers_that_forbid_lead_to_words_and_not_to_a_session(visit: Visit) -> None:
    visit.gate.child = True
    visit.presenter.prepare_pressure("soft", Side.LEFT)
    assert visit.page.stage is Stage.REFUSED
    assert "adults" in visit.page.refusal[0]
    visit.presenter.begin()
    assert visit.page.session is None


def test_a_muscle_that_is_not_pressed_is_refused(visit: Visit) -> None:
    visit.presenter.prepare_pressure("red", Side.LEFT)
    assert visit.page.stage is Stage.REFUSED
    assert "never pressed" in visit.page.refusal[0]


def test_answers_that_change_while_one_chooses_are_seen_at_the_start(visit: Visit) -> None:
    visit.presenter.prepare_pressure("soft", Side.LEFT)
    visit.gate.child = True
    visit.presenter.begin()
    assert visit.page.stage is Stage.REFUSED
    assert visit.page.session is None


def test_stretching_asks_for_every_muscle_of_the_routine(visit: Visit) -> None:
    visit.gate.child = True
    visit.presenter.prepare_routine("reset")
    assert visit.page.stage is Stage.REFUSED


def test_choices_stay_inside_the_caps(visit: Visit) -> None:
    visit.presenter.prepare_pressure("soft", Side.RIGHT)
    setup = visit.page.setup
    assert setup is not None
    assert setup.spots == ("soft.upper",)
    visit.presenter.choose_numbers(500, 50, 1)
    visit.presenter.choose_spot("soft.lower", True)
    setup = visit.page.setup
    assert setup is not None
    assert setup.caps is not None
    assert (setup.hold, setup.repeats) == (setup.caps.hold.high, setup.caps.repeats.high)
    assert setup.get_ready == 5
    assert setup.spots == ("soft.upper", "soft.lower")
    visit.presenter.choose_spot("soft.upper", False)
    visit.presenter.choose_spot("soft.lower", False)
    visit.presenter.begin()
    assert visit.page.stage is Stage.SETUP
    assert "spot" in visit.page.problem


def test_a_whole_session_becomes_one_record(visit: Visit) -> None:
    visit.press(before=6)
    visit.wait(20.0)
    visit.presenter.feel(5)
    visit.finish()
    assert visit.page.stage is Stage.RATE
    assert visit.journal.saved == []
    visit.presenter.rate_after(3)
    visit.presenter.write_note(" better ")
    visit.presenter.save()
    (record,) = visit.journal.saved
    assert record.kind is SessionKind.PRESSURE
    assert (record.subject, record.side, record.completed) == ("soft", Side.RIGHT, True)
    assert (record.before, record.during, record.after) == (6, 5, 3)
    assert record.note == "better"
    assert [hold.end for hold in record.holds] == [HoldEnd.COMPLETED, HoldEnd.COMPLETED]
    assert record.at == "2026-11-22T14:00:00Z"
    assert record.offset_minutes == 60
    assert visit.page.stage is Stage.SAVED
    assert visit.journal.kept is None
    assert visit.heard[-1] == "recorded"
    assert not visit.keeper.holding


def test_after_pressing_the_stretch_and_slow_movements_are_offered(visit: Visit) -> None:
    visit.press()
    visit.finish()
    visit.presenter.save()
    offers = visit.page.offers
    assert offers == (
        Wish(Begin.STRETCH, "bend", Side.RIGHT),
        Wish(Begin.MOVEMENTS, "soft", Side.RIGHT),
    )
    for offer in offers:
        visit.presenter.prepare(offer)
        visit.presenter.begin()
        assert visit.page.stage is Stage.RUNNING
        visit.finish()
        visit.presenter.save()
    assert [record.subject for record in visit.journal.saved] == ["soft", "bend", "soft"]


def test_a_digit_while_getting_ready_is_the_pain_before(visit: Visit) -> None:
    visit.press(before=None)
    visit.presenter.feel(7)
    assert visit.page.before == 7
    assert visit.page.session is not None
    assert visit.page.session.felt == ()


def test_a_session_knows_its_way_and_keeps_it_when_it_was_cut_short(visit: Visit) -> None:
    visit.presenter.prepare_pressure("soft", Side.RIGHT)
    assert visit.page.setup is not None
    assert visit.page.setup.chosen is not None
    assert visit.page.setup.chosen.way == FINGERS
    visit.presenter.choose_way(1)
    visit.presenter.begin()
    assert visit.page.way == BALL
    assert visit.page.session is not None
    assert (visit.page.session.plan.tool, visit.page.session.plan.discomfort_cap) == ("ball", 3)
    visit.wait(50.0)
    later = again(visit)
    later.presenter.offer_unfinished()
    later.presenter.go_on()
    assert later.page.stage is Stage.RUNNING
    assert later.page.way == BALL
    assert later.page.session is not None
    assert (later.page.session.plan.tool, later.page.session.plan.discomfort_cap) == ("ball", 3)


def test_a_way_that_was_read_is_chosen_already(visit: Visit) -> None:
    visit.presenter.prepare_pressure("soft", Side.RIGHT, BALL)
    assert visit.page.setup is not None
    assert visit.page.setup.chosen is not None
    assert visit.page.setup.chosen.way == BALL


def test_limits_that_change_while_one_chooses_leave_the_way(visit: Visit) -> None:
    visit.presenter.prepare_pressure("soft", Side.RIGHT)
    visit.presenter.choose_way(1)
    earlier = record("soft", at="2026-11-22T07:00:00Z", side=Side.RIGHT)
    visit.journal.saved.append(earlier)
    visit.presenter.begin()
    assert visit.page.stage is Stage.SETUP, "what is left today is shown first"
    assert visit.page.setup is not None
    assert visit.page.setup.chosen is not None
    assert visit.page.setup.chosen.way == BALL


def test_too_much_ends_the_hold(visit: Visit) -> None:
    visit.press()
    visit.wait(20.0)
    visit.presenter.feel(9)
    assert visit.page.session is not None
    assert visit.page.session.holds[-1].end is HoldEnd.TOO_MUCH
    assert visit.page.session.step.kind is StepKind.RELEASE
    assert visit.page.during == 9


def test_what_was_pressed_today_is_counted(visit: Visit) -> None:
    visit.press()
    visit.finish()
    visit.presenter.save()
    visit.presenter.leave()
    visit.presenter.prepare_pressure("soft", Side.RIGHT)
    assert visit.page.stage is Stage.REFUSED
    assert any("a few hours" in sentence for sentence in visit.page.refusal)


def test_a_reason_leads_to_its_advice(visit: Visit) -> None:
    visit.press()
    visit.wait(20.0)
    visit.presenter.stop()
    assert visit.page.stage is Stage.WHY
    visit.presenter.give_reason("pulse")
    assert visit.page.stage is Stage.ADVICE
    assert visit.page.reason is CATALOGUE.stop_reasons["pulse"]
    visit.presenter.read_advice()
    assert visit.page.stage is Stage.RATE
    visit.presenter.save()
    (record,) = visit.journal.saved
    assert record.stop_reason == "pulse"
    assert not record.completed
    assert visit.page.offers == ()
    assert "emergency_reported" not in visit.heard
    assert visit.stopped == [Stopped("pulse", "soft", Side.RIGHT)]


def test_an_emergency_is_passed_on_and_recorded_without_more_questions(visit: Visit) -> None:
    visit.press()
    visit.wait(20.0)
    visit.presenter.stop()
    visit.presenter.give_reason("faint")
    assert visit.stopped == [Stopped("faint", "soft", Side.RIGHT)]
    assert visit.heard[-1] == "emergency_reported"
    visit.presenter.read_advice()
    assert visit.page.stage is Stage.SAVED
    assert visit.journal.saved[0].stop_reason == "faint"
    assert visit.page.offers == ()


def test_a_session_without_a_hold_and_a_reason_leaves_nothing(visit: Visit) -> None:
    visit.press()
    visit.presenter.stop()
    visit.presenter.read_advice()
    assert visit.page.stage is Stage.NONE
    assert visit.journal.saved == []
    assert visit.journal.kept is None
    assert visit.heard[-1] == "closed"


def test_a_save_that_fails_says_so_and_can_be_tried_again(visit: Visit) -> None:
    visit.press()
    visit.finish()
    visit.journal.failing = "The disk is full."
    visit.presenter.save()
    assert visit.page.stage is Stage.RATE
    assert visit.page.problem == "The disk is full."
    visit.journal.failing = ""
    visit.presenter.save()
    assert visit.page.stage is Stage.SAVED
    assert len(visit.journal.saved) == 1


def test_a_journal_that_cannot_be_written_does_not_end_a_session(visit: Visit) -> None:
    visit.press()
    visit.journal.failing = "The disk is full."
    visit.wait(12.0)
    assert visit.page.stage is Stage.RUNNING
    assert visit.page.problem == "The disk is full."


def test_a_journal_that_cannot_be_read_allows_no_pressing(visit: Visit) -> None:
    visit.journal.failing = "The journal's file is damaged."
    visit.presenter.prepare_pressure("soft", Side.RIGHT)
    assert visit.page.stage is Stage.REFUSED
    assert visit.page.refusal == ("The journal's file is damaged.",)


def test_what_was_cut_short_is_offered_and_can_be_recorded(visit: Visit) -> None:
    visit.press(before=4)
    visit.wait(50.0)
    later = again(visit)
    later.presenter.offer_unfinished()
    assert later.page.stage is Stage.OFFER
    later.presenter.record_unfinished()
    assert later.page.stage is Stage.SAVED
    (record,) = visit.journal.saved
    assert not record.completed
    assert record.before == 4
    assert len(record.holds) == 1
    assert visit.journal.kept is None


def test_what_was_cut_short_goes_on_with_a_rest_first(visit: Visit) -> None:
    visit.press()
    visit.wait(50.0)
    later = again(visit)
    later.presenter.offer_unfinished()
    later.gate.open_questions = True
    later.presenter.go_on()
    assert later.heard[-1] == "questions_requested"
    later.gate.open_questions = False
    later.presenter.ask_again()
    session = later.page.session
    assert session is not None
    assert session.status is Status.PAUSED
    assert session.step.kind in (StepKind.REST, StepKind.GET_READY)
    later.presenter.run.toggle_pause()
    later.finish()
    later.presenter.save()
    (record,) = visit.journal.saved
    assert record.id == f"{1:032x}"
    assert len([hold for hold in record.holds if hold.end is HoldEnd.COMPLETED]) == 2


def test_what_was_cut_short_long_ago_is_not_continued(visit: Visit) -> None:
    visit.press()
    visit.wait(50.0)
    visit.clock.seconds += 2 * 3600.0
    later = again(visit)
    later.presenter.offer_unfinished()
    assert not later.page.may_go_on
    later.presenter.go_on()
    assert later.page.stage is Stage.OFFER
    later.presenter.discard_unfinished()
    assert later.page.stage is Stage.NONE
    assert visit.journal.kept is None


def test_what_is_no_longer_allowed_is_not_continued(visit: Visit) -> None:
    visit.press()
    visit.wait(50.0)
    later = again(visit)
    later.presenter.offer_unfinished()
    later.gate.child = True
    later.presenter.go_on()
    assert later.page.stage is Stage.OFFER
    assert not later.page.may_go_on
    assert later.page.refusal


def test_a_record_that_is_safe_already_is_not_offered(visit: Visit) -> None:
    visit.press()
    visit.wait(50.0)
    kept = visit.journal.kept
    assert kept is not None
    visit.journal.saved.append(kept.record)
    later = again(visit)
    later.presenter.offer_unfinished()
    assert later.page.stage is Stage.NONE
    assert visit.journal.kept is None


def test_when_something_breaks_the_session_stops_and_keeps_what_was_done(visit: Visit) -> None:
    visit.press()
    visit.wait(20.0)
    visit.presenter.halt("Something went wrong.")
    assert visit.page.stage is Stage.RATE
    assert visit.page.problem == "Something went wrong."
    assert visit.page.session is not None
    assert visit.page.session.holds[-1].end is HoldEnd.STOPPED
    assert visit.journal.kept is not None


def test_another_wish_does_not_disturb_what_runs(visit: Visit) -> None:
    visit.press()
    visit.presenter.prepare_routine("reset")
    assert visit.page.stage is Stage.RUNNING
    assert visit.page.wish == Wish(Begin.PRESSURE, "soft", Side.RIGHT)
