"""The steps of a pressure session."""

from guide.core.anatomy import Side
from guide.core.catalogue import Muscle
from guide.core.dose import Caps
from guide.core.session import Plan


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
    otherwise `ValueError`. ``hold`` and ``repeats`` are clamped into the caps.
    """
    raise NotImplementedError
