"""The noise is smooth, bounded and always the same."""

import numpy as np

from guide.atlas.surface.noise import noise


def test_noise_is_bounded_smooth_and_repeatable() -> None:
    points = np.linspace(-30, 30, 6000)[:, None] * np.array([1.0, 0.7, 0.3])
    values = noise(points, 5)
    assert np.abs(values).max() <= 1
    assert values.std() > 0.2
    assert np.abs(np.diff(values)).max() < 0.1  # a step is a hundredth of a cell
    assert np.array_equal(values, noise(points, 5))
    assert not np.array_equal(values, noise(points, 6))
