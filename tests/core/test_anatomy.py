"""Sides and places."""

import pytest

from guide.core.anatomy import Place, Side


@pytest.mark.parametrize("side", list(Side))
def test_the_other_side_of_the_other_side_is_the_side_itself(side: Side) -> None:
    assert side.other.other is side
    assert (side.other is side) == (side is Side.MIDLINE)


def test_places_are_sorted_by_zone_and_then_side() -> None:
    assert sorted([Place("b", Side.LEFT), Place("a", Side.RIGHT), Place("a", Side.LEFT)]) == [
        Place("a", Side.LEFT), Place("a", Side.RIGHT), Place("b", Side.LEFT),
    ]  # fmt: skip
