"""Before and after: the person's own numbers, where they belong."""

from pytestqt.qtbot import QtBot

from guide.core.history import before_after
from guide.ui.journal.chart import BeforeAfterChart, moment
from guide.ui.look import Look
from guide.ui.plotting import Plotting
from tests.app.test_journal_presenter import record

PAIRS = before_after(
    (
        record(2, "2026-11-22T10:00:00Z", before=5, after=2),
        record(1, "2026-11-21T10:00:00Z", before=7, after=6),
    )
)


def test_every_session_is_one_pair_of_dots(qtbot: QtBot, look: Look, plotting: Plotting) -> None:
    chart = BeforeAfterChart(look, plotting)
    qtbot.addWidget(chart)
    chart.show_pairs(PAIRS)
    with qtbot.waitSignal(plotting.ready, timeout=20000):
        chart.prepare()
    times, before = chart._items["before"].getData()
    _times, after = chart._items["after"].getData()
    assert list(before) == [7, 5]
    assert list(after) == [6, 2]
    assert list(times) == [moment(pair) for pair in PAIRS]
    assert times[1] - times[0] == 86400
    assert "2026-11-22: 5 → 2" in chart.accessibleDescription()
    chart.show_pairs(())
    assert len(chart._items["before"].getData()[0]) == 0
