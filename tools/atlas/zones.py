"""The zones of the skin: which of them a canonical point lies in.

Written for the right half (``zones/*.toml``) and mirrored, so that both halves agree exactly.
Together they tile the skin: see ``docs/decisions/0003-zones-tile-the-skin.md``.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.core.anatomy import Side
from tools.atlas.zone_charts import FOLDER, ZoneError
from tools.atlas.zone_layers import REGIONS, layers, region_layers

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]

_MIDDLE: Final = 1e-6  # dm; nearer to the midline is rounding


@dataclass(frozen=True)
class Zone:
    """A zone on one side, and its value in zone maps."""

    number: int
    name: str
    side: Side


@cache
def zones() -> tuple[Zone, ...]:
    """Return every zone and side in the order of ``index.toml``; numbers run from 1.

    A paired zone has the number of its right side, then that of its left.
    """
    table = tomllib.loads((FOLDER / "index.toml").read_text(encoding="utf-8"))
    pairs = [
        (name, side)
        for name in table["zones"]
        for side in ((Side.MIDLINE,) if name in table["midline"] else (Side.RIGHT, Side.LEFT))
    ]
    return tuple(Zone(k + 1, name, side) for k, (name, side) in enumerate(pairs))


@cache
def mirror_numbers() -> Bytes:
    """Return (numbers + 1,) the number of the same zone on the other side; 0 stays 0."""
    other = {(zone.name, zone.side): zone.number for zone in zones()}
    return np.array([0, *(other[zone.name, zone.side.other] for zone in zones())], dtype=np.uint8)


def zone_ids(canonical: NDArray[np.floating], normals: NDArray[np.floating]) -> Bytes:
    """Return (N,) the zone number of skin points.

    ``canonical`` (N, 3) in dm; ``normals`` (N, 3) canonical, of any length. Points on the
    midline count as right. Raises ZoneError where no layer covers the skin.
    """
    points = np.array(canonical, dtype=np.float64)
    facing = np.array(normals, dtype=np.float64)
    facing /= np.maximum(np.linalg.norm(facing, axis=1, keepdims=True), 1e-12)
    left = points[:, 0] > _MIDDLE
    points[:, 0] = -np.abs(points[:, 0])
    facing[left, 0] *= -1
    numbers = _right(points, facing)
    return np.where(left, mirror_numbers()[numbers], numbers)


def _right(points: Floats, normals: Floats) -> Bytes:
    """Return the numbers of points of the right half."""
    region = np.zeros(len(points), dtype=np.int64)
    for layer in region_layers():
        covered = layer.covers(points, normals)
        if layer.within:
            covered &= np.isin(region, layer.within)
        region[covered] = REGIONS.index(layer.zone)
    rows = [np.flatnonzero(region == k) for k in range(len(REGIONS))]
    first = {zone.name: zone.number for zone in reversed(zones())}
    result = np.zeros(len(points), dtype=np.uint8)
    for layer in layers():
        allowed = np.concatenate([rows[k] for k in layer.within or range(len(REGIONS))])
        covered = allowed[layer.covers(points[allowed], normals[allowed])]
        if layer.zone not in first:
            raise ZoneError(f"no zone is called {layer.zone}; index.toml lists them")
        result[covered] = first[layer.zone]
    if not result.all():
        bare = points[result == 0]
        raise ZoneError(f"no zone covers {len(bare)} points of the skin, as at {bare[0].round(2)}")
    return result
