"""Writing what is drawn over the pictures: zones, muscles and landmarks of every view.

For each figure and view ``<view>.shapes.json`` (``guide.atlas.shapes.ViewShapes``) and
``<view>.zones.z``, the zone number of every second pixel, zlib-compressed; for each figure
``framing.json``, a `guide.atlas.library.Framing` by view.
"""

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from guide.atlas.library import FRAMINGS, Framing
from guide.atlas.shapes import Line, MuscleShape, ViewShapes, ZoneShape, packed, unpacked
from guide.atlas.surface.camera import Camera
from guide.atlas.surface.mesh import vertex_normals
from guide.atlas.surface.raster import Raster, rasterise
from guide.core.anatomy import FigureName, View
from tools.atlas.figure import Figure, load
from tools.atlas.fine import fine_positions, fine_surface
from tools.atlas.landmarks import landmarks
from tools.atlas.muscle_shapes import muscle_shapes
from tools.atlas.pictures import frame, shown_triangles
from tools.atlas.surface import anchor
from tools.atlas.zone_outline import zone_shapes
from tools.atlas.zones import mirror_numbers, zone_ids

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
MuscleTracer = Callable[[Figure, Floats, Camera, Raster], tuple[MuscleShape, ...]]

STIPPLE: Final = 0.35
"""Least distance of two stipple points in cm; finer would be a tint, and megabytes."""
DRAWN: Final = (View.FRONT, View.BACK, View.RIGHT, View.SOLES)
"""Views that are traced; the left one is the mirror image of the right one."""
_BEHIND: Final = 0.25  # dm by which a landmark may lie under the skin and still be seen


def build(folder: Path) -> None:
    """Write the shapes and zone maps of both figures below ``folder``."""
    for name in FigureName:
        (folder / name).mkdir(parents=True, exist_ok=True)
        framings = {}
        for shapes, numbers in figure_shapes(load(name)):
            stem = folder / name / shapes.view
            framings[shapes.view.value] = framing(shapes)
            stem.with_suffix(".shapes.json").write_bytes(msgspec.json.encode(shapes))
            stem.with_suffix(".zones.z").write_bytes(zlib.compress(numbers.tobytes(), 9))
        (folder / name / FRAMINGS).write_bytes(msgspec.json.encode(framings))


def framing(shapes: ViewShapes) -> Framing:
    """Return the size of a view, and the box of all its zones."""
    rings = [ring for zone in shapes.zones for ring in zone.rings]
    left, right = min(min(ring[::2]) for ring in rings), max(max(ring[::2]) for ring in rings)
    top, bottom = min(min(ring[1::2]) for ring in rings), max(max(ring[1::2]) for ring in rings)
    box = (left, top, round(right - left, 1), round(bottom - top, 1))
    return Framing(shapes.width, shapes.height, box)


def figure_shapes(
    figure: Figure, muscles: MuscleTracer = muscle_shapes
) -> list[tuple[ViewShapes, Bytes]]:
    """Return the shapes and the zone map (map_height, map_width) of every view."""
    result = []
    for view in DRAWN:
        shapes, numbers = view_shapes(figure, view, muscles)
        result.append((shapes, numbers))
        if view is View.RIGHT:
            result.append((mirrored(shapes), mirror_numbers()[numbers[:, ::-1]]))
    return result


def view_shapes(
    figure: Figure, view: View, muscles: MuscleTracer = muscle_shapes
) -> tuple[ViewShapes, Bytes]:
    """Return the shapes and the zone map of one drawn view; ``muscles`` traces its muscles."""
    camera, positions = frame(view), figure.anatomical()
    half = camera.at_height(camera.height // 2)
    raster = rasterise(positions, shown_triangles(figure.canonical, figure.triangles, view), camera)
    shapes = ViewShapes(
        figure=FigureName(figure.name),
        view=view,
        width=camera.width,
        height=camera.height,
        pixels_per_cm=round(camera.scale / 10, 3),
        map_width=half.width,
        map_height=half.height,
        zones=zone_shapes(
            zone_picture(figure, view, camera),
            STIPPLE * camera.scale / 10,
            seed=list(View).index(view),
        ),
        muscles=muscles(figure, positions, camera, raster),
        landmarks=_landmarks(positions, raster),
    )
    return shapes, zone_picture(figure, view, half)


def zone_picture(figure: Figure, view: View, camera: Camera) -> Bytes:
    """Return the zone number under every pixel (height, width), 0 where no skin is."""
    surface, placed = fine_surface(figure), fine_positions(figure.anatomical())
    raster = rasterise(placed, shown_triangles(surface.canonical, surface.triangles, view), camera)
    normals = vertex_normals(surface.canonical.astype(np.float64), surface.triangles)
    numbers = zone_ids(raster.attribute(surface.canonical), raster.attribute(normals))
    return np.asarray(raster.image(numbers), dtype=np.uint8)


def _landmarks(positions: Floats, raster: Raster) -> dict[str, tuple[float, float]]:
    """Return where landmarks are, without those that lie on the far side."""
    camera = raster.camera
    depth = raster.image(raster.attribute(camera.project(positions)[:, 2]), -np.inf)
    names = list(landmarks())
    places = camera.project(anchor(np.array([landmarks()[name] for name in names])).on(positions))
    result: dict[str, tuple[float, float]] = {}
    for name, (x, y, near) in zip(names, places.tolist(), strict=True):
        row, column = int(y), int(x)
        inside = 0 <= row < camera.height and 0 <= column < camera.width
        if inside and np.isfinite(depth[row, column]) and near > depth[row, column] - _BEHIND:
            result[name] = (round(x, 1), round(y, 1))
    return result


def mirrored(shapes: ViewShapes) -> ViewShapes:
    """Return the right view's shapes as the left view's: mirrored, with sides swapped."""
    width = shapes.width
    return msgspec.structs.replace(
        shapes,
        view=View.LEFT,
        zones=tuple(_mirrored_zone(zone, width) for zone in shapes.zones),
        muscles=tuple(_mirrored_muscle(muscle, width) for muscle in shapes.muscles),
        landmarks={
            _other_side(name): (_flip(x, width), y) for name, (x, y) in shapes.landmarks.items()
        },
    )


def _mirrored_zone(zone: ZoneShape, width: int) -> ZoneShape:
    return msgspec.structs.replace(
        zone,
        side=zone.side.other,
        number=int(mirror_numbers()[zone.number]),
        rings=tuple(_flip_line(ring, width) for ring in zone.rings),
        anchor=(_flip(zone.anchor[0], width), zone.anchor[1]),
        stipple=packed([int(value) for value in _flip_line(unpacked(zone.stipple), width)]),
    )


def _mirrored_muscle(muscle: MuscleShape, width: int) -> MuscleShape:
    return msgspec.structs.replace(
        muscle,
        side=muscle.side.other,
        rings=tuple(_flip_line(ring, width) for ring in muscle.rings),
        fibres=tuple(_flip_line(fibre, width) for fibre in muscle.fibres),
        points=tuple(
            msgspec.structs.replace(point, x=_flip(point.x, width)) for point in muscle.points
        ),
    )


def _flip(x: float, width: int) -> float:
    return round(width - x, 1)


def _flip_line(line: Line, width: int) -> Line:
    return tuple(_flip(value, width) if k % 2 == 0 else value for k, value in enumerate(line))


def _other_side(name: str) -> str:
    stem, dot, side = name.rpartition(".")
    return f"{stem}.{'L' if side == 'R' else 'R'}" if dot else name
