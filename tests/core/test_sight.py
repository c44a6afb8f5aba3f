"""Layers are switched, muscles peeled and put back, in any order."""

from hypothesis import given
from hypothesis import strategies as st

from guide.core.anatomy import Chosen, Side
from guide.core.aspect import Aspect
from guide.core.orientation import Build, View
from guide.core.sight import (
    USUAL,
    Layer,
    Sight,
    peel,
    put_back,
    put_back_all,
    seen_from,
    switch,
)

UPPER, LOWER = Chosen("trapezius_upper", Side.LEFT), Chosen("trapezius_lower", Side.LEFT)


def test_at_first_areas_are_painted_and_no_muscle_is_shown() -> None:
    sight = Sight()
    assert (sight.layers, sight.zones, sight.muscles, sight.garment) == (USUAL, True, False, True)


def test_with_muscles_the_clothes_come_off_unless_they_shall_stay() -> None:
    assert not switch(Sight(), Layer.SUPERFICIAL, True).garment
    assert switch(Sight(clothed=True), Layer.DEEP, True).garment


def test_the_last_that_was_peeled_comes_back_first() -> None:
    sight = peel(peel(switch(Sight(), Layer.DEEP, True), UPPER), LOWER)
    assert sight.peeled == (UPPER, LOWER)
    assert peel(sight, UPPER) is sight
    assert put_back(sight).peeled == (UPPER,)
    assert put_back_all(sight).peeled == ()


def test_without_muscles_nothing_stays_peeled() -> None:
    sight = peel(switch(Sight(), Layer.SUPERFICIAL, True), UPPER)
    assert switch(sight, Layer.SUPERFICIAL, False).peeled == ()


@given(st.lists(st.tuples(st.sampled_from(Layer), st.booleans())))
def test_the_last_word_about_a_layer_counts(switches: list[tuple[Layer, bool]]) -> None:
    sight = Sight()
    for layer, shown in switches:
        sight = switch(sight, layer, shown)
        assert (layer in sight.layers) is shown
    for layer, shown in dict(switches).items():
        assert (layer in sight.layers) is shown


def test_pictures_are_shipped_for_views_of_average_bodies() -> None:
    assert seen_from(Sight(), Aspect(90.0)).prebuilt is View.LEFT
    assert seen_from(Sight(), Aspect(91.0)).prebuilt is None
    assert Sight(build=Build.HEAVY).prebuilt is None
