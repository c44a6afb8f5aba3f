"""Content packs on the settings page: add one after looking at it, see them, take them away."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QVBoxLayout, QWidget

from guide.app.packs_presenter import PackRow, PacksState
from guide.i18n import _
from guide.ui.controls import button, column, empty, frame, label
from guide.ui.flow import FlowLayout
from guide.ui.look import Look


class PacksCard(QWidget):
    """Shows a `PacksState`; whatever a pack says is plain text."""

    chosen = Signal(str)  # the path of a file
    added = Signal()
    left = Signal()
    removed = Signal(str)  # the id of a pack

    def __init__(self, look: Look, state: PacksState) -> None:
        super().__init__()
        self._look, self._state = look, state
        self._leaving = ""  # the id of the pack that may be taken away
        self._names: dict[QPushButton, str] = {}
        self._offers: list[QPushButton] = []  # where the keyboard goes on: at the first
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(*[look.gap(16)] * 4)
        self._inside.setSpacing(look.gap(12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame("card", self._inside))
        self._build()

    @Slot(object)
    def show_state(self, state: PacksState) -> None:
        """Show what was added, what is offered and what was said."""
        self._state, self._leaving = state, ""
        self._build()

    def _build(self) -> None:
        focused = QApplication.focusWidget()
        by_keyboard = focused is not None and self.isAncestorOf(focused)
        look, state = self._look, self._state
        empty(self._inside)
        self._names, self._offers = {}, []
        explained = _(
            "Stretches, routines and lessons by others, or the texts in another language. "
            "A pack is checked before it is added. It can never allow more than Unknot does."
        )
        texts = (label(_("Content packs"), "strong"), label(explained, "note"))
        self._inside.addLayout(column(*texts, spacing=look.gap(2)))
        for row in state.rows:
            self._inside.addWidget(self._row(row))
        if state.told:
            self._inside.addWidget(label(state.told, "body"))
        if state.wrong:
            said = column(label(state.wrong, "caution"), margin=look.gap(12))
            self._inside.addWidget(frame("caution", said))
        if state.offered is not None:
            self._inside.addWidget(self._offer(state.offered))
        else:
            choose = self._button(_("Add a pack"), self._on_choose)
            self._inside.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
            self._offers.append(choose)
        if by_keyboard:
            self._offers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, row: PackRow) -> QWidget:
        look = self._look
        add = self._button(_("Add"), self._on_add, "primary")
        self._offers.append(add)
        leave = self._button(_("Do not add"), self._on_leave)
        add.setAccessibleName(_("Add {title}").format(title=row.title))
        flow = FlowLayout(spacing=look.gap(8))
        flow.addWidget(add)
        flow.addWidget(leave)
        asked = label(_("The pack has no mistakes. Add it?"), "strong")
        lines = column(asked, *self._told(row), flow, spacing=look.gap(8), margin=look.gap(12))
        return frame("chip", lines)

    def _row(self, row: PackRow) -> QWidget:
        look = self._look
        flow = FlowLayout(spacing=look.gap(8))
        if self._leaving == row.id:
            asked = label(_("Take it away? It can be added again from its file."), "quiet")
            keep = self._named(_("Keep it"), row, self._on_keep)
            self._offers.append(keep)
            flow.addWidget(keep)
            flow.addWidget(self._named(_("Take it away"), row, self._on_remove))
            parts = (*self._told(row), asked)
        else:
            flow.addWidget(self._named(_("Remove"), row, self._on_ask))
            parts = self._told(row)
        kind = "caution" if row.problem else "chip"
        return frame(kind, column(*parts, flow, spacing=look.gap(8), margin=look.gap(12)))

    def _told(self, row: PackRow) -> tuple[QWidget, ...]:
        if row.problem:
            return label(row.title, "strong"), label(row.problem, "caution")
        return (
            label(row.title, "strong"),
            label(row.byline, "quiet"),
            label(" · ".join(row.brings), "body"),
            label(row.provenance, "note"),
        )

    def _named(self, words: str, row: PackRow, slot: Callable[[], None]) -> QPushButton:
        made = self._button(words, slot)
        made.setAccessibleName(_("{action}: {title}").format(action=words, title=row.title))
        self._names[made] = row.id
        return made

    def _button(self, words: str, slot: Callable[[], None], kind: str = "secondary") -> QPushButton:
        made = button(words, kind)
        made.clicked.connect(slot)
        return made

    def _name_of_sender(self) -> str:
        made = self.sender()
        return self._names.get(made, "") if isinstance(made, QPushButton) else ""

    @Slot()
    def _on_choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Add a pack"), "", _("Content packs (*.zip)")
        )
        if path:
            self.chosen.emit(path)

    @Slot()
    def _on_add(self) -> None:
        self.added.emit()

    @Slot()
    def _on_leave(self) -> None:
        self.left.emit()

    @Slot()
    def _on_ask(self) -> None:
        self._leaving = self._name_of_sender()
        self._build()

    @Slot()
    def _on_keep(self) -> None:
        self._leaving = ""
        self._build()

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self._name_of_sender())
