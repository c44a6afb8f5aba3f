"""The trace of discomfort."""

from pytestqt.qtbot import QtBot

from guide.core.session import Felt
from guide.ui.look import Look
from guide.ui.plotting import Plotting
from guide.ui.session.trace import DiscomfortTrace


def test_it_shows_what_was_entered_and_the_cap(
    qtbot: QtBot, look: Look, plotting: Plotting
) -> None:
    trace = DiscomfortTrace(look, plotting)
    qtbot.addWidget(trace)
    trace.show_felt((Felt(3.0, 4), Felt(9.0, 6)), 6)
    assert trace._plot is None  # charts are fetched when the screen opens, not before
    with qtbot.waitSignal(plotting.ready, timeout=20000):
        trace.prepare()
    times, levels = trace._items["line"].getData()
    assert list(times) == [3.0, 9.0]
    assert list(levels) == [4, 6]
    assert trace._items["cap"].value() == 6
    assert "6 or below" in trace._items["words"].toPlainText()
    assert trace.accessibleDescription() == "4, 6"


def test_a_chart_that_cannot_be_drawn_says_so(qtbot: QtBot, look: Look, plotting: Plotting) -> None:
    trace = DiscomfortTrace(look, plotting)
    qtbot.addWidget(trace)
    plotting.failed.emit("Charts cannot be drawn.")
    assert trace._note.text() == "Charts cannot be drawn."


def test_its_height_follows_the_text(qtbot: QtBot, look: Look, plotting: Plotting) -> None:
    look.set(look.tokens, 2.0, False)
    trace = DiscomfortTrace(look, plotting)
    qtbot.addWidget(trace)
    large = trace.minimumHeight()
    look.set(look.tokens, 1.0, False)
    assert trace.minimumHeight() == large // 2
