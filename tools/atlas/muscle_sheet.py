"""Draw muscles on the figure from several sides, to look at them while they are written.

``python -m tools.atlas.muscle_sheet infraspinatus teres_minor --turns 180,120 --out f.png``
draws the right side's patch, fibres and search areas, one row for each muscle. A turn is the
degrees the viewer has walked round the figure: 0 front, 90 its right side, 180 back, 270 left;
``above`` and ``below`` are named. ``--with`` outlines other muscles, ``--chart arm`` draws a
tube's lines (angle and place along), ``--grid`` the canonical ones, ``--near place`` shows a
place where nothing is drawn yet. ``--limb arm`` (leg, trunk) leaves the rest of the body out, so
that the inner side is seen at turn 270.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from guide.atlas.surface.camera import Camera, looking
from guide.atlas.surface.mesh import Part
from guide.atlas.surface.raster import Raster, rasterise
from tools.atlas.figure import Figure, load
from tools.atlas.grid import lines
from tools.atlas.landmarks import landmarks
from tools.atlas.muscles import Muscle, Skin, load_muscle, skin_samples
from tools.atlas.places import TUBES, paper, space
from tools.atlas.surface import anchor

Floats = NDArray[np.float64]

SIZE: Final = 760
_INK, _OTHER, _LINE = (150, 40, 30), (30, 90, 170), (120, 110, 104)
_LIMBS: Final = {
    "": tuple(Part),
    "arm": (Part.ARM_RIGHT, Part.HAND_RIGHT),
    "leg": (Part.LEG_RIGHT, Part.FOOT_RIGHT),
    "trunk": (Part.TRUNK, Part.NECK),
}
_TINT, _FIBRE = np.array([200.0, 70, 60]), np.array([120.0, 30, 30])


def camera_at(turn: str, centre: Floats, size: float) -> Camera:
    """Return a square camera of ``size`` dm round a point; ``turn`` as the module says."""
    if turn in ("above", "below"):
        up = (0.0, 0.0, -1.0 if turn == "above" else 1.0)
        return looking((1, 0, 0), up, centre, (size, size), SIZE)
    angle = np.radians(float(turn))
    return looking((np.cos(angle), 0, np.sin(angle)), (0, 1, 0), centre, (size, size), SIZE)


def box(muscle: Muscle, figure: Figure) -> tuple[Floats, float]:
    """Return the middle of a muscle's patch on a figure, and the dm that show it whole."""
    skin = Skin(
        figure.canonical.astype(float), figure.canonical_normals.astype(float), figure.part_weights
    )
    inside = figure.anatomical()[muscle.inside(skin) > 0]
    if not len(inside):
        raise SystemExit(f"{muscle.id} covers no skin: look at parts, facing and outline.")
    low, high = inside.min(axis=0), inside.max(axis=0)
    return (low + high) / 2, float((high - low).max()) + 0.9


def clay(figure: Figure, camera: Camera, limb: str) -> tuple[Floats, Raster]:
    """Return a plainly shaded picture (SIZE, SIZE, 3) of the body or a limb, and its raster."""
    share = figure.part_weights[:, list(_LIMBS[limb])].sum(axis=1)
    kept = figure.triangles[(share[figure.triangles] > 0.3).all(axis=1)]
    raster = rasterise(figure.anatomical(), kept, camera)
    normals = raster.attribute(figure.normals(figure.anatomical()))
    light = camera.toward * 0.7 + camera.up * 0.55 - camera.right * 0.45
    shade = 0.45 + 0.5 * np.clip(normals @ (light / np.linalg.norm(light)), 0, 1)
    colour = shade[:, None] * np.array([246.0, 226, 210])
    return np.asarray(raster.image(colour, 255.0)), raster


def panel(
    figure: Figure, camera: Camera, shown: list[Muscle], others: list[Muscle], given: Namespace
) -> Image.Image:
    """Return one picture."""
    pixels, raster = clay(figure, camera, given.limb)
    skin = skin_samples(figure, raster)
    for muscle in shown:
        inside = muscle.inside(skin)
        tint = raster.image(0.45 * (inside > 0), 0.0)[..., None]
        pixels = pixels * (1 - tint) + _TINT * tint
        line = muscle.fibre_lines(skin, 0.28) | (np.abs(inside) < 0.6 / camera.scale)
        pixels[raster.image(line)] = _FIBRE
    for muscle in others:
        pixels[raster.image(np.abs(muscle.inside(skin)) < 0.9 / camera.scale)] = _OTHER
    pen_on = Image.fromarray(pixels.astype(np.uint8))
    pen = ImageDraw.Draw(pen_on)
    if given.chart:
        tube = paper(given.chart).chart
        _lines(pen_on, raster, tube.place(skin.points), tube.unit)
    elif given.grid:
        _lines(pen_on, raster, _flat(skin.points, camera), 0.1)
    _marks(pen, figure, camera, raster, shown)
    return pen_on


