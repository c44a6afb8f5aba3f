"""The drawn figure's pictures, coloured for the present theme: grey shading times material."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QSize, Qt
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


class FigurePictures:
    """Coloured pictures, kept while they are in use; shared by all screens with a figure."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._images = lru_cache(maxsize=12)(coloured)
        self._pixmaps = lru_cache(maxsize=48)(self._make)

    def image(self, paths: PicturePaths, lit: bool = True, tokens: Tokens | None = None) -> QImage:
        """The whole picture in full size; raises `AtlasError` naming a damaged file."""
        body = (tokens or self._look.tokens).body
        return self._images(paths.shade, paths.material, body, lit)

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
        image = self._images(paths.shade, paths.material, body, lit)
        if size:
            image = image.scaled(
                QSize(*size),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return QPixmap.fromImage(image.mirrored(True, False) if mirrored else image)


def coloured(shade_path: Path, material_path: Path, body: Body, lit: bool) -> QImage:
    """Multiply the grey shading by the colours of ``body``; raises `AtlasError`.

    ``lit`` False shows a muscle drawn into the picture as skin.
    """
    shade, material = QImage(str(shade_path)), QImage(str(material_path))
    for path, image in ((shade_path, shade), (material_path, material)):
        if image.isNull():
            raise AtlasError(f"The picture {path} cannot be read; install Unknot again.")
    if material.colorCount() == 0:
        material = material.convertToFormat(QImage.Format.Format_Indexed8)
    material.setColorTable(_colour_table(body, lit))
    result = material.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    if result.size() != shade.size():
        result = result.scaled(shade.size())
    shade = shade.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(result)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.drawImage(0, 0, shade)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(0, 0, shade)
    painter.end()
    return result


def _colour_table(body: Body, lit: bool) -> list[int]:
    # The ground is skin too: under a half-transparent silhouette it must not turn dark.
    table = [QColor(body.skin).rgba()]
    for name in MATERIALS:
        shown = name if lit else UNLIT.get(name, name)
        table.append(QColor(getattr(body, shown)).rgba())
    return table + [qRgba(0, 0, 0, 0)] * (256 - len(table))
