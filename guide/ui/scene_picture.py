"""A picture of the figure with something lit on it: looked at, never pressed."""

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.atlas.library import AtlasError, Library
from guide.core.anatomy import FigureName, View
from guide.i18n import _
from guide.ui.body.best_view import best_view, near
from guide.ui.body.figure_layer import FigureLayer
from guide.ui.body.paths import ViewPaths
from guide.ui.body.scene import Scene, paint_lines, paint_tints
from guide.ui.body.viewport import Viewport
from guide.ui.directions import view_words
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look

ACROSS_CM = 42.0, 42.0  # of the body: one knows the place again
FADE = 56  # pixels at 100 % text
FADE_MS = 180


class ScenePicture(QWidget):
    """Shows a `Scene` from where it is seen best, as near as it allows.

    Another scene fades in, unless there is to be no motion.
    """

    def __init__(
        self,
        look: Look,
        pictures: FigurePictures,
        library: Library,
        parent: QWidget | None = None,
        ground: str = "sunken",
        radius: int = 14,
        across: tuple[float, float] = ACROSS_CM,
        keeps: bool = True,
    ) -> None:
        """``ground`` is the token of its colour, ``radius`` rounds its corners; without one the
        figure fades into the ground. ``across`` is how much of the body is seen (see `near`).

        One of many small pictures ``keeps`` nothing but itself.
        """
        super().__init__(parent)
        self._look, self._library = look, library
        self._ground, self._radius, self._keeps = ground, radius, keeps
        self._across = across
        self._layer = FigureLayer(look, pictures, library, self)
        self._layer.sharpened.connect(self.redraw)
        self._figure = FigureName.FEMALE
        self._scene: Scene | None = None
        self._drawn: QPixmap | None = None
        self._before: QPixmap | None = None  # what fades out
        self._problem = ""
        self.view: View | None = None  # the view that is drawn
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(FADE_MS)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._faded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 140)

    def sizeHint(self) -> QSize:
        """Portrait, like a shoulder."""
        return QSize(360, 420)

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        return self._scene

    def show_scene(self, figure: FigureName, scene: Scene) -> None:
        """Look at ``scene`` on ``figure``."""
        if (figure, scene) == (self._figure, self._scene):
            return
        self._figure, self._scene = figure, scene
        if self._look.motion and self.isVisible() and self._drawn is not None:
            self._before = self._drawn
            self._fade.start()
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw again: another place, another size, or a sharper picture."""
        self._drawn = None
        self.update()

    def forget(self) -> None:
        """The screen is left: keep no picture, they are 20 MB."""
        self._fade.stop()
        self._layer.forget()
        self._drawn = self._before = None

    def wait(self) -> None:
        """Wait until no picture is being read."""
        self._layer.wait()

    def describe(self, words: str) -> None:
        """What a screen reader says instead of the picture."""
        self.setAccessibleName(_("Picture: {what}").format(what=words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is drawn anew in the new size."""
        super().resizeEvent(event)
        self._fade.stop()
        self._before = None
        self.redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the kept picture, or make it."""
        painter = QPainter(self)
        if self._drawn is None and self._scene is not None:
            try:
                self._drawn = self._draw(self._scene)
            except AtlasError as error:
                self._problem = str(error)
                self.setAccessibleDescription(self._problem)
        if self._drawn is not None:
            if self._before is not None:
                painter.drawPixmap(0, 0, self._before)
                painter.setOpacity(float(self._fade.currentValue() or 0.0))
            painter.drawPixmap(0, 0, self._drawn)
        elif self._problem:
            painter.setPen(self._look.colour("quiet"))
            painter.setFont(self._look.font("small"))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect(), flags, self._problem)

    @Slot()
    def _faded(self) -> None:
        self._before = None
        self.update()

    def _draw(self, scene: Scene) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._look.colour(self._ground))
        self.view, paths = best_view(self._library, self._figure, scene)
        self.setAccessibleDescription(view_words(self.view))
        viewport = near(scene, paths, self.width(), self.height(), self._across)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(0, 0, self._tinted(scene, self.view, paths, viewport))
        painter.translate(viewport.x, viewport.y)
        painter.scale(viewport.scale, viewport.scale)
        paint_lines(painter, scene, paths, self._look.tokens.body, viewport.scale)
        if not self._radius:
            painter.resetTransform()
            self._fade_out(painter)
        painter.end()
        if not self._keeps:
            self._layer.forget()
        return (
            _rounded(pixmap, self.rect(), self._look.px(self._radius)) if self._radius else pixmap
        )

    def _tinted(self, scene: Scene, view: View, paths: ViewPaths, viewport: Viewport) -> QImage:
        """The figure alone, with the tints of ``scene``; none spills over the silhouette."""
        ratio = self.devicePixelRatioF()
        figure = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        figure.setDevicePixelRatio(ratio)
        figure.fill(Qt.GlobalColor.transparent)
        painter = QPainter(figure)
        self._layer.paint(painter, self._figure, view, viewport, ratio)
        painter.end()
        tinted = QImage(figure)
        painter = QPainter(tinted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(viewport.x, viewport.y)
        painter.scale(viewport.scale, viewport.scale)
        shade = partial(self._layer.paint_shade, figure=self._figure, view=view, viewport=viewport)
        paint_tints(painter, scene, paths, self._look.tokens.body, shade)
        painter.restore()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, figure)
        painter.end()
        return tinted

    def _fade_out(self, painter: QPainter) -> None:
        """Let the figure end softly where the picture does."""
        ground, high = self._look.colour(self._ground), self._look.px(FADE)
        clear = QColor(ground)
        clear.setAlpha(0)
        box = QRectF(0, self.height() - high, self.width(), high)
        shade = QLinearGradient(box.topLeft(), box.bottomLeft())
        shade.setColorAt(0.0, clear)
        shade.setColorAt(1.0, ground)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.fillRect(box, shade)


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
