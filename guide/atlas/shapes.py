"""What is drawn over a picture of the body: zones, muscles, referral, danger zones, landmarks.

Coordinates are pixels of the picture they belong to (origin top left, y down). The standard
views have theirs from a file (`guide.atlas.standard`), any other camera from the mesh
(`guide.atlas.surface.outline`); who draws them sees `Shapes` and does not care which.
"""

import struct
from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from guide.core.anatomy import Place, Side

Line = bytes
"""Points x, y, x, y ... as `pack_line` packs them; a ring is closed without repeating its start."""
Box = tuple[float, float, float, float]  # left, top, width, height

_STEPS = 8  # to a pixel: 65535 of them reach across 8191 pixels


def pack_line(values: Sequence[float]) -> Line:
    """Numbers 0 to 8191 as eighths in two bytes each; struct.error for others."""
    return struct.pack(f"<{len(values)}H", *(round(value * _STEPS) for value in values))


def line_values(line: Line) -> tuple[float, ...]:
    """What `pack_line` was given, to a sixteenth; struct.error for an odd number of bytes."""
    return tuple(value / _STEPS for value in struct.unpack(f"<{len(line) // 2}H", line))


class ZoneShape(msgspec.Struct, frozen=True):
    """The part of a zone that is seen in a view; its outline is asked for apart."""

    zone: str
    side: Side
    number: int  # its value in the zone map; 0 is background
    anchor: tuple[float, float]  # a point well inside
    box: Box

    @property
    def place(self) -> Place:
        """The place whose shape this is."""
        return Place(self.zone, self.side)


class PointShape(msgspec.Struct, frozen=True):
    """A trigger point's search area as seen in a view."""

    id: str
    x: float
    y: float
    radius: float
    facing: bool  # False: it lies on the far side in this view


class MuscleSpot(msgspec.Struct, frozen=True):
    """That a muscle is seen in a view, and where about: enough to choose among muscles."""

    muscle: str
    side: Side
    layer: int  # 0 in the skin itself, 1 just under it, 7 deepest
    deep: bool
    projected: bool  # hidden from every side: its outline is laid on the skin in front of it
    box: Box  # holds it, perhaps with room to spare


class MuscleShape(msgspec.Struct, frozen=True):
    """A muscle's patch as seen in a view."""

    muscle: str
    side: Side
    layer: int
    deep: bool
    projected: bool
    rings: tuple[Line, ...]
    fibres: tuple[Line, ...]
    points: tuple[PointShape, ...]


class Soft(msgspec.Struct, frozen=True):
    """How much of a zone's soft form lies where: what referral is painted from.

    Cell (column, row) is the square of ``step`` pixels from (x + column * step, y + row * step);
    ``values`` are its bytes 0..255, row by row. `guide.atlas.referral` adds them up.
    """

    x: float
    y: float
    step: float
    width: int
    height: int
    values: bytes


class DangerShape(msgspec.Struct, frozen=True):
    """A danger zone as seen in a view; ``id`` is its entry's in the content."""

    id: str
    side: Side
    rings: tuple[Line, ...]
    box: Box


class Shapes(Protocol):
    """Everything that can be drawn over one picture; parts are read or made when asked for."""

    @property
    def width(self) -> int:
        """Of the picture, in pixels."""

    @property
    def height(self) -> int:
        """Of the picture, in pixels."""

    @property
    def pixels_per_cm(self) -> float:
        """Of the body where it faces us."""

    @property
    def zones(self) -> Mapping[Place, ZoneShape]:
        """The zones that are seen."""

    @property
    def landmarks(self) -> Mapping[str, tuple[float, float]]:
        """Where landmarks are that are seen; of two sides "NAME.R" and "NAME.L"."""

    @property
    def muscles(self) -> tuple[MuscleSpot, ...]:
        """The muscles that are seen, the uppermost layer first."""

    @property
    def dangers(self) -> tuple[DangerShape, ...]:
        """The danger zones that are seen."""

    def at(self, x: float, y: float) -> Place | None:
        """The place under a point, None off the body."""

    def rings(self, place: Place) -> tuple[Line, ...]:
        """The outline of a place: inside is what an odd number of rings surrounds."""

    def muscle(self, muscle: str, side: Side) -> MuscleShape | None:
        """A muscle's patch, with its search areas even where no part is seen; None if unknown."""

    def soft(self, place: Place) -> Soft | None:
        """The soft form of a place, None where nothing of it is seen."""
