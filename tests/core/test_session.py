"""The step engine: time, gaps, caps, and what every key does."""

import pytest
from msgspec.structs import replace

from guide.core import session
from guide.core.session import HoldDone, HoldEnd, SessionState, Status, StepKind
from tests.core.builders import pressure_plan, stretch_plan


def run(state: SessionState, until: float, step: float = 1.0) -> SessionState:
    """Tick every ``step`` seconds up to and at ``until``."""
    now = state.seen
    while now + step < until:
        now += step
        state = session.tick(state, now)
    return session.tick(state, until)


def holding(plan: session.Plan | None = None) -> SessionState:
    """A session at the very beginning of its first hold (at 113 s)."""
    state = run(session.start(plan or pressure_plan(), 100.0), 113.0)
    assert state.step.kind is StepKind.HOLD
    return state


def test_a_whole_session_runs_through_its_steps_and_records_each_hold() -> None:
    plan = pressure_plan(spots=2, repeats=2)
    state = session.start(plan, 100.0)
    total = sum(step.seconds for step in plan.steps)
    assert session.remaining_total(state, 100.0) == pytest.approx(total)
    state = run(state, 100.0 + total - 0.01)
    assert state.status is Status.RUNNING
    state = session.tick(state, 100.0 + total)
    assert state.status is Status.FINISHED
    assert [hold.end for hold in state.holds] == [HoldEnd.COMPLETED] * 4
    assert state.pressed == 120.0
    assert session.elapsed(state, 9999.0) == pytest.approx(total)
    assert session.remaining(state, 9999.0) == 0.0
    assert session.remaining_total(state, 9999.0) == 0.0
    assert session.next_deadline(state) is None


def test_a_hold_never_ends_early_and_ends_at_its_deadline() -> None:
    state = run(holding(), 142.999)
    assert state.step.kind is StepKind.HOLD
    assert session.next_deadline(state) == 143.0
    state = session.tick(state, 143.0)
    assert state.step.kind is StepKind.RELEASE
    assert state.holds == (
        HoldDone("muscle.p0", state.step.side, 1, 30.0, 30.0, HoldEnd.COMPLETED, None),
    )


def test_a_late_tick_does_not_shift_what_comes_after() -> None:
    state = session.tick(run(holding(), 142.9), 143.25)
    assert state.step_began == 143.0
    assert session.remaining(state, 143.25) == 3.75


def test_one_tick_passes_through_as_many_steps_as_time_covers() -> None:
    state = session.start(pressure_plan(), 0.0)
    for _ in range(2):
        state = session.eased(state, 0.0)
    state = run(state, 29.5)
    state = session.tick(session.eased(state, 29.5), 29.5)
    state = session.eased(state, 29.5)
    assert state.step.kind is StepKind.REST
    short = stretch_plan(stretches=1, hold=1.0)
    state = run(session.start(short, 0.0), 4.5)
    state = session.tick(state, 7.0)
    assert state.step.kind is StepKind.SWITCH_SIDE
    assert state.pressed == 1.0


def test_a_clock_that_goes_back_takes_nothing_back() -> None:
    state = run(holding(), 120.0)
    again = session.tick(state, 50.0)
    assert again == state
    assert session.remaining(state, 50.0) == session.remaining(state, 120.0)


@pytest.mark.parametrize("stall", [0.35, 3.0])
def test_a_stalled_window_does_not_end_a_hold(stall: float) -> None:
    state = session.tick(run(holding(), 120.0), 120.0 + stall)
    assert state.status is Status.RUNNING
    assert state.step.kind is StepKind.HOLD


def test_a_gap_in_a_hold_ends_it_as_interrupted_at_the_last_moment_seen() -> None:
    state = session.tick(run(holding(), 120.0), 5000.0)
    assert state.status is Status.INTERRUPTED
    assert state.holds[-1].end is HoldEnd.INTERRUPTED
    assert state.holds[-1].held == 7.0
    assert state.step.kind is StepKind.REST
    state = session.resume(state, 5060.0)
    assert state.status is Status.RUNNING
    assert session.remaining(state, 5060.0) == 20.0
    state = run(state, 5083.0)
    assert state.step.kind is StepKind.HOLD
    assert state.step.repeat == 2


