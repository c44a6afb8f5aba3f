"""Areas of the body stand for all their zones, on the side that was named."""

import pytest

from guide.app.areas import SIDES, areas, places_in, sides_named
from guide.content import load
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def test_all_areas_together_are_the_whole_body(catalogue: Catalogue) -> None:
    whole = {
        place for area in areas(catalogue) for s in SIDES for place in places_in(catalogue, area, s)
    }
    assert {place.zone for place in whole} == set(catalogue.zones)


@pytest.mark.parametrize("side", SIDES)
def test_an_area_keeps_its_side_and_takes_the_midline_in(catalogue: Catalogue, side: Side) -> None:
    places = places_in(catalogue, "low_back", side)
    assert Place("low_back.sacrum", Side.MIDLINE) in places
    assert Place("low_back.flank", side) in places
    assert not any(place.side is side.other for place in places)


@pytest.mark.parametrize("side", SIDES)
def test_what_was_named_is_found_again(catalogue: Catalogue, side: Side) -> None:
    for area in areas(catalogue):
        assert sides_named(catalogue, places_in(catalogue, area, side)) == {area: frozenset({side})}
    assert sides_named(catalogue, frozenset()) == {}


def test_the_midline_alone_is_shown_as_both_sides(catalogue: Catalogue) -> None:
    named = sides_named(catalogue, frozenset({Place("chest.sternum", Side.MIDLINE)}))
    assert named == {"chest": frozenset(SIDES)}
