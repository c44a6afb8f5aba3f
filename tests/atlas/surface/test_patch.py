"""A patch ends at its outline, its parts, its facing, its depth and the midline."""

from typing import NamedTuple

import numpy as np
import pytest

from guide.atlas.surface.chart import Plane
from guide.atlas.surface.patch import OUTSIDE, Patch, Table, deepest


class Points(NamedTuple):
    points: np.ndarray
    normals: np.ndarray
    shares: np.ndarray

    def share(self, parts: tuple[int, ...]) -> np.ndarray:
        return self.shares


def square(depth: tuple[float, float] = (-9.0, 9.0), facing: float = 0.0) -> Patch:
    """Return the square from (-1, 0) to (0, 1), seen from the front."""
    y, x = np.mgrid[:15, :15] * 0.1 - 0.2
    inside = np.minimum.reduce([x, 1 - x, y, 1 - y])
    edge = Table((-1.2, -0.2), 0.1, np.clip(inside, -0.127, 0.127).astype(np.float32))
    course = Table((-1.2, -0.2), 0.1, x.astype(np.float32))
    return Patch(Plane(np.eye(3)), (0,), facing, depth, edge, course, 4)


def at(x: float, y: float = 0.5, z: float = 0.0, turn: float = 0.0, share: float = 1.0) -> Points:
    normal = [np.sin(turn), 0, np.cos(turn)]
    return Points(np.array([(x, y, z)]), np.array([normal]), np.array([share]))


@pytest.mark.parametrize(
    ("where", "covered"),
    [
        (at(-0.5), True),
        (at(-0.5, 1.05), False),
        (at(-9), False),
        (at(0.05), False),
        (at(-0.5, share=0.2), False),
        (at(-0.5, turn=2.0), False),
        (at(-0.5, z=0.6), False),
        (at(-0.5, z=0.4), True),
    ],
)
def test_a_patch_ends_where_it_says(where: Points, covered: bool) -> None:
    patch = square(depth=(-0.5, 0.5))
    assert (patch.inside(where)[0] > 0) is np.bool_(covered)
    assert (deepest((patch,), where)[0] > 0) is np.bool_(covered)


def test_between_knots_it_is_a_straight_line() -> None:
    patch = square()
    assert patch.inside(at(-0.95))[0] == pytest.approx(0.05, abs=1e-6)
    assert patch.across(at(-0.63))[0] == pytest.approx(0.37, abs=1e-6)
    assert patch.across(at(-9))[0] == -1
    assert square().edge.at(np.array([[5.0, 5.0]]), OUTSIDE)[0] == OUTSIDE


def test_a_drawing_over_both_halves_does_not_end_at_the_midline() -> None:
    patch = square()
    wide = Patch(
        patch.chart, (0,), 0.0, patch.depth, Table((-0.2, -0.2), 0.1, patch.edge.values), None, 0
    )
    assert wide.inside(at(0.5))[0] < 0
    assert wide.inside(at(0.5), half=False)[0] > 0
    assert wide.across(at(0.5))[0] == -1
