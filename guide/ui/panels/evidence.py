"""How sure it is: what is known of the muscle itself, and on request what holds for all."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guide.core.catalogue import Guidance
from guide.i18n import n_
from guide.ui.controls import button
from guide.ui.reading import Kit, claim_card


class EvidencePart(QWidget):
    """The muscle's own claims at once; those that hold for every muscle on request."""

    def __init__(self, kit: Kit, guidance: Guidance) -> None:
        super().__init__()
        self._kit = kit
        first = guidance.own_evidence or len(guidance.evidence)
        self._rest = guidance.evidence[first:]
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, kit.look.gap(4), 0, 0)
        self._lines.setSpacing(kit.look.gap(10))
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        for claim in guidance.evidence[:first]:
            self._lines.addWidget(claim_card(kit, claim))
        self.more: QPushButton | None = None
        if self._rest:
            text = n_(
                "And {count} that holds for every muscle: read it",
                "And {count} that hold for every muscle: read them",
                len(self._rest),
            )
            self.more = button(text.format(count=len(self._rest)), "link")
            self.more.clicked.connect(self.show_all)
            self._lines.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def show_all(self) -> None:
        """Show those that hold for every muscle too."""
        if self.more is not None:
            self._lines.removeWidget(self.more)
            self.more.hide()
            self.more.deleteLater()
            self.more = None
            for claim in self._rest:
                self._lines.addWidget(claim_card(self._kit, claim))
