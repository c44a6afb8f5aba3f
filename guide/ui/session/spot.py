"""The spot on the figure: a close look at the place that is pressed, its muscle lit."""

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.atlas.library import AtlasError, Library
from guide.atlas.shapes import PointShape
from guide.core.anatomy import Chosen, FigureName, Side, View
from guide.i18n import _
from guide.ui.body.figure_layer import FigureLayer
from guide.ui.body.paths import ViewPaths
from guide.ui.body.scene import Scene, paint_lines, paint_tints
from guide.ui.body.viewport import Viewport
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look

ACROSS_CM = 42.0  # of the body, seen in the picture: enough to know the place again
VIEWS = (View.BACK, View.FRONT, View.RIGHT, View.LEFT, View.SOLES)


class SpotPicture(QWidget):
    """Draws one muscle with one search area, large; nothing in it can be pressed."""

    def __init__(
        self, look: Look, pictures: FigurePictures, library: Library, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._library = look, library
        self._layer = FigureLayer(look, pictures, library, self)
        self._layer.sharpened.connect(self.redraw)
        self._figure = FigureName.FEMALE
        self._muscle: Chosen | None = None
        self._spot = ""
        self._drawn: QPixmap | None = None
        self._problem = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 140)

    def sizeHint(self) -> QSize:
        """Portrait, like a shoulder."""
        return QSize(360, 420)

    def show_spot(self, figure: FigureName, muscle: str, side: Side, spot: str) -> None:
        """Look at ``spot`` (a trigger point id) of ``muscle``."""
        wanted = figure, Chosen(muscle, side), spot
        if wanted != (self._figure, self._muscle, self._spot):
            self._figure, self._muscle, self._spot = wanted
            self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw again: another place, another size, or a sharper picture."""
        self._drawn = None
        self.update()

    def forget(self) -> None:
        """The screen is left: keep no picture, they are 20 MB."""
        self._layer.forget()
        self._drawn = None

    def wait(self) -> None:
        """Wait until no picture is being read."""
        self._layer.wait()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is drawn anew in the new size."""
        super().resizeEvent(event)
        self.redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the kept picture, or make it."""
        painter = QPainter(self)
        if self._drawn is None and self._muscle is not None:
            try:
                self._drawn = self._draw(self._muscle)
            except AtlasError as error:
                self._problem = str(error)
                self.setAccessibleDescription(self._problem)
        if self._drawn is not None:
            painter.drawPixmap(0, 0, self._drawn)
        elif self._problem:
            painter.setPen(self._look.colour("quiet"))
            painter.setFont(self._look.font("small"))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect(), flags, self._problem)

    def _draw(self, muscle: Chosen) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._look.colour("sunken"))
        view, paths = self._best_view(muscle)
        viewport = self._around(paths, muscle)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._layer.paint(painter, self._figure, view, viewport, ratio)
        painter.translate(viewport.x, viewport.y)
        painter.scale(viewport.scale, viewport.scale)
        scene = Scene(lit=muscle, spot=self._spot)
        shade = partial(self._layer.paint_shade, figure=self._figure, view=view, viewport=viewport)
        paint_tints(painter, scene, paths, self._look.tokens.body, shade)
        paint_lines(painter, scene, paths, self._look.tokens.body, viewport.scale)
        painter.end()
        return _rounded(pixmap, self.rect(), self._look.px(14))

    def _best_view(self, muscle: Chosen) -> tuple[View, ViewPaths]:
        """The view in which the spot faces us; else one that shows the muscle; else the front."""
        showing: tuple[View, ViewPaths] | None = None
        for view in VIEWS:
            paths = ViewPaths(self._library.shapes(self._figure, view))
            spot = self._point(paths, muscle)
            if spot is not None and spot.facing:
                return view, paths
            if showing is None and paths.muscle(muscle.muscle, muscle.side) is not None:
                showing = view, paths
        return showing or (View.FRONT, ViewPaths(self._library.shapes(self._figure, View.FRONT)))

    def _point(self, paths: ViewPaths, muscle: Chosen) -> PointShape | None:
        shape = paths.muscle(muscle.muscle, muscle.side)
        points = shape.points if shape else ()
        return next((point for point in points if point.id == self._spot), None)

    def _around(self, paths: ViewPaths, muscle: Chosen) -> Viewport:
        """The picture laid so that the spot, or the muscle, is in the middle."""
        shapes = paths.shapes
        spot = self._point(paths, muscle)
        box = paths.patch(muscle.muscle, muscle.side).boundingRect()
        centre = (spot.x, spot.y) if spot else (box.center().x(), box.center().y())
        if not spot and box.isEmpty():
            centre = (shapes.width / 2, shapes.height / 4)
        across = min(ACROSS_CM * shapes.pixels_per_cm, shapes.width)
        scale = min(self.width(), self.height()) / across
        return Viewport(
            self.width(),
            self.height(),
            shapes.width,
            shapes.height,
            scale,
            self.width() / 2 - centre[0] * scale,
            self.height() / 2 - centre[1] * scale,
        )

    def describe(self, words: str) -> None:
        """What a screen reader says instead of the picture."""
        self.setAccessibleName(_("Picture: {what}").format(what=words))


def _rounded(pixmap: QPixmap, rect: QRect, radius: int) -> QPixmap:
    result = QPixmap(pixmap.size())
    result.setDevicePixelRatio(pixmap.devicePixelRatio())
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    painter.setClipPath(path)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return result
