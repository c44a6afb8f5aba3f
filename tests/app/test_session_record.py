"""The record of a session, and the way back into it."""

import pytest
from msgspec.structs import replace

from guide.app.session_record import bring_back, make_record, seconds_since
from guide.core import session
from guide.core.records import Unfinished
from guide.core.session import Status, StepKind
from tests.app.fakes import FakeClock
from tests.core.builders import pressure_plan


def running(until: float) -> session.SessionState:
    state = session.start(pressure_plan(), 1000.0)
    now = 1000.0
    while now < 1000.0 + until:
        now += 1.0
        state = session.tick(state, now)
    return state


def test_a_record_begins_when_the_session_began() -> None:
    clock = FakeClock()
    clock.seconds += 30.0
    record = make_record(running(30.0), id="a" * 32, ended_at=clock.wall(), before=3)
    assert record.at == "2026-11-22T14:00:00Z"
    assert record.seconds == 30.0
    assert not record.completed
    assert record.during is None


def test_a_broken_session_comes_back_paused_with_what_was_done() -> None:
    clock = FakeClock()
    clock.seconds += 50.0
    state = running(50.0)
    record = make_record(state, id="a" * 32, ended_at=clock.wall())
    unfinished = Unfinished(record, state.index, state.plan)
    clock.seconds += 60.0
    assert seconds_since(unfinished, clock.wall()) == 60.0
    back = bring_back(unfinished, 5.0)
    assert back.status is Status.PAUSED
    assert back.holds == state.holds
    assert back.step.kind not in (StepKind.HOLD, StepKind.EASE_IN)


def test_a_step_that_is_not_in_the_plan_is_refused() -> None:
    state = running(5.0)
    record = make_record(state, id="a" * 32, ended_at=FakeClock().wall())
    bad = replace(Unfinished(record, 0, state.plan), step_index=99)
    with pytest.raises(ValueError, match="99"):
        bring_back(bad, 0.0)
