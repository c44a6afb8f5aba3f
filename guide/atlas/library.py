"""Where the figure's pictures lie, and what lies under a point of them.

The builder (``tools/atlas``) writes one folder per figure under ``assets/atlas`` and one per
figure and pose under ``assets/poses``; the left view is the mirror image of the right one and
is written like the others.
"""

import math
import zlib
from functools import cache
from pathlib import Path

import msgspec

from guide.atlas.shapes import ViewShapes
from guide.core.anatomy import FigureName, Place, View


class AtlasError(Exception):
    """A picture or a shape file is missing or damaged; the text names the file."""


class PicturePaths(msgspec.Struct, frozen=True):
    """One picture: grey shading with alpha, the material of each pixel, and its neighbour's.

    ``edge`` holds 16 * another material + its share of the pixel in fifteenths, 0 where the
    pixel has one material only: what makes borders smooth in any colours.
    """

    shade: Path
    material: Path
    edge: Path


class ZoneMap:
    """Which zone each point of a view belongs to: one byte per pixel, row by row."""

    def __init__(self, shapes: ViewShapes, numbers: bytes) -> None:
        """``numbers`` has ``map_width * map_height`` bytes; raises `AtlasError` otherwise."""
        self._width, self._height = shapes.map_width, shapes.map_height
        if len(numbers) != self._width * self._height:
            raise AtlasError(
                f"The zone map of {shapes.figure}/{shapes.view} has {len(numbers)} bytes instead "
                f"of {self._width * self._height}; rebuild the atlas or reinstall Unknot."
            )
        self._numbers = numbers
        self._scale = shapes.map_width / shapes.width, shapes.map_height / shapes.height
        self._places = {shape.number: Place(shape.zone, shape.side) for shape in shapes.zones}

    def at(self, x: float, y: float) -> Place | None:
        """The place under a point given in pixels of the large picture, None off the body."""
        column, row = math.floor(x * self._scale[0]), math.floor(y * self._scale[1])
        if not (0 <= column < self._width and 0 <= row < self._height):
            return None
        return self._places.get(self._numbers[row * self._width + column])


class Library:
    """The pictures and shapes under one assets folder; everything is read once."""

    def __init__(self, assets: Path) -> None:
        """``assets`` holds ``atlas`` and ``poses``."""
        self._assets = assets
        self.shapes = cache(self._read_shapes)
        self.zone_map = cache(self._read_zone_map)

    def picture(self, figure: FigureName, view: View, large: bool) -> PicturePaths:
        """The picture of a view: 2,250 px tall when ``large``, else 900 px."""
        size = "" if large else "-small"
        folder = self._assets / "atlas" / figure
        return PicturePaths(
            folder / f"{view}.shade{size}.webp",
            folder / f"{view}.material{size}.png",
            folder / f"{view}.edge{size}.png",
        )

    def frames(self, figure: FigureName, pose: str) -> tuple[PicturePaths, ...]:
        """The pictures of a stretch from its start to its end, as done on the right side."""
        folder = self._assets / "poses" / figure / pose
        shades = sorted(folder.glob("*.shade.webp"))
        if not shades:
            raise AtlasError(f"There are no pictures of the pose {pose!r} for the {figure} figure.")
        return tuple(
            PicturePaths(shade, folder / f"{number}.material.png", folder / f"{number}.edge.png")
            for shade, number in ((shade, shade.name.split(".")[0]) for shade in shades)
        )

    def _read_shapes(self, figure: FigureName, view: View) -> ViewShapes:
        path = self._assets / "atlas" / figure / f"{view}.shapes.json"
        try:
            return msgspec.json.decode(path.read_bytes(), type=ViewShapes)
        except (OSError, msgspec.MsgspecError) as error:
            raise AtlasError(f"The shapes in {path} cannot be read: {error}") from error

    def _read_zone_map(self, figure: FigureName, view: View) -> ZoneMap:
        path = self._assets / "atlas" / figure / f"{view}.zones.z"
        try:
            numbers = zlib.decompress(path.read_bytes())
        except (OSError, zlib.error) as error:
            raise AtlasError(f"The zone map {path} cannot be read: {error}") from error
        return ZoneMap(self.shapes(figure, view), numbers)
