"""What the routines page may offer."""

from msgspec.structs import replace

from guide.app.routines import routines_state
from guide.core.anatomy import Side
from guide.core.safety import Stopped
from tests.app.fakes import FakeGate, small_catalogue


def test_everything_is_offered_with_its_sides_and_length() -> None:
    state = routines_state(small_catalogue(), FakeGate().situation())
    (routine,) = state.routines
    assert routine.refused == ()
    assert 80 < routine.seconds < 110  # three holds of 20 s, three transitions of 8 s
    sides = {row.stretch: row.sides for row in state.stretches}
    assert sides == {"bend": (Side.LEFT, Side.RIGHT), "nod": (Side.MIDLINE,)}


def test_answers_that_forbid_stretching_are_told() -> None:
    gate = FakeGate()
    gate.child = True
    state = routines_state(small_catalogue(), gate.situation())
    assert all(row.refused for row in (*state.routines, *state.stretches))


def test_open_questions_are_asked_when_one_is_chosen_and_refuse_nothing_here() -> None:
    gate = FakeGate()
    gate.open_questions = True
    state = routines_state(small_catalogue(), gate.situation())
    assert not any(row.refused for row in (*state.routines, *state.stretches))


def test_a_stretch_that_one_side_allows_is_offered() -> None:
    closed = replace(FakeGate().situation(), stopped=(Stopped("pulse", "soft", Side.LEFT),))
    state = routines_state(small_catalogue(), closed)
    refused = {row.stretch: bool(row.refused) for row in state.stretches}
    assert refused == {"bend": False, "nod": False}
    assert state.routines[0].refused
