"""One finished picture: grey shade with alpha, and the material of every pixel."""

from typing import Final, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.paint import Material
from guide.atlas.surface.raster import Raster

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int64]

SUPERSAMPLE: Final = 3
_KINDS: Final = len(Material)
_REACH: Final = {0: ((-1, 1 / 9), (0, 2 / 9)), 1: ((0, 3 / 9),), 2: ((0, 2 / 9), (1, 1 / 9))}
"""For a sample's place in its pixel, along one axis: which pixels it counts for, and how much."""


class Picture(msgspec.Struct, frozen=True, eq=False):
    """Shade, alpha (0 to 255) and material (`Material`), all (H, W) bytes in row order.

    Where two materials share a pixel, ``edge`` holds 16 * the lesser material + its share in
    fifteenths; it is 0 elsewhere. Drawn over the material with that share as alpha, it makes
    the border smooth in any colours.
    """

    shade: Bytes
    alpha: Bytes
    material: Bytes
    edge: Bytes

    def mirrored(self) -> "Picture":
        """Return the picture seen in a mirror."""
        layers = (self.shade, self.alpha, self.material, self.edge)
        return Picture(*(np.ascontiguousarray(layer[:, ::-1]) for layer in layers))


def empty(height: int, width: int) -> Picture:
    """Return a picture of nothing."""
    return Picture(*(np.zeros((height, width), dtype=np.uint8) for _ in range(4)))


class Samples(NamedTuple):
    """Material, second material with its share (as ``edge`` has it) and shade 0 to 1; (N,)."""

    material: Bytes
    tint: Bytes
    shade: NDArray[np.float32]

    @classmethod
    def blank(cls, count: int) -> "Samples":
        """Return samples of nothing, to be filled."""
        material, tint = np.zeros(count, np.uint8), np.zeros(count, np.uint8)
        return cls(material, tint, np.zeros(count, np.float32))

    def part(self, rows: Ints) -> "Samples":
        """Return some of the samples."""
        return Samples(self.material[rows], self.tint[rows], self.shade[rows])

    def put(self, rows: Ints | slice, other: "Samples") -> None:
        """Write other samples over some of these."""
        self.material[rows], self.tint[rows] = other.material, other.tint
        self.shade[rows] = other.shade


def expose(picture: Picture, raster: Raster, shown: Samples) -> None:
    """Write the samples of a raster without supersampling into a picture."""
    picture.shade.ravel()[raster.samples] = np.round(255 * shown.shade).astype(np.uint8)
    picture.alpha.ravel()[raster.samples] = 255
    picture.material.ravel()[raster.samples] = shown.material
    picture.edge.ravel()[raster.samples] = shown.tint


def soften(picture: Picture) -> None:
    """Smooth the silhouette of an exposed picture a little: cheap, for what moves."""
    cover = np.pad(picture.alpha // 255, 1)
    rows = cover[:-2] + 2 * cover[1:-1] + cover[2:]
    sixteenths = rows[:, :-2] + 2 * rows[:, 1:-1] + rows[:, 2:]
    row, column = np.nonzero((sixteenths > 0) & (cover[1:-1, 1:-1] == 0))
    height, width = picture.alpha.shape
    for down, across in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)):
        y, x = np.clip(row + down, 0, height - 1), np.clip(column + across, 0, width - 1)
        found = cover[y + 1, x + 1] > 0
        for layer in (picture.shade, picture.material, picture.edge):
            layer[row[found], column[found]] = layer[y[found], x[found]]
        row, column = row[~found], column[~found]
    picture.alpha[:] = np.minimum(sixteenths.astype(np.uint16) * 16, 255)


