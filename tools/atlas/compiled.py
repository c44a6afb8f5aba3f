"""What is drawn on the body, compiled for the program: ``surface/anatomy.pack``."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from guide.atlas.pack import write_pack
from guide.atlas.surface import fields
from guide.atlas.surface.chart import Axis, Plane
from guide.atlas.surface.fields import GRID, Anchor, Outlined
from guide.atlas.surface.patch import FINEST, Patch, Table
from guide.core.anatomy import Place
from tools.atlas.danger import danger_ids, load_danger
from tools.atlas.figure import load, topology
from tools.atlas.landmarks import landmarks
from tools.atlas.muscles import Muscle, Skin, load_muscle, muscle_ids
from tools.atlas.places import TUBES
from tools.atlas.referral import soft_forms
from tools.atlas.source import ASSETS
from tools.atlas.surface import anchor
from tools.atlas.zone_charts import charts
from tools.atlas.zones import zone_ids, zones

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]

NAMES: Final = ASSETS.parent / "content" / "landmarks.toml"
"""The landmarks that have a name for people; no other is shipped."""
_NEAR: Final = -0.06  # dm outside a drawing that its box still holds
_ROOM: Final = 0.06  # dm round them: about the distance of two vertices


def build(folder: Path) -> None:
    """Write the pack below ``folder``."""
    write_pack(folder / "surface" / fields.FILE, records())


def records() -> dict[str, object]:
    """Return the records of the pack by name."""
    result = drawn(muscle_ids(), danger_ids())
    result["zones"] = zone_grid()
    return result | {f"soft/{name}": _soft(form) for name, form in soft_forms().items()}


def drawn(muscle_names: Iterable[str], danger_names: Iterable[str]) -> dict[str, object]:
    """Return the contents, and the records of some muscles and danger zones."""
    skin = whole_skin()
    named = {row["id"] for row in tomllib.loads(NAMES.read_text(encoding="utf-8"))["landmarks"]}
    muscles = {name: load_muscle(name) for name in muscle_names}
    dangers = {name: load_danger(name) for name in danger_names}
    contents = fields.Contents(
        vertices=len(skin.points),
        places=tuple(Place(zone.name, zone.side) for zone in zones()),
        axes={name: _axis(axis) for name in TUBES if (axis := charts()[name].axis)},
        muscles=tuple(_outlined(it, skin) for it in muscles.values()),
        dangers=tuple(_outlined(it, skin) for it in dangers.values()),
        landmarks={
            name: _anchor(point)
            for name, point in landmarks().items()
            if name.removesuffix(".R") in named
        },
    )
    result: dict[str, object] = {"contents": contents}
    result |= {f"muscle/{name}": _drawing(it) for name, it in muscles.items()}
    return result | {f"danger/{name}": _drawing(it) for name, it in dangers.items()}


def whole_skin() -> Skin:
    """Return the reference figure's skin at its vertices."""
    figure = load("reference")
    return Skin(
        figure.canonical.astype(np.float64),
        figure.canonical_normals.astype(np.float64),
        figure.topology.part_weights,
    )


def _outlined(it: Muscle, skin: Skin) -> Outlined:
    near = skin.points[it.inside(skin) > _NEAR]
    if not len(near):
        raise ValueError(f"{it.id} covers no skin: look at its parts, facing and outline")
    low, high = near.min(axis=0) - _ROOM, near.max(axis=0) + _ROOM
    if it.midline:
        low[0], high[0] = -max(abs(low[0]), abs(high[0])), max(abs(low[0]), abs(high[0]))
    return Outlined(
        it.id,
        low.round(3).tolist(),
        high.round(3).tolist(),
        it.layer,
        it.deep,
        it.projected,
        it.midline,
    )


def _drawing(it: Muscle) -> fields.DrawingRecord:
    areas = tuple(fields.AreaRecord(area.id, _anchor(area.point), area.radius) for area in it.areas)
    return fields.DrawingRecord(tuple(_patch(patch) for patch in it.patches), areas)


def _patch(patch: Patch) -> fields.PatchRecord:
    plain = fields.PatchRecord(
        patch.parts,
        patch.facing,
        patch.depth,
        _table(patch.edge, FINEST, np.int8),
        _table(patch.course, 1 / 255, np.uint8) if patch.course else None,
        patch.count,
    )
    chart = patch.chart
    if isinstance(chart, Plane):
        plane = tuple(float(value) for value in chart.axes.ravel())
        return msgspec.structs.replace(plain, plane=plane)
    tube = next(name for name in TUBES if charts()[name].axis is chart.axis)
    return msgspec.structs.replace(plain, tube=tube, middle=chart.middle)


def _table(table: Table, step: float, kind: type[np.integer]) -> fields.TableRecord:
    rows, columns = table.values.shape
    values = np.round(table.values / step).astype(kind).tobytes()
    return fields.TableRecord(table.low, table.step, rows, columns, values)


def _axis(axis: Axis) -> fields.AxisRecord:
    return fields.AxisRecord(
        axis.start.tolist(),
        axis.along.tolist(),
        axis.zero.tolist(),
        axis.quarter.tolist(),
        axis.middles.ravel().tolist(),
        axis.length,
        axis.origin,
        axis.pace,
        axis.unit,
    )


def _anchor(point: Floats) -> Anchor:
    place = anchor(point[None])
    corners, weights = place.corners[0].tolist(), place.weights[0].round(4).tolist()
    return Anchor(tuple(corners), tuple(weights))


def _soft(form: Floats) -> fields.SoftRecord:
    values = np.round(form * 255).astype(np.uint8)
    vertices = np.flatnonzero(values)
    steps = np.diff(vertices, prepend=0)
    return fields.SoftRecord(steps.astype("<u2").tobytes(), values[vertices].tobytes())


def zone_grid() -> fields.ZonesRecord:
    """Return the zone of every triangle, and of the cells of those that an edge crosses."""
    shared = topology()
    corners = np.array(
        [(1, 0, 0), (0, 1, 0), (0, 0, 1), (0.5, 0.5, 0), (0, 0.5, 0.5), (0.5, 0, 0.5)]
    )
    inner = corners * 0.98 + 0.02 / 3  # a corner shared by many is decided inside each
    found = _numbers(shared.triangles, inner)
    whole = (found == found[:, :1]).all(axis=1)
    line, column = np.mgrid[:GRID, :GRID]
    second, third = (column + 0.5) / GRID, (line + 0.5) / GRID
    cells = np.stack([1 - second - third, second, third], axis=-1).reshape(-1, 3)
    kept = cells[:, 0] > -1e-9
    crossed = np.zeros((int((~whole).sum()), GRID * GRID), dtype=np.uint8)
    crossed[:, kept] = _numbers(shared.triangles[~whole], np.maximum(cells[kept], 0))
    return fields.ZonesRecord(np.where(whole, found[:, 0], 0).tobytes(), crossed.tobytes())


def _numbers(triangles: Ints, places: Floats) -> Bytes:
    """Return (T, K) the zones at K places (K, 3 weights) of each triangle."""
    shared = topology()
    points = np.einsum("kc,tcx->tkx", places, shared.canonical[triangles].astype(np.float64))
    normals = np.einsum("kc,tcx->tkx", places, shared.canonical_normals[triangles].astype(float))
    numbers = zone_ids(points.reshape(-1, 3), normals.reshape(-1, 3))
    return numbers.reshape(len(triangles), len(places))
