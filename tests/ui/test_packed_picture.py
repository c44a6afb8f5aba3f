"""A picture by others is decoded within limits, and shown only where it is sound."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageReader
from pytestqt.qtbot import QtBot

from guide.ui.look import Look
from guide.ui.packed_picture import LARGEST, PackedPicture, decoded
from tests.packs.ours import files
from tests.packs.zips import jpeg, png

SOUND = files()["pictures/thigh_care-heel_to_seat.png"]


def packed(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


def two_halves(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("blue"))
    return image


def test_png_and_jpeg_are_decoded(qapp: object) -> None:
    assert decoded(SOUND).size() == QSize(360, 480)
    assert decoded(packed(two_halves(8, 4), "jpg")).size() == QSize(8, 4)


def test_large_ones_are_made_smaller_while_they_are_read(qapp: object) -> None:
    large = QImage(2400, 600, QImage.Format.Format_RGB32)
    large.fill(QColor("red"))
    assert decoded(packed(large, "png")).size() == QSize(LARGEST, 300)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        SOUND[:3000],
        jpeg(),
        png(30_000, 30_000),
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"GIF89a" + b"\0" * 40,
        b"\x89PNG\r\n\x1a\n<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
    ids=["nothing", "cut", "empty jpeg", "huge", "svg", "gif", "svg in png"],
)
@pytest.mark.filterwarnings("ignore")
@pytest.mark.qt_log_ignore(".*")
def test_anything_else_is_no_picture(qapp: object, data: bytes) -> None:
    before = QImageReader.allocationLimit()
    assert decoded(data).isNull() or data == SOUND[:3000]
    assert QImageReader.allocationLimit() == before


def test_it_is_shown_in_its_proportions_and_mirrored_for_the_left(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    made = PackedPicture(look)
    qtbot.addWidget(made)
    assert made.show_picture(packed(two_halves(40, 20), "png"), "A wall")
    assert made.accessibleName() == "A wall"
    assert made.sizeHint().width() == 2 * made.sizeHint().height()
    made.resize(80, 40)
    assert made.grab().toImage().pixelColor(10, 20) == QColor("blue")
    assert made.show_picture(packed(two_halves(40, 20), "png"), "A wall", mirrored=True)
    assert made.grab().toImage().pixelColor(10, 20) == QColor("red")


@pytest.mark.qt_log_ignore(".*")
def test_what_is_damaged_takes_no_room(qtbot: QtBot, look: Look) -> None:
    made = PackedPicture(look)
    qtbot.addWidget(made)
    assert not made.show_picture(b"\x89PNG nothing", "A wall")
    assert made.sizeHint() == QSize(0, 0)
    made.grab()
