"""Areas of the body, coarser than zones: what a person names for an entry of the profile.

An area is the part of a zone's id before the dot ("neck" of "neck.lateral"); named with a side it
stands for all its zones of that side and those on the midline, so that nothing is left out.
"""

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue

SIDES = (Side.RIGHT, Side.LEFT)


def area_of(zone: str) -> str:
    """The area in which ``zone`` lies."""
    return zone.partition(".")[0]


def areas(catalogue: Catalogue) -> tuple[str, ...]:
    """All areas, in the order of the zones: from head to foot."""
    return tuple(dict.fromkeys(area_of(zone) for zone in catalogue.zones))


def places_in(catalogue: Catalogue, area: str, side: Side) -> frozenset[Place]:
    """The places of ``area`` on ``side``, and those of its zones that lie on the midline."""
    return frozenset(
        Place(zone.id, Side.MIDLINE if zone.midline else side)
        for zone in catalogue.zones.values()
        if area_of(zone.id) == area
    )


def sides_named(catalogue: Catalogue, places: frozenset[Place]) -> dict[str, frozenset[Side]]:
    """For every area that ``places`` touch: the sides, both where only its midline is named."""
    found: dict[str, frozenset[Side]] = {}
    for area in areas(catalogue):
        touched = {place.side for place in places if area_of(place.zone) == area}
        if touched:
            found[area] = frozenset(touched & set(SIDES)) or frozenset(SIDES)
    return found
