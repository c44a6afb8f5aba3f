"""Where the figure's pictures lie, and what lies under a point of them.

The builder (``tools/atlas``) writes one folder per figure under ``assets/atlas`` and one per
figure and pose under ``assets/poses``; the left view is the mirror image of the right one and
is written like the others. The first paint needs framings and pictures alone: msgspec, which reads
the shapes, is imported with the first of them.
"""

import math
import zlib
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guide.atlas.errors import AtlasError
from guide.core.orientation import FigureName, View

if TYPE_CHECKING:
    from guide.atlas.shapes import Shapes
    from guide.atlas.standard import ViewShapes
    from guide.core.anatomy import Place

__all__ = ["AtlasError", "Framing", "Library", "PicturePaths", "ZoneMap"]

FRAMINGS = "framing.json"
Box = tuple[float, float, float, float]  # left, top, width, height


class Framing(NamedTuple):
    """The size of a view's large picture, and the box of the figure in it, in its pixels."""

    width: int
    height: int
    box: Box


class PicturePaths(NamedTuple):
    """One picture: grey shading with alpha, the material of each pixel, and its neighbour's.

    ``edge`` holds 16 * another material + its share of the pixel in fifteenths, 0 where the
    pixel has one material only: what makes borders smooth in any colours.
    """

    shade: Path
    material: Path
    edge: Path


class ZoneMap:
    """Which zone each point of a view belongs to: one byte per pixel, row by row."""

    def __init__(self, shapes: "ViewShapes", numbers: bytes) -> None:
        """``numbers`` has ``map_width * map_height`` bytes; raises `AtlasError` otherwise."""
        self._width, self._height = shapes.map_width, shapes.map_height
        if len(numbers) != self._width * self._height:
            raise AtlasError(
                f"The zone map of {shapes.figure}/{shapes.view} has {len(numbers)} bytes instead "
                f"of {self._width * self._height}; rebuild the atlas or reinstall Unknot."
            )
        self._numbers = numbers
        self._scale = shapes.map_width / shapes.width, shapes.map_height / shapes.height
        self._places: dict[int, Place] = {shape.number: shape.place for shape in shapes.zones}

    def at(self, x: float, y: float) -> "Place | None":
        """The place under a point given in pixels of the large picture, None off the body."""
        column, row = math.floor(x * self._scale[0]), math.floor(y * self._scale[1])
        if not (0 <= column < self._width and 0 <= row < self._height):
            return None
        return self._places.get(self._numbers[row * self._width + column])


class Library:
    """The pictures and shapes under one assets folder; everything is read once."""

    def __init__(self, assets: Path) -> None:
        """``assets`` holds ``atlas`` and ``poses``."""
        self.assets = assets
        self._framings = cache(self._read_framings)
        self._view = cache(self._read_view)
        self.shapes = cache(self._read_shapes)
        self.zone_map = cache(self._read_zone_map)

    def framing(self, figure: FigureName, view: View) -> Framing:
        """The size of a view and where the figure is in it; raises `AtlasError`."""
        return self._framings(figure)[view]

    def picture(self, figure: FigureName, view: View, large: bool) -> PicturePaths:
        """The picture of a view: 2,250 px tall when ``large``, else 900 px."""
        size = "" if large else "-small"
        folder = self.assets / "atlas" / figure
        return PicturePaths(
            folder / f"{view}.shade{size}.webp",
            folder / f"{view}.material{size}.png",
            folder / f"{view}.edge{size}.png",
        )

    def frames(self, figure: FigureName, pose: str) -> tuple[PicturePaths, ...]:
        """The pictures of a stretch from its start to its end, as done on the right side."""
        folder = self.assets / "poses" / figure / pose
        shades = sorted(folder.glob("*.shade.webp"))
        if not shades:
            raise AtlasError(f"There are no pictures of the pose {pose!r} for the {figure} figure.")
        return tuple(
            PicturePaths(shade, folder / f"{number}.material.png", folder / f"{number}.edge.png")
            for shade, number in ((shade, shade.name.split(".")[0]) for shade in shades)
        )

    def _read_framings(self, figure: FigureName) -> dict[View, Framing]:
        import json  # quicker to import than msgspec, by a tenth of a start

        path = self.assets / "atlas" / figure / FRAMINGS
        try:
            read = json.loads(path.read_bytes())
            return {
                view: Framing(int(wide), int(high), (float(x), float(y), float(w), float(h)))
                for view, (wide, high, (x, y, w, h)) in ((view, read[view]) for view in View)
            }
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise AtlasError(f"The framing in {path} cannot be read: {error}") from error

    def _read_shapes(self, figure: FigureName, view: View) -> "Shapes":
        from guide.atlas.standard import StandardShapes

        pack = self.assets / "atlas" / figure / f"{view}.pack"
        return StandardShapes(self._view(figure, view), partial(self.zone_map, figure, view), pack)

    def _read_view(self, figure: FigureName, view: View) -> "ViewShapes":
        import msgspec

        from guide.atlas.standard import ViewShapes

        path = self.assets / "atlas" / figure / f"{view}.shapes.json"
        try:
            return msgspec.json.decode(path.read_bytes(), type=ViewShapes)
        except (OSError, msgspec.MsgspecError) as error:
            raise AtlasError(f"The shapes in {path} cannot be read: {error}") from error

    def _read_zone_map(self, figure: FigureName, view: View) -> ZoneMap:
        path = self.assets / "atlas" / figure / f"{view}.zones.z"
        try:
            numbers = zlib.decompress(path.read_bytes())
        except (OSError, zlib.error) as error:
            raise AtlasError(f"The zone map {path} cannot be read: {error}") from error
        return ZoneMap(self._view(figure, view), numbers)
