"""Muscles as vectors on a view: outlines, fibre lines and search areas."""

from typing import Final

import contourpy
import numpy as np
from numpy.typing import NDArray
from shapely import LineString, Polygon

from guide.atlas.shapes import Line, MuscleShape, PointShape
from guide.atlas.surface.camera import Camera
from guide.atlas.surface.raster import Raster
from guide.core.anatomy import Side
from tools.atlas.figure import Figure
from tools.atlas.muscles import Muscle, Patch, SearchArea, Skin, load_muscle, muscle_ids
from tools.atlas.surface import anchor

Floats = NDArray[np.float64]

_OUTSIDE: Final = -0.3  # dm, what lies off the body
_SMALLEST_AREA: Final = 60.0  # square pixels of a ring that is kept
_SHORTEST_FIBRE: Final = 6.0  # pixels
_ROUGH: Final = 0.4  # pixels that simplifying may move a line
_BEHIND: Final = 0.25  # dm by which a point may lie behind what is seen and still be seen


def skin_samples(figure: Figure, raster: Raster) -> Skin:
    """Return the canonical skin at the covered samples of a raster."""
    normals = raster.attribute(figure.canonical_normals).astype(np.float64)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    return Skin(
        raster.attribute(figure.canonical).astype(np.float64),
        normals,
        raster.attribute(figure.topology.part_weights).astype(np.float64),
    )


def muscle_shapes(
    figure: Figure, positions: Floats, camera: Camera, raster: Raster
) -> tuple[MuscleShape, ...]:
    """Return every drawn muscle on both sides as seen in a view.

    ``raster`` holds the pixel centres (supersample 1) of ``camera``'s picture of ``positions``.
    A muscle that is not seen at all still has its search areas, marked as facing away.
    """
    skin = skin_samples(figure, raster)
    nearness = raster.image(raster.attribute(camera.project(positions)[:, 2]), -99.0)
    shapes = []
    for side, seen in ((Side.RIGHT, skin), (Side.LEFT, skin.mirrored())):
        for name in muscle_ids():
            muscle = load_muscle(name)
            points = tuple(
                _point(area, side, positions, camera, np.asarray(nearness)) for area in muscle.areas
            )
            rings, fibres = _outline(muscle, seen, raster)
            shapes.append(MuscleShape(name, side, muscle.deep, rings, fibres, points))
    return tuple(shapes)


def _outline(
    muscle: Muscle, skin: Skin, raster: Raster
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    fields = [patch.inside(skin) for patch in muscle.patches]
    whole = np.max(fields, axis=0)
    if not (whole > 0).any():
        return (), ()
    rings = [
        ring
        for line in contourpy.contour_generator(z=_grid(whole, raster)).lines(0.0)
        if (ring := _ring(np.asarray(line)))
    ]
    fibres: list[Line] = []
    for patch, field in zip(muscle.patches, fields, strict=True):
        own = (field > 0) & (field >= whole)
        fibres += _fibres(patch, skin, own, raster)
    return tuple(rings), tuple(fibres)


def _grid(values: Floats, raster: Raster) -> Floats:
    return np.asarray(raster.image(values, _OUTSIDE))


def _ring(line: Floats) -> Line:
    if len(line) < 4:
        return ()
    polygon = Polygon(line + 0.5)
    if polygon.area < _SMALLEST_AREA:
        return ()
    smooth = polygon.exterior.simplify(_ROUGH)
    return _flat(np.array(smooth.coords)[:-1])


def _fibres(patch: Patch, skin: Skin, own: NDArray[np.bool_], raster: Raster) -> list[Line]:
    course = patch.course(skin)
    grid = np.asarray(raster.image(np.where(own & (course >= 0), course, np.nan), np.nan))
    if np.isnan(grid).all():
        return []
    lines = contourpy.contour_generator(z=np.ma.masked_invalid(grid), corner_mask=True)
    result = []
    for k in range(patch.count):
        for line in lines.lines((k + 0.5) / patch.count):
            fibre = LineString(np.asarray(line) + 0.5) if len(line) > 1 else None
            if fibre is not None and fibre.length >= _SHORTEST_FIBRE:
                result.append(_flat(np.array(fibre.simplify(_ROUGH).coords)))
    return result


def _flat(points: Floats) -> Line:
    return tuple(float(value) for value in np.round(points, 1).ravel())


def _point(
    area: SearchArea, side: Side, positions: Floats, camera: Camera, nearness: Floats
) -> PointShape:
    mirror = np.array([1.0 if side is Side.RIGHT else -1.0, 1.0, 1.0])
    x, y, near = camera.project(anchor(area.point[None] * mirror).on(positions))[0].tolist()
    row, column = int(y), int(x)
    inside = 0 <= row < nearness.shape[0] and 0 <= column < nearness.shape[1]
    facing = bool(inside and near > nearness[row, column] - _BEHIND)
    radius = area.radius / 10 * camera.scale
    return PointShape(area.id, round(x, 1), round(y, 1), round(radius, 1), facing)
