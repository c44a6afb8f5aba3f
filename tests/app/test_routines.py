"""What the routines page may offer."""

from guide.app.routines import routines_state
from guide.core.anatomy import Side
from tests.app.fakes import FakeGate, small_catalogue


def test_everything_is_offered_with_its_sides_and_length() -> None:
    state = routines_state(small_catalogue(), FakeGate())
    (routine,) = state.routines
    assert routine.refused == ()
    assert 80 < routine.seconds < 110  # three holds of 20 s, three transitions of 8 s
    sides = {row.stretch: row.sides for row in state.stretches}
    assert sides == {"bend": (Side.LEFT, Side.RIGHT), "nod": (Side.MIDLINE,)}


def test_answers_that_forbid_stretching_are_told() -> None:
    gate = FakeGate()
    gate.stretch, gate.reasons = False, ("child",)
    state = routines_state(small_catalogue(), gate)
    assert all(row.refused for row in (*state.routines, *state.stretches))
