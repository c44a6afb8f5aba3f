"""Charts, when the first one is wanted: pyqtgraph is fetched by a thread, so nothing stalls."""

import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from guide.i18n import _
from guide.ui.look import Look


class Plotting(QObject):
    """Hands out pyqtgraph once it is there; one for the whole window."""

    ready = Signal(object)  # the module
    failed = Signal(str)  # one sentence
    _imported = Signal(object)
    _refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(0)  # a thread that waits for work wakes once more to end
        self._module: ModuleType | None = None
        self._asked = False
        self._imported.connect(self._on_imported)
        self._refused.connect(self.failed)

    @property
    def module(self) -> ModuleType | None:
        """pyqtgraph, or None while it is not there."""
        return self._module

    def request(self) -> None:
        """Fetch it; `ready` follows, at once when it is there already."""
        if self._module is not None:
            self.ready.emit(self._module)
            return
        if self._asked:
            return
        self._asked = True
        if "pyqtgraph" in sys.modules:
            self._on_imported(sys.modules["pyqtgraph"])
            return
        imported, refused = self._imported, self._refused

        def fetch() -> None:
            try:
                imported.emit(import_module("pyqtgraph"))
            except ImportError as error:
                refused.emit(
                    _("Charts cannot be drawn ({why}): install Unknot again.").format(why=error)
                )

        self._pool.start(fetch)

    def wait(self) -> None:
        """Wait until nothing is being fetched."""
        self._pool.waitForDone()

    @Slot(object)
    def _on_imported(self, module: ModuleType) -> None:
        module.setConfigOptions(antialias=True, foreground="#888888")
        self._module = module
        self.ready.emit(module)


class Plot:
    """One chart: a view to put into a layout, a box to draw in, and its axes.

    Made of pyqtgraph's smaller parts: its ready-made plot brings menus and forms that nobody
    sees and that outlive it. Its own types are not known before it is there, hence `Any`.
    """

    def __init__(
        self, module: ModuleType, parent: QWidget, levels: Sequence[int], bottom: Any = None
    ) -> None:
        """``levels`` are the numbers beside the chart; ``bottom`` is an axis, or none."""
        self.view: Any = module.GraphicsView(parent=parent)
        self.box: Any = module.ViewBox(enableMenu=False)
        self.box.setMouseEnabled(x=bottom is not None, y=False)
        left = module.AxisItem("left")
        left.setTicks([[(level, str(level)) for level in levels]])
        left.linkToView(self.box)
        inside = module.GraphicsLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addItem(left, 0, 0)
        inside.addItem(self.box, 0, 1)
        self._axes = [left]
        if bottom is not None:
            bottom.linkToView(self.box)
            inside.addItem(bottom, 1, 1)
            self._axes.append(bottom)
        self.view.setCentralItem(inside)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add(self, item: Any) -> Any:
        """Draw ``item`` in the box from now on."""
        self.box.addItem(item)
        return item

    def dress(self, look: Look) -> None:
        """Take the colours and the font of ``look``."""
        self.view.setBackground(look.colour("card"))
        for axis in self._axes:
            axis.setPen(look.colour("edge"))
            axis.setTextPen(look.colour("quiet"))
            axis.setStyle(tickFont=look.font("small"))


def line_pen(colour: QColor, width: float) -> QPen:
    """A pen whose width does not grow with the chart."""
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    return pen