def test_a_gap_while_easing_in_ends_the_hold_before_it_began() -> None:
    state = session.tick(run(session.start(pressure_plan(), 100.0), 111.0), 120.0)
    assert state.status is Status.INTERRUPTED
    assert (state.holds[-1].held, state.holds[-1].end) == (0.0, HoldEnd.INTERRUPTED)
    assert state.step.kind is StepKind.REST


def test_a_gap_in_another_step_stops_the_clock_and_records_nothing() -> None:
    state = session.tick(run(session.start(pressure_plan(), 100.0), 104.0), 900.0)
    assert state.status is Status.INTERRUPTED
    assert state.holds == ()
    assert session.remaining(state, 950.0) == 6.0
    assert session.remaining(session.resume(state, 1000.0), 1000.0) == 6.0


def test_every_key_notices_the_gap_first() -> None:
    state = run(holding(), 120.0)
    for key in (session.pause, session.eased, session.skip, session.back, session.add_time):
        assert key(state, 200.0).status is Status.INTERRUPTED
    assert session.feel(state, 200.0, 9).holds[-1].end is HoldEnd.INTERRUPTED
    stopped = session.stop(state, 200.0)
    assert (stopped.status, stopped.holds[-1].held) == (Status.STOPPED, 7.0)


def test_a_pause_ends_the_hold_and_the_rest_after_it_comes_first() -> None:
    state = session.pause(run(holding(), 123.0), 123.5)
    assert state.status is Status.PAUSED
    assert (state.holds[-1].end, state.holds[-1].held) == (HoldEnd.PAUSED, 10.5)
    assert session.elapsed(state, 900.0) == 23.5
    assert session.remaining(state, 900.0) == 20.0
    assert session.tick(state, 900.0) == state
    state = session.resume(state, 900.0)
    assert state.step.kind is StepKind.REST
    assert session.elapsed(state, 901.0) == 24.5


def test_a_pause_in_the_last_hold_leaves_only_letting_go() -> None:
    state = session.pause(run(holding(pressure_plan(repeats=1)), 120.0), 120.0)
    assert state.step.kind is StepKind.RELEASE
    state = run(session.resume(state, 130.0), 134.0)
    assert state.status is Status.FINISHED


def test_a_paused_stretch_is_done_again_whole() -> None:
    state = run(session.start(stretch_plan(), 0.0), 15.0)
    state = session.pause(state, 15.0)
    assert state.step.kind is StepKind.GET_READY
    state = run(session.resume(state, 60.0), 85.0)
    assert [hold.held for hold in state.holds] == [10.0, 20.0]
    assert state.holds[-1].end is HoldEnd.COMPLETED


def test_resume_changes_nothing_while_running_or_ended() -> None:
    state = holding()
    assert session.resume(state, 114.0) == state
    ended = session.stop(state, 114.0)
    assert session.resume(ended, 120.0) == ended


def test_added_time_never_passes_the_cap_of_the_hold() -> None:
    state = holding()
    for _ in range(20):
        state = session.add_time(state, 114.0)
    assert state.step_seconds == 60.0
    state = run(state, 173.0)
    assert state.step.kind is StepKind.RELEASE
    assert (state.holds[-1].planned, state.holds[-1].held) == (30.0, 60.0)


def test_added_time_never_passes_the_end_of_the_session() -> None:
    state = session.add_time(holding(pressure_plan(total_cap=50.0)), 113.0, 30.0)
    assert state.step_seconds == 37.0


def test_added_time_lengthens_a_rest_to_a_minute_and_no_step_under_pressure() -> None:
    state = session.start(pressure_plan(), 0.0)
    for _ in range(9):
        state = session.add_time(state, 0.0)
    assert state.step_seconds == 60.0
    easing = session.eased(state, 1.0)
    assert session.add_time(easing, 1.0).step_seconds == 3.0
    with pytest.raises(ValueError, match="above 0"):
        session.add_time(state, 0.0, -5.0)


