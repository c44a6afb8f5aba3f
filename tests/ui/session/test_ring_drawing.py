"""Where the parts of the ring lie: in the widget, round, and the moving end in its box."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from guide.ui.session.ring_drawing import (
    TURNS,
    Frame,
    frame_in,
    move_end,
    paint_band,
    paint_edge,
    paint_hint,
    paint_large,
)

GROUND, TRACK, TIME = QColor("black"), QColor("blue"), QColor("red")
SIZE = 300


@pytest.fixture
def frame() -> Frame:
    return frame_in(SIZE, SIZE)


def canvas() -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    return image


def painter_on(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


@pytest.mark.parametrize("size", [(240, 240), (900, 300), (300, 900)])
def test_it_fills_the_shorter_side_and_stays_inside(size: tuple[int, int]) -> None:
    frame, widget = frame_in(*size), QRectF(0, 0, *size)
    band = frame.band.adjusted(-frame.thick, -frame.thick, frame.thick, frame.thick)
    assert widget.contains(band)
    assert band.width() == pytest.approx(min(size) - 8)
    assert frame.band.contains(QRectF(frame.inside))


def test_the_breath_grows_and_never_reaches_the_band(frame: Frame) -> None:
    empty, full = frame.breath(0.0), frame.breath(1.0)
    assert empty < full < frame.radius - frame.thick / 2
    assert frame.around_breath(0.0).width() < frame.around_breath(1.0).width()


@pytest.mark.parametrize(
    ("turn", "x", "y"),
    [(0, 0, -1), (TURNS // 4, 1, 0), (TURNS // 2, 0, 1), (3 * TURNS // 4, -1, 0)],
)
def test_the_end_goes_round_clockwise_from_the_top(frame: Frame, turn: int, x: int, y: int) -> None:
    middle = frame.end(turn).center() - frame.centre
    assert (middle.x(), middle.y()) == pytest.approx((x * frame.radius, y * frame.radius), abs=1e-6)


@pytest.mark.parametrize(("old", "new"), [(TURNS, 2820), (1500, 1440), (60, 20), (1000, 1400)])
def test_moving_the_end_draws_what_drawing_all_would(frame: Frame, old: int, new: int) -> None:
    moved, once = canvas(), canvas()
    painter = painter_on(moved)
    paint_band(painter, frame, TRACK, TIME, old)
    box = move_end(painter, frame, GROUND, TRACK, TIME, old, new)
    painter.end()
    painter = painter_on(once)
    paint_band(painter, frame, TRACK, TIME, new)
    painter.end()
    assert QRect(0, 0, SIZE, SIZE).contains(box)
    wrong = max(
        abs(moved.pixelColor(x, y).red() - once.pixelColor(x, y).red())
        for x in range(SIZE)
        for y in range(SIZE)
    )
    assert wrong < 80  # a piece of an arc is rounded a little otherwise than the whole


def test_the_edge_is_drawn_outside_the_middle_of_the_band(frame: Frame) -> None:
    image = canvas()
    painter = painter_on(image)
    paint_edge(painter, frame, TIME)
    painter.end()
    lit = [y for y in range(SIZE // 2) if image.pixelColor(SIZE // 2, y).red() > 200]
    assert lit
    assert max(lit) < SIZE / 2 - frame.radius


def test_the_words_stay_inside_however_long(frame: Frame) -> None:
    image = canvas()
    painter = painter_on(image)
    paint_large(painter, frame, ("Sehr langsam entspannen", TIME), ("12:30", TIME))
    paint_hint(painter, frame, "Atme ruhig weiter und lass langsam los " * 3, TIME, breath=False)
    painter.end()
    inside = QRectF(frame.inside)
    written = [
        (x, y) for x in range(SIZE) for y in range(SIZE) if image.pixelColor(x, y).red() > 100
    ]
    assert len(written) > 500
    assert all(inside.contains(x, y) for x, y in written)
