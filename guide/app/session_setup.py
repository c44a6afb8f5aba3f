"""Before a session: whether it may be, what can be chosen, and the steps that follow from it."""

from collections.abc import Iterable

import msgspec

from guide.app.session_state import GET_READY, Begin, Choice, Setup, Wish
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, PressWay, Sides
from guide.core.dose import Allowance, Caps, allowance
from guide.core.pressure import plan_pressure
from guide.core.safety import (
    Decision,
    Request,
    Situation,
    decide,
    decide_routine,
    decide_stretch,
    decide_ways,
    spot_caps,
)
from guide.core.safety_facts import Act, ToolKind
from guide.core.session import Plan, Step, StepKind
from guide.core.stretching import gentler, plan_movements, plan_routine, plan_stretch
from guide.i18n import _

KINDS = (ToolKind.HAND, ToolKind.TOOL, ToolKind.DEVICE)  # the gentlest first


def decide_wish(catalogue: Catalogue, situation: Situation, wish: Wish) -> Decision:
    """Whether ``wish`` may be fulfilled now."""
    if wish.begin is Begin.PRESSURE:
        return decide(catalogue, situation, Request(Act.PRESS, wish.subject, wish.side))
    if wish.begin is Begin.MOVEMENTS:
        return decide(catalogue, situation, Request(Act.MOVE, wish.subject, wish.side))
    if wish.begin is Begin.STRETCH:
        return decide_stretch(catalogue, situation, wish.subject, (wish.side,))
    return decide_routine(catalogue, situation, wish.subject)


def begin_setup(
    catalogue: Catalogue,
    situation: Situation,
    wish: Wish,
    get_ready: int,
    ways: Iterable[PressWay] = (),
) -> Setup:
    """The first choices for an allowed ``wish``: the most careful ones that the caps allow.

    ``ways`` are those of the muscle's guidance, to press it. `ValueError` for pressing that is
    refused: `decide_wish` comes first.
    """
    ready = min(max(get_ready, GET_READY[0]), GET_READY[1])
    decision = decide_wish(catalogue, situation, wish)
    if wish.begin is not Begin.PRESSURE:
        return Setup((), 0, 0, ready, ceiling=decision.ceiling, reasons=decision.reasons)
    found = _choices(catalogue, situation, wish, gentlest_first(catalogue, ways))
    if decision.caps is None or not found:
        raise ValueError(f"{wish.subject} is not pressed: {', '.join(decision.reasons)}")
    limits = {reason for choice in found for reason in choice.reasons}
    kept = tuple(reason for reason in decision.reasons if reason not in limits)
    first = Setup((), 0, 0, ready, ways=found, reasons=kept)
    wanted = [number for number, choice in enumerate(found) if choice.way == wish.way]
    return with_way(first, wanted[0] if wanted else 0)


def gentlest_first(catalogue: Catalogue, ways: Iterable[PressWay]) -> tuple[PressWay, ...]:
    """``ways`` with hands before tools before devices, and each without body weight first.

    Otherwise the order of the guidance stays.
    """

    def weight(way: PressWay) -> tuple[int, bool]:
        tool = catalogue.tools.get(way.tool)
        return (len(ToolKind), True) if tool is None else (KINDS.index(tool.kind), tool.body_weight)

    return tuple(sorted(ways, key=weight))


def _choices(
    catalogue: Catalogue, situation: Situation, wish: Wish, ways: tuple[PressWay, ...]
) -> tuple[Choice, ...]:
    """Those of ``ways`` that are allowed now, with their own caps."""
    about = catalogue, situation, wish.subject, wish.side
    return tuple(
        Choice(
            way,
            found.caps,
            spot_caps(*about, way),
            found.reasons,
            left_today(situation, wish, found.caps),
        )
        for way, found in zip(ways, decide_ways(*about, ways), strict=True)
        if found.caps is not None
    )


def left_today(situation: Situation, wish: Wish, limits: Caps) -> Allowance:
    """How much of ``wish`` is left today within ``limits``."""
    now, offset = situation.now_utc, situation.offset_minutes
    return allowance(wish.subject, limits, situation.history, now, offset, wish.side)


def with_way(setup: Setup, number: int) -> Setup:
    """``setup`` with the way ``number``; of the other choices all stays that fits it."""
    if not 0 <= number < len(setup.ways):
        return setup
    changed = msgspec.structs.replace(setup, at=number)
    kept = tuple(spot for spot in changed.choices if spot in setup.spots) or changed.choices[:1]
    while len(kept) > msgspec.structs.replace(changed, spots=kept).spots_allowed:
        kept = kept[:-1]
    changed = msgspec.structs.replace(changed, spots=kept)
    return with_numbers(changed, setup.hold, setup.repeats, setup.get_ready)


