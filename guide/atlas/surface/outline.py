"""The shapes on any picture of any body: `guide.atlas.shapes.Shapes` from the mesh.

Everything is made when it is asked for and then kept. Only the pixels in a muscle's canonical
box are looked at; contours are traced where the field of a patch crosses zero.
"""

from collections.abc import Mapping
from functools import cache, cached_property, partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.shapes import (
    Box,
    DangerShape,
    Line,
    MuscleShape,
    MuscleSpot,
    PointShape,
    Soft,
    ZoneShape,
)
from guide.atlas.surface import trace
from guide.atlas.surface.fields import Anatomy, Anchor, Drawing, Outlined
from guide.atlas.surface.patch import OUTSIDE, Patch
from guide.atlas.surface.raster import Raster
from guide.atlas.surface.seen import Mesh, Placing, Seen, Window, own_rows, spread, within
from guide.core.anatomy import Place, Side

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]

_FULL_SCALE: Final = 121.6  # pixels a dm of the large standard picture, which limits are for
_SMALLEST_AREA: Final = 60.0  # square pixels of a muscle's ring that is kept, at that scale
_SHORTEST_FIBRE: Final = 6.0  # pixels
_ROUGH: Final = 0.4  # pixels that simplifying may move a line
_BEHIND: Final = 0.25  # dm by which a point may lie behind what is seen and still be seen
_SOFT_ROWS: Final = 560  # of cells of a whole figure's referral
_SIDES: Final = (Side.RIGHT, Side.LEFT)


