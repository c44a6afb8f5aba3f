"""Fields painted on the skin: curves that do not overshoot, and where garments end."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.atlas.surface import paint
from guide.core.orientation import FigureName

VALUES = st.lists(st.floats(-5, 5), min_size=3, max_size=8)


@given(VALUES)
def test_a_curve_meets_its_knots_and_stays_between_them(values: list[float]) -> None:
    knots = tuple((float(k), value) for k, value in enumerate(values))
    places = np.linspace(0, len(values) - 1, 20 * (len(values) - 1) + 1)
    curve = paint.along(knots, places)
    assert np.allclose(curve[::20], values)
    for k, (one, other) in enumerate(itertools.pairwise(values)):
        piece = curve[20 * k : 20 * k + 21]
        assert piece.min() >= min(one, other) - 1e-9
        assert piece.max() <= max(one, other) + 1e-9


def test_a_curve_is_smooth_at_its_knots() -> None:
    knots = ((0.0, 0.0), (1.0, 1.0), (2.0, 1.5), (3.0, 3.0))
    slopes = np.diff(paint.along(knots, np.array([0.9999, 1.0, 1.0001])))
    assert slopes[0] == pytest.approx(slopes[1], rel=0.01)


def test_hair_grows_on_the_crown_and_not_on_the_face() -> None:
    crown, forehead = np.array([[0.0, 17.3, 0.3]]), np.array([[0.0, 16.7, 1.3]])
    for figure in FigureName:
        assert paint.hair(crown, paint.STYLES[figure])[0] > 0
        assert paint.hair(forehead, paint.STYLES[figure])[0] < 0


def test_the_shorts_cover_the_hips_and_the_top_is_the_womans() -> None:
    hip, chest = np.array([[0.9, 9.3, 0.6]]), np.array([[0.6, 12.6, 1.2]])
    none = np.zeros(1)
    for figure in FigureName:
        style = paint.STYLES[figure]
        assert paint.garment(hip, none, none, style)[0] > 0
        assert paint.garment(hip, np.ones(1), none, style)[0] < 0  # an arm is never covered
        assert (paint.garment(chest, none, none, style)[0] > 0) is np.bool_(style.top)


def test_lashes_darken_the_upper_lid_more_than_the_lower() -> None:
    rim = paint.EYEBALL + 0.01
    upper, lower = ([[0, y, (rim**2 - y**2) ** 0.5]] for y in (0.08, -0.08))
    far = np.array([[0.0, -0.2, 0.15]])
    assert paint.lashes(np.array(upper))[0] < paint.lashes(np.array(lower))[0] < 1
    assert paint.lashes(far)[0] == 1
