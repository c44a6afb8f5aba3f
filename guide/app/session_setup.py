"""Before a session: whether it may be, what can be chosen, and the steps that follow from it."""

from typing import Protocol

import msgspec

from guide.app.session_state import GET_READY, Begin, Setup, Wish
from guide.app.session_words import allowance_sentence, refusal_sentences
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Muscle, Sides, Stretch
from guide.core.dose import Allowance, allowance, caps
from guide.core.pressure import plan_pressure
from guide.core.records import SessionRecord
from guide.core.safety import Permission, Verdict
from guide.core.session import Plan, Step, StepKind
from guide.core.stretching import plan_movements, plan_routine, plan_stretch
from guide.i18n import _


class SafetyGate(Protocol):
    """What the answers of this visit allow."""

    def unanswered(self) -> bool:
        """True while a safety question is open: nothing may begin."""

    def verdict(self) -> Verdict:
        """What the answers so far forbid."""

    def permission(self, muscle: str, side: Side) -> Permission:
        """Whether one muscle may be pressed and stretched."""

    def map_id(self) -> str | None:
        """The saved map of this visit, if there is one."""


def refusal(
    catalogue: Catalogue, gate: SafetyGate, wish: Wish, left: Allowance | None
) -> tuple[str, ...]:
    """Why ``wish`` must not be fulfilled now, in sentences; empty when it may be.

    ``left`` is what the journal leaves for a muscle that is to be pressed.
    """
    if wish.begin is Begin.PRESSURE:
        permitted = gate.permission(wish.subject, wish.side)
        if not permitted.press:
            return refusal_sentences(catalogue, permitted.reasons or ("not_pressed",))
        if left is None:
            return (allowance_sentence("not_pressed"),)
        if left.reason:
            return (allowance_sentence(left.reason),)
        return ()
    verdict = gate.verdict()
    if verdict.stretch_closed:
        return refusal_sentences(catalogue, verdict.reasons)
    reasons: list[str] = []
    for muscle, side in stretched(catalogue, wish):
        permitted = gate.permission(muscle, side)
        if not permitted.stretch:
            reasons.extend(permitted.reasons or ("",))
    return refusal_sentences(catalogue, tuple(reasons))


def stretched(catalogue: Catalogue, wish: Wish) -> tuple[tuple[str, Side], ...]:
    """The muscles, with their sides, that a stretch session works on."""
    if wish.begin is Begin.MOVEMENTS:
        return ((wish.subject, wish.side),)
    if wish.begin is Begin.STRETCH:
        stretches: tuple[Stretch, ...] = (catalogue.stretches[wish.subject],)
    else:
        routine = catalogue.routines[wish.subject]
        stretches = tuple(catalogue.stretches[name] for name in routine.stretches)
    found: dict[tuple[str, Side], None] = {}
    for stretch in stretches:
        one = wish.begin is Begin.STRETCH and stretch.sides is Sides.EACH
        sides = (wish.side,) if one else (Side.RIGHT, Side.LEFT)
        found.update({(muscle, side): None for muscle in stretch.muscles for side in sides})
    return tuple(found)


def begin_setup(catalogue: Catalogue, wish: Wish, left: Allowance | None, get_ready: int) -> Setup:
    """The first choices: the most careful ones that the caps allow."""
    ready = min(max(get_ready, GET_READY[0]), GET_READY[1])
    if wish.begin is not Begin.PRESSURE:
        return Setup((), (), 0, 0, ready)
    muscle = catalogue.muscles[wish.subject]
    limits = caps(muscle)
    points = tuple(point for point in muscle.points if point.self_press)
    if limits is None or left is None or not points:
        raise ValueError(f"{muscle.id} is not pressed: `refusal` comes first")
    choices = tuple(point.id for point in points)
    first = Setup(
        spots=choices[:1],
        choices=choices,
        hold=limits.hold.low,
        repeats=limits.repeats.low,
        get_ready=ready,
        caps=limits,
        allowance=left,
        points=points,
    )
    return with_numbers(first, first.hold, first.repeats, ready)


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


def allowance_today(
    muscle: Muscle, side: Side, history: tuple[SessionRecord, ...], now_utc: str, offset: int
) -> Allowance | None:
    """What is left today; None for a muscle that is not pressed at all."""
    if caps(muscle) is None:
        return None
    return allowance(muscle, history, now_utc, offset, side)


def make_plan(catalogue: Catalogue, wish: Wish, setup: Setup) -> Plan:
    """The steps of what was chosen; ValueError when the choice is not allowed."""
    if wish.begin is Begin.PRESSURE:
        if setup.caps is None or not setup.spots:
            raise ValueError(_("Choose at least one spot first."))
        return plan_pressure(
            catalogue.muscles[wish.subject],
            wish.side,
            setup.spots,
            setup.caps,
            get_ready=setup.get_ready,
            hold=setup.hold,
            repeats=setup.repeats,
        )
    if wish.begin is Begin.STRETCH:
        plan = plan_stretch(catalogue.stretches[wish.subject], wish.side)
    elif wish.begin is Begin.MOVEMENTS:
        plan = plan_movements(catalogue, wish.subject, wish.side)
    else:
        plan = plan_routine(catalogue, catalogue.routines[wish.subject])
    return _with_get_ready(plan, float(setup.get_ready))


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


def offers_after(catalogue: Catalogue, wish: Wish | None) -> tuple[Wish, ...]:
    """What follows pressing a muscle: its own stretch, then slow movements."""
    if wish is None or wish.begin is not Begin.PRESSURE:
        return ()
    stretches = [s for s in catalogue.stretches.values() if wish.subject in s.muscles]
    offers = [Wish(Begin.STRETCH, stretch.id, wish.side) for stretch in stretches[:2]]
    if catalogue.movements:
        offers.append(Wish(Begin.MOVEMENTS, wish.subject, wish.side))
    return tuple(offers)
