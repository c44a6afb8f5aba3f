"""Sides are the figure's own; every drawn view puts them where its pictures do."""

import pytest

from guide.atlas.library import Library
from guide.core.orientation import FigureName, Side, View
from guide.resources import asset_root


def test_the_other_side_of_the_other_side_is_the_side() -> None:
    assert [side.other for side in Side] == [Side.RIGHT, Side.LEFT, Side.MIDLINE]


@pytest.mark.parametrize("figure", FigureName)
@pytest.mark.parametrize("view", View)
def test_the_side_at_the_right_is_the_one_that_is_drawn_there(
    figure: FigureName, view: View
) -> None:
    shapes = Library(asset_root()).shapes(figure, view)
    drawn = {side: [z.anchor[0] for z in shapes.zones.values() if z.side is side] for side in Side}
    if view.at_the_right is None:
        assert view.value in ("left", "right")
        assert not drawn[Side.LEFT] or not drawn[Side.RIGHT]
        return
    here, there = drawn[view.at_the_right], drawn[view.at_the_right.other]
    assert min(here) > shapes.width / 2 > max(there)
