"""What to take care of, before anything else: the muscle's own cautions first."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QPushButton

from guide.core.catalogue import Guidance
from guide.i18n import _, n_
from guide.ui.controls import button, column, label
from guide.ui.reading import Kit, prose

FIRST = 4  # shown at once where it is not said which are the muscle's own


class CautionCard(QFrame):
    """The muscle's own cautions at once; those that hold for every muscle on request."""

    def __init__(self, kit: Kit, guidance: Guidance, opened: bool = False) -> None:
        """``opened`` shows all of them."""
        super().__init__()
        self._kit = kit
        self.setProperty("kind", "caution")
        gap = kit.look.gap
        first = guidance.own_cautions or FIRST
        self._rest = guidance.cautions[first:]
        self._lines = column(spacing=gap(9), margin=gap(14))
        self._lines.addWidget(label(_("First, take care"), "caution-strong"))
        for text in guidance.cautions[:first]:
            self._lines.addWidget(prose(kit, text, "caution"))
        self.setLayout(self._lines)
        self.more: QPushButton | None = None
        if self._rest and not opened:
            text = n_("And {count} more: read it", "And {count} more: read them", len(self._rest))
            self.more = button(text.format(count=len(self._rest)), "link")
            self.more.clicked.connect(self.show_all)
            self._lines.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        elif self._rest:
            self.show_all()

    @property
    def opened(self) -> bool:
        """True when all of them are shown."""
        return self.more is None

    @Slot()
    def show_all(self) -> None:
        """Show those that hold for every muscle too."""
        if self.more is not None:
            self._lines.removeWidget(self.more)
            self.more.hide()
            self.more.deleteLater()
            self.more = None
        for text in self._rest:
            self._lines.addWidget(prose(self._kit, text, "caution"))
