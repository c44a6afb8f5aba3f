"""Sides, views and places on the body: the words every other module speaks in."""

import msgspec

from guide.core.orientation import FigureName, Side, View

__all__ = ["Chosen", "FigureName", "Place", "Side", "View"]


class Place(msgspec.Struct, frozen=True, order=True):
    """A zone on one side; midline zones have ``Side.MIDLINE``."""

    zone: str
    side: Side


class Chosen(msgspec.Struct, frozen=True, order=True):
    """A muscle on a side."""

    muscle: str
    side: Side
