"""Sides, views and figures: a light module, because the first paint knows them and msgspec not."""

from enum import StrEnum


class Side(StrEnum):
    """A side of the body, always the figure's own, never the viewer's."""

    LEFT = "left"
    RIGHT = "right"
    MIDLINE = "midline"

    @property
    def other(self) -> "Side":
        """The opposite side; the midline is its own opposite."""
        return _OTHER[self]


_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.MIDLINE: Side.MIDLINE}


class View(StrEnum):
    """A direction from which the standing figure is drawn (left: its left side faces us)."""

    FRONT = "front"
    BACK = "back"
    LEFT = "left"
    RIGHT = "right"
    SOLES = "soles"

    @property
    def at_the_right(self) -> Side | None:
        """The figure's side in the right half of the picture; None when one side faces us."""
        return {View.FRONT: Side.LEFT, View.SOLES: Side.LEFT, View.BACK: Side.RIGHT}.get(self)


class FigureName(StrEnum):
    """The figures that are drawn."""

    FEMALE = "female"
    MALE = "male"
