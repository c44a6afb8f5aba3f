"""The trace of discomfort: what was entered, and the line it should stay below."""

from types import ModuleType
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.core.session import Felt
from guide.i18n import _
from guide.ui.controls import label
from guide.ui.look import Look
from guide.ui.plotting import Plot, Plotting, line_pen

SPAN = 60.0  # seconds that are seen at least


class DiscomfortTrace(QWidget):
    """A small chart of 0 to 10 over the seconds of the session; it fills in when it can."""

    def __init__(self, look: Look, plotting: Plotting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._plotting = look, plotting
        self._felt: tuple[Felt, ...] = ()
        self._cap = 6
        self._plot: Plot | None = None
        self._items: dict[str, Any] = {}  # pyqtgraph's own types are not known before it is there
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._note = label("", "note")
        self._layout.addWidget(self._note)
        plotting.ready.connect(self._on_ready)
        plotting.failed.connect(self._on_failed)
        look.changed.connect(self._recolour)
        self._recolour()

    def prepare(self) -> None:
        """The screen opens: fetch what charts need."""
        self._plotting.request()

    def show_felt(self, felt: tuple[Felt, ...], cap: int) -> None:
        """Show what was entered, and the cap of the plan."""
        self._felt, self._cap = felt, cap
        words = [f"{entry.level}" for entry in felt]
        self.setAccessibleName(_("Discomfort so far"))
        self.setAccessibleDescription(", ".join(words) or _("nothing entered yet"))
        self._draw()

    @Slot(object)
    def _on_ready(self, module: ModuleType) -> None:
        if self._plot is not None:
            return
        plot = Plot(module, self, levels=(0, 5, 10))
        plot.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        plot.box.setYRange(-0.4, 10.4, padding=0)
        self._items = {
            "cap": module.InfiniteLine(angle=0, movable=False),
            "words": module.TextItem(anchor=(1, 0), fill="k"),
            "line": module.PlotCurveItem(),
            "dots": module.ScatterPlotItem(size=7),
            "last": module.ScatterPlotItem(size=11),
        }
        for item in self._items.values():
            plot.add(item)
        self._items["words"].setZValue(-1)  # what was felt is drawn over the words
        self._plot = plot
        self._layout.replaceWidget(self._note, plot.view)
        self._note.hide()
        self._recolour()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._note.setText(sentence)

    @Slot()
    def _recolour(self) -> None:
        self.setMinimumHeight(self._look.px(150))
        if self._plot is None:
            return
        look, items = self._look, self._items
        self._plot.dress(look)
        pen = line_pen(look.colour("caution_edge"), 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        items["cap"].setPen(pen)
        items["words"].setFont(look.font("small"))
        items["words"].setColor(look.colour("caution_ink"))
        items["words"].fill.setColor(look.colour("card"))
        items["line"].setPen(line_pen(look.colour("accent"), 2.5))
        for name in ("dots", "last"):
            items[name].setBrush(look.colour("accent"))
            items[name].setPen(line_pen(look.colour("card"), 1))
        self._draw()

    def _draw(self) -> None:
        if self._plot is None:
            return
        times = [entry.at for entry in self._felt]
        levels = [entry.level for entry in self._felt]
        begin = max(0.0, times[-1] - SPAN) if times else 0.0
        end = max(begin + SPAN, times[-1] if times else 0.0)
        self._plot.box.setXRange(begin - 1, end + 2, padding=0)
        self._items["cap"].setValue(self._cap)
        self._items["words"].setText(_("- - stay at {cap} or below").format(cap=self._cap))
        self._items["words"].setPos(end + 2, 10.4)
        self._items["line"].setData(times, levels)
        self._items["dots"].setData(times, levels)
        self._items["last"].setData(times[-1:], levels[-1:])
