"""Patterns are strong well inside their zones and fade to nothing."""

import pytest

from guide.atlas.referral import SPILLOVER, STRENGTH, strength


def test_strength_rises_from_nothing_to_all() -> None:
    values = [strength(form / 100) for form in range(101)]
    assert values == sorted(values)
    assert (strength(0.2), strength(1.0), strength(3.0)) == (0.0, 1.0, 1.0)
    assert strength(0.55) == pytest.approx(0.5)
    assert 0 < SPILLOVER < 0.5


def test_the_table_is_the_function_for_bytes() -> None:
    assert len(STRENGTH) == 256
    assert all(abs(STRENGTH[v] / 255 - strength(v / 255)) < 0.003 for v in range(256))
