"""The shapes that the builder wrote for each view: outlines, fibres, search areas.

Coordinates are pixels of the view's large picture (origin top left, y down). Rings and
lines are flat tuples ``(x0, y0, x1, y1, ...)``; a ring is closed without repeating its start.
"""

import struct
from collections.abc import Sequence

import msgspec

from guide.core.anatomy import FigureName, Side, View

Line = tuple[float, ...]


def packed(numbers: Sequence[int]) -> bytes:
    """Whole numbers 0..65535 in two bytes each, the low one first; struct.error for others.

    There are forty thousand of them in a view: as numbers of Python they would take 1.3 MB.
    """
    return struct.pack(f"<{len(numbers)}H", *numbers)


def unpacked(data: bytes) -> tuple[int, ...]:
    """What `packed` was given; struct.error for an odd number of bytes."""
    return struct.unpack(f"<{len(data) // 2}H", data)


class ZoneShape(msgspec.Struct, frozen=True):
    """The part of a zone that is seen in a view."""

    zone: str
    side: Side
    number: int  # its value in the zone map; 0 is background
    rings: tuple[Line, ...]
    anchor: tuple[float, float]  # a point well inside the largest ring
    stipple: bytes  # evenly spread points inside, for spillover: x, y, ... as `packed`


class PointShape(msgspec.Struct, frozen=True):
    """A trigger point's search area as seen in a view."""

    id: str
    x: float
    y: float
    radius: float
    facing: bool  # False: it lies on the far side in this view


class MuscleShape(msgspec.Struct, frozen=True):
    """A muscle's patch as seen in a view."""

    muscle: str
    side: Side
    deep: bool
    rings: tuple[Line, ...]
    fibres: tuple[Line, ...]
    points: tuple[PointShape, ...]


class ViewShapes(msgspec.Struct, frozen=True):
    """Everything drawn on one view of one figure."""

    figure: FigureName
    view: View
    width: int
    height: int
    pixels_per_cm: float
    map_width: int  # size of the zone map (bytes row by row, zlib-compressed beside this file)
    map_height: int
    zones: tuple[ZoneShape, ...]
    muscles: tuple[MuscleShape, ...]
    landmarks: dict[str, tuple[float, float]]
