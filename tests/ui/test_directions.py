"""Sides, views and figures have words; the side is always the figure's own."""

from guide.core.anatomy import FigureName, Side, View
from guide.ui.directions import figure_name, side_title, side_words, view_name, view_words


def test_every_view_and_figure_has_words_of_its_own() -> None:
    for words in (view_name, view_words):
        assert len({words(view) for view in View}) == len(View)
    assert len({figure_name(figure) for figure in FigureName}) == len(FigureName)


def test_a_side_is_the_figures_own() -> None:
    assert side_title(Side.LEFT) == "Its left"
    assert side_title(Side.RIGHT) == "Its right"
    assert side_title(Side.MIDLINE) == ""
    assert side_words(Side.RIGHT) == "its right"
