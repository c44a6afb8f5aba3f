"""The figures of a measurement, on numbers known beforehand."""

import numpy as np
import pytest

from tools.bench import click, idle
from tools.bench.figures import Ratio, percentile, ratio, void
from tools.bench.process import Spent, Usage
from tools.bench.screen import HEIGHT, WIDTH
from tools.bench.start import Watch


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
    assert Usage({1: 10, 3: 2}, {1: 0.5, 3: 0.25}).since(before) == Spent(2, 1, 0.25)
    assert before.since(before) == Spent(0, 0, 0.0)


def test_only_a_big_change_of_the_map_counts() -> None:
    pixels = np.zeros((HEIGHT, WIDTH), np.uint32)
    watch = Watch(pixels)
    area = (400, 80, 640, 720)
    pixels[80:800, 400:1040] = 1  # the figure
    watch.look()
    painted = watch.changed_ns
    pixels[700:790, 1000:1040] = 2  # the buttons in a corner of the map
    watch.look()
    pixels[0:80, :] = 3  # the header
    watch.look()
    assert watch.big_change_ns(area) == painted
    assert watch.big_change_ns() == watch.changed_ns > painted
    pixels[80:800, 410:1040] = 4  # the figure jumps
    watch.look()
    assert watch.big_change_ns(area) == watch.changed_ns


def test_a_look_at_the_same_picture_is_no_change() -> None:
    watch = Watch(np.zeros((HEIGHT, WIDTH), np.uint32))
    before = watch.changed_ns
    watch.look()
    assert watch.changed_ns == watch.big_change_ns() == before


def test_idle_is_idle_but_for_threads_that_end_after_the_start() -> None:
    still, ending, waking = (
        {"wakeups": wakeups, "ended": ended, "cpu": 0.0}
        for wakeups, ended in ((0, 0), (0, 2), (1, 0))
    )
    assert idle.idle([ending, still])
    assert not idle.idle([still, ending])
    assert not idle.idle([waking, still])
    assert not idle.idle([still, waking])


def test_the_watched_box_is_the_nearest_that_changed_but_not_under_the_pointer() -> None:
    changed = np.zeros((200, 300), np.bool_)
    assert click.changed_box(changed, (100, 100)) is None
    changed[94:126, 94:126] = True  # the pointer itself
    assert click.changed_box(changed, (100, 100)) is None
    changed[40:48, 200:208] = True
    assert click.changed_box(changed, (100, 100)) == (200, 40)
    changed[105, 140] = True
    assert click.changed_box(changed, (100, 100)) == (136, 104)
    changed[85, 98] = True  # above its tip
    assert click.changed_box(changed, (100, 100)) == (96, 80)


def test_the_points_that_are_tried_lie_in_the_middle_of_the_map() -> None:
    tried = click.points((100, 50, 800, 700))
    assert len(set(tried)) == click.GRID[0] * click.GRID[1]
    assert all(260 <= x < 740 and 50 <= y < 750 for x, y in tried)
