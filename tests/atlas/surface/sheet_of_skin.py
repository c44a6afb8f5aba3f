"""A body that is a flat square of skin, 2 dm wide, seen from the front, with one of everything.

Its vertices stand every 0.1 dm; x runs from -1 (the right) to 1, y from 0 to 2. The right half
is zone 1, the left half zone 2.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from guide.atlas.pack import write_pack
from guide.atlas.surface.camera import Camera, looking
from guide.atlas.surface.fields import (
    FILE,
    GRID,
    Anatomy,
    Anchor,
    AreaRecord,
    Contents,
    DrawingRecord,
    Outlined,
    PatchRecord,
    SoftRecord,
    TableRecord,
    ZonesRecord,
)
from guide.atlas.surface.outline import CameraShapes
from guide.atlas.surface.raster import rasterise
from guide.atlas.surface.seen import Placing
from guide.core.anatomy import Place, Side

COUNT = 21
RADIUS = 0.4
CENTRE = (-0.5, 1.0)
RIGHT, LEFT = Place("chest.pectoral", Side.RIGHT), Place("chest.pectoral", Side.LEFT)


class Sheet(NamedTuple):
    """`guide.atlas.surface.seen.Mesh`."""

    triangles: np.ndarray
    mirror: np.ndarray
    canonical: np.ndarray
    canonical_normals: np.ndarray
    part_weights: np.ndarray


def sheet() -> Sheet:
    row, column = np.divmod(np.arange(COUNT * COUNT), COUNT)
    points = np.stack([column / 10 - 1, row / 10, np.zeros(len(row))], axis=1)
    first = np.flatnonzero((row < COUNT - 1) & (column < COUNT - 1))
    right, up, across = first + 1, first + COUNT, first + COUNT + 1
    triangles = np.concatenate(
        [np.stack([first, right, across], axis=1), np.stack([first, across, up], axis=1)]
    )
    normals = np.tile(np.array([0.0, 0, 1]), (len(points), 1))
    parts = np.zeros((len(points), 13))
    parts[:, 0] = 1
    mirror = row * COUNT + COUNT - 1 - column
    return Sheet(triangles, mirror, points.astype(np.float32), normals.astype(np.float32), parts)


def disc(step: float = 0.02) -> TableRecord:
    """Return the distances to a circle."""
    size = int(1.2 / step) + 1
    y, x = np.mgrid[:size, :size] * step
    away = RADIUS - np.hypot(x - 0.6, y - 0.6)
    values = np.clip(np.round(away / 0.001), -127, 127).astype(np.int8)
    return TableRecord((CENTRE[0] - 0.6, CENTRE[1] - 0.6), step, size, size, values.tobytes())


def records() -> dict[str, object]:
    mesh = sheet()
    y = np.mgrid[:25, :25][0] * 0.05
    course = TableRecord(
        (-1.1, 0.4), 0.05, 25, 25, np.round(y / 1.2 * 255).astype(np.uint8).tobytes()
    )
    plane = (1.0, 0, 0, 0, 1, 0, 0, 0, 1)
    patch = PatchRecord((0,), 0.0, (-9.0, 9.0), disc(), course, 8, plane=plane)
    middle = int(np.argmin(np.hypot(mesh.canonical[:, 0] + 0.5, mesh.canonical[:, 1] - 1)))
    anchor = Anchor((middle, middle, middle), (1.0, 0.0, 0.0))
    low, high = [-1.0, 0.5, -0.1], [0.0, 1.5, 0.1]
    own = np.flatnonzero(mesh.canonical[:, 0] < -0.25)
    contents = Contents(
        vertices=len(mesh.canonical),
        places=(RIGHT, LEFT),
        axes={},
        muscles=(Outlined("pectoralis_major", low, high, 1, False, False),),
        dangers=(Outlined("breastbone", [-1.0, 0.5, -0.1], [1.0, 1.5, 0.1], midline=True),),
        landmarks={"nipple.R": anchor},
    )
    left = mesh.canonical[mesh.triangles].mean(axis=1)[:, 0] > 0
    numbers = np.where(left, 2, 1).astype(np.uint8)
    numbers[0] = 0  # one triangle that an edge crosses: its cells lie in zone 1
    return {
        "contents": contents,
        "zones": ZonesRecord(numbers.tobytes(), bytes([1]) * (GRID * GRID)),
        "muscle/pectoralis_major": DrawingRecord(
            (patch,), (AreaRecord("pectoralis_major.trp1", anchor, 1.5),)
        ),
        "danger/breastbone": DrawingRecord((patch,)),
        f"soft/{RIGHT.zone}": SoftRecord(
            np.diff(own, prepend=0).astype("<u2").tobytes(), bytes([200]) * len(own)
        ),
    }


def anatomy(folder: Path) -> Anatomy:
    write_pack(folder / FILE, records())
    return Anatomy(folder)


def camera(height: int = 200) -> Camera:
    return looking((1, 0, 0), (0, 1, 0), (0, 1, 0), (2.4, 2.4), height)


def shapes(folder: Path, height: int = 200, placing: Placing | None = None) -> CameraShapes:
    mesh = sheet()
    raster = rasterise(mesh.canonical.astype(float), mesh.triangles, camera(height))
    return CameraShapes(anatomy(folder), mesh, mesh.canonical, raster, placing=placing)
