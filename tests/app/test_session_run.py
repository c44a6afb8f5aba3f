"""A running session: every step is heard once, on time, and the screen stays awake only then."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from guide.app.cues import Cue
from guide.app.session_run import SessionRun
from guide.app.session_state import Options
from guide.core.anatomy import Side
from guide.core.session import SessionState, Status, StepKind
from tests.app.fakes import FakeClock, FakeKeeper, FakePlayer, FakeVoice
from tests.core.builders import pressure_plan, stretch_plan


class Room:
    """A session run with everything around it faked."""

    def __init__(self) -> None:
        self.clock, self.player = FakeClock(), FakePlayer()
        self.keeper, self.voice = FakeKeeper(), FakeVoice()
        self.run = SessionRun(self.player, self.keeper, self.clock.now, self.voice)
        self.moves: list[tuple[StepKind, Status]] = []
        self.changes: list[SessionState] = []
        self.run.moved.connect(self._on_moved)
        self.run.changed.connect(self.changes.append)

    def _on_moved(self, state: SessionState) -> None:
        self.moves.append((state.step.kind, state.status))

    def wait(self, seconds: float) -> None:
        """Let time pass as the ticks would."""
        end = self.clock.seconds + seconds
        while self.clock.seconds < end:
            self.clock.seconds = min(end, self.clock.seconds + 1.0)
            self.run.pass_time()

    @property
    def state(self) -> SessionState:
        assert self.run.state is not None
        return self.run.state


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    room = Room()
    yield room
    room.run.forget()


def test_a_whole_session_rings_every_step_ahead_of_time(room: Room) -> None:
    room.run.start(pressure_plan(repeats=1, hold=30.0))
    assert room.player.later == [(Cue.START, Side.LEFT, 1010.0)]  # easing in begins
    room.wait(13.0)
    assert room.state.step.kind is StepKind.HOLD
    expected = [(Cue.HALFWAY, 1028.0), (Cue.TEN_SECONDS, 1033.0), (Cue.RELEASE, 1043.0)]
    assert [(cue, at) for cue, _, at in room.player.later[-3:]] == expected
    room.wait(34.0)
    assert room.state.status is Status.FINISHED
    assert room.player.later[-1] == (Cue.FINISHED, Side.LEFT, 1047.0)
    assert room.player.now == []  # nothing had to be played late
    assert not room.keeper.holding
    assert [kind for kind, _ in room.moves] == [
        StepKind.GET_READY,
        StepKind.EASE_IN,
        StepKind.HOLD,
        StepKind.RELEASE,
        StepKind.RELEASE,
    ]


def test_letting_go_early_is_heard_at_once_and_the_planned_end_is_forgotten(room: Room) -> None:
    room.run.start(pressure_plan(repeats=1))
    room.wait(20.0)
    room.run.eased()
    assert room.player.now == [(Cue.RELEASE, Side.LEFT)]
    assert [cue for cue, _, _ in room.player.later] == [Cue.FINISHED]


def test_time_that_is_added_moves_the_cues_and_tells_no_half_twice(room: Room) -> None:
    room.run.start(pressure_plan(repeats=1, hold=30.0, cap=60.0))
    room.wait(30.0)  # 17 s into the hold: its half has been told
    room.run.add_time()
    expected = [(Cue.TEN_SECONDS, 1043.0), (Cue.RELEASE, 1053.0)]
    assert [(cue, at) for cue, _, at in room.player.later] == expected


def test_pausing_lets_go_and_going_on_rests_first(room: Room) -> None:
    room.run.start(pressure_plan(repeats=2))
    room.wait(20.0)
    room.run.toggle_pause()
    assert room.state.status is Status.PAUSED
    assert room.player.now == [(Cue.RELEASE, Side.LEFT)]
    assert room.player.later == []
    assert not room.keeper.holding
    room.clock.seconds += 500.0
    room.run.toggle_pause()
    assert room.state.status is Status.RUNNING
    assert room.state.step.kind is StepKind.REST
    assert room.keeper.holding


def test_a_machine_that_slept_interrupts_and_silences_what_was_planned(room: Room) -> None:
    room.run.start(pressure_plan(repeats=2))
    room.wait(20.0)
    room.clock.seconds += 3600.0
    room.run.pass_time()
    assert room.state.status is Status.INTERRUPTED
    assert room.player.later == []
    assert not room.keeper.holding
    assert room.state.holds[0].held == pytest.approx(7.0)


def test_stopping_is_heard_once_and_a_reason_may_follow(room: Room) -> None:
    room.run.start(pressure_plan())
    room.wait(20.0)
    room.run.stop()
    room.run.stop("faint")
    assert room.player.now == [(Cue.STOPPED, Side.LEFT)]
    assert room.state.stop_reason == "faint"
    assert not room.run.active


def test_a_switch_of_side_sounds_on_the_side_that_comes(room: Room) -> None:
    room.run.start(stretch_plan(stretches=1))
    room.wait(6.0)
    assert room.player.later[-1] == (Cue.SWITCH_SIDE, Side.LEFT, 1025.0)


def test_the_same_second_is_told_once(room: Room) -> None:
    room.run.start(pressure_plan())
    changes = len(room.changes)
    room.wait(5.0)
    assert len(room.changes) == changes  # only the time went by


def test_words_are_said_when_wanted_with_the_side(room: Room) -> None:
    room.run.set_options(Options(voice=True))
    room.run.start(pressure_plan(repeats=1))
    room.wait(14.0)
    assert room.voice.said == ["Get ready. Left.", "Ease in. Left.", "Hold. Left."]


def test_without_sound_nothing_is_played_and_nothing_is_missing(room: Room) -> None:
    room.run.set_options(Options(sound=False))
    room.player.broken = True
    room.run.start(pressure_plan(repeats=1))
    room.wait(20.0)
    room.run.eased()
    assert room.player.now == room.player.later == []
    assert not room.run.signs().no_sound  # it was not wanted


def test_what_does_not_work_is_told(room: Room) -> None:
    room.run.set_options(Options(voice=True))
    room.player.broken = room.keeper.failed = room.voice.broken = True
    signs = room.run.signs()
    assert signs.no_sound
    assert signs.no_voice
    assert signs.screen_may_sleep


def test_the_reading_follows_the_clock(room: Room) -> None:
    assert room.run.reading() is None
    room.run.start(pressure_plan(repeats=1, hold=30.0))
    room.wait(13.0)
    room.clock.seconds += 5.0
    reading = room.run.reading()
    assert reading is not None
    assert reading.left == pytest.approx(25.0)
    assert reading.share == pytest.approx(5 / 30)
    assert reading.total_left == pytest.approx(29.0)
    assert reading.breath is not None
    assert not reading.breath.inward
    assert reading.breath.seconds_left == 5


def test_a_forgotten_session_wakes_nobody(room: Room) -> None:
    room.run.start(pressure_plan())
    room.run.forget()
    assert room.player.later == []
    assert not room.keeper.holding
    room.run.pass_time()
    assert room.run.state is None
