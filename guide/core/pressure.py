"""The steps of a pressure session."""

from collections.abc import Mapping

from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.catalogue import Muscle, Range
from guide.core.dose import Caps, session_caps
from guide.core.steps import Plan, SessionKind, Step, StepKind, hold_cap

EASE_IN = 4.0  # seconds
RELEASE = 4.0


def plan_pressure(
    muscle: Muscle,
    side: Side,
    limits: Mapping[str, Caps],
    get_ready: int = 10,
    hold: int | None = None,
    repeats: int | None = None,
) -> Plan:
    """Get ready, then for each point: ease in, hold, release, rest, as often as allowed.

    ``limits`` are the chosen points with their own caps, in the order in which they are
    pressed: ids of the muscle's own points that may be pressed, no more than the least of
    their ``spots``; otherwise `ValueError`. ``hold`` (seconds) and ``repeats`` are clamped into
    the caps, and are the smallest allowed when not given. The rest before a hold has the
    hold's point as its subject; after the last hold there is none. Holds that would not fit
    into the session's cap as a whole are left out, the last ones first.
    """
    _check(muscle, side, limits)
    together = session_caps(tuple(limits.values()))
    steps: list[Step] = []
    for point, own in limits.items():
        times = _clamped(repeats, own.repeats)
        for repeat in range(1, times + 1):
            rest = (StepKind.REST, own.rest.low) if steps else (StepKind.GET_READY, get_ready)
            more = _one_hold(point, side, (repeat, times), own, rest, hold)
            if sum(step.seconds for step in [*steps, *more]) <= together.total:
                steps += more
    if not steps:
        raise ValueError(f"no hold fits into {together.total} s of {muscle.id}")
    return Plan(
        SessionKind.PRESSURE,
        muscle.id,
        side,
        tuple(steps),
        total_cap=float(together.total),
        discomfort_cap=together.discomfort_cap,
    )


def narrowed(plan: Plan, limits: Mapping[str, Caps]) -> Plan:
    """``plan`` of pressing under ``limits``, the caps of its points now; nothing is raised.

    Its steps keep their places, so that a session can go on in it. `ValueError` where it has
    a point that may not be pressed any more, or more spots or repeats than may be.
    """
    points = {step.subject for step in plan.steps}
    if points - limits.keys():
        raise ValueError(f"may not be pressed now: {', '.join(sorted(points - limits.keys()))}")
    together = session_caps(tuple(limits[point] for point in points))
    many = any(step.repeat > limits[step.subject].repeats.high for step in plan.steps)
    if many or len(points) > together.spots:
        raise ValueError(f"less of {plan.subject} may be pressed than was planned: begin again")
    return replace(
        plan,
        steps=tuple(_shortened(step, limits[step.subject]) for step in plan.steps),
        total_cap=min(plan.total_cap, float(together.total)),
        discomfort_cap=min(plan.discomfort_cap, together.discomfort_cap),
    )


def _shortened(step: Step, limits: Caps) -> Step:
    if step.kind is not StepKind.HOLD:
        return step
    most = float(limits.hold.high)
    return replace(step, seconds=min(step.seconds, most), cap=min(hold_cap(step), most))


def _check(muscle: Muscle, side: Side, limits: Mapping[str, Caps]) -> None:
    """`ValueError` where the points named by ``limits`` may not be pressed together."""
    if side is Side.MIDLINE:
        raise ValueError(f"{muscle.id} is pressed on the left or on the right, not in the middle")
    most = min((caps.spots for caps in limits.values()), default=1)
    if not 0 < len(limits) <= most:
        raise ValueError(f"choose 1 to {most} different points of {muscle.id}")
    own = {point.id for point in muscle.points if point.self_press}
    if not muscle.may_be_pressed or limits.keys() - own:
        raise ValueError(f"not a point of {muscle.id} that may be pressed: {', '.join(limits)}")


def _one_hold(
    point: str,
    side: Side,
    count: tuple[int, int],
    caps: Caps,
    rest: tuple[StepKind, int],
    hold: int | None,
) -> list[Step]:
    """The rest before a hold, then easing in, holding, and letting go."""
    about = (side, point, *count)
    return [
        Step(rest[0], float(rest[1]), *about),
        Step(StepKind.EASE_IN, EASE_IN, *about),
        Step(StepKind.HOLD, float(_clamped(hold, caps.hold)), *about, cap=float(caps.hold.high)),
        Step(StepKind.RELEASE, RELEASE, *about),
    ]


def _clamped(wanted: int | None, limits: Range) -> int:
    return limits.low if wanted is None else min(max(wanted, limits.low), limits.high)
