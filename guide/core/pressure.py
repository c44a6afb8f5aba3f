"""The steps of a pressure session."""

from guide.core.anatomy import Side
from guide.core.catalogue import Muscle, Range, TriggerPoint
from guide.core.dose import Caps, point_caps, session_caps
from guide.core.limits import SESSION_CAP
from guide.core.session import Plan, SessionKind, Step, StepKind

EASE_IN = 4.0  # seconds
RELEASE = 4.0


def plan_pressure(
    muscle: Muscle,
    side: Side,
    points: tuple[str, ...],
    caps: Caps,
    get_ready: int = 10,
    hold: int | None = None,
    repeats: int | None = None,
) -> Plan:
    """Get ready, then for each point: ease in, hold, release, rest, as often as allowed.

    ``points`` are ids of the muscle's own points that may be pressed, at most ``caps.spots``;
    otherwise `ValueError`. ``hold`` (seconds) and ``repeats`` are clamped into the caps, and
    are the smallest allowed when not given. The rest before a hold has the hold's point as
    its subject; after the last hold there is none. Holds that would not fit into the session's
    cap as a whole are left out, the last ones first.
    """
    chosen = _chosen(muscle, side, points, caps)
    times = _clamped(repeats, caps.repeats)
    gentlest = session_caps(caps, chosen).discomfort_cap
    steps: list[Step] = []
    for point in chosen:
        for repeat in range(1, times + 1):
            rest = (StepKind.REST, caps.rest.low) if steps else (StepKind.GET_READY, get_ready)
            more = _one_hold(point, side, (repeat, times), caps, rest, hold)
            if sum(step.seconds for step in [*steps, *more]) <= SESSION_CAP:
                steps += more
    return Plan(SessionKind.PRESSURE, muscle.id, side, tuple(steps), discomfort_cap=gentlest)


def _chosen(
    muscle: Muscle, side: Side, points: tuple[str, ...], caps: Caps
) -> tuple[TriggerPoint, ...]:
    """The points named by ``points``, in their order; `ValueError` where they may not be."""
    if side is Side.MIDLINE:
        raise ValueError(f"{muscle.id} is pressed on the left or on the right, not in the middle")
    if not 0 < len(set(points)) == len(points) <= caps.spots:
        raise ValueError(f"choose 1 to {caps.spots} different points of {muscle.id}")
    own = {point.id: point for point in muscle.points if point.self_press}
    strange = [point for point in points if point not in own]
    if strange or not muscle.may_be_pressed:
        raise ValueError(f"not a point of {muscle.id} that may be pressed: {', '.join(points)}")
    return tuple(own[point] for point in points)


def _one_hold(
    point: TriggerPoint,
    side: Side,
    count: tuple[int, int],
    caps: Caps,
    rest: tuple[StepKind, int],
    hold: int | None,
) -> list[Step]:
    """The rest before a hold, then easing in, holding, and letting go."""
    limits = point_caps(caps, point).hold
    about = (side, point.id, *count)
    return [
        Step(rest[0], float(rest[1]), *about),
        Step(StepKind.EASE_IN, EASE_IN, *about),
        Step(StepKind.HOLD, float(_clamped(hold, limits)), *about, cap=float(limits.high)),
        Step(StepKind.RELEASE, RELEASE, *about),
    ]


def _clamped(wanted: int | None, limits: Range) -> int:
    return limits.low if wanted is None else min(max(wanted, limits.low), limits.high)
