"""The arrow keys walk to what lies there in the picture, and can reach everything."""

import pytest

from guide.atlas.library import Library
from guide.atlas.shapes import ZoneShape
from guide.core.anatomy import FigureName, Side, View
from guide.resources import asset_root
from guide.ui.body.walk import DOWN, LEFT, RIGHT, UP, first, neighbour


def _zone(name: str, x: float, y: float) -> ZoneShape:
    return ZoneShape(name, Side.LEFT, 1, (x, y), (x, y, 1, 1))


CROSS = [_zone("m", 50, 50), _zone("l", 0, 50), _zone("r", 90, 55), _zone("u", 45, 0)]
CROSS.append(_zone("d", 50, 100))


@pytest.mark.parametrize(("direction", "name"), [(LEFT, "l"), (RIGHT, "r"), (UP, "u"), (DOWN, "d")])
def test_the_zone_in_that_direction_comes_next(direction: tuple[float, float], name: str) -> None:
    found = neighbour(CROSS, CROSS[0], direction)
    assert found is not None
    assert found.zone == name


def test_at_the_edge_the_walk_ends() -> None:
    assert neighbour(CROSS, CROSS[1], LEFT) is None


def test_a_walk_begins_at_the_top() -> None:
    found = first(CROSS)
    assert found is not None
    assert found.zone == "u"
    assert first([]) is None


@pytest.mark.parametrize("view", list(View))
def test_every_zone_of_the_real_figure_can_be_reached(view: View) -> None:
    zones = Library(asset_root()).shapes(FigureName.FEMALE, view).zones.values()
    start = first(zones)
    assert start is not None
    reached, open_ = {start.number}, [start]
    while open_:
        zone = open_.pop()
        for direction in (LEFT, RIGHT, UP, DOWN):
            found = neighbour(zones, zone, direction)
            if found is not None and found.number not in reached:
                reached.add(found.number)
                open_.append(found)
    missed = [f"{z.zone} {z.side}" for z in zones if z.number not in reached]
    assert missed == []
