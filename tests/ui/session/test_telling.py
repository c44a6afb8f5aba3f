"""What the screen says about a step."""

from guide.app.session_state import PageState
from guide.core import session
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, PressWay
from guide.core.dose import caps
from guide.core.pressure import plan_pressure
from guide.core.session import SessionState, StepKind
from guide.core.stretching import plan_routine
from guide.ui.session import telling

TWO = ("trapezius_upper.trp1", "trapezius_upper.trp2")


def pressing(catalogue: Catalogue) -> SessionState:
    muscle = catalogue.muscles["trapezius_upper"]
    limits = caps(muscle)
    assert limits is not None
    plan = plan_pressure(muscle, Side.RIGHT, dict.fromkeys(TWO, limits), repeats=2)
    return session.start(plan, 0.0)


def at(state: SessionState, kind: StepKind, times: int = 1) -> SessionState:
    """``state`` at the given step, as if time had passed."""
    while True:
        if state.step.kind is kind:
            times -= 1
            if not times:
                return state
        deadline = session.next_deadline(state)
        assert deadline is not None
        now = state.seen
        index = state.index
        while state.index == index:
            now = min(now + 1.0, deadline)
            state = session.tick(state, now)


def test_the_place_of_the_spot_is_said(catalogue: Catalogue) -> None:
    state = pressing(catalogue)
    points = catalogue.muscles["trapezius_upper"].points
    assert telling.where(catalogue, state.step) == points[0].location


def test_the_steps_of_the_way_are_told_until_the_pressing_begins(catalogue: Catalogue) -> None:
    way = PressWay("fingers", "chair", TWO, ("Sit.", "Press the {side} side."), "Fingers")
    ready = PageState(session=pressing(catalogue), way=way)
    assert telling.how(ready) == "1. Sit.\n2. Press the right side."
    assert telling.how(PageState(session=ready.session)) == ""
    held = at(pressing(catalogue), StepKind.HOLD)
    assert telling.how(PageState(session=held, way=way)) == ""


def test_what_is_next_while_one_holds_is_the_next_hold(catalogue: Catalogue) -> None:
    hold = at(pressing(catalogue), StepKind.HOLD)
    following = telling.what_is_next(catalogue, hold)
    assert following.title == "Hold 2 of 2 · right"
    assert following.detail.startswith("after ")
    assert telling.counted(hold) == "spot 1 of 2 · hold 1 of 2"


def test_while_one_rests_it_is_the_hold_that_comes(catalogue: Catalogue) -> None:
    rest = at(pressing(catalogue), StepKind.REST)
    assert telling.what_is_next(catalogue, rest).title == "Hold 2 of 2 · right"


def test_another_spot_is_named(catalogue: Catalogue) -> None:
    hold = at(pressing(catalogue), StepKind.HOLD, 2)
    assert telling.what_is_next(catalogue, hold).title == "TrP2 · Hold 1 of 2 · right"


def test_the_last_hold_has_nothing_after_it(catalogue: Catalogue) -> None:
    hold = at(pressing(catalogue), StepKind.HOLD, 4)
    assert "last" in telling.what_is_next(catalogue, hold).title


def test_the_sides_of_a_stretch_are_said_in_words(catalogue: Catalogue) -> None:
    routine = catalogue.routines["neck_and_shoulder_reset"]
    state = session.start(plan_routine(catalogue, routine), 0.0)
    for text in (telling.where(catalogue, state.step), telling.feel(catalogue, state.step)):
        assert "{" not in text
        assert text
    following = telling.what_is_next(catalogue, at(state, StepKind.HOLD))
    assert following.stretch == "ear_to_shoulder"
    assert following.side is Side.LEFT
    assert telling.with_sides("{side} and {other}", Side.LEFT) == "left and right"


def test_a_movement_is_told(catalogue: Catalogue) -> None:
    step = session.Step(StepKind.MOVE, 30.0, Side.RIGHT, "head_turns")
    assert telling.where(catalogue, step) == catalogue.movements["head_turns"].text
