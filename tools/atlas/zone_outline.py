"""From a picture of zone numbers to vectors: outlines, a place for a name, and stipple."""

from itertools import pairwise
from typing import Final

import contourpy
import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import find_objects, gaussian_filter
from scipy.spatial import KDTree

from guide.atlas.shapes import Line, ZoneShape, packed
from tools.atlas.zones import zones

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]

_SOFT: Final = 1.2  # pixels by which a mask is blurred, so that its outline has no stairs
_ROUGH: Final = 0.3  # pixels that simplifying may move an outline
_SMALLEST: Final = 24.0  # square pixels of a ring that is kept
_CROWD: Final = 8.0  # candidates for each stipple point that stays


def zone_shapes(numbers: Bytes, spacing: float, seed: int) -> tuple[ZoneShape, ...]:
    """Return the zones seen in a picture of zone numbers (H, W), 0 being background.

    ``spacing`` is the least distance of two stipple points in pixels. Where an outline has
    holes they are rings too: inside is what an odd number of rings surrounds.
    """
    points = blue_noise(numbers.shape, spacing, seed)
    under = numbers[points[:, 1], points[:, 0]]
    shapes = []
    for number, box in enumerate(find_objects(numbers), 1):
        if box is None:
            continue
        area = _area(numbers[box] == number, box[1].start, box[0].start)
        if area.is_empty:
            continue
        zone = zones()[number - 1]
        spot = shapely.maximum_inscribed_circle(_largest(area), tolerance=0.5).coords[0]
        stipple = packed([int(value) for value in points[under == number].ravel()])
        shapes.append(
            ZoneShape(
                zone=zone.name,
                side=zone.side,
                number=number,
                rings=_rings(area),
                anchor=(round(spot[0], 1), round(spot[1], 1)),
                stipple=stipple,
            )
        )
    return tuple(shapes)


def _area(mask: NDArray[np.bool_], left: int, top: int) -> shapely.MultiPolygon:
    """Return the smooth area of a mask whose first pixel is (left, top) in the picture."""
    pad = 6
    soft = gaussian_filter(np.pad(mask, pad).astype(np.float32), _SOFT)
    filled = contourpy.contour_generator(z=soft, fill_type="OuterOffset").filled(0.5, 2.0)
    polygons = []
    for points, offsets in zip(*filled, strict=True):
        rings = [points[first:last] for first, last in pairwise(offsets)]
        polygons.append(shapely.Polygon(rings[0], rings[1:]))
    shift = np.array([left - pad + 0.5, top - pad + 0.5])
    area = shapely.transform(shapely.MultiPolygon(polygons), lambda xy: xy + shift)
    area = shapely.simplify(area, _ROUGH, preserve_topology=True)
    kept = [polygon for polygon in getattr(area, "geoms", [area]) if polygon.area >= _SMALLEST]
    return shapely.MultiPolygon(kept)


def _largest(area: shapely.MultiPolygon) -> shapely.Polygon:
    return max(area.geoms, key=lambda polygon: polygon.area)


def _rings(area: shapely.MultiPolygon) -> tuple[Line, ...]:
    rings = [ring for part in area.geoms for ring in (part.exterior, *part.interiors)]
    rows = [np.round(np.array(ring.coords)[:-1], 1).ravel() for ring in rings]
    return tuple(tuple(float(value) for value in row) for row in rows)


def blue_noise(shape: tuple[int, ...], spacing: float, seed: int) -> NDArray[np.int64]:
    """Return pixels (N, 2) as x, y, evenly but not regularly spread over (rows, columns).

    No two are nearer than ``spacing``, and no more fit between them: random candidates in
    random order, each taken when no earlier neighbour stands.
    """
    rows, columns = shape
    random = np.random.default_rng(seed)
    count = round(_CROWD * rows * columns / spacing**2)
    candidates = random.integers((0, 0), (columns, rows), size=(count, 2))
    pairs = KDTree(candidates).query_pairs(spacing, output_type="ndarray")
    first, second = pairs.min(axis=1), pairs.max(axis=1)
    waiting, taken = np.ones(count, dtype=bool), np.zeros(count, dtype=bool)
    while waiting.any():
        blocked = np.zeros(count, dtype=bool)
        blocked[second[waiting[first] & waiting[second]]] = True
        chosen = waiting & ~blocked
        taken |= chosen
        waiting &= ~chosen
        near = np.zeros(count, dtype=bool)
        near[second[chosen[first]]] = near[first[chosen[second]]] = True
        waiting &= ~near
    return candidates[taken]
