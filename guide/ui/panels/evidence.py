"""How sure it is: what is known of the muscle itself, and on request what holds for all."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.core.catalogue import Claim, Guidance
from guide.i18n import n_
from guide.ui.panels.folded import Folded
from guide.ui.reading import Kit, claim_card


class EvidencePart(Folded):
    """The muscle's own claims at once; those that hold for every muscle on request."""

    def __init__(self, kit: Kit, guidance: Guidance) -> None:
        lines = QVBoxLayout()
        lines.setContentsMargins(0, kit.look.gap(4), 0, 0)
        lines.setSpacing(kit.look.gap(10))
        lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        super().__init__(lines)
        self._kit = kit
        claims = guidance.evidence
        first = guidance.own_evidence or len(claims)
        rest = len(claims[first:])
        text = n_(
            "And {count} that holds for every muscle: read it",
            "And {count} that hold for every muscle: read them",
            rest,
        )
        self.show_items(claims, first, self._card, text.format(count=rest))

    def _card(self, claim: Claim) -> QWidget:
        return claim_card(self._kit, claim)
