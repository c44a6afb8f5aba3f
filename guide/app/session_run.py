"""A running session: requests and time move it, and every step is heard once.

The core decides; here are only the clock, the alarm and the effects of a change: cues, voice,
and the screen that stays awake while, and only while, the session runs.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from guide.app.cues import Cue, CuePlayer
from guide.app.session_cues import cues_ahead, entry_cue, entry_side, halfway
from guide.app.session_state import Options, Reading, Signs, breath_at, is_hold_running
from guide.app.session_words import spoken
from guide.app.ticker import Ticker
from guide.core import session as engine
from guide.core.session import SessionState, Status


class Keeper(Protocol):
    """Keeps the screen on."""

    @property
    def failed(self) -> bool:
        """True when the system did not agree."""

    def hold(self) -> None:
        """Keep it on until `release`."""

    def release(self) -> None:
        """Let it sleep again."""


class Speaker(Protocol):
    """Says short sentences; a failure is remembered in ``broken`` and never raises."""

    @property
    def broken(self) -> bool:
        """True once something could not be said."""

    def say(self, text: str) -> None:
        """Say ``text`` instead of whatever is being said; returns at once."""

    def stop(self) -> None:
        """Be silent."""


class SessionRun(QObject):
    """Holds the `SessionState` and wakes up when it must change."""

    changed = Signal(object)  # SessionState: something other than the time changed
    moved = Signal(object)  # SessionState: another step or status than before
    ticked = Signal(object)  # Reading

    def __init__(
        self,
        player: CuePlayer,
        keeper: Keeper,
        clock: Callable[[], float],
        voice: Speaker | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._player, self._keeper, self._voice = player, keeper, voice
        self._clock = clock
        self._options = Options()
        self._state: SessionState | None = None
        self._ticker = Ticker(clock, self)
        self._ticker.due.connect(self.pass_time)
        self._ticker.ticked.connect(self._on_tick)

    @property
    def state(self) -> SessionState | None:
        """The session as it was last seen; None when there is none."""
        return self._state

    @property
    def active(self) -> bool:
        """True from the beginning to the end, pauses included."""
        ended = (Status.STOPPED, Status.FINISHED)
        return self._state is not None and self._state.status not in ended

    def now(self) -> float:
        """What the session clock says."""
        return self._clock()

    def signs(self) -> Signs:
        """What does not work at the moment."""
        return Signs(
            no_sound=self._options.sound and self._player.broken,
            no_voice=self._options.voice and (self._voice is None or self._voice.broken),
            screen_may_sleep=self._keeper.failed,
        )

    def reading(self) -> Reading | None:
        """What the clock says about the session now."""
        state, now = self._state, self._clock()
        if state is None:
            return None
        left = engine.remaining(state, now)
        length = state.step_seconds
        holding = is_hold_running(state)
        return Reading(
            left=left,
            share=min(1.0, max(0.0, 1.0 - left / length)) if length else 1.0,
            total_left=engine.remaining_total(state, now),
            breath=breath_at(max(0.0, now - state.step_began)) if holding else None,
        )

    def set_options(self, options: Options) -> None:
        """Follow the person's settings from now on."""
        if self._options.sound and not options.sound:
            self._player.cancel()
        if self._voice is not None and self._options.voice and not options.voice:
            self._voice.stop()
        self._options = options

    def set_hidden(self, hidden: bool) -> None:
        """Draw once a second while the window is not seen."""
        self._ticker.set_hidden(hidden)

    def start(self, plan: engine.Plan) -> None:
        """Begin ``plan`` now; ValueError for a plan that the core refuses."""
        self._player.close()  # a new session tries the loudspeaker again
        self._become(engine.start(plan, self._clock()), by_time=False)

    def take_up(self, state: SessionState) -> None:
        """Show a paused session of an earlier run; nothing sounds until it goes on."""
        self._state = None
        self._become(state, by_time=False)

    def forget(self) -> None:
        """Let go of an ended session; what sounds rings out."""
        self._state = None
        self.rest()

    @Slot()
    def toggle_pause(self) -> None:
        """Pause, or go on with a rest first."""
        if self._state is None:
            return
        paused = self._state.status in (Status.PAUSED, Status.INTERRUPTED)
        change = engine.resume if paused else engine.pause
        self._become(change(self._state, self._clock()), by_time=False)

    @Slot()
    def add_time(self) -> None:
        """Ten seconds more, as far as the caps allow."""
        self._change(engine.add_time)

    @Slot()
    def eased(self) -> None:
        """It has eased; elsewhere: the next step."""
        self._change(engine.eased)

    @Slot()
    def skip(self) -> None:
        """The next spot, stretch or side."""
        self._change(engine.skip)

    @Slot()
    def back(self) -> None:
        """The beginning of this step, or the step before."""
        self._change(engine.back)

    @Slot()
    def repeat(self) -> None:
        """This step once more from its beginning, never the one before."""
        state = self._state
        if state is not None and self._clock() - state.step_began >= engine.BACK_WITHIN:
            self._change(engine.back)

    def feel(self, level: int) -> None:
        """How it feels, 0 to 10; too much ends the hold."""
        if self._state is not None:
            self._become(engine.feel(self._state, self._clock(), level), by_time=False)

    def stop(self, reason: str | None = None) -> None:
        """Stop at once, or say afterwards why."""
        if self._state is not None:
            self._become(engine.stop(self._state, self._clock(), reason), by_time=False)

    def _change(self, transition: Callable[[SessionState, float], SessionState]) -> None:
        if self._state is not None:
            self._become(transition(self._state, self._clock()), by_time=False)

    @Slot()
    def pass_time(self) -> None:
        """Ask the clock: whatever is due happens now."""
        if self._state is not None:
            self._become(engine.tick(self._state, self._clock()), by_time=True)

    @Slot()
    def _on_tick(self) -> None:
        self.pass_time()
        if self.active:
            self.ticked.emit(self.reading())

    def _become(self, new: SessionState, by_time: bool) -> None:
        old, self._state = self._state, new
        if old is not None and _same_but_seen(old, new):
            return
        now = self._clock()
        if old is None or _timing(old) != _timing(new):
            self._ring(old, new, now, by_time)
            self._ticker.run(engine.next_deadline(new))
        if old is None or (old.index, old.status) != (new.index, new.status):
            self._say(new)
            self._keep_awake(new)
            self.moved.emit(new)
        self.changed.emit(new)
        if new.status is not Status.RUNNING:
            self.ticked.emit(self.reading())

    def _ring(self, old: SessionState | None, new: SessionState, now: float, by_time: bool) -> None:
        """Sound the change, unless it was already on its way, and plan what comes next."""
        passed = None if old is None else halfway(old)
        repeated = passed if passed is not None and passed <= now and _same_step(old, new) else None
        heard = by_time and new.status is not Status.INTERRUPTED
        if not heard:
            self._player.cancel()
        if not self._options.sound:
            return
        if not heard and (cue := _cue_of_change(old, new)) is not None:
            self._player.play(cue, entry_side(new.plan, new.index))
        for planned in cues_ahead(new, now):
            if planned.cue is not Cue.HALFWAY or repeated is None:
                self._player.play_at(planned.cue, planned.side, planned.deadline)

    def _say(self, state: SessionState) -> None:
        if self._voice is not None and self._options.voice:
            self._voice.say(spoken(state.plan.kind, state.step, state.status))

    def _keep_awake(self, state: SessionState) -> None:
        if state.status is Status.RUNNING:
            self._keeper.hold()
        else:
            self._keeper.release()

    def rest(self) -> None:
        """Neither tick nor sound nor keep the screen awake; the session itself stays."""
        self._ticker.halt()
        self._player.cancel()
        self._keeper.release()
        if self._voice is not None:
            self._voice.stop()


def _timing(state: SessionState) -> tuple[object, ...]:
    return state.index, state.status, state.step_began, state.step_seconds


def _same_step(old: SessionState | None, new: SessionState) -> bool:
    return old is not None and (old.index, old.step_began) == (new.index, new.step_began)


def _same_but_seen(old: SessionState, new: SessionState) -> bool:
    return (
        _timing(old) == _timing(new)
        and old.felt is new.felt
        and old.holds is new.holds
        and old.stop_reason == new.stop_reason
    )


def _cue_of_change(old: SessionState | None, new: SessionState) -> Cue | None:
    """What is heard when a person, and not the time, changed the session."""
    if new.status is Status.STOPPED:
        return Cue.STOPPED if old is not None and old.status is not Status.STOPPED else None
    if new.status is Status.FINISHED:
        return Cue.FINISHED
    if old is not None and len(new.holds) > len(old.holds):
        return Cue.RELEASE
    if new.status is not Status.RUNNING or _same_step(old, new):
        return None
    return entry_cue(new.plan, new.index)
