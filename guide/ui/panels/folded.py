"""A list whose first items stand at once, and the others on request."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from guide.ui.controls import button

T = TypeVar("T")


class Folded(QFrame):
    """The items of a list below each other; those that are folded away wait behind a link."""

    def __init__(self, lines: QVBoxLayout) -> None:
        """``lines`` may hold a heading already."""
        super().__init__()
        self._lines = lines
        self._rest: tuple[Callable[[], QWidget], ...] = ()
        self.more: QPushButton | None = None
        self.setLayout(lines)

    def show_items(
        self, items: Sequence[T], first: int, make: Callable[[T], QWidget], more: str
    ) -> None:
        """Show the ``first`` of ``items`` as ``make`` draws them, and ``more`` for the others."""
        for item in items[:first]:
            self._lines.addWidget(make(item))
        self._rest = tuple(partial(make, item) for item in items[first:])
        if self._rest:
            self.more = button(more, "link")
            self.more.clicked.connect(self.show_all)
            self._lines.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def opened(self) -> bool:
        """True when all of them are shown."""
        return self.more is None

    @Slot()
    def show_all(self) -> None:
        """Show the others too."""
        if self.more is None:
            return
        self._lines.removeWidget(self.more)
        self.more.hide()
        self.more.deleteLater()
        self.more = None
        for make in self._rest:
            self._lines.addWidget(make())
