"""What to take care of, before anything else: the muscle's own cautions first."""

from PySide6.QtWidgets import QWidget

from guide.core.catalogue import Guidance
from guide.i18n import _, n_
from guide.ui.controls import column, label
from guide.ui.panels.folded import Folded
from guide.ui.reading import Kit, prose

FIRST = 4  # shown at once where it is not said which are the muscle's own


class CautionCard(Folded):
    """The muscle's own cautions at once; those that hold for every muscle on request."""

    def __init__(self, kit: Kit, guidance: Guidance, opened: bool = False) -> None:
        """``opened`` shows all of them."""
        gap = kit.look.gap
        heading = label(_("First, take care"), "caution-strong")
        super().__init__(column(heading, spacing=gap(9), margin=gap(14)))
        self._kit = kit
        self.setProperty("kind", "caution")
        cautions = guidance.cautions
        first = len(cautions) if opened else guidance.own_cautions or FIRST
        rest = len(cautions[first:])
        text = n_("And {count} more: read it", "And {count} more: read them", rest)
        self.show_items(cautions, first, self._line, text.format(count=rest))

    def _line(self, caution: str) -> QWidget:
        return prose(self._kit, caution, "caution")
