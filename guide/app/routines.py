"""The routines page: what can be stretched, how long it takes, and whether it may be."""

import msgspec

from guide.app.session_setup import begin_setup, decide_wish, planned_seconds
from guide.app.session_state import GET_READY, Begin, Wish
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Sides
from guide.core.safety import Situation
from guide.words import decision_sentences


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


def routines_state(catalogue: Catalogue, situation: Situation) -> RoutinesState:
    """All routines and stretches, judged by what is known of the person.

    Questions that are still open are asked when one is chosen: here they refuse nothing.
    """
    answered = msgspec.structs.replace(situation, on_paper=True)
    routines = []
    for name in catalogue.routines:
        wish = Wish(Begin.ROUTINE, name, Side.MIDLINE)
        setup = begin_setup(catalogue, situation, wish, GET_READY[0])
        seconds = planned_seconds(catalogue, wish, setup)
        routines.append(RoutineRow(name, seconds, _refused(catalogue, answered, wish)))
    stretches = []
    for stretch in catalogue.stretches.values():
        each = stretch.sides is Sides.EACH
        sides = (Side.LEFT, Side.RIGHT) if each else (Side.MIDLINE,)
        refused = tuple(
            _refused(catalogue, answered, Wish(Begin.STRETCH, stretch.id, side)) for side in sides
        )
        row = StretchRow(stretch.id, sides, next((why for why in refused if not why), refused[0]))
        stretches.append(row)
    return RoutinesState(tuple(routines), tuple(stretches))


def _refused(catalogue: Catalogue, situation: Situation, wish: Wish) -> tuple[str, ...]:
    decision = decide_wish(catalogue, situation, wish)
    return () if decision.allowed else decision_sentences(catalogue, decision)
