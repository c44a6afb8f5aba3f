"""Random keys under a clock that jumps: what must hold holds all the time."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from guide.core import session
from guide.core.session import HoldEnd, SessionKind, SessionState, Status, StepKind
from guide.core.steps import PRESSING, hold_cap
from tests.core.builders import pressure_plan, stretch_plan

ENDED = (Status.STOPPED, Status.FINISHED)
KEYS = {
    "tick": session.tick,
    "pause": session.pause,
    "resume": session.resume,
    "add_time": session.add_time,
    "eased": session.eased,
    "skip": session.skip,
    "back": session.back,
    "stop": session.stop,
}


class AnyKeysAnyClock(RuleBasedStateMachine):
    """Random keys under a clock that jumps: what must hold holds all the time."""

    @initialize(
        pressing=st.booleans(),
        spots=st.integers(1, 3),
        repeats=st.integers(1, 3),
        hold=st.floats(5.0, 90.0),
        more=st.floats(0.0, 40.0),
        total_cap=st.sampled_from([40.0, 200.0, 900.0]),
    )
    def begin(
        self,
        pressing: bool,
        spots: int,
        repeats: int,
        hold: float,
        more: float,
        total_cap: float,
    ) -> None:
        cap = min(90.0, hold + more)
        self.now = 1000.0
        self.plan = (
            pressure_plan(spots, repeats, hold, cap, total_cap=total_cap)
            if pressing
            else stretch_plan(spots + repeats, min(hold, 60.0), total_cap)
        )
        self.state = session.start(self.plan, self.now)
        self.released: tuple[str, int, float] | None = None  # last hold and when it ended

    def become(self, state: SessionState) -> None:
        before = self.state
        if before.status in ENDED:
            same = session.stop(before, self.now, state.stop_reason)
            assert state in (before, same)
        if len(state.holds) > len(before.holds) and state.holds[-1].held > 0:
            self.released = (state.holds[-1].subject, state.holds[-1].repeat, self.now)
        begun = state.step.kind is StepKind.HOLD and (
            before.step.kind is not StepKind.HOLD or before.step_began != state.step_began
        )
        if begun and self.released and self.plan.kind is SessionKind.PRESSURE:
            subject, repeat, at = self.released
            if (subject, repeat) != (state.step.subject, state.step.repeat):
                assert self.now - at >= 19.0  # 20 s of rest, and ticks up to a second late
        self.state = state

    @precondition(lambda self: hasattr(self, "plan"))
    @rule(seconds=st.floats(0.0, 3.0), times=st.integers(1, 60))
    def time_passes(self, seconds: float, times: int) -> None:
        for _ in range(times):
            self.now += seconds
            self.become(session.tick(self.state, self.now))
            if self.state.status is not Status.RUNNING:
                break

    @rule(jump=st.one_of(st.floats(-100.0, 0.0), st.floats(3.1, 4000.0)))
    def the_clock_jumps(self, jump: float) -> None:
        before = self.state
        self.now += jump
        gap = self.now - before.seen > session.GAP
        self.become(session.tick(before, self.now))
        if before.status is Status.RUNNING:
            assert (self.state.status is Status.INTERRUPTED) == gap or self.state.status in ENDED
            if gap and before.step.kind in PRESSING:
                assert self.state.holds[-1].end is HoldEnd.INTERRUPTED
                assert len(self.state.holds) == len(before.holds) + 1
            elif gap:
                assert self.state.holds == before.holds
        self.now = max(self.now, self.state.seen)

    @rule(key=st.sampled_from(sorted(KEYS)))
    def a_key(self, key: str) -> None:
        self.become(KEYS[key](self.state, self.now))

    @rule(level=st.integers(0, 10))
    def a_feeling(self, level: int) -> None:
        pressing = self.state.status is Status.RUNNING and self.state.step.kind in PRESSING
        self.become(session.feel(self.state, self.now, level))
        if pressing and level > 6:
            assert self.state.step.kind not in PRESSING

    @precondition(lambda self: self.state.status not in ENDED)
    @rule()
    def killed_and_restored(self) -> None:
        kept = session.stop(self.state, self.now)
        if kept.status is Status.STOPPED:
            under_way = session.elapsed(kept, self.now)
            self.become(
                session.restore(self.plan, kept.index, kept.holds, kept.felt, self.now, under_way)
            )

    @invariant()
    def all_that_must_hold(self) -> None:
        if not hasattr(self, "plan"):
            return
        state = self.state
        assert 0 <= state.index < len(self.plan.steps)
        assert sum(hold.held for hold in state.holds) == pytest.approx(state.pressed)
        assert state.pressed <= self.plan.total_cap + 1e-6
        assert session.elapsed(state, state.seen) >= 0.0
        assert session.remaining(state, self.now) >= 0.0
        assert session.remaining_total(state, self.now) >= session.remaining(state, self.now)
        assert all(hold.held >= 0.0 for hold in state.holds)
        for hold in state.holds:
            assert hold.end is not HoldEnd.COMPLETED or hold.held >= hold.planned
        for step in self.plan.steps:
            if step.kind is StepKind.HOLD:
                assert self.time_on(step) <= hold_cap(step) + 1e-6
        if state.status in (Status.PAUSED, Status.INTERRUPTED):
            assert state.step.kind not in PRESSING

    def time_on(self, step: session.Step) -> float:
        """Seconds of all tries of one planned hold, with the one that is going on."""
        name = (step.subject, step.side, step.repeat)
        done = [h.held for h in self.state.holds if (h.subject, h.side, h.repeat) == name]
        going_on = self.state.status is Status.RUNNING and self.state.step == step
        return sum(done) + (self.state.step_seconds if going_on else 0.0)


TestAnyKeysAnyClock = AnyKeysAnyClock.TestCase
TestAnyKeysAnyClock.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
