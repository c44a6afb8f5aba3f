"""The shapes of a standard view, as the builder wrote them.

``<view>.shapes.json`` (`ViewShapes`) holds what the map needs at once, ``<view>.pack`` what is
asked for one by one: "muscle/ID/SIDE", "soft/ZONE/SIDE" and "dangers".
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from guide.atlas.pack import Pack
from guide.atlas.shapes import DangerShape, Line, MuscleShape, MuscleSpot, Soft, ZoneShape
from guide.core.anatomy import FigureName, Place, Side, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from guide.atlas.library import ZoneMap


class ViewShapes(msgspec.Struct, frozen=True):
    """What is read of a view at once; the rest lies in its pack."""

    figure: FigureName
    view: View
    width: int
    height: int
    pixels_per_cm: float
    map_width: int  # size of the zone map (bytes row by row, zlib-compressed beside this file)
    map_height: int
    zones: tuple[ZoneShape, ...]
    rings: tuple[tuple[Line, ...], ...]  # of the zones, in their order
    muscles: tuple[MuscleSpot, ...]
    landmarks: dict[str, tuple[float, float]]


def muscle_record(muscle: str, side: Side) -> str:
    """The name of a muscle's record in a pack."""
    return f"muscle/{muscle}/{side}"


def soft_record(place: Place) -> str:
    """The name of a soft form's record in a pack."""
    return f"soft/{place.zone}/{place.side}"


DANGERS = "dangers"


class StandardShapes:
    """`guide.atlas.shapes.Shapes` of one standard view; the pack is opened when first needed."""

    def __init__(self, shapes: ViewShapes, zone_map: "Callable[[], ZoneMap]", pack: Path) -> None:
        self.read = shapes
        self.width, self.height = shapes.width, shapes.height
        self.pixels_per_cm = shapes.pixels_per_cm
        self.zones = {shape.place: shape for shape in shapes.zones}
        self.landmarks = shapes.landmarks
        self.muscles = shapes.muscles
        self._map, self._path = zone_map, pack
        self._rings = dict(zip(self.zones, shapes.rings, strict=True))
        self._muscles: dict[str, MuscleShape | None] = {}
        self._softs: dict[str, Soft | None] = {}

    @cached_property
    def _pack(self) -> Pack:
        return Pack(self._path)

    @cached_property
    def dangers(self) -> tuple[DangerShape, ...]:
        """The danger zones that are seen; raises `AtlasError`."""
        return self._pack.read(DANGERS, tuple[DangerShape, ...])

    def at(self, x: float, y: float) -> Place | None:
        """The place under a point, None off the body."""
        return self._map().at(x, y)

    def rings(self, place: Place) -> tuple[Line, ...]:
        """The outline of a place; none where it is not seen."""
        return self._rings.get(place, ())

    def muscle(self, muscle: str, side: Side) -> MuscleShape | None:
        """A muscle's patch, None if unknown; raises `AtlasError`."""
        name = muscle_record(muscle, side)
        if name not in self._muscles:
            known = name in self._pack
            self._muscles[name] = self._pack.read(name, MuscleShape) if known else None
        return self._muscles[name]

    def soft(self, place: Place) -> Soft | None:
        """The soft form of a place, None where nothing is seen of it; raises `AtlasError`."""
        name = soft_record(place)
        if name not in self._softs:
            self._softs[name] = self._pack.read(name, Soft) if name in self._pack else None
        return self._softs[name]
