"""Which zone lies next in a direction: the arrow keys walk over the body."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guide.atlas.shapes import ZoneShape

LEFT, RIGHT, UP, DOWN = (-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)
SIDEWAYS = 2.0  # how much more a step aside costs than a step ahead


def neighbour(
    zones: "Iterable[ZoneShape]", start: "ZoneShape", direction: tuple[float, float]
) -> "ZoneShape | None":
    """The zone to go to from ``start``, seen in the picture; None at the edge of the body."""
    best: tuple[float, ZoneShape] | None = None
    for zone in zones:
        dx, dy = zone.anchor[0] - start.anchor[0], zone.anchor[1] - start.anchor[1]
        ahead = dx * direction[0] + dy * direction[1]
        aside = abs(dx * direction[1]) + abs(dy * direction[0])
        if zone is start or ahead <= 0 or aside > 1.75 * ahead:
            continue
        cost = ahead + SIDEWAYS * aside
        if best is None or cost < best[0]:
            best = cost, zone
    return best[1] if best else None


def first(zones: "Iterable[ZoneShape]") -> "ZoneShape | None":
    """Where a walk begins: at the top of the figure."""
    return min(zones, key=_from_top, default=None)


def _from_top(zone: "ZoneShape") -> tuple[float, float]:
    return zone.anchor[1], zone.anchor[0]
