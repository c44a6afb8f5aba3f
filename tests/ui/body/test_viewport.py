"""Zoom and pan keep what they promise, at any size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.ui.body.viewport import MARGIN, MOST, Viewport, fit, pan, resize, reveal, zoom

sizes = st.floats(240, 4000)
points = st.floats(0, 4000)
factors = st.floats(0.2, 5)


def _fitted(width: float, height: float) -> Viewport:
    return fit(width, height, 1192, 2250)


@given(sizes, sizes)
def test_a_fitted_picture_lies_wholly_inside(width: float, height: float) -> None:
    viewport = _fitted(width, height)
    left, top = viewport.to_widget(0, 0)
    right, bottom = viewport.to_widget(1192, 2250)
    assert left >= MARGIN - 1e-6
    assert top >= MARGIN - 1e-6
    assert right <= width - MARGIN + 1e-6
    assert bottom <= height - MARGIN + 1e-6
    assert viewport.zoom == pytest.approx(1)


@given(sizes, sizes, points, points)
def test_there_and_back_is_the_same_point(width: float, height: float, x: float, y: float) -> None:
    viewport = zoom(_fitted(width, height), 2.0, x, y)
    back = viewport.to_widget(*viewport.to_picture(x, y))
    assert back == pytest.approx((x, y), abs=1e-6)


def test_the_point_under_the_pointer_stays_there() -> None:
    before = _fitted(800, 900)
    after = zoom(before, 2.0, 380, 400)
    assert after.to_picture(380, 400) == pytest.approx(before.to_picture(380, 400))
    assert after.zoom == pytest.approx(2)


@given(sizes, sizes, st.lists(st.tuples(factors, points, points), max_size=8), points, points)
def test_the_picture_never_leaves_the_window(
    width: float, height: float, zooms: list[tuple[float, float, float]], dx: float, dy: float
) -> None:
    viewport = _fitted(width, height)
    for factor, x, y in zooms:
        viewport = pan(zoom(viewport, factor, x, y), dx - 2000, dy - 2000)
        assert 1 - 1e-9 <= viewport.zoom <= MOST + 1e-9
    left, top = viewport.to_widget(0, 0)
    right, bottom = viewport.to_widget(1192, 2250)
    assert left < width
    assert top < height
    assert right > 0
    assert bottom > 0


def test_zooming_out_fits_again() -> None:
    before = _fitted(800, 900)
    assert zoom(zoom(before, 4, 10, 10), 0.0, 10, 10) == before


def test_a_fitted_picture_is_not_dragged() -> None:
    before = _fitted(800, 900)
    assert pan(before, 50, 50) == before


def test_another_size_keeps_the_middle_in_sight() -> None:
    before = zoom(_fitted(800, 900), 3, 400, 300)
    after = resize(before, 1000, 700)
    assert after.zoom == pytest.approx(before.zoom)
    assert after.to_picture(500, 350) == pytest.approx(before.to_picture(400, 450))


def test_a_point_out_of_sight_is_brought_in() -> None:
    zoomed = zoom(_fitted(800, 900), 8, 400, 100)
    x, y = reveal(zoomed, 596, 2000).to_widget(596, 2000)
    assert 0 < x < 800
    assert 0 < y < 900
