"""Writing what is drawn over the standard pictures, as the program would make it.

For each figure and view ``<view>.shapes.json`` and ``<view>.pack`` (`guide.atlas.standard`) and
``<view>.zones.z``, the zone number of every second pixel, zlib-compressed; for each figure
``framing.json``, a `guide.atlas.library.Framing` by view.
"""

import zlib
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from guide.atlas.library import FRAMINGS, Framing
from guide.atlas.pack import write_pack
from guide.atlas.shapes import MuscleSpot, Shapes, line_values
from guide.atlas.standard import DANGERS, ViewShapes, muscle_record, soft_record
from guide.atlas.surface.camera import FULL_HEIGHT
from guide.atlas.surface.fields import Anatomy
from guide.atlas.surface.outline import CameraShapes
from guide.atlas.surface.raster import rasterise
from guide.core.anatomy import FigureName, Side, View
from tools.atlas.figure import Figure, load
from tools.atlas.pictures import frame, shown_triangles

Bytes = NDArray[np.uint8]


def build(folder: Path) -> None:
    """Write the shapes of both figures below ``folder``, which holds the surface."""
    anatomy = Anatomy(folder / "surface")
    for name in FigureName:
        framings = {}
        for view in View:
            shapes = camera_shapes(anatomy, load(name), view)
            written = view_shapes(name, view, shapes)
            framings[view.value] = framing(shapes)
            stem = folder / name / view
            stem.parent.mkdir(parents=True, exist_ok=True)
            stem.with_suffix(".shapes.json").write_bytes(msgspec.json.encode(written))
            stem.with_suffix(".zones.z").write_bytes(zlib.compress(zone_map(shapes).tobytes(), 9))
            write_pack(stem.with_suffix(".pack"), records(shapes, anatomy))
            print(f"shapes: {name} {view}")
        (folder / name / FRAMINGS).write_bytes(msgspec.json.encode(framings))


def camera_shapes(
    anatomy: Anatomy, figure: Figure, view: View, height: int = FULL_HEIGHT
) -> CameraShapes:
    """Return the shapes of a standard view, ``height`` pixels tall (the soles in proportion)."""
    shown = shown_triangles(figure.canonical, figure.triangles, view)
    positions = figure.anatomical()
    raster = rasterise(positions, shown, frame(view, height))
    return CameraShapes(anatomy, figure.topology, positions, raster)


def view_shapes(figure: FigureName, view: View, shapes: CameraShapes) -> ViewShapes:
    """Return what the program reads of a view at once."""
    seen = [(spot, shapes.muscle(spot.muscle, spot.side)) for spot in shapes.muscles]
    rows, columns = zone_map(shapes).shape
    return ViewShapes(
        figure=figure,
        view=view,
        width=shapes.width,
        height=shapes.height,
        pixels_per_cm=round(shapes.pixels_per_cm, 3),
        map_width=columns,
        map_height=rows,
        zones=tuple(shapes.zones.values()),
        rings=tuple(shapes.rings(place) for place in shapes.zones),
        muscles=tuple(_exact(spot, shape.rings) for spot, shape in seen if shape and shape.rings),
        landmarks=dict(shapes.landmarks),
    )


def _exact(spot: MuscleSpot, rings: tuple[bytes, ...]) -> MuscleSpot:
    left, top, right, bottom = bounds(rings)
    return msgspec.structs.replace(spot, box=(left, top, right - left, bottom - top))


def bounds(rings: tuple[bytes, ...]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of rings."""
    values = [line_values(ring) for ring in rings]
    return (
        min(min(ring[::2]) for ring in values),
        min(min(ring[1::2]) for ring in values),
        max(max(ring[::2]) for ring in values),
        max(max(ring[1::2]) for ring in values),
    )


def records(shapes: CameraShapes, anatomy: Anatomy) -> dict[str, object]:
    """Return what the program reads of a view one by one."""
    result: dict[str, object] = {DANGERS: shapes.dangers}
    for name in anatomy.muscles:
        for side in (Side.RIGHT, Side.LEFT):
            result[muscle_record(name, side)] = shapes.muscle(name, side)
    for place in anatomy.contents.places:
        if soft := shapes.soft(place):
            result[soft_record(place)] = soft
    return result


def zone_map(shapes: CameraShapes) -> Bytes:
    """Return the zone number of every second pixel."""
    return np.ascontiguousarray(shapes.numbers[::2, ::2])


def framing(shapes: Shapes) -> Framing:
    """Return the size of a view, and the box of all its zones."""
    boxes = [shape.box for shape in shapes.zones.values()]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return Framing(shapes.width, shapes.height, (left, top, right - left, bottom - top))
