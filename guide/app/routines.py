"""The routines page: what can be stretched, how long it takes, and whether it may be."""

import msgspec

from guide.app.session_setup import SafetyGate, begin_setup, planned_seconds, refusal
from guide.app.session_state import GET_READY, Begin, Wish
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Sides


class RoutineRow(msgspec.Struct, frozen=True):
    """A routine with its length in seconds, and why it must not be done now (sentences)."""

    routine: str
    seconds: float
    refused: tuple[str, ...]


class StretchRow(msgspec.Struct, frozen=True):
    """One stretch, the sides it can be done on, and why it must not be done now."""

    stretch: str
    sides: tuple[Side, ...]
    refused: tuple[str, ...]


class RoutinesState(msgspec.Struct, frozen=True):
    """What the routines page shows."""

    routines: tuple[RoutineRow, ...] = ()
    stretches: tuple[StretchRow, ...] = ()


def routines_state(catalogue: Catalogue, gate: SafetyGate) -> RoutinesState:
    """All routines and stretches, judged by the answers of this visit."""
    routines = []
    for name in catalogue.routines:
        wish = Wish(Begin.ROUTINE, name, Side.MIDLINE)
        seconds = planned_seconds(catalogue, wish, begin_setup(catalogue, wish, None, GET_READY[0]))
        routines.append(RoutineRow(name, seconds, refusal(catalogue, gate, wish, None)))
    stretches = []
    for stretch in catalogue.stretches.values():
        each = stretch.sides is Sides.EACH
        sides = (Side.LEFT, Side.RIGHT) if each else (Side.MIDLINE,)
        wish = Wish(Begin.STRETCH, stretch.id, sides[0])
        stretches.append(StretchRow(stretch.id, sides, refusal(catalogue, gate, wish, None)))
    return RoutinesState(tuple(routines), tuple(stretches))
