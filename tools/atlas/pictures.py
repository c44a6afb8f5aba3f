"""The standard pictures: each figure from every side, large and small."""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import distance_transform_edt

from guide.atlas.surface.body import Body, load_body
from guide.atlas.surface.camera import FULL_HEIGHT, Camera, view
from guide.atlas.surface.mesh import ANKLE, Surface, load_surface
from guide.atlas.surface.paint import Material
from guide.atlas.surface.picture import Picture
from guide.atlas.surface.render import render
from guide.core.orientation import FigureName

Ints = NDArray[np.int64]

SMALL: Final = 900
QUALITY: Final = 93
_BLEED: Final = 6
"""Pixels by which material and shade run on past the silhouette."""
DRAWN: Final = ("front", "back", "right", "soles")
"""The views that are drawn; "left" is the mirror image of "right"."""

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


def shown_triangles(canonical: NDArray[np.float32], triangles: Ints, name: str) -> Ints:
    """Return the triangles a view draws: the soles show the feet alone."""
    if name != "soles":
        return triangles
    foot = canonical[:, 1] < ANKLE
    return triangles[foot[triangles].all(axis=1)]


def views(
    surface: Surface,
    body: Body,
    names: tuple[str, ...],
    heights: tuple[int, ...] = (FULL_HEIGHT,),
) -> dict[tuple[str, int], Picture]:
    """Return pictures by view and height; "right" brings its mirror image "left" with it."""
    result: dict[tuple[str, int], Picture] = {}
    for name in names:
        shown = shown_triangles(surface.canonical, surface.triangles, name)
        for height in heights:
            picture = bled(render(surface, body, frame(name, height), triangles=shown))
            result[name, height] = picture
            if name == "right":
                result["left", height] = picture.mirrored()
    return result


def bled(picture: Picture) -> Picture:
    """Return a picture whose colours go on past the silhouette, against fringes when scaled."""
    away, near = distance_transform_edt(picture.material == Material.NONE, return_indices=True)
    reach, nearest = away <= _BLEED, tuple(near)
    return Picture(
        shade=np.where(reach, picture.shade[nearest], 127).astype(np.uint8),
        alpha=picture.alpha,
        material=np.where(reach, picture.material[nearest], Material.NONE).astype(np.uint8),
        edge=np.where(reach, picture.edge[nearest], 0).astype(np.uint8),
    )


def frame(name: str, height: int = FULL_HEIGHT) -> Camera:
    """Return the camera of a standard view; ``height`` is that of the standing views."""
    return view(name, height * 1000 // FULL_HEIGHT if name == "soles" else height)


def to_image(picture: Picture) -> Image.Image:
    """Return the shade as an RGBA picture, grey."""
    grey, alpha = picture.shade, picture.alpha
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
    """Write the pictures of both average figures below ``folder``, from its surface files."""
    suffixes = {FULL_HEIGHT: "", SMALL: "-small"}
    surface = load_surface(folder / "surface")
    for figure in FigureName:
        body = load_body(folder / "surface", surface, figure)
        print(f"  {figure}", flush=True)
        for (stem, height), picture in views(surface, body, DRAWN, tuple(suffixes)).items():
            write(picture, folder / figure, stem, suffixes[height])
