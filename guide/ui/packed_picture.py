"""A picture that a pack brought: PNG or JPEG by others, decoded within limits, then painted."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.ui.look import Look

MOST = 32  # MB of a decoded picture
LARGEST = 1200  # pixels of its longer side, once decoded
WIDEST, HIGHEST = 600, 420  # pixels at 100 % text


def decoded(data: bytes) -> QImage:
    """The picture in ``data``; a null image where it is damaged or too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    kind = b"png" if data.startswith(b"\x89PNG") else b"jpeg"  # and never a guess
    before = QImageReader.allocationLimit()
    QImageReader.setAllocationLimit(MOST)
    try:
        reader = QImageReader(buffer, QByteArray(kind))
        reader.setAutoDetectImageFormat(False)
        size = reader.size()
        if size.isValid() and max(size.width(), size.height()) > LARGEST:
            reader.setScaledSize(size.scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
        return reader.read()
    finally:
        QImageReader.setAllocationLimit(before)


class PackedPicture(QWidget):
    """One such picture, whole; what cannot be decoded leaves its place empty."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def show_picture(self, data: bytes, words: str, mirrored: bool = False) -> bool:
        """Show ``data``, which ``words`` describe; False where it is no sound picture."""
        image = decoded(data)
        self._image = image.flipped(Qt.Orientation.Horizontal) if mirrored else image
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()
        return not self._image.isNull()

    def sizeHint(self) -> QSize:
        """As large as it may be, in its proportions."""
        room = QSize(self._look.px(WIDEST), self._look.px(HIGHEST))
        if self._image.isNull():
            return QSize(0, 0)
        return self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle, as large as there is room."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.translate(QPointF(left, top))
        painter.scale(size.width() / self._image.width(), size.height() / self._image.height())
        painter.drawImage(0, 0, self._image)
