"""From grids to lines: smooth, closed, with their holes, and no longer than needed."""

import numpy as np
import pytest

from guide.atlas.shapes import line_values
from guide.atlas.surface.trace import (
    area,
    depths,
    fibre_lines,
    field_rings,
    groups,
    mask_rings,
    simpler,
    to_line,
)

ROWS, COLUMNS = np.mgrid[:120, :140]
AWAY = np.hypot(ROWS + 0.5 - 60, COLUMNS + 0.5 - 70)


def test_an_outline_is_smooth_closed_and_has_its_hole() -> None:
    rings = mask_rings((AWAY < 50) & (AWAY > 20), 300, 200, 0.4)
    assert len(rings) == 2
    for ring, radius in zip(sorted(rings, key=area, reverse=True), (50, 20), strict=True):
        away = np.hypot(*(ring - [370, 260]).T)
        assert np.abs(away - radius).max() < 0.8
        assert area(ring) == pytest.approx(np.pi * radius**2, rel=0.03)
        assert len(ring) < 100


def test_specks_have_no_outline() -> None:
    mask = np.zeros((30, 30), dtype=bool)
    mask[10:14, 10:14] = True
    assert mask_rings(mask, 0, 0, 0.4) == []
    assert field_rings(np.where(mask, 1.0, -1.0), 0, 0, 60.0, 0.4) == []


def test_simplifying_keeps_corners_and_ends() -> None:
    along = np.stack([np.arange(64.0), np.zeros(64)], axis=1)
    up = np.stack([np.full(64, 63.0), np.arange(1.0, 65)], axis=1)
    line = simpler(np.concatenate([along, up]), 0.4, closed=False)
    assert len(line) < 20
    assert line[0] == pytest.approx((0, 0))
    assert line[-1] == pytest.approx((63, 64))
    assert np.hypot(*(line - [63, 0]).T).min() < 1.5


def test_fibres_run_along_equal_shares_and_end_at_the_edge() -> None:
    share = np.where(AWAY < 50, ROWS / 120, np.nan)
    lines = fibre_lines(share, 6, 0, 0, 6.0, 0.4)
    assert len(lines) == 5  # one of six lies beside the disc
    for line in lines:
        assert np.ptp(line[:, 1]) < 0.5
        assert np.hypot(*(line - [70, 60]).T).max() < 51
    assert fibre_lines(np.full((20, 20), 0.5), 1, 0, 0, 60.0, 0.4) == []


def test_depth_grows_inwards_and_stops_at_the_neighbour() -> None:
    numbers = np.zeros((9, 11), dtype=np.uint8)
    numbers[1:8, 1:6], numbers[1:8, 6:10] = 1, 2
    deep = depths(numbers)
    assert deep[0].max() == 0
    assert deep[4, 3] == deep.max() == 3
    assert deep[4, 6] == 1
    assert deep[4, 7] == 2


def test_numbers_are_grouped() -> None:
    found = groups(np.array([0, 2, 1, 2, 0], dtype=np.uint8))
    assert {number: rows.tolist() for number, rows in found.items()} == {1: [2], 2: [1, 3]}


def test_a_line_is_kept_in_eighths() -> None:
    assert line_values(to_line(np.array([[1.06, 2.51]]))) == (1.0, 2.5)