def test_eased_ends_the_hold_and_says_after_how_long() -> None:
    state = session.eased(run(holding(), 125.0), 125.5)
    assert state.step.kind is StepKind.RELEASE
    assert (state.holds[-1].end, state.holds[-1].eased_after) == (HoldEnd.EASED, 12.5)


def test_the_rest_of_a_pressure_session_is_not_cut_short() -> None:
    state = session.eased(holding(pressure_plan(rest=30.0)), 114.0)
    state = session.eased(state, 115.0)
    assert session.eased(state, 116.0).step.kind is StepKind.REST
    assert session.eased(run(state, 135.0), 135.0).step.kind is StepKind.EASE_IN


def test_skip_leaves_for_the_next_spot_and_its_rest() -> None:
    state = session.skip(holding(pressure_plan(spots=2)), 113.5)
    assert state.holds[-1].end is HoldEnd.SKIPPED
    assert (state.step.kind, state.step.subject) == (StepKind.REST, "muscle.p1")
    assert session.skip(state, 114.0).status is Status.FINISHED


def test_skip_in_a_stretch_sequence_goes_to_the_other_side() -> None:
    state = session.skip(session.start(stretch_plan(), 0.0), 1.0)
    assert state.step.kind is StepKind.SWITCH_SIDE
    state = session.skip(state, 2.0)
    assert (state.step.kind, state.step.subject) == (StepKind.GET_READY, "stretch1")


def test_back_begins_the_step_again_or_goes_to_the_one_before() -> None:
    state = run(session.start(stretch_plan(), 0.0), 27.5)
    assert state.step.kind is StepKind.SWITCH_SIDE
    again = session.back(state, 27.5)
    assert (again.index, again.step_began) == (state.index, 27.5)
    first = session.back(again, 28.0)
    assert (first.index, first.step.kind) == (0, StepKind.GET_READY)
    assert session.back(first, 28.5).index == 0
    assert first.holds[-1].end is HoldEnd.COMPLETED


def test_back_out_of_a_hold_takes_the_pressure_off_first() -> None:
    state = session.back(run(holding(), 118.0), 118.0)
    assert state.step.kind is StepKind.GET_READY
    assert state.holds[-1].end is HoldEnd.SKIPPED
    state = run(state, 118.0 + 13.0 + 30.0)
    assert state.holds[-1].end is HoldEnd.COMPLETED


def test_a_repeated_hold_gets_only_what_its_cap_has_left() -> None:
    state = session.back(run(holding(pressure_plan(cap=40.0)), 133.0), 133.0)
    state = run(state, 133.0 + 13.0)
    assert (state.step.kind, state.step_seconds) == (StepKind.HOLD, 20.0)
    state = session.add_time(state, state.seen)
    assert state.step_seconds == 20.0
    state = run(state, state.seen + 20.0)
    assert state.holds[-1].planned == 20.0
    assert session.back(state, state.seen) == state


def test_back_from_easing_in_records_the_try() -> None:
    state = session.back(run(session.start(pressure_plan(), 100.0), 112.5), 112.5)
    assert (state.step.kind, state.holds[-1].held) == (StepKind.GET_READY, 0.0)


def test_back_without_any_hold_changes_nothing() -> None:
    plan = pressure_plan()
    plan = replace(plan, steps=(plan.steps[0], plan.steps[3]))
    state = run(session.start(plan, 0.0), 11.0)
    assert session.back(state, 13.0).step.kind is StepKind.RELEASE


def test_too_much_ends_the_hold_and_lets_go() -> None:
    state = session.feel(holding(), 114.0, 6)
    assert state.step.kind is StepKind.HOLD
    state = session.feel(state, 115.0, 7)
    assert state.step.kind is StepKind.RELEASE
    assert state.holds[-1].end is HoldEnd.TOO_MUCH
    assert [(felt.at, felt.level) for felt in state.felt] == [(14.0, 6), (15.0, 7)]


