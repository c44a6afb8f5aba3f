"""The figures of a measurement, on numbers known beforehand."""

import pytest

from tools.bench.figures import Ratio, percentile, ratio, void
from tools.bench.process import Usage


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert percentile(values, 0.99) == 99.0
    assert percentile(values, 1.0) == 100.0
    assert percentile([3.0], 0.5) == 3.0


def test_a_ratio_is_taken_pair_by_pair() -> None:
    drifting = [100.0, 200.0, 400.0]
    found = ratio([1.25 * value for value in drifting], drifting, seed=1)
    assert found == Ratio(1.25, 1.25, 1.25)
    assert str(found) == "1.25 (1.25..1.25)"


def test_rounds_that_do_not_match_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ratio([1.0, 2.0], [1.0], seed=1)


def test_a_limit_that_differs_from_itself_voids_the_run() -> None:
    assert void(Ratio(1.06, 1.0, 1.1))
    assert not void(Ratio(1.04, 1.0, 1.1))


def test_a_thread_that_ended_takes_no_count_along() -> None:
    before = Usage({1: 10, 2: 80}, {1: 0.5, 2: 1.0})
    assert Usage({1: 10, 3: 2}, {1: 0.5, 3: 0.25}).since(before) == (3, 0.25)
    assert before.since(before) == (0, 0.0)
