"""Sides, views and places on the body: the words every other module speaks in."""

from enum import StrEnum

import msgspec


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


class FigureName(StrEnum):
    """The figures that are drawn."""

    FEMALE = "female"
    MALE = "male"


class Place(msgspec.Struct, frozen=True, order=True):
    """A zone on one side; midline zones have ``Side.MIDLINE``."""

    zone: str
    side: Side
