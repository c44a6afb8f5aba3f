"""Contact sheets of the zones: ``python -m tools.atlas.zone_sheet OUT``.

One picture a view and close-up of the reference figure (or another), every zone in its own
colour with its name, to judge the edges by eye.
"""

import argparse
import colorsys
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from guide.atlas.surface.camera import Camera, view
from guide.atlas.surface.raster import rasterise
from tools.atlas.figure import Figure, load
from tools.atlas.landmarks import landmarks
from tools.atlas.surface import anchor
from tools.atlas.zones import zone_ids, zones

# name: view, corners in dm right and up in the picture (none: the whole view), height
SHEETS: Final[dict[str, tuple[str, tuple[float, float, float, float] | None, int]]] = {
    "front": ("front", None, 2250),
    "back": ("back", None, 2250),
    "right": ("right", None, 2250),
    "left": ("left", None, 1400),
    "soles": ("soles", (-2.0, -0.5, 2.0, 2.3), 1400),
    "head_front": ("front", (-1.2, 14.0, 1.2, 17.6), 1400),
    "head_right": ("right", (-1.4, 14.0, 1.9, 17.6), 1400),
    "head_back": ("back", (-1.2, 14.0, 1.2, 17.6), 1400),
    "head_top": ("top", (-2.6, -1.8, 2.6, 1.2), 1000),
    "back_right": ("back", (-0.4, 11.0, 2.6, 15.2), 1600),
    "hip_back": ("back", (-0.4, 7.6, 2.2, 12.0), 1600),
    "hip_right": ("right", (-1.4, 7.8, 1.7, 12.0), 1600),
    "hip_front": ("front", (-2.2, 7.6, 0.4, 12.4), 1600),
    "chest_front": ("front", (-2.4, 11.0, 0.4, 15.2), 1600),
    "elbow_front": ("front", (-3.1, 10.0, -1.5, 12.6), 1400),
    "elbow_back": ("back", (1.5, 10.0, 3.1, 12.6), 1400),
    "hand_front": ("front", (-3.95, 6.9, -2.5, 9.5), 1400),
    "hand_back": ("back", (2.5, 6.9, 3.95, 9.5), 1400),
    "hand_right": ("right", (-0.4, 6.9, 1.1, 9.5), 1400),
    "knee_front": ("front", (-2.0, 4.0, 0.0, 6.4), 1200),
    "knee_back": ("back", (0.0, 4.0, 2.0, 6.4), 1200),
    "foot_front": ("front", (-2.0, -0.1, -0.4, 2.2), 1200),
    "foot_back": ("back", (0.4, -0.1, 2.0, 2.2), 1200),
    "foot_right": ("right", (-0.6, -0.1, 2.3, 2.2), 1200),
}
ALONE: Final = {
    "arm_inner": ("left", (-0.9, 6.9, 0.9, 14.0), 1600, (-9.0, -1.55)),
    "trunk_side": ("right", (-1.2, 8.0, 1.8, 14.6), 1600, (-1.6, 9.0)),
    "leg_inner": ("left", (-2.3, -0.1, 1.2, 9.0), 1600, (-9.0, -0.02)),
    "foot_inner": ("left", (-2.3, -0.1, 0.6, 2.2), 1200, (-9.0, -0.02)),
}
"""Close-ups of what another limb hides: view, corners, height, and the range of x drawn."""
_WHOLE: Final = (-9.0, 9.0)


def colours() -> NDArray[np.float32]:
    """Return (numbers + 1, 3) colours 0..1, neighbours in the list far apart in hue."""
    hues = [(k * 0.618) % 1 for k in range(len(zones()))]
    rows = [colorsys.hls_to_rgb(hue, (0.55, 0.70, 0.62)[k % 3], 0.62) for k, hue in enumerate(hues)]
    return np.array([(1, 1, 1), *rows], dtype=np.float32)


def sheet(
    figure: Figure, camera: Camera, between: tuple[float, float] = _WHOLE, marks: bool = False
) -> Image.Image:
    """Return the coloured, named picture of the skin whose canonical x lies in a range."""
    placed, x = figure.anatomical(), figure.canonical[:, 0]
    kept = ((x >= between[0]) & (x <= between[1]))[figure.triangles].all(axis=1)
    raster = rasterise(placed, figure.triangles[kept], camera)
    numbers = zone_ids(
        raster.attribute(figure.canonical), raster.attribute(figure.canonical_normals)
    )
    facing = raster.attribute(figure.normals(placed)) @ camera.toward
    shade = (0.55 + 0.45 * np.clip(facing, 0, 1))[:, None]
    pixels = raster.image((colours()[numbers] * shade).astype(np.float32), 1.0)
    image = Image.fromarray((pixels * 255).clip(0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    if marks:
        _mark(pen, placed, camera)
    _name(pen, np.asarray(raster.image(numbers), dtype=np.uint8))
    return image


def _mark(pen: ImageDraw.ImageDraw, placed: NDArray[np.float64], camera: Camera) -> None:
    names = list(landmarks())
    spots = camera.project(anchor(np.array([landmarks()[name] for name in names])).on(placed))
    for name, (x, y, _) in zip(names, spots.tolist(), strict=True):
        pen.ellipse((x - 3, y - 3, x + 3, y + 3), fill=(0, 0, 0))
        pen.text((x + 4, y - 6), name, fill=(120, 0, 0))


def _name(pen: ImageDraw.ImageDraw, grid: NDArray[np.uint8]) -> None:
    font = ImageFont.load_default(15)
    for number, box in enumerate(ndimage.find_objects(grid), 1):
        if box is None or (grid[box] == number).sum() < 30:
            continue
        depth = ndimage.distance_transform_edt(np.pad(grid[box] == number, 1))[1:-1, 1:-1]
        row, column = (int(k) for k in np.unravel_index(int(depth.argmax()), depth.shape))
        spot = (column + box[1].start, row + box[0].start)
        label = zones()[number - 1].name.split(".")[1].replace("_", "\n")
        pen.multiline_text(spot, label, fill=(0, 0, 0), font=font, anchor="mm", align="center")


def main() -> None:
    """Write all sheets, or those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("sheets", nargs="*", choices=[*SHEETS, *ALONE, []], help="all if none")
    parser.add_argument("--figure", default="reference")
    parser.add_argument("--landmarks", action="store_true")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    figure = load(given.figure)
    rows = {name: (*row, _WHOLE) for name, row in SHEETS.items()} | ALONE
    for name in given.sheets or rows:
        side, crop, height, between = rows[name]
        camera = view(side, height)
        camera = camera if crop is None else camera.crop(*crop, height)
        sheet(figure, camera, between, given.landmarks).save(given.out / f"{name}.png")


if __name__ == "__main__":
    main()
