"""Which cue sounds when."""

import pytest

from guide.app.cues import Cue
from guide.app.session_cues import cues_ahead, entry_cue, entry_side, halfway
from guide.core import session
from guide.core.anatomy import Side
from tests.core.builders import pressure_plan, stretch_plan


def test_every_step_that_asks_for_something_has_its_cue() -> None:
    plan = pressure_plan(repeats=2)
    cues = [entry_cue(plan, index) for index in range(len(plan.steps) + 1)]
    one = [Cue.START, None, Cue.RELEASE]
    assert cues == [None, *one, None, *one, Cue.FINISHED]


def test_a_stretch_tells_the_switch_of_side_with_the_side_that_comes() -> None:
    plan = stretch_plan(stretches=1)
    cues = [entry_cue(plan, index) for index in range(len(plan.steps) + 1)]
    assert cues == [None, Cue.START, Cue.SWITCH_SIDE, Cue.START, Cue.RELEASE, Cue.FINISHED]
    assert entry_side(plan, 2) is Side.LEFT
    assert entry_side(plan, len(plan.steps)) is Side.LEFT


@pytest.mark.parametrize(
    ("hold", "expected"),
    [
        (30.0, [(Cue.HALFWAY, 15.0), (Cue.TEN_SECONDS, 20.0), (Cue.RELEASE, 30.0)]),
        (20.0, [(Cue.TEN_SECONDS, 10.0), (Cue.RELEASE, 20.0)]),
        (8.0, [(Cue.RELEASE, 8.0)]),
    ],
)
def test_short_holds_are_not_chattered_over(hold: float, expected: list[tuple[Cue, float]]) -> None:
    state = session.start(pressure_plan(repeats=1, hold=hold), 0.0)
    for second in range(1, 14):
        state = session.tick(state, float(second))
    planned = [(plan.cue, plan.deadline - 13.0) for plan in cues_ahead(state, 13.0)]
    assert planned == expected


def test_what_is_over_is_not_planned_again() -> None:
    state = session.start(pressure_plan(repeats=1, hold=30.0), 0.0)
    for second in range(1, 31):
        state = session.tick(state, float(second))
    assert halfway(state) == 28.0
    assert [plan.cue for plan in cues_ahead(state, 30.0)] == [Cue.TEN_SECONDS, Cue.RELEASE]


def test_nothing_sounds_while_nothing_runs() -> None:
    state = session.pause(session.start(pressure_plan(), 0.0), 1.0)
    assert cues_ahead(state, 1.0) == ()
