"""A figure of squares, written as the builder writes a real one.

In the front view the figure's left is on the right of the picture, as with any figure that
faces us. Every square is 100 pixels of the large picture; the large one is twice the small.
"""

import zlib
from pathlib import Path

import msgspec
from PySide6.QtGui import QColor, QImage

from guide.atlas.library import FRAMINGS, Framing
from guide.atlas.pack import write_pack
from guide.atlas.shapes import (
    Box,
    DangerShape,
    Line,
    MuscleShape,
    MuscleSpot,
    PointShape,
    Soft,
    ZoneShape,
    pack_line,
)
from guide.atlas.standard import DANGERS, ViewShapes, muscle_record, soft_record
from guide.core.anatomy import FigureName, Side, View

WIDTH, HEIGHT, SQUARE = 400, 600, 100
BOX = (100.0, 0.0, 200.0, 500.0)  # of all squares
# zone, side seen from the back, column and row of its square
SQUARES = (
    ("head.vertex", Side.MIDLINE, 1, 0),
    ("neck.posterior_lower", Side.LEFT, 1, 1),
    ("neck.posterior_lower", Side.RIGHT, 2, 1),
    ("upper_back.suprascapular", Side.LEFT, 1, 2),
    ("upper_back.suprascapular", Side.RIGHT, 2, 2),
    ("calf.upper", Side.RIGHT, 2, 4),
)


def write_atlas(root: Path) -> None:
    """Write pictures, shapes and zone maps of both figures under ``root``/atlas."""
    for figure in FigureName:
        folder = root / "atlas" / figure
        folder.mkdir(parents=True)
        for view in View:
            _write_view(folder, figure, view)
        framings = {view.value: Framing(WIDTH, HEIGHT, BOX) for view in View}
        (folder / FRAMINGS).write_bytes(msgspec.json.encode(framings))


def _write_view(folder: Path, figure: FigureName, view: View) -> None:
    mirrored = view is View.FRONT
    squares = [
        (zone, side, (3 - column) if mirrored and side is not Side.MIDLINE else column, row)
        for zone, side, column, row in SQUARES
    ]
    for suffix, scale in (("", 1.0), ("-small", 0.5)):
        shade = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_ARGB32)
        shade.fill(QColor(200, 200, 200, 0))
        material = QImage(shade.size(), QImage.Format.Format_Indexed8)
        material.setColorTable([QColor(n * 20, n * 20, n * 20).rgb() for n in range(12)])
        material.fill(1)
        for _name, _side, column, row in squares:
            side_ = round(SQUARE * scale)
            for x in range(column * side_, (column + 1) * side_):
                for y in range(row * side_, (row + 1) * side_):
                    shade.setPixelColor(x, y, QColor(200, 200, 200, 255))
        shade.save(str(folder / f"{view}.shade{suffix}.webp"), "webp", 100)
        material.save(str(folder / f"{view}.material{suffix}.png"))
        edge = QImage(shade.size(), QImage.Format.Format_Indexed8)
        edge.setColorTable([QColor(n, n, n).rgb() for n in range(256)])
        edge.fill(0)
        edge.save(str(folder / f"{view}.edge{suffix}.png"))
    zones = tuple(
        _zone(number, zone, side, column, row)
        for number, (zone, side, column, row) in enumerate(squares, 1)
    )
    muscles = () if view is not View.BACK else tuple(_muscle(s) for s in (Side.LEFT, Side.RIGHT))
    rings = tuple((_ring(zone.box),) for zone in zones)
    spots = tuple(
        MuscleSpot(m.muscle, m.side, 1, False, False, _muscle_box(m.side)) for m in muscles
    )
    shapes = ViewShapes(figure, view, WIDTH, HEIGHT, 4.0, 40, 60, zones, rings, spots, {})
    (folder / f"{view}.shapes.json").write_bytes(msgspec.json.encode(shapes))
    _write_pack(folder / f"{view}.pack", zones, muscles)
    numbers = bytearray(40 * 60)
    for number, (_name, _side, column, row) in enumerate(squares, 1):
        for y in range(row * 10, row * 10 + 10):
            numbers[y * 40 + column * 10 : y * 40 + column * 10 + 10] = bytes([number] * 10)
    (folder / f"{view}.zones.z").write_bytes(zlib.compress(bytes(numbers)))


def _write_pack(path: Path, zones: tuple[ZoneShape, ...], muscles: tuple[MuscleShape, ...]) -> None:
    records: dict[str, object] = {DANGERS: tuple[DangerShape, ...]()}
    for muscle in muscles:
        records[muscle_record(muscle.muscle, muscle.side)] = muscle
    for zone in zones:
        x, y, wide, _ = zone.box
        cells = round(wide / 4)
        full = bytes([255]) * (cells * cells)
        records[soft_record(zone.place)] = Soft(x, y, 4.0, cells, cells, full)
    write_pack(path, records)


def _zone(number: int, zone: str, side: Side, column: int, row: int) -> ZoneShape:
    x, y = float(column * SQUARE), float(row * SQUARE)
    middle = (x + SQUARE / 2, y + SQUARE / 2)
    return ZoneShape(zone, side, number, middle, (x, y, float(SQUARE), float(SQUARE)))


def _ring(box: Box) -> Line:
    x, y, wide, high = box
    return pack_line((x, y, x + wide, y, x + wide, y + high, x, y + high))


def _muscle_box(side: Side) -> Box:
    return (110.0 if side is Side.LEFT else 210.0, 120.0, 80.0, 160.0)


def _muscle(side: Side) -> MuscleShape:
    box = _muscle_box(side)
    point = PointShape("trapezius_upper.trp1", box[0] + 40, 200.0, 15.0, True)
    fibres = (pack_line((box[0], 130.0, box[0], 270.0)),)
    return MuscleShape("trapezius_upper", side, 1, False, False, (_ring(box),), fibres, (point,))
