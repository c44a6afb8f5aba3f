"""From a wish to a record: which session screen is shown, and what the journal keeps.

What was done so far is written down at every step, so that a program that is killed can offer
it at the next start; it is cleared once the record is safe.
"""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from guide.app.cues import CuePlayer
from guide.app.routines import routines_state
from guide.app.session_guard import SafetyGate, SessionGuard
from guide.app.session_log import SessionJournal, SessionLog, wish_of
from guide.app.session_record import GO_ON_WITHIN, bring_back, seconds_since
from guide.app.session_run import Keeper, SessionRun, Speaker
from guide.app.session_setup import (
    make_plan,
    offers_after,
    planned_seconds,
    with_numbers,
    with_spot,
    with_way,
    worked_on,
)
from guide.app.session_state import Begin, Options, PageState, Setup, Stage, Wish
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Guidance, Level, PressWay
from guide.core.records import SessionRecord
from guide.core.safety import Situation, Stopped, next_question
from guide.core.session import SessionState, Status, StepKind


class SessionPresenter(QObject):
    """Holds the `PageState` of the session page; requests in, `changed` out.

    What a key asks for while a session runs goes to ``run`` itself.
    """

    changed = Signal(object)  # PageState
    ticked = Signal(object)  # Reading
    opened = Signal()  # show the session page
    closed = Signal()  # back to where the person came from
    questions_requested = Signal()  # ask what is unanswered, then call `ask_again`
    recorded = Signal(object)  # SessionRecord, safe in the journal
    routines_judged = Signal(object)  # RoutinesState
    stopped = Signal(object)  # Stopped: for a reason that has a level, once for each muscle
    emergency_reported = Signal(str)  # id of a stop reason of level E or U

    def __init__(
        self,
        catalogue: Catalogue,
        journal: SessionJournal,
        gate: SafetyGate,
        read_guidance: Callable[[str], Guidance | None],
        player: CuePlayer,
        keeper: Keeper,
        clock: Callable[[], float],
        wall: Callable[[], datetime],
        new_id: Callable[[], str],
        voice: Speaker | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``clock`` measures (`guide.app.clock.now`), ``wall`` tells the date (aware),
        ``new_id`` makes the id of a record (UUID4 hex)."""
        super().__init__(parent)
        self._catalogue, self._wall = catalogue, wall
        self._log = SessionLog(journal, wall, new_id, gate.map_id)
        self._guard = SessionGuard(catalogue, gate, journal, read_guidance)
        self._state = PageState()
        self._options = Options()
        self._wish_waiting: Wish | None = None
        self.run = SessionRun(player, keeper, clock, voice, self)
        self.run.changed.connect(self._on_run_changed)
        self.run.moved.connect(self._on_moved)
        self.run.ticked.connect(self.ticked)

    @property
    def state(self) -> PageState:
        """What the page shows now."""
        return self._state

    @property
    def active(self) -> bool:
        """True while a session is under way, pauses included."""
        return self.run.active

    # What may be asked for

    def prepare_pressure(self, muscle: str, side: Side, way: PressWay | None = None) -> None:
        """Show the choices for pressing ``muscle``, with ``way`` chosen, or why not."""
        self.prepare(Wish(Begin.PRESSURE, muscle, side, way))

    def prepare_stretch(self, stretch: str, side: Side) -> None:
        """Show the choices for one stretch, or why not."""
        self.prepare(Wish(Begin.STRETCH, stretch, side))

    def prepare_routine(self, routine: str) -> None:
        """Show the choices for a routine, or why not."""
        self.prepare(Wish(Begin.ROUTINE, routine, Side.MIDLINE))

    @Slot(object)
    def prepare(self, wish: Wish) -> None:
        """Show the choices for ``wish``, or why not; open questions are asked first."""
        if self.run.active:
            self.opened.emit()
            return
        self._wish_waiting = wish
        situation, refused = self._guard.judge(wish)
        if self._is_asked(situation):
            return
        if refused:
            self._show(PageState(stage=Stage.REFUSED, wish=wish, refusal=refused))
        else:
            setup = self._guard.set_up(situation, wish, self._options.get_ready)
            seconds = planned_seconds(self._catalogue, wish, setup)
            self._show(PageState(Stage.SETUP, wish=wish, setup=setup, seconds=seconds))
        self.opened.emit()

    @Slot()
    def judge_routines(self) -> None:
        """Tell the routines page what may be done now."""
        self.routines_judged.emit(routines_state(self._catalogue, self._guard.situation()[0]))

    @Slot()
    def ask_again(self) -> None:
        """The questions were answered: take up the wish that waited for them."""
        if self._state.stage is Stage.OFFER:
            self.go_on()
        elif self._wish_waiting is not None:
            self.prepare(self._wish_waiting)

    # Before the session

    @Slot(int)
    def choose_way(self, number: int) -> None:
        """Press in this one of the ways that may be chosen."""
        if self._state.setup is not None:
            self._choose(with_way(self._state.setup, number))

    @Slot(str, bool)
    def choose_spot(self, spot: str, chosen: bool) -> None:
        """Take a spot into the session, or out of it."""
        if self._state.setup is not None:
            self._choose(with_spot(self._state.setup, spot, chosen))

    @Slot(int, int, int)
    def choose_numbers(self, hold: int, repeats: int, get_ready: int) -> None:
        """Seconds of a hold, repeats, seconds to get ready; kept inside the caps."""
        if self._state.setup is not None:
            self._choose(with_numbers(self._state.setup, hold, repeats, get_ready))

    @Slot(int)
    def rate_before(self, level: int) -> None:
        """How much it hurts before, 0 to 10."""
        self._update(before=level)

    @Slot()
    def begin(self) -> None:
        """Begin what was chosen, if it is still allowed: the answers may have changed."""
        wish, setup = self._state.wish, self._state.setup
        if self._state.stage is not Stage.SETUP or wish is None or setup is None:
            return
        situation, refused = self._guard.judge(wish)
        way = setup.chosen.way if setup.chosen else None
        if refused or self._guard.limits_changed(situation, wish, setup):
            self.prepare(replace(wish, way=way))
            return
        try:
            plan = make_plan(self._catalogue, wish, setup)
        except ValueError as error:
            self._update(problem=str(error))
            return
        self._log.begin()
        self._state = replace(self._state, stage=Stage.RUNNING, way=way, problem="")
        self.run.start(plan)

    # While it runs

    @Slot(int)
    def feel(self, level: int) -> None:
        """How it feels, 0 to 10; while getting ready: how it was before."""
        session = self.run.state
        if session is None or self._state.stage is not Stage.RUNNING:
            return
        first = session.index == 0 and session.step.kind is StepKind.GET_READY
        if first and not session.holds:
            self.rate_before(level)
        else:
            self.run.feel(level)

    @Slot()
    def stop(self) -> None:
        """Stop at once; the question why comes after."""
        if self._state.stage is Stage.RUNNING:
            self.run.stop()

    @Slot(bool)
    def set_hidden(self, hidden: bool) -> None:
        """The window is minimised or covered: draw once a second."""
        self.run.set_hidden(hidden)

    @Slot(object)
    def set_options(self, options: Options) -> None:
        """Follow the person's settings."""
        self._options = options
        self.run.set_options(options)
        self._update()

    @Slot(str)
    def halt(self, problem: str = "") -> None:
        """Something went wrong, or the program ends: stop, and keep what was done."""
        if not self.run.active:
            return
        self.run.stop()
        self._update(stage=Stage.RATE, problem=problem)

    # After it

    @Slot(str)
    def give_reason(self, reason: str) -> None:
        """Why it was stopped; what follows is shown, and an emergency is passed on."""
        found = self._catalogue.stop_reasons.get(reason)
        if self._state.stage is not Stage.WHY or found is None:
            return
        self.run.stop(reason)
        if (session := self.run.state) is not None:
            self._log.keep(session, self._state)
        self._update(stage=Stage.ADVICE, reason=found)
        if found.level is not None and session is not None and self._state.wish is not None:
            step = session.step
            for each in worked_on(self._catalogue, self._state.wish, step.subject, step.side):
                self.stopped.emit(Stopped(reason, *each))
        if found.level in (Level.EMERGENCY, Level.URGENT):
            self.emergency_reported.emit(reason)

    @Slot()
    def read_advice(self) -> None:
        """The advice was read (or no reason was given): how was it?"""
        if self._state.stage not in (Stage.WHY, Stage.ADVICE):
            return
        session = self.run.state
        reason = self._state.reason
        if reason is not None and reason.level is Level.EMERGENCY:
            self.save()
        elif reason is None and (session is None or not session.holds):
            self.leave()
        else:
            self._update(stage=Stage.RATE)

    @Slot(int)
    def rate_after(self, level: int) -> None:
        """How much it hurts after, 0 to 10."""
        self._update(after=level)

    @Slot(str)
    def write_note(self, note: str) -> None:
        """The person's own words; nothing is drawn anew for them."""
        self._state = replace(self._state, note=note)

    @Slot()
    def save(self) -> None:
        """Write the session into the journal; a failure says so and may be tried again."""
        session = self.run.state
        if session is None or self._state.stage not in (Stage.ADVICE, Stage.RATE):
            return
        self._save(self._log.record(session, self._state))

    @Slot()
    def leave(self) -> None:
        """Back to where the person came from; a session that was not saved is dropped."""
        if self.run.active:
            return
        if self._state.stage in (Stage.WHY, Stage.ADVICE, Stage.RATE):
            self._log.clear()
        self._wish_waiting = None
        self.run.forget()
        self._show(PageState())
        self.closed.emit()

    # What was cut short

    @Slot()
    def offer_unfinished(self) -> None:
        """At the start of the program: offer what was cut short, if anything was."""
        unfinished, problem = self._log.cut_short()
        if problem:
            self._show(PageState(stage=Stage.REFUSED, refusal=(problem,)))
        elif unfinished is not None:
            fresh = 0 <= seconds_since(unfinished, self._wall()) < GO_ON_WITHIN
            may_go_on = fresh and unfinished.record.stop_reason is None
            self._show(PageState(Stage.OFFER, unfinished=unfinished, may_go_on=may_go_on))
        else:
            return
        self.opened.emit()

    @Slot()
    def record_unfinished(self) -> None:
        """Keep what was done before the program ended."""
        if self._state.stage is Stage.OFFER and self._state.unfinished is not None:
            self._save(self._state.unfinished.record)

    @Slot()
    def discard_unfinished(self) -> None:
        """Drop it."""
        if self._state.stage is Stage.OFFER:
            self._log.clear()
            self.leave()

    @Slot()
    def go_on(self) -> None:
        """Continue it, paused, with a rest first; what must be asked is asked before."""
        page, unfinished = self._state, self._state.unfinished
        if page.stage is not Stage.OFFER or unfinished is None or not page.may_go_on:
            return
        wish = wish_of(self._catalogue, unfinished)
        if wish is None:
            self._update(may_go_on=False)
            return
        situation, refused = self._guard.judge(wish)
        if self._is_asked(situation):
            return
        if refused:
            self._update(may_go_on=False, refusal=refused)
            return
        try:
            session = bring_back(self._guard.narrowed(situation, wish, unfinished), self.run.now())
        except ValueError as error:
            self._update(may_go_on=False, refusal=(str(error),))
            return
        self._log.begin(unfinished.record.id)
        way = self._guard.way_of(situation, session.plan)
        before = unfinished.record.before
        self._state = PageState(Stage.RUNNING, wish=wish, way=way, before=before)
        self.run.take_up(session)

    # Effects

    @Slot(object)
    def _on_run_changed(self, session: SessionState) -> None:
        during = max((felt.level for felt in session.felt), default=None)
        stage = self._state.stage
        if stage is Stage.RUNNING and session.status is Status.STOPPED:
            stage = Stage.WHY
        elif stage is Stage.RUNNING and session.status is Status.FINISHED:
            stage = Stage.RATE
        self._update(session=session, during=during, stage=stage)

    @Slot(object)
    def _on_moved(self, session: SessionState) -> None:
        if problem := self._log.keep(session, self._state):
            self._state = replace(self._state, problem=problem)

    def _choose(self, setup: Setup) -> None:
        wish = self._state.wish
        seconds = planned_seconds(self._catalogue, wish, setup) if wish else 0.0
        self._update(setup=setup, seconds=seconds)

    def _is_asked(self, situation: Situation) -> bool:
        """Whether a safety question is open; it is then asked first."""
        if next_question(self._catalogue, situation) is None:
            return False
        self.questions_requested.emit()
        return True

    def _save(self, record: SessionRecord) -> None:
        if problem := self._log.save(record):
            self._update(problem=problem)
            return
        offers = offers_after(self._catalogue, self._guard.situation()[0], self._state.wish)
        urgent = self._state.reason is not None and self._state.reason.level is not None
        self.run.forget()
        self._show(
            PageState(
                Stage.SAVED,
                wish=self._state.wish,
                before=record.before,
                during=record.during,
                after=record.after,
                record=record,
                offers=() if urgent else offers,
            )
        )
        self.recorded.emit(record)

    def _update(self, **changes: object) -> None:
        self._show(replace(self._state, **changes))

    def _show(self, state: PageState) -> None:
        self._state = replace(state, signs=self.run.signs())
        self.changed.emit(self._state)
