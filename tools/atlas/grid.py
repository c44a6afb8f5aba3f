"""Draw a figure with the canonical grid on it, to read coordinates off by eye.

``python -m tools.atlas.grid --figure male --view back --crop=-3,9,3,16 --out f.png``
The crop is in decimetres right and up in the picture: on "back" and "right" views
right in the picture is the figure's right (-x) and its front (+z).
"""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from guide.atlas.surface.camera import Camera, view
from guide.atlas.surface.raster import Raster, rasterise
from tools.atlas.figure import Figure, load
from tools.atlas.landmarks import landmarks
from tools.atlas.surface import anchor

Floats = NDArray[np.float64]

STEP: Final = 0.5
_INK: Final = (150, 40, 30)
_HALF: Final = (176, 150, 132)
_FULL: Final = (96, 84, 76)
_CURVE: Final = (20, 90, 170)


def clay(figure: Figure, positions: Floats, camera: Camera) -> tuple[Image.Image, Raster]:
    """Return a plain shaded picture, and the raster of its pixel centres."""
    raster = rasterise(positions, figure.triangles, camera, 3)
    normals = raster.attribute(figure.normals(positions))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    light = camera.toward * 0.7 + camera.up * 0.55 - camera.right * 0.45
    shade = 0.45 + 0.5 * np.clip(normals @ (light / np.linalg.norm(light)), 0, 1)
    grey = raster.mean(shade.astype(np.float32))[..., None]
    colour = grey * np.array([246, 226, 210]) + (1 - raster.alpha()[..., None]) * 255
    return Image.fromarray(colour.clip(0, 255).astype(np.uint8)), raster.centres()


def lines(raster: Raster, values: NDArray[np.float32], step: float) -> NDArray[np.bool_]:
    """Return where a sample value crosses a multiple of ``step``, about a pixel wide."""
    whole = raster.image(np.floor(values / step).astype(np.int32), -9999)
    assert whole.dtype == np.int32
    here = np.zeros(whole.shape, dtype=bool)
    for axis in (0, 1):
        change = np.abs(np.diff(whole, axis=axis)) == 1
        if axis == 0:
            here[1:] |= change
        else:
            here[:, 1:] |= change
    return here


def draw_grid(
    figure: Figure,
    camera: Camera,
    points: Mapping[str, Floats] | None = None,
    curves: Mapping[str, Floats] | None = None,
    positions: Floats | None = None,
) -> Image.Image:
    """Return a picture with a labelled grid, canonical points (3,) and curves (N, 3) on it."""
    placed = figure.anatomical() if positions is None else positions
    image, raster = clay(figure, placed, camera)
    canonical = raster.attribute(figure.canonical)
    across, along = (int(np.argmax(np.abs(axis))) for axis in (camera.right, camera.up))
    pixels = np.array(image)
    for axis in (across, along):
        pixels[lines(raster, canonical[:, axis], STEP)] = _HALF
        pixels[lines(raster, canonical[:, axis], 2 * STEP)] = _FULL
    image = Image.fromarray(pixels)
    pen = ImageDraw.Draw(image)
    _label(pen, raster, canonical, (across, along))
    visible = _visible(placed, camera, raster)
    for name, curve in (curves or {}).items():
        path = camera.project(anchor(curve).on(placed))
        pen.line([(float(x), float(y)) for x, y, _ in path], fill=_CURVE, width=2)
        pen.text((float(path[0, 0]), float(path[0, 1])), name, fill=_CURVE, font=_font(13))
    for name, point in (points or {}).items():
        spot = camera.project(anchor(point).on(placed))[0]
        if visible(spot):
            x, y = float(spot[0]), float(spot[1])
            pen.ellipse((x - 3, y - 3, x + 3, y + 3), fill=_INK)
            pen.text((x + 5, y - 7), name, fill=_INK, font=_font(13))
    return image


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _visible(positions: Floats, camera: Camera, raster: Raster) -> Callable[[Floats], bool]:
    """Return a test whether a projected point (3,) is not hidden, within about a centimetre."""
    depth = raster.image(raster.attribute(camera.project(positions)[:, 2]), np.inf)

    def test(point: Floats) -> bool:
        column, row = int(point[0]), int(point[1])
        if not (0 <= row < depth.shape[0] and 0 <= column < depth.shape[1]):
            return False
        around = depth[max(row - 3, 0) : row + 4, max(column - 3, 0) : column + 4]
        return bool(around.min() < point[2] + 0.12)

    return test


def _label(
    pen: ImageDraw.ImageDraw,
    raster: Raster,
    canonical: NDArray[np.float32],
    axes: tuple[int, int],
) -> None:
    """Write both coordinates where grid lines cross, at every line or every second one."""
    camera = raster.camera
    step = STEP if camera.scale >= 110 else 2 * STEP
    pair = canonical[:, axes] / step
    near = np.abs(pair - np.round(pair)).max(axis=1) * step * camera.scale
    size = 11 if camera.scale < 200 else 13
    done: set[tuple[int, int, int]] = set()
    for row in np.argsort(near, kind="stable"):
        if near[row] > 1.5:
            break
        y, x = divmod(int(raster.samples[row]), camera.width)
        cell = (round(float(pair[row, 0])), round(float(pair[row, 1])), x // 40)
        if cell in done:
            continue
        done.add(cell)
        text = f"{cell[0] * step:g},{cell[1] * step:g}"
        pen.text((x + 2, y + 1), text, fill=_FULL, font=_font(size))


def main() -> None:
    """Write one picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figure", default="reference")
    parser.add_argument("--view", default="front")
    parser.add_argument("--crop", help="x0,y0,x1,y1 in dm")
    parser.add_argument("--height", type=int, default=1400)
    parser.add_argument("--landmarks", action="store_true")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    camera = view(given.view, given.height)
    if given.crop:
        x0, y0, x1, y1 = (float(word) for word in given.crop.split(","))
        camera = camera.crop(x0, y0, x1, y1, given.height)
    points = landmarks() if given.landmarks else None
    draw_grid(load(given.figure), camera, points).save(given.out)


if __name__ == "__main__":
    main()
