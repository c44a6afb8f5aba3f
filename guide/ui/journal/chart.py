"""Before and after, as it was entered: dots, and a line from each before to its after."""

from datetime import UTC, datetime
from types import ModuleType
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.core.history import BeforeAfter
from guide.i18n import _
from guide.ui.controls import label
from guide.ui.look import Look
from guide.ui.plotting import Plot, Plotting, line_pen

DAY = 86400.0


class BeforeAfterChart(QWidget):
    """Draws the person's own numbers over time; it claims nothing about them."""

    def __init__(self, look: Look, plotting: Plotting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._plotting = look, plotting
        self._pairs: tuple[BeforeAfter, ...] = ()
        self._plot: Plot | None = None
        self._items: dict[str, Any] = {}  # pyqtgraph's own types are not known before it is there
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._note = label("", "note")
        self._layout.addWidget(self._note)
        self.setMinimumHeight(look.px(180))
        self.setAccessibleName(_("Pain before and after"))
        plotting.ready.connect(self._on_ready)
        plotting.failed.connect(self._note.setText)
        look.changed.connect(self._recolour)

    def prepare(self) -> None:
        """The page opens: fetch what charts need."""
        self._plotting.request()

    def show_pairs(self, pairs: tuple[BeforeAfter, ...]) -> None:
        """Show these numbers."""
        self._pairs = pairs
        words = [f"{pair.day:%Y-%m-%d}: {pair.before} → {pair.after}" for pair in pairs[-10:]]
        self.setAccessibleDescription("; ".join(words))
        self._draw()

    @Slot(object)
    def _on_ready(self, module: ModuleType) -> None:
        if self._plot is not None:
            return
        axis = module.DateAxisItem(orientation="bottom")
        plot = Plot(module, self, levels=range(0, 11, 2), bottom=axis)
        plot.box.setYRange(-0.6, 10.6, padding=0)
        self._items = {
            "pairs": module.PlotCurveItem(connect="pairs"),
            "after_line": module.PlotCurveItem(),
            "before": module.ScatterPlotItem(size=11),
            "after": module.ScatterPlotItem(size=11),
        }
        for item in self._items.values():
            plot.add(item)
        self._plot = plot
        self._layout.replaceWidget(self._note, plot.view)
        self._note.hide()
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        if self._plot is None:
            return
        look = self._look
        self._plot.dress(look)
        self._items["pairs"].setPen(line_pen(look.colour("edge"), 1.5))
        self._items["after_line"].setPen(line_pen(look.colour("accent"), 1.5))
        for name, ground in (("before", "card"), ("after", "accent")):
            self._items[name].setPen(line_pen(look.colour("accent"), 2.0))
            self._items[name].setBrush(look.colour(ground))
        self._draw()

    def _draw(self) -> None:
        if self._plot is None:
            return
        times = [moment(pair) for pair in self._pairs]
        before = [float(pair.before) for pair in self._pairs]
        after = [float(pair.after) for pair in self._pairs]
        joined = [time for time in times for _each in range(2)]
        levels = [level for both in zip(before, after, strict=True) for level in both]
        self._items["pairs"].setData(joined, levels)
        self._items["after_line"].setData(times, after)
        self._items["before"].setData(times, before)
        self._items["after"].setData(times, after)
        if times:
            room = max((times[-1] - times[0]) * 0.04, DAY / 2)
            self._plot.box.setXRange(times[0] - room, times[-1] + room, padding=0)


def moment(pair: BeforeAfter) -> float:
    """Where a session lies on the axis: seconds since 1970."""
    return datetime.fromisoformat(pair.at).astimezone(UTC).timestamp()