def test_too_much_while_easing_in_lets_go_without_a_hold() -> None:
    state = session.feel(run(session.start(pressure_plan(), 100.0), 111.0), 111.0, 8)
    assert (state.step.kind, state.holds[-1].held) == (StepKind.RELEASE, 0.0)


def test_a_discomfort_outside_a_hold_is_only_written_down() -> None:
    state = session.feel(session.pause(session.start(pressure_plan(), 0.0), 2.0), 50.0, 9)
    assert (state.status, state.felt[-1].at) == (Status.PAUSED, 2.0)
    for level in (-1, 11):
        with pytest.raises(ValueError, match="scale"):
            session.feel(state, 51.0, level)


def test_stop_ends_everything_and_takes_its_reason_later_once() -> None:
    state = session.stop(run(holding(), 120.0), 120.0)
    assert (state.status, state.holds[-1].end) == (Status.STOPPED, HoldEnd.STOPPED)
    named = session.stop(state, 130.0, "dizzy")
    assert named.stop_reason == "dizzy"
    assert session.stop(named, 131.0, "other") == named
    assert session.feel(named, 131.0, 3) == named
    assert session.remaining(named, 140.0) == 0.0
    finished = session.skip(session.start(pressure_plan(), 0.0), 1.0)
    assert session.stop(finished, 2.0, "dizzy") == finished


def test_the_session_cap_ends_a_hold_lets_go_and_finishes() -> None:
    state = holding(pressure_plan(total_cap=20.0))
    assert session.remaining(state, 113.0) == 7.0
    assert session.remaining_total(state, 113.0) == 7.0
    state = run(state, 120.0)
    assert (state.step.kind, state.holds[-1].end) == (StepKind.RELEASE, HoldEnd.TIME_OVER)
    assert state.holds[-1].held == 7.0
    assert run(state, 124.0).status is Status.FINISHED


def test_the_session_cap_counts_rest_but_not_pauses() -> None:
    state = session.pause(session.start(pressure_plan(total_cap=12.0), 0.0), 2.0)
    state = run(session.resume(state, 500.0), 507.0)
    assert state.status is Status.RUNNING
    assert run(state, 515.0).holds[-1].end is HoldEnd.TIME_OVER
    stretching = run(session.start(stretch_plan(total_cap=28.0), 0.0), 28.0)
    assert (stretching.status, stretching.step.kind) == (Status.FINISHED, StepKind.SWITCH_SIDE)
    cut = run(session.start(stretch_plan(total_cap=15.0), 0.0), 15.0)
    assert (cut.status, cut.holds[-1].end) == (Status.FINISHED, HoldEnd.TIME_OVER)


def test_a_killed_session_goes_on_at_the_rest_before_its_step_paused() -> None:
    plan = pressure_plan()
    killed = session.stop(run(holding(plan), 120.0), 120.0)
    state = session.restore(plan, killed.index, killed.holds, killed.felt, 9000.0, 20.0)
    assert (state.status, state.step.kind) == (Status.PAUSED, StepKind.GET_READY)
    assert session.elapsed(state, 9500.0) == 20.0
    state = run(session.resume(state, 9500.0), 9513.0)
    assert (state.step.kind, state.step_seconds) == (StepKind.HOLD, 30.0)


def test_a_killed_session_does_not_give_time_back() -> None:
    plan = pressure_plan(hold=60.0)
    state = run(holding(plan), 170.0)
    killed = session.stop(session.feel(state, 170.0, 4), 170.0)
    state = session.restore(plan, killed.index, killed.holds, killed.felt, 0.0)
    assert state.step.kind is StepKind.REST
    assert session.elapsed(state, 5.0) == 70.0
    letting_go = session.restore(plan, 3, killed.holds, (), 0.0)
    assert letting_go.step.kind is StepKind.REST
    resting = session.restore(plan, 4, killed.holds, (), 0.0)
    assert (resting.index, session.elapsed(resting, 1.0)) == (4, 57.0)
    with pytest.raises(ValueError, match="step 99"):
        session.restore(plan, 99, (), (), 0.0)
