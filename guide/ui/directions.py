"""Words for sides, views and figures: a light module, because the first paint says the sides."""

from guide.core.orientation import FigureName, Side, View
from guide.i18n import _


def side_words(side: Side) -> str:
    """The figure's own side, so that nobody takes it for the viewer's."""
    return {Side.LEFT: _("its left"), Side.RIGHT: _("its right"), Side.MIDLINE: _("middle")}[side]


def side_title(side: Side) -> str:
    """The same at the edge of the picture."""
    return {Side.LEFT: _("Its left"), Side.RIGHT: _("Its right"), Side.MIDLINE: ""}[side]


def view_name(view: View) -> str:
    """The short name of a view, for its button."""
    return {
        View.FRONT: _("Front"),
        View.BACK: _("Back"),
        View.LEFT: _("Left"),
        View.RIGHT: _("Right"),
        View.SOLES: _("Soles"),
    }[view]


def view_words(view: View) -> str:
    """From where the figure is seen, in words."""
    return {
        View.FRONT: _("seen from the front"),
        View.BACK: _("seen from the back"),
        View.LEFT: _("seen from its left"),
        View.RIGHT: _("seen from its right"),
        View.SOLES: _("the soles of its feet"),
    }[view]


def figure_name(figure: FigureName) -> str:
    """The name of a figure."""
    return {FigureName.FEMALE: _("Female figure"), FigureName.MALE: _("Male figure")}[figure]
