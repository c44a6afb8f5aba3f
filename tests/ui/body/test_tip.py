"""The words about a zone never lie on it while there is room beside, below or above."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from guide.ui.body.tip import EDGE, tip_place

MAP = QSize(640, 700)


def test_it_stands_to_the_right_where_there_is_room() -> None:
    assert tip_place(QRect(100, 300, 50, 40), QSize(200, 30), MAP) == QPoint(163, 304)


def test_else_to_the_left() -> None:
    assert tip_place(QRect(500, 300, 50, 40), QSize(200, 30), MAP).x() == 286


def test_else_below_and_else_above() -> None:
    wide = QSize(420, 30)
    assert tip_place(QRect(250, 300, 100, 40), wide, MAP).y() == 353
    assert tip_place(QRect(250, 640, 100, 50), wide, MAP).y() == 596


def test_it_stays_in_the_map_at_the_edges() -> None:
    assert tip_place(QRect(10, 0, 20, 10), QSize(200, 30), MAP).y() == EDGE
    assert tip_place(QRect(10, 690, 20, 10), QSize(200, 30), MAP).y() == 662


@given(
    st.integers(0, 600),
    st.integers(0, 600),
    st.integers(5, 160),
    st.integers(5, 250),
    st.integers(40, 420),
)
def test_it_never_lies_on_its_zone(x: int, y: int, wide: int, high: int, words: int) -> None:
    zone, tip = QRect(x, y, wide, high) & QRect(QPoint(0, 0), MAP), QSize(words, 32)
    assert not QRect(tip_place(zone, tip, MAP), tip).intersects(zone)