def _flat(points: Floats, camera: Camera) -> Floats:
    axes = [int(np.argmax(np.abs(axis))) for axis in (camera.right, camera.up)]
    return points[:, axes]


def _lines(image: Image.Image, raster: Raster, values: Floats, unit: float) -> None:
    """Draw and label a chart's lines: every 5 or 30 written steps across, 0.5 dm along."""
    pixels, pen = image.load(), ImageDraw.Draw(image)
    assert pixels is not None
    steps = (30 * unit if unit != 0.1 else 0.5, 0.5)
    for k in (0, 1):
        for row, column in np.argwhere(lines(raster, values[:, k].astype(np.float32), steps[k])):
            pixels[int(column), int(row)] = _LINE
    grid = raster.image(np.arange(len(values)), -1)
    for row in range(30, SIZE, 92):
        for column in range(40, SIZE, 92):
            sample = grid[row, column]
            if sample >= 0:
                across, along = values[sample]
                shown = f"{across / unit:.0f}°" if unit != 0.1 else f"{across:.2f}"
                pen.text((column, row), f"{shown},{along:.2f}", fill=(60, 60, 60), font=_font(11))


def _marks(
    pen: ImageDraw.ImageDraw, figure: Figure, camera: Camera, raster: Raster, shown: list[Muscle]
) -> None:
    placed = figure.anatomical()
    depth = raster.image(raster.attribute(camera.project(placed)[:, 2]), np.inf)
    spots = [(name, point, 0.0) for name, point in landmarks().items() if not name.endswith(".L")]
    areas = [area for muscle in shown for area in muscle.areas]
    spots += [(area.id.split(".")[1], area.point, area.radius / 10) for area in areas]
    for name, point, radius in spots:
        x, y, near = (float(v) for v in camera.project(anchor(point[None]).on(placed))[0])
        if not (0 <= x < SIZE and 0 <= y < SIZE) or near < depth[int(y), int(x)] - 0.12:
            continue
        size, colour = (radius * camera.scale, (0, 0, 0)) if radius else (3.0, _INK)
        pen.ellipse((x - size, y - size, x + size, y + size), outline=colour, width=2)
        pen.text((x + 5, y - 7), name, fill=colour, font=_font(12))


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def main() -> None:
    """Write one picture."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("muscle", nargs="*")
    parser.add_argument("--figure", default="reference")
    parser.add_argument("--turns", default="0,90,180")
    parser.add_argument("--with", dest="others", default="", help="muscles to outline")
    parser.add_argument("--chart", default="", choices=["", *TUBES])
    parser.add_argument("--limb", default="", choices=list(_LIMBS))
    parser.add_argument("--grid", action="store_true")
    parser.add_argument("--near", help="a place to show, with --size")
    parser.add_argument("--size", type=float, help="dm that a picture shows")
    parser.add_argument("--together", action="store_true", help="all muscles in one row")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    figure = load(given.figure)
    others = [load_muscle(name) for name in given.others.split(",") if name]
    muscles = [load_muscle(name) for name in given.muscle]
    rows = [muscles] if given.together or not muscles else [[muscle] for muscle in muscles]
    turns = given.turns.split(",")
    sheet = Image.new("RGB", (SIZE * len(turns), SIZE * len(rows)), "white")
    for j, row in enumerate(rows):
        boxes = [box(muscle, figure) for muscle in row]
        centre = np.mean([middle for middle, _ in boxes], axis=0) if boxes else np.zeros(3)
        if given.near:
            centre = anchor(space(given.near)[None]).on(figure.anatomical())[0]
        size = given.size or max((size for _, size in boxes), default=3.0)
        for k, turn in enumerate(turns):
            camera = camera_at(turn, centre, size)
            shown = panel(figure, camera, row, others, given)
            ImageDraw.Draw(shown).text((6, 4), f"{' '.join(m.id for m in row)} {turn}", fill=_INK)
            sheet.paste(shown, (SIZE * k, SIZE * j))
    sheet.save(given.out)


if __name__ == "__main__":
    main()
