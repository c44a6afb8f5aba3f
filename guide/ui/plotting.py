"""Charts, when the first one is wanted: pyqtgraph is fetched by a thread, so nothing stalls."""

import sys
from importlib import import_module
from types import ModuleType

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from guide.i18n import _


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
