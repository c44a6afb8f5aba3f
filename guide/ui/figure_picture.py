"""The drawn figure's pictures, coloured for the present theme: grey shading times material."""

from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QThreadPool
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, qRgba

from guide.atlas.library import AtlasError, PicturePaths
from guide.ui.look import Look
from guide.ui.tokens import Body, Tokens

# What the builder writes into the material picture, in this order; 0 is the ground.
MATERIALS = (
    "skin",
    "garment",
    "hair",
    "eye",
    "iris",
    "pupil",
    "lips",
    "brow",
    "prop",
    "muscle",
    "fibre",
)
UNLIT = {"muscle": "skin", "fibre": "skin"}
Key = tuple[PicturePaths, Body, bool]  # what a coloured picture is made from


def _no_picture(_stretch: str) -> None:
    """There is no pack."""


class FigurePictures:
    """Coloured pictures, kept while they are in use; shared by all screens with a figure."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._images = lru_cache(maxsize=1)(coloured)  # 2 to 11 MB; all users keep what they made
        self.packed: Callable[[str], bytes | None] = _no_picture  # of a pack's stretch, by its id
        self._pool: QThreadPool | None = None
        self._ahead: dict[Key, QImage] = {}  # made by `prefetch`, and not asked for yet
        self._pixmaps = lru_cache(maxsize=24)(self._make)  # six of a motion, both sides, and next

    def prefetch(self, paths: PicturePaths) -> None:
        """Begin to read a picture in a thread: `image` will hand it out, once.

        A damaged one is told by `image`.
        """
        self._pool = QThreadPool()
        key = paths, self._look.tokens.body, True
        self._pool.start(partial(_read_ahead, self._ahead, key))

    def image(self, paths: PicturePaths, lit: bool = True, body: Body | None = None) -> QImage:
        """The whole picture in full size; raises `AtlasError` naming a damaged file."""
        body = body or self._look.tokens.body
        if self._pool is not None:
            self._pool.waitForDone()
            self._pool = None
        made = self._ahead.pop((paths, body, lit), None)
        return self._images(paths, body, lit) if made is None else made

    def pixmap(
        self,
        paths: PicturePaths,
        size: QSize | None = None,
        mirrored: bool = False,
        lit: bool = True,
        tokens: Tokens | None = None,
    ) -> QPixmap:
        """The picture fitted into ``size`` (device pixels), mirrored for the other side."""
        body = (tokens or self._look.tokens).body
        wanted = (size.width(), size.height()) if size else None
        return self._pixmaps(paths, body, wanted, mirrored, lit)

    def _make(
        self,
        paths: PicturePaths,
        body: Body,
        size: tuple[int, int] | None,
        mirrored: bool,
        lit: bool,
    ) -> QPixmap:
        image = self._images(paths, body, lit)
        if size:
            image = image.scaled(
                QSize(*size),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return QPixmap.fromImage(image.flipped(Qt.Orientation.Horizontal) if mirrored else image)


def _read_ahead(made: dict[Key, QImage], key: Key) -> None:
    with suppress(AtlasError):  # whoever needs the picture meets the error
        made[key] = coloured(*key)


def coloured(paths: PicturePaths, body: Body, lit: bool) -> QImage:
    """Multiply the grey shading by the colours of ``body``; raises `AtlasError`.

    ``lit`` False shows a muscle drawn into the picture as skin.
    """
    shade, material, edge = (_read(path) for path in (paths.shade, paths.material, paths.edge))
    return composed(shade, material, edge, body, lit)


def composed(shade: QImage, material: QImage, edge: QImage, body: Body, lit: bool) -> QImage:
    """The same from the three pictures: grey with alpha, and indices of materials."""
    colours = _colours(body, lit)
    result = _tinted(material, colours + [qRgba(0, 0, 0, 0)] * (256 - len(colours)))
    painter = QPainter(result)
    painter.drawImage(result.rect(), _tinted(edge, _edge_table(colours)))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.drawImage(result.rect(), shade)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(result.rect(), shade)
    painter.end()
    return result


def grey(path: Path) -> QImage:
    """The shading of a picture alone, with alpha; raises `AtlasError`."""
    return _read(path).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _read(path: Path) -> QImage:
    image = QImage(str(path))
    if image.isNull():
        raise AtlasError(f"The picture {path} cannot be read; install Unknot again.")
    return image


def _tinted(indices: QImage, table: list[int]) -> QImage:
    if indices.colorCount() == 0:
        indices = indices.convertToFormat(QImage.Format.Format_Indexed8)
    indices.setColorTable(table)
    return indices.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _edge_table(colours: list[int]) -> list[int]:
    """Another material's colour, as opaque as its share of the pixel."""
    table = []
    for index in range(256):
        material, share = divmod(index, 16)
        colour = QColor(colours[material] if material < len(colours) else 0)
        colour.setAlphaF(share / 15)
        table.append(colour.rgba())
    return table


def _colours(body: Body, lit: bool) -> list[int]:
    # The ground is skin too: under a half-transparent silhouette it must not turn dark.
    names = [name if lit else UNLIT.get(name, name) for name in MATERIALS]
    return [QColor(getattr(body, name)).rgba() for name in ("skin", *names)]
