"""What a muscle is, for somebody who looks at the figure: no technique stands here.

Whether and how it may be pressed is known only after something was painted and the questions
were answered; then the same muscle opens as guidance.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.app.map_state import MapState
from guide.core.anatomy import Chosen
from guide.core.catalogue import Catalogue
from guide.i18n import _
from guide.ui.controls import button, frame, label
from guide.ui.look import Look
from guide.ui.panels.actions import ReadButton
from guide.ui.panels.panel import OpenedPanel
from guide.ui.panels.sections import add_referral
from guide.ui.reading import Kit
from guide.ui.requests import MapRequests


class MusclePanel(OpenedPanel):
    """Name, place, attachments and referral of the chosen muscle, and the way on."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__(look, catalogue, requests, _("Back"))
        self._shown: tuple[Chosen, bool] | None = None
        self.ask = button(_("Answer the questions first"), "primary")
        self.ask.clicked.connect(requests.ask)
        self.foot.addWidget(self.ask)

    def show_state(self, state: MapState) -> None:
        """Show the chosen muscle of ``state``."""
        chosen, painted = state.intent.chosen, bool(state.intent.drawing.marks)
        if chosen is None or self._shown == (chosen, painted):
            return
        fresh = self._shown is None or self._shown[0] != chosen
        self._shown = chosen, painted
        muscle = self.catalogue.muscles[chosen.muscle]
        self.begin_with(chosen)
        self.content.addWidget(label(muscle.action + "."))
        add_referral(Kit(self.look, self.catalogue, self.requests), self.content, muscle)
        for title, text in (
            (_("It comes from"), muscle.origin),
            (_("It goes to"), muscle.insertion),
        ):
            self.content.addWidget(label(title, "label"))
            self.content.addWidget(label(text))
        self.content.addWidget(self._way_on(muscle.may_be_pressed, painted))
        read = ReadButton(self.requests, chosen)
        self.content.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(label(_("Not reviewed by a clinician."), "note"))
        self.show_foot(painted)
        if fresh:
            self.to_top()

    def _way_on(self, may_be_pressed: bool, painted: bool) -> QWidget:
        if not may_be_pressed:
            text = _("This muscle is never pressed on your own. A clinician or therapist can help.")
        elif painted:
            text = _("Whether and how it may be pressed is shown when the questions are answered.")
        else:
            text = _(
                "Paint where it hurts and answer a few questions: then it is shown whether and"
                " how this muscle may be pressed."
            )
        lines = QVBoxLayout()
        lines.setContentsMargins(*[self.look.gap(14)] * 4)
        lines.addWidget(label(text))
        return frame("card", lines)
