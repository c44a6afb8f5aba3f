"""Sides, views and close-ups have words; the side is always the figure's own."""

import pytest

from guide.core.anatomy import Side, View
from guide.core.aspect import Aspect, of_close_up, of_view
from guide.core.orientation import CloseUp
from guide.ui.directions import (
    aspect_title,
    aspect_words,
    close_up_name,
    side_that_faces,
    side_title,
    side_words,
    view_name,
    view_words,
)


def test_every_view_has_words_of_its_own() -> None:
    for words in (view_name, view_words):
        assert len({words(view) for view in View}) == len(View)


def test_a_side_is_the_figures_own() -> None:
    assert side_title(Side.LEFT) == "Its left"
    assert side_title(Side.RIGHT) == "Its right"
    assert side_title(Side.MIDLINE) == ""
    assert side_words(Side.RIGHT) == "its right"
    assert side_that_faces(Side.LEFT) == "Its left side faces you"


def test_every_close_up_is_named_with_its_side() -> None:
    names = {close_up_name(each, side) for each in CloseUp for side in each.sides}
    assert len(names) == sum(len(each.sides) for each in CloseUp)
    assert aspect_title(of_close_up(CloseUp.ARMPIT, Side.LEFT)).endswith("its left")


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        (of_view(View.BACK), "seen from the back"),
        (Aspect(45.0), "seen half from the front, half from its left"),
        (Aspect(135.0), "seen half from the back, half from its left"),
        (Aspect(225.0, 20.0), "seen half from the back, half from its right, from above"),
        (Aspect(315.0, -20.0), "seen half from the front, half from its right, from below"),
        (Aspect(350.0), "seen from the front"),
    ],
)
def test_every_angle_has_words(aspect: Aspect, words: str) -> None:
    assert aspect_words(aspect) == words


def test_between_the_views_the_title_says_so() -> None:
    assert aspect_title(of_view(View.LEFT)) == "Left"
    assert aspect_title(Aspect(30.0)) == "Turned"
