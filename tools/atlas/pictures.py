"""The standard pictures: each figure from every side, large and small."""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from guide.atlas.surface.camera import FULL_HEIGHT, Camera, view
from guide.atlas.surface.raster import rasterise
from tools.atlas.figure import Figure, Surface, load
from tools.atlas.fine import fine_light, fine_positions, fine_surface
from tools.atlas.light import Lamps, light_vertices, sky
from tools.atlas.paint import Material
from tools.atlas.picture import SUPERSAMPLE, Picture, develop, shade_lit
from tools.atlas.recipe import RECIPES

SMALL: Final = 900
ANKLE: Final = 0.36
"""Canonical height in dm below which the soles view draws."""
QUALITY: Final = 93
_FACING: Final = Lamps()
_PROFILE: Final = Lamps(key=(0.42, 0.62, 0.66), fill=(-0.75, 0.05, 0.55))
LAMPS: Final[dict[str, Lamps]] = {
    "front": _FACING, "back": _FACING, "right": _PROFILE, "soles": _FACING,
}  # fmt: skip
"""Light of each view that is drawn; "left" is the mirror image of "right"."""

COLOURS: Final[dict[Material, tuple[int, int, int]]] = {
    Material.NONE: (0, 0, 0),
    Material.SKIN: (246, 221, 203),
    Material.GARMENT: (91, 107, 120),
    Material.HAIR: (110, 78, 58),
    Material.EYE_WHITE: (250, 246, 241),
    Material.IRIS: (107, 74, 50),
    Material.PUPIL: (32, 22, 18),
    Material.LIPS: (226, 180, 164),
    Material.BROW: (107, 74, 56),
    Material.PROP: (200, 196, 190),
    Material.MUSCLE: (181, 72, 58),
    Material.FIBRE: (146, 48, 38),
}
"""Palette written into the indexed pictures, for looking at them; the program sets its own."""


def shown_triangles(surface: Surface, name: str) -> NDArray[np.int64]:
    """Return the triangles a view draws: the soles show the feet alone."""
    if name != "soles":
        return surface.triangles
    foot = surface.canonical[:, 1] < ANKLE
    return surface.triangles[foot[surface.triangles].all(axis=1)]


def views(
    figure: Figure, names: tuple[str, ...], heights: tuple[int, ...] = (FULL_HEIGHT,)
) -> dict[tuple[str, int], Picture]:
    """Return pictures by view and height; "right" brings its mirror image "left" with it."""
    positions = figure.anatomical()
    normals = figure.normals(positions)
    openness = sky(positions, normals, figure.triangles)
    result: dict[tuple[str, int], Picture] = {}
    surface, placed = fine_surface(figure), fine_positions(positions)
    for name in names:
        shown = shown_triangles(surface, name)
        lit = light_vertices(
            positions, normals, figure.triangles, frame(name), LAMPS[name], openness
        )
        light = fine_light(lit, placed)
        for height in heights:
            raster = rasterise(placed, shown, frame(name, height), SUPERSAMPLE)
            picture = develop(raster, *shade_lit(surface, raster, LAMPS[name], light))
            result[name, height] = picture
            if name == "right":
                result["left", height] = picture.mirrored()
    return result


def frame(name: str, height: int = FULL_HEIGHT) -> Camera:
    """Return the camera of a standard view; ``height`` is that of the standing views."""
    return view(name, height * 1000 // FULL_HEIGHT if name == "soles" else height)


def to_image(picture: Picture) -> Image.Image:
    """Return the shade as an RGBA picture, grey."""
    grey = np.round(picture.shade * 255).astype(np.uint8)
    alpha = np.round(picture.alpha * 255).astype(np.uint8)
    return Image.fromarray(np.dstack([grey, grey, grey, alpha]), "RGBA")


def palette(material: NDArray[np.uint8]) -> Image.Image:
    """Return the material as an indexed picture."""
    image = Image.fromarray(material, "P")
    colours = [channel for colour in COLOURS.values() for channel in colour]
    image.putpalette(colours + [0] * (768 - len(colours)))
    return image


def write(picture: Picture, folder: Path, stem: str, suffix: str = "") -> None:
    """Write the shade, material and edge pictures of ``stem``, a suffix before the ending."""
    folder.mkdir(parents=True, exist_ok=True)
    to_image(picture).save(
        folder / f"{stem}.shade{suffix}.webp", quality=QUALITY, method=6, alpha_quality=100
    )
    palette(picture.material).save(folder / f"{stem}.material{suffix}.png", optimize=True)
    palette(picture.edge).save(folder / f"{stem}.edge{suffix}.png", optimize=True)


def build(folder: Path) -> None:
    """Write the pictures of both figures below ``folder``."""
    suffixes = {FULL_HEIGHT: "", SMALL: "-small"}
    for name in RECIPES:
        drawn = views(load(name), tuple(LAMPS), tuple(suffixes))
        for (stem, height), picture in drawn.items():
            write(picture, folder / name, stem, suffixes[height])
