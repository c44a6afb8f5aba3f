"""The breathing pace."""

import pytest

from guide.app.session_state import breath_at


@pytest.mark.parametrize(
    ("seconds", "inward", "fullness", "left"),
    [
        (0.0, True, 0.0, 4),
        (2.0, True, 0.5, 2),
        (3.5, True, 0.875, 1),
        (4.0, False, 1.0, 6),
        (7.0, False, 0.5, 3),
        (9.99, False, 0.0017, 1),
        (10.0, True, 0.0, 4),
    ],
)
def test_four_in_and_six_out(seconds: float, inward: bool, fullness: float, left: int) -> None:
    breath = breath_at(seconds)
    assert breath.inward is inward
    assert breath.fullness == pytest.approx(fullness, abs=1e-3)
    assert breath.seconds_left == left
