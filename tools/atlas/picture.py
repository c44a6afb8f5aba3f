"""One finished picture: grey shade with alpha, and the material of every pixel."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, maximum_filter, minimum_filter

from guide.atlas.surface.raster import Raster
from tools.atlas.figure import Figure, Surface
from tools.atlas.light import Lamps, Lit, axes, gloss, grey, light_vertices
from tools.atlas.materials import paint_samples
from tools.atlas.paint import Material

Floats = NDArray[np.float64]

SUPERSAMPLE: Final = 3
_BLEED: Final = 6
"""Pixels by which material and shade run on past the silhouette, against fringes."""


@dataclass(frozen=True)
class Picture:
    """Shade (H, W) 0 to 1, alpha (H, W) 0 to 1 and material (H, W) ``Material`` indices.

    Where two materials share a pixel, ``edge`` (H, W) holds 16 * the lesser material + its
    share in fifteenths; it is 0 elsewhere. Drawn over the material with that share as
    alpha, it makes the border smooth in any colours.
    """

    shade: NDArray[np.float32]
    alpha: NDArray[np.float32]
    material: NDArray[np.uint8]
    edge: NDArray[np.uint8]

    def mirrored(self) -> "Picture":
        """Return the picture seen in a mirror."""
        return Picture(
            self.shade[:, ::-1], self.alpha[:, ::-1], self.material[:, ::-1], self.edge[:, ::-1]
        )


def shade_samples(
    figure: Figure, raster: Raster, positions: Floats, lamps: Lamps, openness: Floats
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return material (N,) and shade (N,) of every sample of a posed figure."""
    lit = light_vertices(
        positions, figure.normals(positions), figure.triangles, raster.camera, lamps, openness
    )
    return shade_lit(figure.surface, raster, lamps, lit)


def shade_lit(
    surface: Surface, raster: Raster, lamps: Lamps, lit: Lit
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return material and shade of samples whose vertices are lit already."""
    material, painted = paint_samples(surface, raster, axes(raster.camera, lamps.key))
    shade = grey(raster, lit, lamps) * painted
    shine = 0.22 * gloss(raster, lit, lamps, 14) * painted
    shade += np.where(material == Material.HAIR, shine, 0)
    return material, np.clip(shade, 0, 1).astype(np.float32)


def develop(raster: Raster, material: NDArray[np.uint8], shade: NDArray[np.float32]) -> Picture:
    """Return the picture of shaded samples.

    Each pixel is the tent-weighted mean of the samples in it and half a pixel round it:
    edges of every slope then pass through many steps.
    """
    cover = _tent(raster.image(np.ones(len(shade), dtype=np.float32)), raster.supersample)
    light = _tent(raster.image(shade), raster.supersample)
    whole, edge = _materials(raster.image(material), raster.supersample)
    shown = (light / np.maximum(cover, 1e-6)).astype(np.float32)
    return _bleed(shown, np.minimum(cover, np.float32(1)), whole, edge)


def _weights(supersample: int) -> NDArray[np.float32]:
    box = np.ones(supersample, dtype=np.float32) / supersample
    return np.convolve(box, box).astype(np.float32)


def _tent(samples: NDArray[np.float32], supersample: int) -> NDArray[np.float32]:
    """Return the tent-weighted means (H, W) of a grid of samples (H s, W s), s odd."""
    result, pad = samples, (supersample - 1) // 2
    for axis in (0, 1):
        padded = np.pad(result, [(pad, pad) if k == axis else (0, 0) for k in (0, 1)])
        lines = np.moveaxis(padded, axis, 0)
        count = result.shape[axis] // supersample
        total = sum(
            weight * lines[k : k + (count - 1) * supersample + 1 : supersample]
            for k, weight in enumerate(_weights(supersample))
        )
        result = np.moveaxis(np.asarray(total, dtype=np.float32), 0, axis)
    return result


def _materials(
    samples: NDArray[np.uint8], supersample: int
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the commonest material and the edge code (H, W) of a grid of samples."""
    pad, size = (supersample - 1) // 2, 2 * supersample - 1
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(samples, pad), (size, size))
    windows = windows[::supersample, ::supersample]
    middle = slice(supersample // 2, None, supersample)
    high = maximum_filter(samples, size)[middle, middle]
    low = minimum_filter(np.where(samples > 0, samples, 255).astype(np.uint8), size)[middle, middle]
    whole, edge = high.copy(), np.zeros_like(high)
    rows, columns = np.nonzero((low < high) & (high > 0))
    kinds = len(Material)
    cells = np.arange(len(rows))[:, None] * kinds + windows[rows, columns].reshape(
        len(rows), size * size
    )
    weights = np.outer(_weights(supersample), _weights(supersample)).ravel()
    counts = np.bincount(
        cells.ravel(), np.broadcast_to(weights, cells.shape).ravel(), len(rows) * kinds
    ).reshape(-1, kinds)
    counts[:, Material.NONE] = 0
    first, line = counts.argmax(axis=1), np.arange(len(rows))
    most = counts[line, first].copy()
    counts[line, first] = 0
    second = counts.argmax(axis=1)
    share = np.round(15 * counts[line, second] / (most + counts[line, second])).astype(np.int64)
    whole[rows, columns] = first
    edge[rows, columns] = np.where(share > 0, 16 * second + share, 0)
    return whole, edge


def _bleed(
    shade: NDArray[np.float32],
    alpha: NDArray[np.float32],
    material: NDArray[np.uint8],
    edge: NDArray[np.uint8],
) -> Picture:
    """Continue shade and material outward to the nearest covered pixel's value."""
    away, near = distance_transform_edt(material == Material.NONE, return_indices=True)
    reach, nearest = away <= _BLEED, tuple(near)
    return Picture(
        shade=np.where(reach, shade[nearest], np.float32(0.5)),
        alpha=alpha,
        material=np.where(reach, material[nearest], Material.NONE).astype(np.uint8),
        edge=np.where(reach, edge[nearest], 0).astype(np.uint8),
    )
