"""Waking up: never before the deadline, once, and not at all when nothing runs."""

from pytestqt.qtbot import QtBot

from guide.app import clock
from guide.app.ticker import HIDDEN, Ticker


def test_it_is_due_once_and_never_early(qtbot: QtBot) -> None:
    ticker = Ticker(clock.now)
    deadline = clock.now() + 0.05
    with qtbot.waitSignal(ticker.due, timeout=2000):
        ticker.run(deadline)
    assert clock.now() >= deadline
    with qtbot.assertNotEmitted(ticker.due, wait=60):
        pass
    ticker.halt()
    assert not ticker.running


def test_a_clock_that_is_behind_the_timer_is_waited_for(qtbot: QtBot) -> None:
    times = iter([0.0, 0.004])  # the shot fires after 10 ms; the clock says 4 have passed
    ticker = Ticker(lambda: next(times, 1.0))
    with qtbot.waitSignal(ticker.due, timeout=2000):
        ticker.run(0.010)
    assert next(times, None) is None
    ticker.halt()


def test_no_deadline_means_no_wakeups(qtbot: QtBot) -> None:
    ticker = Ticker(clock.now)
    ticker.run(clock.now() + 0.01)
    ticker.run(None)
    with qtbot.assertNotEmitted(ticker.due, wait=50):
        assert not ticker.running


def test_it_draws_between_and_slower_when_hidden(qtbot: QtBot) -> None:
    ticker = Ticker(clock.now)
    ticker.run(clock.now() + 60)
    qtbot.waitSignal(ticker.ticked, timeout=1000).wait()
    ticker.set_hidden(True)
    with qtbot.assertNotEmitted(ticker.ticked, wait=HIDDEN // 4):
        assert ticker.running
    ticker.halt()
