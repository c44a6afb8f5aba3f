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


class Build(StrEnum):
    """How slim or heavy a figure is."""

    SLIM = "slim"
    AVERAGE = "average"
    HEAVY = "heavy"


class Pose(StrEnum):
    """How a figure stands that is drawn at run time."""

    STANDING = "standing"  # the anatomical position
    ARMS_RAISED = "arms_raised"  # both arms up, so that the armpits are seen


class CloseUp(StrEnum):
    """A place of the body drawn large, of one side where the body has two."""

    HEAD_FRONT = "head_front"
    HEAD_SIDE = "head_side"
    HEAD_BACK = "head_back"
    HAND_PALM = "hand_palm"
    HAND_BACK = "hand_back"
    FOOT_SOLE = "foot_sole"
    FOOT_TOP = "foot_top"
    FOOT_INNER = "foot_inner"
    FOOT_OUTER = "foot_outer"
    ELBOW_CREASE = "elbow_crease"
    ARMPIT = "armpit"

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides it can be asked for: the midline, or left and right."""
        middle = self in (CloseUp.HEAD_FRONT, CloseUp.HEAD_BACK)
        return (Side.MIDLINE,) if middle else (Side.LEFT, Side.RIGHT)
