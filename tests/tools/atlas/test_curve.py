"""Distances to a ring are those of every segment, one by one."""

import numpy as np
import pytest

from tools.atlas.curve import signed_distance, smooth_ring

SQUARE = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])


@pytest.mark.parametrize(
    ("point", "distance"),
    [((0.5, 0.5), 0.5), ((0.5, 0.9), 0.1), ((1.3, 0.5), -0.3), ((2.0, 2.0), -np.sqrt(2))],
)
def test_a_square_is_measured_from_its_sides(point: tuple[float, float], distance: float) -> None:
    found = signed_distance(SQUARE, np.array([point]))
    assert found == pytest.approx([distance])


def one_by_one(ring: np.ndarray, point: np.ndarray) -> float:
    ends, crossings, nearest = np.roll(ring, -1, axis=0), 0, np.inf
    for start, end in zip(ring, ends, strict=True):
        line = end - start
        share = np.clip((point - start) @ line / max(line @ line, 1e-18), 0, 1)
        nearest = min(nearest, float(np.linalg.norm(point - start - share * line)))
        if (start[1] > point[1]) != (end[1] > point[1]):
            at = start[0] + (point[1] - start[1]) * line[0] / line[1]
            crossings += bool(point[0] < at)
    return nearest if crossings % 2 else -nearest


def test_a_curve_with_corners_is_measured_as_segment_by_segment() -> None:
    places = np.array([(0, 0), (1.2, -0.2), (0.7, 0.3), (1.3, 0.8), (0.3, 0.6), (-0.2, 1.1)])
    ring = smooth_ring(places, np.array([True, False, True, False, True, False]))
    points = np.random.default_rng(4).uniform(-0.6, 1.7, (400, 2))
    expected = [one_by_one(ring, point) for point in points]
    assert signed_distance(ring, points) == pytest.approx(expected, abs=2e-4)
