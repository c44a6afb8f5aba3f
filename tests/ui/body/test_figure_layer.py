"""The small picture first, the large one when it is needed, a sentence when there is none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from guide.atlas.library import Library
from guide.core.anatomy import FigureName, View
from guide.ui.body.figure_layer import FigureLayer
from guide.ui.body.viewport import fit
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look


def _paint(layer: FigureLayer, height: int) -> int:
    """Paint into a window of ``height``; returns how solid the head is."""
    image = QImage(QSize(400, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    viewport = fit(400, height, 400, 600)
    layer.paint(painter, FigureName.FEMALE, View.BACK, viewport, 1.0)
    painter.end()
    x, y = viewport.to_widget(150, 50)  # the middle of the head
    return image.pixelColor(round(x), round(y)).alpha()


@pytest.fixture
def layer(look: Look, pictures: FigurePictures, library: Library) -> FigureLayer:
    return FigureLayer(look, pictures, library, QObject(look))


def test_a_small_window_needs_the_small_picture_only(layer: FigureLayer) -> None:
    solid = _paint(layer, 250)
    layer.wait()
    assert not layer.sharp
    assert solid == 255


def test_a_large_one_is_sharpened_in_the_background(qtbot: QtBot, layer: FigureLayer) -> None:
    with qtbot.waitSignal(layer.sharpened):
        _paint(layer, 600)
    assert layer.sharp
    assert _paint(layer, 600) == 255


def test_a_missing_picture_is_said_once_and_nothing_is_drawn(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    layer = FigureLayer(look, FigurePictures(look), Library(tmp_path), QObject(look))
    with qtbot.waitSignal(layer.failed) as told:
        solid = _paint(layer, 250)
    assert "back.shade-small.webp" in (told.args or [""])[0]
    assert solid == 0
    with qtbot.assertNotEmitted(layer.failed):
        _paint(layer, 250)


def test_a_fitted_picture_is_drawn_again_without_its_source(
    layer: FigureLayer, pictures: FigurePictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    read = pictures.image
    monkeypatch.setattr(
        pictures, "image", lambda paths, body: asked.append(paths) or read(paths, body=body)
    )
    assert [_paint(layer, 250) for _turn in range(3)] == [255] * 3
    assert len(asked) == 1
    layer.forget()
    assert _paint(layer, 250) == 255
    assert len(asked) == 2


def test_no_thread_is_left_waiting_for_work(qtbot: QtBot, layer: FigureLayer) -> None:
    with qtbot.waitSignal(layer.sharpened):
        _paint(layer, 600)
    assert layer._pool.expiryTimeout() == 0
    qtbot.waitUntil(lambda: layer._pool.activeThreadCount() == 0)
