"""Pictures of the figure at any angle, made in a thread: the newest wish is the one that counts."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from guide.atlas.library import AtlasError
from guide.atlas.studio import Seen, Shot, Studio
from guide.core.orientation import Build, FigureName
from guide.ui.figure_picture import composed
from guide.ui.tokens import Body

if TYPE_CHECKING:
    from guide.atlas.surface.picture import Bytes, Picture


class Rendered(NamedTuple):
    """A finished picture: in colours, its grey shading, and where it lies."""

    shot: Shot
    body: Body
    image: QImage
    shade: QImage
    seen: Seen


class Wish(NamedTuple):
    """A picture in the colours of ``body``; with ``shapes`` what lies on it is wanted too."""

    shot: Shot
    body: Body
    shapes: bool = False


class Renderer(QObject):
    """Hands wishes to one worker thread; numpy and the mesh are imported and read there."""

    drawn = Signal(object)  # Rendered
    shaped = Signal(object, object)  # Shot, Shapes
    failed = Signal(str)  # the mesh cannot be read: one sentence
    _done = Signal()
    _read = Signal()

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(0)  # a thread that waits for work wakes once more to end
        self._now: Wish | None = None
        self._next: Wish | None = None
        self._broken = self._closed = False
        self._prepared = False
        self.ready = False  # the next picture comes without reading the mesh
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """True when nothing is being drawn."""
        return self._now is None

    def ask(self, wish: Wish) -> None:
        """Draw ``wish`` next; what was asked for before and has not begun is dropped."""
        if self._broken or self._closed:
            return
        self._next = wish
        if self._now is None:
            self._begin()

    @Slot(object, object)
    def prepare(self, figure: FigureName, build: Build) -> None:
        """Read the mesh once, before the first picture is asked for."""
        if not (self._prepared or self.ready or self._closed):
            self._prepared = True
            self._pool.start(lambda: self._get_ready(figure, build))

    def close(self) -> None:
        """Draw nothing more, and wait for the thread: it must end before this object does."""
        self._closed, self._next = True, None
        self._pool.waitForDone()

    def _begin(self) -> None:
        wish, self._now, self._next = self._next, self._next, None
        if wish is not None:
            self._pool.start(lambda: self._work(wish))

    def _is_outdated(self) -> bool:
        return self._closed or self._next is not None

    def _get_ready(self, figure: FigureName, build: Build) -> None:
        """In the worker thread. A mesh that cannot be read is told with the first picture."""
        try:
            self._studio.read(figure, build)
        except AtlasError:
            return
        self._read.emit()

    def _work(self, wish: Wish) -> None:
        """In the worker thread: draw, colour, and tell."""
        try:
            made = self._studio.picture(wish.shot, self._is_outdated)
            if made is not None:
                self.drawn.emit(_in_colours(wish, *made))
            if made is not None and wish.shapes and not self._is_outdated():
                shot = wish.shot
                shapes = self._studio.shapes(shot.figure, shot.build, shot.eye.aspect)
                self.shaped.emit(shot, shapes)
        except AtlasError as error:
            self._broken = True  # told once; the shipped pictures work without it
            self.failed.emit(str(error))
        finally:
            self._done.emit()

    @Slot()
    def _on_read(self) -> None:
        self.ready = True

    @Slot()
    def _on_done(self) -> None:
        self._now, self.ready = None, not self._broken
        if self._next is not None:
            self._begin()


def _in_colours(wish: Wish, picture: "Picture", seen: Seen) -> Rendered:
    grey = _image(picture.shade, QImage.Format.Format_Grayscale8)
    shade = grey.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    alpha = _image(picture.alpha, QImage.Format.Format_Grayscale8)
    shade.setAlphaChannel(alpha)
    material = _image(picture.material, QImage.Format.Format_Indexed8)
    edge = _image(picture.edge, QImage.Format.Format_Indexed8)
    image = composed(shade, material, edge, wish.body, lit=True)
    return Rendered(wish.shot, wish.body, image, shade, seen)


def _image(values: "Bytes", kind: QImage.Format) -> QImage:
    """A copy of (H, W) bytes as a picture."""
    high, wide = values.shape
    return QImage(values.tobytes(), wide, high, wide, kind).copy()
