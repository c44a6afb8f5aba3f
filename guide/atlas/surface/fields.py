"""Everything that is drawn on the body, for every body, pose and camera: read from one file.

``anatomy.pack`` is written by the builder. Muscles and danger zones are patches (`patch`);
zones are a number for every triangle, and a grid of numbers inside those that an edge crosses;
referral is one soft form a zone, over the vertices. All is written for the right side but the
grid of zones; the left is its mirror image.
"""

from functools import cache, cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from guide.atlas.errors import AtlasError
from guide.atlas.pack import Pack
from guide.atlas.surface.chart import Axis, Chart, Plane, Tube
from guide.atlas.surface.patch import FINEST, Patch, Table
from guide.core.anatomy import Place, Side

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]

FILE = "anatomy.pack"
GRID = 24
"""Cells along each side of the grid of zone numbers in a triangle that an edge crosses."""


class Anchor(msgspec.Struct, frozen=True):
    """A place on the skin: three vertices, and the share of each."""

    corners: tuple[int, int, int]
    weights: tuple[float, float, float]


class AxisRecord(msgspec.Struct, frozen=True):
    """An `Axis` as it is kept."""

    start: list[float]
    along: list[float]
    zero: list[float]
    quarter: list[float]
    middles: list[float]
    length: float
    origin: float
    pace: float
    unit: float


class TableRecord(msgspec.Struct, frozen=True):
    """A `Table` as it is kept: one byte a knot."""

    low: tuple[float, float]
    step: float
    rows: int
    columns: int
    values: bytes


class PatchRecord(msgspec.Struct, frozen=True):
    """A `Patch` as it is kept; ``tube`` names its axis, or ``plane`` holds its axes."""

    parts: tuple[int, ...]
    facing: float
    depth: tuple[float, float]
    edge: TableRecord
    course: TableRecord | None
    count: int
    tube: str = ""
    middle: float = 0.0
    plane: tuple[float, ...] = ()


class AreaRecord(msgspec.Struct, frozen=True):
    """Where a trigger point is searched for."""

    id: str
    anchor: Anchor
    radius: float  # cm


class DrawingRecord(msgspec.Struct, frozen=True):
    """A muscle or a danger zone: its patches, and its search areas."""

    patches: tuple[PatchRecord, ...]
    areas: tuple[AreaRecord, ...] = ()


class Outlined(msgspec.Struct, frozen=True):
    """What is known of a muscle or a danger zone before it is drawn."""

    id: str
    low: list[float]  # corners of the canonical box that holds it
    high: list[float]
    layer: int = 0
    deep: bool = False
    projected: bool = False
    midline: bool = False  # it spans both halves, and has no sides


class Contents(msgspec.Struct, frozen=True):
    """What is read at once."""

    vertices: int
    places: tuple[Place, ...]  # by zone number, from 1
    axes: dict[str, AxisRecord]
    muscles: tuple[Outlined, ...]
    dangers: tuple[Outlined, ...]
    landmarks: dict[str, Anchor]


class ZonesRecord(msgspec.Struct, frozen=True):
    """The zone of every triangle, 0 where an edge crosses it; then GRID * GRID numbers each."""

    triangles: bytes
    crossed: bytes


class SoftRecord(msgspec.Struct, frozen=True):
    """The soft form of a zone: vertices (differences, uint16) and their values."""

    vertices: bytes
    values: bytes


class Drawing(msgspec.Struct, frozen=True, eq=False):
    """A muscle or a danger zone of the right side, ready to be looked up."""

    patches: tuple[Patch, ...]
    areas: tuple[AreaRecord, ...]


