"""Left is the figure's own left at every angle, and a turn never loses its way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.core.aspect import (
    MOST_TILT,
    STEP,
    Aspect,
    of_close_up,
    of_view,
    snapped,
    stepped,
    turned_by,
)
from guide.core.orientation import CloseUp, Side, View

degrees = st.floats(-720, 720, allow_nan=False)


@pytest.mark.parametrize("view", View)
def test_a_view_is_its_own_aspect(view: View) -> None:
    aspect = of_view(view)
    assert aspect.view is view
    assert aspect.at_the_right is view.at_the_right


def test_the_side_that_faces_us_is_said() -> None:
    assert of_view(View.LEFT).toward is Side.LEFT
    assert of_view(View.RIGHT).toward is Side.RIGHT
    assert of_view(View.BACK).toward is Side.MIDLINE
    assert Aspect(turn=60.0).at_the_right is Side.LEFT
    assert Aspect(turn=120.0).at_the_right is Side.RIGHT


@given(degrees, degrees)
def test_one_of_the_sides_is_always_known(turn: float, tilt: float) -> None:
    aspect = turned_by(Aspect(), turn, tilt)
    assert 0 <= aspect.turn < 360
    assert abs(aspect.tilt) <= MOST_TILT
    assert (aspect.at_the_right is not None) or (aspect.toward is not Side.MIDLINE)


def test_only_the_exact_turn_is_a_view() -> None:
    assert Aspect(turn=1.0).view is None
    assert Aspect(tilt=5.0).view is None
    assert of_close_up(CloseUp.HEAD_FRONT, Side.MIDLINE).view is None


def test_a_close_up_needs_a_side_that_it_has() -> None:
    assert of_close_up(CloseUp.ARMPIT, Side.LEFT).toward is Side.LEFT
    with pytest.raises(ValueError, match="head_front"):
        of_close_up(CloseUp.HEAD_FRONT, Side.LEFT)
    with pytest.raises(ValueError, match="armpit"):
        of_close_up(CloseUp.ARMPIT, Side.MIDLINE)


@given(degrees)
def test_steps_come_to_the_grid_and_go_round(turn: float) -> None:
    aspect = stepped(turned_by(Aspect(), turn), 1)
    assert aspect.turn % STEP == pytest.approx(0, abs=1e-6) or aspect.turn % STEP > STEP - 1e-6
    assert stepped(Aspect(turn=345.0), 1).turn == 0
    assert stepped(Aspect(turn=0.0), -1).turn == 345


def test_near_a_view_a_turn_comes_to_it() -> None:
    assert snapped(Aspect(357.0, 3.0), 5.0).view is View.FRONT
    assert snapped(Aspect(92.0), 5.0).view is View.LEFT
    assert snapped(Aspect(80.0), 5.0) == Aspect(80.0)
    near = of_close_up(CloseUp.ARMPIT, Side.LEFT)
    assert snapped(near, 5.0) == near
