"""The figure of one view, in the size that is needed now: small first, large when zoomed."""

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPainter

from guide.atlas.library import AtlasError, Library
from guide.core.orientation import FigureName, View
from guide.ui.body.viewport import Viewport
from guide.ui.figure_picture import FigurePictures, coloured, grey
from guide.ui.look import Look
from guide.ui.tokens import Body

Key = tuple[FigureName, View, Body]


class FigureLayer(QObject):
    """Draws the figure; asks for the large picture in a thread when the small is too coarse."""

    sharpened = Signal()  # the large picture is here: draw again
    failed = Signal(str)  # it cannot be read: one sentence
    _loaded = Signal(object, object)

    def __init__(
        self, look: Look, pictures: FigurePictures, library: Library, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look, self._pictures, self._library = look, pictures, library
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(0)  # a thread that waits for work wakes once more to end
        self._large: dict[Key, QImage] = {}  # one view at a time: it is 10 MB
        self._wanted: Key | None = None
        self._broken: set[Key] = set()
        self._scaled: tuple[Key, int, QImage] | None = None  # with its height
        self._shade: tuple[Path, QImage] | None = None
        self.garment = True  # False colours it as skin
        self._loaded.connect(self._keep)

    def paint(
        self, painter: QPainter, figure: FigureName, view: View, viewport: Viewport, ratio: float
    ) -> None:
        """Draw the figure where ``viewport`` says; ``ratio`` is device pixels a point."""
        key = figure, view, self._body()
        target = _target(viewport)
        wide, high = round(target.width() * ratio), round(target.height() * ratio)
        image = self._kept(key, high)
        if image is None:
            image = self._source(key, viewport, ratio)
            if image.isNull():
                return
            if high <= image.height():
                image = self._fitted(key, image, wide, high)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)

    def paint_shade(
        self, painter: QPainter, figure: FigureName, view: View, viewport: Viewport
    ) -> None:
        """Draw its grey shading alone, wherever ``painter`` is: it takes any colour."""
        large = (figure, view, self._body()) in self._large
        path = self._library.picture(figure, view, large).shade
        if self._shade is None or self._shade[0] != path:
            try:
                self._shade = path, grey(path)
            except AtlasError:  # told when the figure was painted
                return
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(_target(viewport), self._shade[1])
        painter.restore()

    @property
    def sharp(self) -> bool:
        """True once a large picture is here."""
        return bool(self._large)

    def wait(self) -> None:
        """Wait until no picture is being read."""
        self._pool.waitForDone()

    def forget(self) -> None:
        """Keep no picture: what was drawn is all that is needed for now."""
        self._large, self._scaled, self._shade = {}, None, None

    def _body(self) -> Body:
        body = self._look.tokens.body
        return body if self.garment else body._replace(garment=body.skin)

    def _kept(self, key: Key, high: int) -> QImage | None:
        """The picture as it was fitted last, if that is the one that is wanted now."""
        if self._scaled is None or self._scaled[:2] != (key, high):
            return None
        return self._scaled[2]

    def _source(self, key: Key, viewport: Viewport, ratio: float) -> QImage:
        if key in self._large:
            return self._large[key]
        if key in self._broken:
            return QImage()
        try:
            paths = self._library.picture(key[0], key[1], large=False)
            small = self._pictures.image(paths, body=key[2])
        except AtlasError as error:  # told once; the zones work without the picture
            self._broken.add(key)
            self.failed.emit(str(error))
            return QImage()
        needed = viewport.picture_height * viewport.scale * ratio
        if needed > small.height() * 1.02 and self._wanted != key:
            self._wanted = key
            paths = self._library.picture(key[0], key[1], large=True)
            loaded, failed, body = self._loaded, self.failed, key[2]

            def read() -> None:
                try:
                    loaded.emit(key, coloured(paths, body, lit=True))
                except AtlasError as error:
                    failed.emit(str(error))

            self._pool.start(read)
        return small

    @Slot(object, object)
    def _keep(self, key: Key, image: QImage) -> None:
        self._large = {key: image}
        self._wanted = None
        self.sharpened.emit()

    def _fitted(self, key: Key, image: QImage, wide: int, high: int) -> QImage:
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = image.scaled(QSize(wide, high), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        self._scaled = key, high, fitted
        return fitted


def _target(viewport: Viewport) -> QRectF:
    """Where the whole picture lies in the widget."""
    wide = viewport.picture_width * viewport.scale
    return QRectF(viewport.x, viewport.y, wide, viewport.picture_height * viewport.scale)