class Anatomy:
    """The contents of the builder's file, read part by part and kept; raises `AtlasError`."""

    def __init__(self, folder: Path) -> None:
        self._pack = Pack(folder / FILE)
        self.contents = self._pack.read("contents", Contents)
        self._axes = {name: _axis(it) for name, it in self.contents.axes.items()}
        self.muscle = cache(self._muscle)
        self.danger = cache(self._danger)
        self.soft = cache(self._soft)

    @cached_property
    def muscles(self) -> dict[str, Outlined]:
        """What is known of every muscle, by id."""
        return {it.id: it for it in self.contents.muscles}

    @cached_property
    def _zones(self) -> tuple[Bytes, Ints, Bytes]:
        record = self._pack.read("zones", ZonesRecord)
        numbers = np.frombuffer(record.triangles, np.uint8)
        crossed = np.frombuffer(record.crossed, np.uint8)
        row = np.cumsum(numbers == 0, dtype=np.int64) - 1
        if crossed.size != (row[-1] + 1) * GRID * GRID:
            raise AtlasError("The zones of the figure's surface are damaged. Reinstall Unknot.")
        return numbers, row * (GRID * GRID), crossed

    def zones_at(self, triangle: Ints, weights: NDArray[np.float32]) -> Bytes:
        """Return (N,) the zone numbers at places in triangles (N, 3 weights)."""
        numbers, first, crossed = self._zones
        result = numbers[triangle]
        rows = np.flatnonzero(result == 0)
        column = np.clip((weights[rows, 1] * GRID).astype(np.int64), 0, GRID - 1)
        line = np.clip((weights[rows, 2] * GRID).astype(np.int64), 0, GRID - 1)
        line = np.minimum(line, GRID - 1 - column)
        result[rows] = crossed[first[triangle[rows]] + line * GRID + column]
        return result

    def _muscle(self, name: str) -> Drawing:
        return self._drawing(f"muscle/{name}")

    def _danger(self, name: str) -> Drawing:
        return self._drawing(f"danger/{name}")

    def _drawing(self, record: str) -> Drawing:
        read = self._pack.read(record, DrawingRecord)
        return Drawing(tuple(self._patch(it) for it in read.patches), read.areas)

    def _patch(self, it: PatchRecord) -> Patch:
        chart: Chart
        if it.tube:
            chart = Tube(self._axes[it.tube], it.middle)
        else:
            chart = Plane(np.reshape(np.array(it.plane), (3, 3)))
        course = _table(it.course, 1 / 255, np.uint8) if it.course else None
        edge = _table(it.edge, FINEST, np.int8)
        return Patch(chart, it.parts, it.facing, it.depth, edge, course, it.count)

    def _soft(self, place: Place) -> tuple[Ints, NDArray[np.floating]]:
        """Return the vertices and the shares 0..1 of a zone's soft form, right or midline."""
        name = f"soft/{place.zone}"
        if name not in self._pack:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        record = self._pack.read(name, SoftRecord)
        vertices = np.cumsum(np.frombuffer(record.vertices, "<u2"), dtype=np.int64)
        return vertices, np.frombuffer(record.values, np.uint8).astype(np.float32) / 255

    def soft_over(self, place: Place, mirror: Ints) -> NDArray[np.float32]:
        """Return (V,) the shares 0..1 of a place's soft form; ``mirror`` (V,) is the mesh's."""
        right = Place(place.zone, Side.RIGHT if place.side is Side.LEFT else place.side)
        vertices, shares = self.soft(right)
        result = np.zeros(self.contents.vertices, np.float32)
        result[mirror[vertices] if place.side is Side.LEFT else vertices] = shares
        return result


@cache
def load_anatomy(folder: Path) -> Anatomy:
    """Return what is drawn on the body, from the surface's folder; raises `AtlasError`."""
    return Anatomy(folder)


def _axis(it: AxisRecord) -> Axis:
    return Axis(
        start=np.array(it.start),
        along=np.array(it.along),
        zero=np.array(it.zero),
        quarter=np.array(it.quarter),
        middles=np.reshape(np.array(it.middles), (-1, 3)),
        length=it.length,
        origin=it.origin,
        pace=it.pace,
        unit=it.unit,
    )


def _table(it: TableRecord, step: float, kind: type[np.generic]) -> Table:
    values = np.frombuffer(it.values, kind).astype(np.float32) * np.float32(step)
    return Table(it.low, it.step, values.reshape(it.rows, it.columns))
