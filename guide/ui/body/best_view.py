"""From where a scene is seen best, and how near one goes to it."""

from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from guide.atlas.library import Library
from guide.core.anatomy import FigureName, View
from guide.ui.body.paths import ViewPaths
from guide.ui.body.scene import Scene, bounds
from guide.ui.body.viewport import Viewport

VIEWS = (View.BACK, View.FRONT, View.RIGHT, View.LEFT, View.SOLES)
FACING = 3.0  # a search area that faces us counts as much as so many times its muscle's area
ALIKE = 1.02  # left and right of both sides are mirror images: the first of them counts
SHARE = 3.0  # of the widget to the scene's box
ROOM = 0.16  # of the scene's box, left free around it


def best_view(library: Library, figure: FigureName, scene: Scene) -> tuple[View, ViewPaths]:
    """The standard view that shows most of ``scene``, with its paths; raises `AtlasError`.

    The front where nothing of it is seen from anywhere.
    """
    front = ViewPaths(library.shapes(figure, View.FRONT))
    best, most = (View.FRONT, front), 0.0
    for view in VIEWS:
        paths = front if view is View.FRONT else ViewPaths(library.shapes(figure, view))
        shown = _shown(scene, paths)
        if shown > most * ALIKE:
            best, most = (view, paths), shown
    return best


def near(
    scene: Scene, paths: ViewPaths, width: int, height: int, across: tuple[float, float]
) -> Viewport:
    """The picture laid into a widget so that ``scene`` takes a third of it, or more.

    ``across`` is how many centimetres are seen for a small scene, and beside how much a larger
    one stands; what is larger still fills the widget. With one spot alone, that spot is in the
    middle; with nothing to see, the upper body is.
    """
    shapes, box = paths.shapes, focus(scene, paths)
    own = SHARE * max(box.width(), box.height()) / shapes.pixels_per_cm
    if box.isEmpty():
        box, own = QRectF(shapes.width / 2, shapes.height / 4, 1.0, 1.0), across[1]
    least = min(min(max(own, across[0]), across[1]) * shapes.pixels_per_cm, shapes.width)
    room = 1 + 2 * ROOM
    scale = min(
        min(width, height) / least,
        width / max(box.width() * room, 1.0),
        height / max(box.height() * room, 1.0),
    )
    x = width / 2 - box.center().x() * scale
    y = height / 2 - box.center().y() * scale
    return Viewport(width, height, shapes.width, shapes.height, scale, x, y)


def focus(scene: Scene, paths: ViewPaths) -> QRectF:
    """The box of what ``scene`` is about, in pixels of the large picture."""
    if scene.lit is not None and scene.spot:
        shape = paths.shapes.muscle(scene.lit.muscle, scene.lit.side)
        for point in shape.points if shape else ():
            if point.id == scene.spot:
                return QRectF(point.x - 0.5, point.y - 0.5, 1.0, 1.0)
    return bounds(scene, paths)


def _shown(scene: Scene, paths: ViewPaths) -> float:
    """How much of ``scene`` is seen in a view, in square centimetres."""
    places = {*scene.main, *(mark.place for mark in scene.marks)}
    found = sum(_area(paths, paths.zone(place)) for place in places)
    for lit in scene.all_lit:
        shape = paths.muscle(lit.muscle, lit.side)
        if shape is not None:
            own = _area(paths, paths.patch(lit.muscle, lit.side))
            wanted = [point for point in shape.points if scene.spot in ("", point.id)]
            facing = sum(point.facing for point in wanted) / max(len(wanted), 1)
            seen = 0.1 if shape.projected else 0.4 if shape.deep else 1.0
            found += own * (seen + FACING * facing)
    return found


def _area(paths: ViewPaths, path: QPainterPath) -> float:
    """What ``path`` surrounds, in square centimetres."""
    found = sum(abs(_surrounded(ring)) for ring in path.toSubpathPolygons())
    return found / paths.shapes.pixels_per_cm**2


def _surrounded(ring: QPolygonF) -> float:
    points = [(point.x(), point.y()) for point in ring.toList()]
    return sum(x * v - u * y for (x, y), (u, v) in pairwise(points)) / 2
