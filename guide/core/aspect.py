"""How the figure is looked at: from where, turned and tilted, or a part of it drawn large.

A light module: the first paint knows it.
"""

import math
from typing import Final, NamedTuple

from guide.core.orientation import CloseUp, Side, View

STEP: Final = 15.0  # degrees of one key
MOST_TILT: Final = 60.0
SIDEWAYS: Final = math.cos(math.radians(75))  # left and right are told apart up to here

_TURNS: Final = {View.FRONT: 0.0, View.LEFT: 90.0, View.BACK: 180.0, View.RIGHT: 270.0}


class Aspect(NamedTuple):
    """The whole figure turned in front of the viewer, or a close-up; degrees.

    ``turn`` 0 is the front, 90 shows the figure's left side, 180 its back. ``tilt`` above 0 looks
    down on it; -90 shows the soles. In a close-up both count from its own direction.
    """

    turn: float = 0.0
    tilt: float = 0.0
    close_up: CloseUp | None = None
    side: Side = Side.MIDLINE  # of the close-up

    @property
    def view(self) -> View | None:
        """The standard view that this is exactly, or None."""
        if self.close_up is not None:
            return None
        if self.tilt == -90.0:
            return View.SOLES if self.turn == 0.0 else None
        return next((v for v, turn in _TURNS.items() if (turn, 0.0) == self[:2]), None)

    @property
    def at_the_right(self) -> Side | None:
        """The figure's side in the right half of the picture; None when one side faces us."""
        across = math.cos(math.radians(self.turn))
        if self.close_up is not None or abs(across) < SIDEWAYS:
            return None
        return Side.LEFT if across > 0 else Side.RIGHT

    @property
    def toward(self) -> Side:
        """The figure's side that faces us; the midline from the front and the back."""
        if self.close_up is not None:
            return self.side
        nearer = math.sin(math.radians(self.turn))
        if abs(nearer) < SIDEWAYS:
            return Side.MIDLINE
        return Side.LEFT if nearer > 0 else Side.RIGHT


def of_view(view: View) -> Aspect:
    """The aspect of a standard view."""
    return Aspect(0.0, -90.0) if view is View.SOLES else Aspect(_TURNS[view])


def of_close_up(close_up: CloseUp, side: Side) -> Aspect:
    """The aspect of a close-up; `ValueError` for a side that it does not have."""
    if side not in close_up.sides:
        raise ValueError(f"the close-up '{close_up}' has no side '{side}'")
    return Aspect(close_up=close_up, side=side)


def turned_by(aspect: Aspect, turn: float, tilt: float = 0.0) -> Aspect:
    """The aspect after turning the figure further; it never tips over."""
    return aspect._replace(
        turn=_round(aspect.turn + turn),
        tilt=min(max(aspect.tilt + tilt, -MOST_TILT), MOST_TILT),
    )


def stepped(aspect: Aspect, steps: int) -> Aspect:
    """The aspect some whole `STEP`s on; an odd turn first comes to the grid of steps."""
    at = aspect.turn / STEP
    whole = math.floor(at + 1e-9) if steps > 0 else math.ceil(at - 1e-9)
    return turned_by(aspect, (whole + steps) * STEP - aspect.turn)


def snapped(aspect: Aspect, reach: float) -> Aspect:
    """The standard view that is no more than ``reach`` degrees away, else ``aspect`` itself."""
    if aspect.close_up is not None:
        return aspect
    turn = round(aspect.turn / 90.0) * 90.0
    near = abs(aspect.turn - turn) <= reach and abs(aspect.tilt) <= reach
    return Aspect(_round(turn)) if near else aspect


def _round(turn: float) -> float:
    """Between 0 and 360; a hair below 0 is 0, where the remainder would be 360 itself."""
    left = turn % 360.0
    return 0.0 if left >= 360.0 else left