def with_spot(setup: Setup, spot: str, chosen: bool) -> Setup:
    """``setup`` with ``spot`` chosen or not; more than are allowed are not taken."""
    wanted = {*setup.spots, spot} if chosen else {*setup.spots} - {spot}
    if chosen and len(wanted) > setup.spots_allowed:
        return setup
    spots = tuple(choice for choice in setup.choices if choice in wanted)
    changed = msgspec.structs.replace(setup, spots=spots)
    return with_numbers(changed, setup.hold, setup.repeats, setup.get_ready)


def with_numbers(setup: Setup, hold: int, repeats: int, get_ready: int) -> Setup:
    """``setup`` with other numbers, kept inside the caps."""
    ready = min(max(get_ready, GET_READY[0]), GET_READY[1])
    limits = setup.limits
    if limits is None:
        return msgspec.structs.replace(setup, get_ready=ready)
    return msgspec.structs.replace(
        setup,
        hold=min(max(hold, limits.hold.low), limits.hold.high),
        repeats=min(max(repeats, limits.repeats.low), limits.repeats.high),
        get_ready=ready,
    )


def make_plan(catalogue: Catalogue, wish: Wish, setup: Setup) -> Plan:
    """The steps of what was chosen; ValueError when the choice is not allowed."""
    if wish.begin is Begin.PRESSURE:
        if not setup.spots:
            raise ValueError(_("Choose at least one spot first."))
        plan = plan_pressure(
            catalogue.muscles[wish.subject],
            wish.side,
            {spot: setup.own[spot] for spot in setup.spots},
            get_ready=setup.get_ready,
            hold=setup.hold,
            repeats=setup.repeats,
        )
        way = setup.ways[setup.at].way
        return msgspec.structs.replace(plan, tool=way.tool, posture=way.posture)
    if wish.begin is Begin.STRETCH:
        plan = plan_stretch(catalogue.stretches[wish.subject], wish.side)
    elif wish.begin is Begin.MOVEMENTS:
        plan = plan_movements(catalogue, wish.subject, wish.side)
    else:
        plan = plan_routine(catalogue, catalogue.routines[wish.subject])
    return _with_get_ready(gentler(plan, setup.ceiling), float(setup.get_ready))


def _with_get_ready(plan: Plan, seconds: float) -> Plan:
    """``plan`` beginning with as much time to get ready as the person wants."""
    first, *rest = plan.steps
    if first.kind is not StepKind.GET_READY:
        first, rest = Step(StepKind.GET_READY, seconds, first.side, first.subject), [first, *rest]
    steps = (msgspec.structs.replace(first, seconds=seconds), *rest)
    return msgspec.structs.replace(plan, steps=steps)


def planned_seconds(catalogue: Catalogue, wish: Wish, setup: Setup) -> float:
    """How long the chosen session will take; 0 while the choice is not allowed."""
    try:
        return sum(step.seconds for step in make_plan(catalogue, wish, setup).steps)
    except ValueError:
        return 0.0


def offers_after(catalogue: Catalogue, situation: Situation, wish: Wish | None) -> tuple[Wish, ...]:
    """What may follow pressing a muscle: its own stretches, then slow movements."""
    if wish is None or wish.begin is not Begin.PRESSURE:
        return ()
    stretches = [s for s in catalogue.stretches.values() if wish.subject in s.muscles]
    offers = [Wish(Begin.STRETCH, stretch.id, wish.side) for stretch in stretches[:2]]
    if catalogue.moves.get(wish.subject):
        offers.append(Wish(Begin.MOVEMENTS, wish.subject, wish.side))
    return tuple(each for each in offers if decide_wish(catalogue, situation, each).allowed)


def worked_on(
    catalogue: Catalogue, wish: Wish, subject: str, side: Side
) -> tuple[tuple[str, Side], ...]:
    """The muscles, with sides, that the step about ``subject`` of a session for ``wish`` is on."""
    if wish.begin in (Begin.PRESSURE, Begin.MOVEMENTS):
        return ((wish.subject, wish.side),)
    stretch = catalogue.stretches[subject]
    one = stretch.sides is Sides.EACH and side is not Side.MIDLINE
    sides = (side,) if one else (Side.RIGHT, Side.LEFT)
    return tuple((muscle, each) for muscle in stretch.muscles for each in sides)