def develop(
    picture: Picture,
    raster: Raster,
    shown: Samples,
    where: NDArray[np.bool_] | None = None,
) -> None:
    """Write the pixels ``where`` says (all without it) from three by three samples in each.

    Each pixel is the tent-weighted mean of the samples in it and half a pixel round it:
    edges of every slope then pass through many steps. Every sample that one of the pixels
    needs must be in the raster.
    """
    if raster.supersample != SUPERSAMPLE:
        raise ValueError(f"a picture is made of {SUPERSAMPLE} x {SUPERSAMPLE} samples a pixel")
    height, width = picture.alpha.shape
    chosen = np.arange(height * width) if where is None else np.flatnonzero(where)
    slot = np.full(height * width, -1, dtype=np.int64)
    slot[chosen] = np.arange(len(chosen))
    ways = _shares(raster, slot)
    rows, pixel, weight = (np.concatenate(column) for column in zip(*ways, strict=True))
    cover = _sums(pixel, weight, len(chosen))
    light = _sums(pixel, weight * shown.shade[rows], len(chosen))
    second, share = np.divmod(shown.tint[rows], 16)
    less = weight * share / 15
    kind = pixel * _KINDS
    kinds = _sums(kind + shown.material[rows], weight - less, len(chosen) * _KINDS)
    mixed = np.flatnonzero(share)
    kinds += _sums(kind[mixed] + second[mixed], less[mixed], len(kinds))
    grey = light / np.maximum(cover, 1e-6)
    cover /= np.outer(_inside(height), _inside(width)).ravel()[chosen]
    whole, edge = _mixed(kinds.reshape(-1, _KINDS))
    picture.shade.ravel()[chosen] = np.round(255 * grey).astype(np.uint8)
    picture.alpha.ravel()[chosen] = np.round(255 * np.minimum(cover, 1)).astype(np.uint8)
    picture.material.ravel()[chosen] = whole
    picture.edge.ravel()[chosen] = edge


def _sums(places: Ints, weights: NDArray[np.floating], count: int) -> NDArray[np.float64]:
    return np.asarray(np.bincount(places, weights, count), dtype=np.float64)


def _inside(count: int) -> NDArray[np.float64]:
    """Return the weight that the samples of a picture have along an axis: less at its ends."""
    weights = np.ones(count)
    weights[0] -= 1 / 9
    weights[-1] -= 1 / 9
    return weights


def _shares(raster: Raster, slot: Ints) -> list[tuple[Ints, Ints, NDArray[np.float32]]]:
    """Return (samples, slots, weights) for every way a sample can count for a pixel."""
    height, width = raster.camera.height, raster.camera.width
    row, column = np.divmod(raster.samples, raster.shape[1])
    row, in_row = np.divmod(row, SUPERSAMPLE)
    column, in_column = np.divmod(column, SUPERSAMPLE)
    result = []
    for down in range(SUPERSAMPLE):
        for across in range(SUPERSAMPLE):
            here = np.flatnonzero((in_row == down) & (in_column == across))
            for y, vertical in _REACH[down]:
                for x, horizontal in _REACH[across]:
                    to_row, to_column = row[here] + y, column[here] + x
                    inside = (to_row >= 0) & (to_row < height) & (to_column >= 0)
                    inside &= to_column < width
                    target = slot[to_row[inside] * width + to_column[inside]]
                    kept = target >= 0
                    weight = np.full(int(kept.sum()), vertical * horizontal, dtype=np.float32)
                    result.append((here[inside][kept], target[kept], weight))
    return result


def _mixed(shares: NDArray[np.float64]) -> tuple[Bytes, Bytes]:
    """Return the commonest material and the edge code of pixels (N, materials)."""
    line = np.arange(len(shares))
    first = shares.argmax(axis=1)
    most = shares[line, first].copy()
    shares[line, first] = 0
    second = shares.argmax(axis=1)
    less = shares[line, second]
    share = np.round(15 * less / np.maximum(most + less, 1e-9)).astype(np.int64)
    edge = np.where(share > 0, 16 * second + share, 0)
    return first.astype(np.uint8), edge.astype(np.uint8)
