"""The drawing of the pain: which places hurt and how much, with undo."""

from enum import IntEnum

import msgspec

from guide.core.anatomy import Place


class Strength(IntEnum):
    """How strong the pain is at a place."""

    MILD = 1
    MODERATE = 2
    STRONG = 3


class Mark(msgspec.Struct, frozen=True):
    """One painted place."""

    place: Place
    strength: Strength


class Drawing(msgspec.Struct, frozen=True):
    """The painted places in the order they were first painted, and what undo returns to."""

    marks: tuple[Mark, ...] = ()
    past: tuple[tuple[Mark, ...], ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """The painted places, in the order they were painted."""
        return tuple(mark.place for mark in self.marks)

    def strength_at(self, place: Place) -> Strength | None:
        """The strength painted at ``place``, or None."""
        return next((mark.strength for mark in self.marks if mark.place == place), None)


def paint(drawing: Drawing, place: Place, strength: Strength) -> Drawing:
    """Paint ``place``; the same strength again takes it off, another one replaces it."""
    present = drawing.strength_at(place)
    if present is strength:
        marks = tuple(mark for mark in drawing.marks if mark.place != place)
    elif present is None:
        marks = (*drawing.marks, Mark(place, strength))
    else:
        marks = tuple(
            Mark(place, strength) if mark.place == place else mark for mark in drawing.marks
        )
    return _changed(drawing, marks)


def erase(drawing: Drawing, place: Place) -> Drawing:
    """Take ``place`` off the drawing; a drawing without it stays as it is."""
    marks = tuple(mark for mark in drawing.marks if mark.place != place)
    return drawing if marks == drawing.marks else _changed(drawing, marks)


def clear(drawing: Drawing) -> Drawing:
    """Take everything off; undo brings it back."""
    return _changed(drawing, ()) if drawing.marks else drawing


def undo(drawing: Drawing) -> Drawing:
    """Go back one change; at the beginning nothing changes."""
    if not drawing.past:
        return drawing
    return Drawing(marks=drawing.past[-1], past=drawing.past[:-1])


def _changed(drawing: Drawing, marks: tuple[Mark, ...]) -> Drawing:
    return Drawing(marks=marks, past=(*drawing.past, drawing.marks))
