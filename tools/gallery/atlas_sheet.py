"""`python -m tools.gallery.atlas_sheet OUT [--only REGION]`: every muscle lit, to be looked at.

One picture for each region of the facts: a row for each muscle with its search areas and
referral, from the two sides that show most of it, on both figures; then each layer of muscles,
the danger zones and the landmarks on whole figures. All painted by the map's own canvas.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from guide.atlas.library import Library
from guide.atlas.shapes import Line, line_values
from guide.content import load
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Catalogue
from guide.core.orientation import FigureName, View
from guide.core.sight import Layer, Sight
from guide.resources import asset_root
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.paths import ViewPaths
from guide.ui.body.scene import Scene, bounds, make_scene
from guide.ui.body.viewport import Viewport
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look, load_fonts, start_style
from guide.ui.tokens import LIGHT

CELL: Final = QSize(330, 330)
WHOLE: Final = QSize(520, 1000)
LABEL: Final = 26  # pixels of height for the words over a row
AROUND: Final = 1.15  # of what is drawn, how much a cell shows
LEAST_CM: Final = 18.0  # across: enough of the body to know where one is
LAYERS: Final = {
    "superficial": frozenset({Layer.SUPERFICIAL}),
    "deep": frozenset({Layer.DEEP}),
    "danger": frozenset({Layer.DANGER}),
    "landmarks": frozenset({Layer.LANDMARKS}),
}


class Easel:
    """Paints one muscle or layer after the other into pictures of one size."""

    def __init__(self, look: Look, catalogue: Catalogue, parent: QObject) -> None:
        self.library, self._catalogue = Library(asset_root()), catalogue
        pictures = FigurePictures(look)
        self._canvas = MapCanvas(look, pictures, self.library, parent)

    def best_views(self, figure: FigureName, muscle: Chosen) -> tuple[View, View]:
        """The two views that show most of a muscle, the better one first."""
        seen = {}
        for view in View:
            paths = ViewPaths(self.library.shapes(figure, view))
            shape = paths.muscle(muscle.muscle, muscle.side)
            facing = sum(point.facing for point in shape.points) if shape else 0
            seen[view] = (facing, _area(shape.rings) if shape else 0.0)
        first, second, *_ = sorted(seen, key=lambda view: seen[view], reverse=True)
        return first, second

    def lit(self, figure: FigureName, view: View, muscle: Chosen) -> QImage:
        """A muscle with its search areas and referral, as near as all of it can be seen."""
        self._canvas.show(figure, view, CELL)
        referral = self._catalogue.muscles[muscle.muscle].referral
        scene = make_scene((), muscle, referral, Sight())
        paths = self._canvas.paths
        box = bounds(scene, paths)
        if box.isEmpty():
            box = QRectF(0, 0, paths.shapes.width, paths.shapes.height)
        self._canvas.viewport = _around(box, paths, CELL)
        return self._painted(scene, CELL)

    def layer(self, figure: FigureName, view: View, layers: frozenset[Layer]) -> QImage:
        """A layer on the whole figure."""
        self._canvas.show(figure, view, WHOLE)
        self._canvas.layer.garment = False
        return self._painted(Scene(sight=Sight(layers=layers)), WHOLE)

    def _painted(self, scene: Scene, size: QSize) -> QImage:
        self._canvas.scene = scene
        image = QImage(size, QImage.Format.Format_RGB32)
        for _time in range(2):  # the second time with the large picture, if it asked for one
            self._canvas.forget()
            painter = QPainter(image)
            self._canvas.paint(painter, QRect(0, 0, size.width(), size.height()), size, 1.0)
            painter.end()
            self._canvas.layer.wait()
            QApplication.processEvents()
        return image


def _area(rings: tuple[Line, ...]) -> float:
    """Return about how much of the picture rings surround, in square pixels."""
    total = 0.0
    for ring in rings:
        values = line_values(ring)
        x, y = values[::2], values[1::2]
        crossed = zip(x, y, (*x[1:], x[0]), (*y[1:], y[0]), strict=True)
        total += abs(sum(a * d - b * c for a, b, c, d in crossed)) / 2
    return total


def _around(box: QRectF, paths: ViewPaths, size: QSize) -> Viewport:
    shapes = paths.shapes
    across = max(box.width(), box.height()) * AROUND
    across = max(across, LEAST_CM * shapes.pixels_per_cm)
    scale = min(size.width(), size.height()) / across
    x = size.width() / 2 - box.center().x() * scale
    y = size.height() / 2 - box.center().y() * scale
    return Viewport(size.width(), size.height(), shapes.width, shapes.height, scale, x, y)


def region_sheet(easel: Easel, catalogue: Catalogue, region: str) -> QImage:
    """Every muscle of a region, two to a row: two views of each figure."""
    muscles = [each for each in catalogue.muscles.values() if each.region == region]
    rows = (len(muscles) + 1) // 2
    wide, high = CELL.width(), CELL.height() + LABEL
    sheet = QImage(QSize(8 * wide, rows * high), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    for figure in FigureName:
        jobs = [
            (view, k, each, number)
            for k, each in enumerate(muscles)
            for number, view in enumerate(easel.best_views(figure, Chosen(each.id, Side.RIGHT)))
        ]
        for view, k, each, number in sorted(jobs, key=lambda job: (job[0], job[1], job[3])):
            column = 4 * (k % 2) + 2 * list(FigureName).index(figure) + number
            x, y = column * wide, (k // 2) * high
            painter.drawImage(x, y + LABEL, easel.lit(figure, view, Chosen(each.id, Side.RIGHT)))
            words, most = f"{figure} {view} · {each.name}", wide - 12
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, most)
            painter.drawText(x + 6, y + 18, words)
    painter.end()
    return sheet


def layer_sheet(easel: Easel, layers: frozenset[Layer]) -> QImage:
    """A layer on both figures from the front, the back and the right."""
    views = (View.FRONT, View.BACK, View.RIGHT)
    sheet = QImage(QSize(6 * WHOLE.width(), WHOLE.height()), QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    for k, (figure, view) in enumerate((f, v) for f in FigureName for v in views):
        painter.drawImage(k * WHOLE.width(), 0, easel.layer(figure, view, layers))
    painter.end()
    return sheet


def main(arguments: list[str]) -> int:
    """Draw into the folder OUT."""
    parser = argparse.ArgumentParser(prog="atlas-sheet")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="this region, or this layer")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    start_style(application)
    load_fonts()
    look = Look(LIGHT, 1.0, motion=False)
    look.apply()
    catalogue = load()
    easel = Easel(look, catalogue, application)
    regions = dict.fromkeys(each.region for each in catalogue.muscles.values())
    for region in regions:
        if options.only in ("", region):
            region_sheet(easel, catalogue, region).save(str(options.out / f"muscles_{region}.png"))
            print(f"muscles_{region}.png", flush=True)
    for name, layers in LAYERS.items():
        if options.only in ("", name):
            layer_sheet(easel, layers).save(str(options.out / f"layer_{name}.png"))
            print(f"layer_{name}.png", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
