"""What may be said of a muscle on paper or in a terminal: what `decide` allows, and no more."""

import msgspec

from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Guidance, Muscle, PressWay, TriggerPoint
from guide.core.dose import Caps
from guide.core.safety import (
    Decision,
    Request,
    Situation,
    decide,
    decide_stretch,
    permitted,
    spot_caps,
    way_caps,
)
from guide.core.safety_facts import Act


class Advice(msgspec.Struct, frozen=True):
    """What is decided about a muscle, and what that leaves of its guidance."""

    muscle: Muscle
    side: Side
    press: Decision
    stretches: tuple[Decision, ...]  # of those that are refused or limited
    guidance: Guidance | None  # only what may be done
    points: tuple[tuple[TriggerPoint, Caps], ...]  # that a way which is left presses
    ways: dict[PressWay, Caps] = {}  # to press and to stroke, that are left


def advise(
    catalogue: Catalogue,
    situation: Situation,
    muscle: Muscle,
    side: Side,
    guidance: Guidance | None,
) -> Advice:
    """What ``situation`` leaves of ``guidance`` for ``muscle``."""
    press = decide(catalogue, situation, Request(Act.PRESS, muscle.id, side))
    left = guidance and permitted(catalogue, situation, side, guidance)
    pressed = {point for way in (left.press if left else ()) for point in way.points}
    own = spot_caps(catalogue, situation, muscle.id, side) if pressed else {}
    ways = left.press + left.stroke if left else ()
    names = guidance.stretches if guidance else ()
    stretches = (decide_stretch(catalogue, situation, name, (side,)) for name in names)
    return Advice(
        muscle=muscle,
        side=side,
        press=press,
        stretches=tuple(decision for decision in stretches if decision.reasons),
        guidance=left,
        points=tuple(
            (point, own[point.id])
            for point in muscle.points
            if point.id in pressed and point.id in own
        ),
        ways=way_caps(catalogue, situation, muscle.id, side, ways),
    )