class CameraShapes:
    """What is seen of one body by one camera, in pixels of its picture."""

    def __init__(
        self,
        anatomy: Anatomy,
        mesh: Mesh,
        positions: Floats,
        raster: Raster,
        placing: Placing | None = None,
    ) -> None:
        """``raster`` holds the pixel centres (supersample 1) of ``positions`` (V, 3).

        The raster may draw some of the mesh's triangles alone.
        ``placing``: in which picture the shapes' coordinates are, when not in the raster's own.
        """
        self._to = placing or Placing()
        self._anatomy, self._mesh, self._raster = anatomy, mesh, raster
        self._camera = raster.camera
        self._places = self._camera.project(positions)
        self._numbers = anatomy.zones_at(own_rows(mesh, raster), raster.weights)
        self._canonical = raster.attribute(mesh.canonical)
        self._row, self._column = np.divmod(raster.samples, self._camera.width)
        # not a bound method: a ring of references would keep old pictures for minutes
        self._shares = cache(partial(_share, mesh.part_weights))
        self._muscles: dict[tuple[str, Side], MuscleShape | None] = {}
        self._rings: dict[Place, tuple[Line, ...]] = {}
        self._softs: dict[Place, Soft | None] = {}

    @property
    def width(self) -> int:
        """Of what the raster shows, in pixels of the picture."""
        return round(self._camera.width * self._to.factor)

    @property
    def height(self) -> int:
        """Of what the raster shows, in pixels of the picture."""
        return round(self._camera.height * self._to.factor)

    @property
    def pixels_per_cm(self) -> float:
        """Of the body where it faces us."""
        return self._camera.scale * self._to.factor / 10

    # -- zones --------------------------------------------------------------------------------

    @cached_property
    def numbers(self) -> Bytes:
        """(rows, columns) the zone number of each pixel of the raster, 0 off the body."""
        return np.asarray(self._raster.image(self._numbers))

    def at(self, x: float, y: float) -> Place | None:
        """The place under a point, None off the body."""
        column = int(np.floor((x - self._to.left) / self._to.factor))
        row = int(np.floor((y - self._to.top) / self._to.factor))
        if not (0 <= column < self._camera.width and 0 <= row < self._camera.height):
            return None
        number = int(self.numbers[row, column])
        return self._anatomy.contents.places[number - 1] if number else None

    @cached_property
    def _groups(self) -> dict[int, Ints]:
        return trace.groups(self._numbers)

    @cached_property
    def zones(self) -> Mapping[Place, ZoneShape]:
        """The zones that are seen."""
        anchors = self._anchors()
        result = {}
        for number, rows in self._groups.items():
            place = self._anatomy.contents.places[number - 1]
            x, y = anchors.get(number) or self._central(rows)
            box = self._box(self._column[rows], self._row[rows])
            result[place] = ZoneShape(place.zone, place.side, number, self._point_at(x, y), box)
        return result

    def _point_at(self, x: float, y: float) -> tuple[float, float]:
        to = self._to
        return round(to.left + x * to.factor, 1), round(to.top + y * to.factor, 1)

    def _box(self, x: NDArray[np.generic], y: NDArray[np.generic], size: float = 1.0) -> Box:
        """Return the box of squares of ``size`` pixels of the raster at their left tops."""
        left, top = self._point_at(float(x.min()), float(y.min()))
        right, bottom = self._point_at(float(x.max()) + size, float(y.max()) + size)
        return left, top, right - left, bottom - top

    def _lines(self, found: list[Floats]) -> tuple[Line, ...]:
        corner = np.array([self._to.left, self._to.top])
        return tuple(trace.to_line(points * self._to.factor + corner) for points in found)

    def _anchors(self) -> dict[int, tuple[float, float]]:
        """Return a point deep inside each zone that is wider than a few pixels."""
        step = max(1, self._camera.height // 375)
        cells = self.numbers[step // 2 :: step, step // 2 :: step]
        depth = trace.depths(cells).ravel()
        result = {}
        for number, rows in trace.groups(cells.ravel()).items():
            best = rows[depth[rows] >= 0.8 * depth[rows].max()]
            row, column = np.divmod(best, cells.shape[1])
            k = int(np.argmin(np.hypot(row - row.mean(), column - column.mean())))
            result[number] = (
                float(column[k] * step + step // 2 + 0.5),
                float(row[k] * step + step // 2 + 0.5),
            )
        return result

    def _central(self, rows: Ints) -> tuple[float, float]:
        x, y = self._column[rows], self._row[rows]
        k = int(np.argmin(np.hypot(x - x.mean(), y - y.mean())))
        return float(x[k] + 0.5), float(y[k] + 0.5)

    def rings(self, place: Place) -> tuple[Line, ...]:
        """The outline of a place; none where it is not seen."""
        shape = self.zones.get(place)
        if shape is None:
            return ()
        if place not in self._rings:
            rows = self._groups[shape.number]
            window = Window(self._column[rows], self._row[rows])
            mask = window.filled(np.ones(len(rows)), 0.0) > 0
            found = trace.mask_rings(mask, window.left, window.top, _ROUGH)
            self._rings[place] = self._lines(found)
        return self._rings[place]

    # -- muscles and danger zones -------------------------------------------------------------

    @cached_property
    def muscles(self) -> tuple[MuscleSpot, ...]:
        """The muscles of which something may be seen, the uppermost layer first."""
        step, raster, row, column = self._cells
        points, found = raster.attribute(self._mesh.canonical), []
        for it in self._anatomy.contents.muscles:
            for side in _SIDES:
                rows = within(points, it, side)
                if len(rows):
                    box = self._box(column[rows] * step, row[rows] * step, step)
                    spot = MuscleSpot(it.id, side, it.layer, it.deep, it.projected, box)
                    found.append(spot)
        return tuple(sorted(found, key=lambda spot: (spot.layer, spot.muscle, spot.side)))

    def muscle(self, muscle: str, side: Side) -> MuscleShape | None:
        """A muscle's patch, with its search areas even where no part is seen; None if unknown."""
        key = muscle, side
        if key not in self._muscles:
            it = self._anatomy.muscles.get(muscle)
            self._muscles[key] = self._muscle(it, side) if it and side in _SIDES else None
        return self._muscles[key]

    def _muscle(self, it: Outlined, side: Side) -> MuscleShape:
        drawing = self._anatomy.muscle(it.id)
        rings, fibres = self._trace(it, drawing, side)
        return MuscleShape(
            it.id,
            side,
            it.layer,
            it.deep,
            it.projected,
            rings,
            fibres,
            tuple(self._point(area.id, area.anchor, area.radius, side) for area in drawing.areas),
        )

    @cached_property
    def dangers(self) -> tuple[DangerShape, ...]:
        """The danger zones that are seen."""
        found = []
        for it in self._anatomy.contents.dangers:
            for side in (Side.MIDLINE,) if it.midline else _SIDES:
                rings, _ = self._trace(it, self._anatomy.danger(it.id), side)
                if rings:
                    values = np.concatenate([np.frombuffer(ring, "<u2") for ring in rings]) / 8
                    low, high = values.reshape(-1, 2).min(axis=0), values.reshape(-1, 2).max(axis=0)
                    box = (*low.tolist(), *(high - low).tolist())
                    found.append(DangerShape(it.id, side, rings, box))
        return tuple(found)

    def _trace(
        self, it: Outlined, drawing: Drawing, side: Side
    ) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        rows = within(self._canonical, it, side)
        if not len(rows):
            return (), ()
        fields, across = self._look_up(it, drawing.patches, rows, side)
        whole = np.max(fields, axis=0)
        if not (whole > 0).any():
            return (), ()
        grid = Window(self._column[rows], self._row[rows])
        per_cm = (self._camera.scale / _FULL_SCALE) ** 2
        rings = trace.field_rings(
            grid.filled(whole, OUTSIDE), grid.left, grid.top, _SMALLEST_AREA * per_cm, _ROUGH
        )
        fibres: list[Floats] = []
        for patch, field, share in zip(drawing.patches, fields, across, strict=True):
            own = (field > 0) & (field >= whole) & (share >= 0)
            if patch.count and own.any():
                shares = grid.filled(np.where(own, share, np.nan), np.nan)
                fibres += trace.fibre_lines(
                    shares, patch.count, grid.left, grid.top, _SHORTEST_FIBRE, _ROUGH
                )
        return self._lines(rings), self._lines(fibres)

    def _look_up(
        self, it: Outlined, patches: tuple[Patch, ...], rows: Ints, side: Side
    ) -> tuple[list[Floats], list[Floats]]:
        """Return for each patch how far inside it the samples lie, and their shares across."""
        points = self._canonical[rows].astype(np.float64)
        part = self._raster.part(rows)
        skin = Seen(self._mesh, self._shares, part, points, side is Side.LEFT)
        if not it.midline:
            return [p.inside(skin) for p in patches], [p.across(skin) for p in patches]
        twin = Seen(self._mesh, self._shares, part, points, True)
        fields = [np.maximum(p.inside(skin, False), p.inside(twin, False)) for p in patches]
        return fields, [np.full(len(rows), -1.0) for _ in patches]

    # -- points -------------------------------------------------------------------------------

    @cached_property
    def landmarks(self) -> Mapping[str, tuple[float, float]]:
        """Where landmarks are that are seen; of two sides "NAME.R" and "NAME.L"."""
        result = {}
        for name, anchor in self._anatomy.contents.landmarks.items():
            for ending, side in ((".R", Side.RIGHT), (".L", Side.LEFT)):
                named = name.endswith(".R")
                x, y, facing = self._spot(anchor, side if named else Side.RIGHT)
                if facing:
                    result[name.removesuffix(".R") + ending if named else name] = (x, y)
        return result

    def _point(self, name: str, anchor: Anchor, radius: float, side: Side) -> PointShape:
        x, y, facing = self._spot(anchor, side)
        return PointShape(name, x, y, round(radius * self.pixels_per_cm, 1), facing)

    def _spot(self, anchor: Anchor, side: Side) -> tuple[float, float, bool]:
        corners = np.array(anchor.corners)
        if side is Side.LEFT:
            corners = self._mesh.mirror[corners]
        x, y, near = (float(v) for v in np.array(anchor.weights) @ self._places[corners])
        row, column = int(y), int(x)
        inside = 0 <= x < self._camera.width and 0 <= y < self._camera.height
        facing = inside and near > self._nearness[row, column] - _BEHIND
        return *self._point_at(x, y), bool(facing)

    @cached_property
    def _nearness(self) -> NDArray[np.float32]:
        depth = self._raster.attribute(self._places[:, 2])
        return np.asarray(self._raster.image(depth, np.inf))

    # -- referral -----------------------------------------------------------------------------

    @cached_property
    def _cells(self) -> tuple[int, Raster, Ints, Ints]:
        """Return the step of the soft forms' grid, and the samples at its cells' middles."""
        step = max(1, round(self._camera.scale / _FULL_SCALE * 2250 / _SOFT_ROWS))
        middle = step // 2
        rows = np.flatnonzero((self._row % step == middle) & (self._column % step == middle))
        return step, self._raster.part(rows), self._row[rows] // step, self._column[rows] // step

    def soft(self, place: Place) -> Soft | None:
        """The soft form of a place, None where nothing of it is seen."""
        if place not in self._softs:
            self._softs[place] = self._soft(place)
        return self._softs[place]

    def _soft(self, place: Place) -> Soft | None:
        step, raster, row, column = self._cells
        values = raster.attribute(self._anatomy.soft_over(place, self._mesh.mirror))
        rows = np.flatnonzero(values > 0.5 / 255)
        if not len(rows):
            return None
        left, top = int(column[rows].min()) - 2, int(row[rows].min()) - 2
        wide, high = int(column[rows].max()) - left + 3, int(row[rows].max()) - top + 3
        near = np.flatnonzero(
            (column >= left) & (column < left + wide) & (row >= top) & (row < top + high)
        )
        grid = np.full((high, wide), -1.0, dtype=np.float32)
        grid[row[near] - top, column[near] - left] = values[near]
        for _ in range(2):
            grid = spread(grid)
        cells = np.round(np.clip(grid, 0, 1) * 255).astype(np.uint8)
        x, y = self._point_at(left * step, top * step)
        return Soft(x, y, step * self._to.factor, wide, high, cells.tobytes())


def _share(weights: NDArray[np.floating], parts: tuple[int, ...]) -> NDArray[np.floating]:
    """Return (V,) the share that some parts have together in each vertex."""
    return np.asarray(weights[:, list(parts)].sum(axis=1))
