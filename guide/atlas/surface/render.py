"""A body drawn from any side: what the builder prepares and what the window shows.

Everything is drawn with one sample a pixel first. Only where that is too coarse, at
silhouettes, folds and borders of colour, nine samples a pixel are drawn as well; there large
pictures have rounded triangles, so that no silhouette has corners.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.body import Body, Wear
from guide.atlas.surface.camera import Camera
from guide.atlas.surface.materials import paint_samples
from guide.atlas.surface.mesh import Surface
from guide.atlas.surface.paint import Material
from guide.atlas.surface.picture import (
    SUPERSAMPLE,
    Picture,
    Samples,
    develop,
    empty,
    expose,
    soften,
)
from guide.atlas.surface.raster import Raster, rasterise
from guide.atlas.surface.rounded import rasterise_round
from guide.atlas.surface.shade import Lamps, axes, gloss, grey, lamps_for

Mask = NDArray[np.bool_]

_CHUNK: Final = 100_000
"""Samples shaded by one round of calls: few milliseconds, so that the window stays alive."""
_STEP: Final = 18
"""Difference of shade (of 255) between neighbours that asks for more samples."""
_TINT: Final = 3
"""Difference of a second material's share (of 15) that asks for more samples."""
_SHINE: Final = 0.22
_DARKEST: Final = 0.16
"""Shade of the darkest folds: a nostril is no hole in the picture."""


class Stopped(Exception):
    """A picture was given up because nobody wants it any more."""


def render(
    surface: Surface,
    body: Body,
    camera: Camera,
    *,
    draft: bool = False,
    raster: Raster | None = None,
    triangles: NDArray[np.int64] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Picture:
    """Return the picture of a body.

    A ``draft`` takes the coarse mesh and one sample a pixel. ``raster`` are the pixels' centres
    of `surface.triangles`, where somebody has drawn them already; ``triangles`` draws some alone.
    ``stop`` is asked between steps of some milliseconds; raises `Stopped` when it says so.
    """

    def between() -> None:
        if stop():
            raise Stopped

    chosen = triangles
    if chosen is None:
        chosen = surface.coarse if draft else surface.triangles
    lamps = lamps_for(camera)
    table = body.lit(surface, camera, lamps).table()
    wear = body.wear
    plain = raster or rasterise(body.positions, chosen, camera, between=between)
    picture = empty(camera.height, camera.width)
    shown = shade_samples(surface, wear, plain, table, lamps, body.dressed, between)
    expose(picture, plain, shown)
    if draft:
        soften(picture)
        return picture
    rough = _rough(picture)
    near = _grown(rough)
    mesh = body.positions, body.normals, chosen
    fine = rasterise_round(*mesh, camera, SUPERSAMPLE, near, between)
    shown = shade_samples(surface, wear, fine, table, lamps, body.dressed, between)
    develop(picture, fine, shown, rough)
    return picture


def shade_samples(
    surface: Surface,
    wear: Wear | None,
    raster: Raster,
    table: NDArray[np.float32],
    lamps: Lamps,
    garment: bool = True,
    between: Callable[[], None] = lambda: None,
) -> Samples:
    """Return what samples show; ``table`` is that of a `Lit`."""
    count, camera = len(raster.samples), raster.camera
    result = Samples.blank(count)
    key = axes(camera, lamps.key)
    for start in range(0, count, _CHUNK):
        between()
        rows = slice(start, start + _CHUNK)
        part = raster.part(rows)
        painted = paint_samples(surface, wear, part, key, garment)
        columns = part.attribute(table)
        shade = grey(camera, columns, lamps) * painted.shade
        hair = np.flatnonzero(painted.material == Material.HAIR)
        shade[hair] += _SHINE * gloss(camera, columns[hair], lamps, 14) * painted.shade[hair]
        light = np.clip(shade, _DARKEST, 1)
        result.put(rows, Samples(painted.material, painted.tint, light))
    return result


def _rough(picture: Picture) -> Mask:
    """Tell the pixels that one sample cannot show: on silhouettes, folds and borders."""
    rough = np.zeros(picture.alpha.shape, dtype=bool)
    share = picture.edge & 15
    for layer, step in (
        (picture.alpha, 0), (picture.material, 0), (picture.shade, _STEP), (share, _TINT),
    ):  # fmt: skip
        values = layer.astype(np.int16)
        for axis in (0, 1):
            jump = np.abs(np.diff(values, axis=axis)) > step
            one = [slice(None), slice(None)]
            other = [slice(None), slice(None)]
            one[axis], other[axis] = slice(None, -1), slice(1, None)
            rough[tuple(one)] |= jump
            rough[tuple(other)] |= jump
    return _grown(rough)


def _grown(mask: Mask) -> Mask:
    """Return a mask and all pixels that touch it."""
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    result = grown.copy()
    result[:, 1:] |= grown[:, :-1]
    result[:, :-1] |= grown[:, 1:]
    return result
