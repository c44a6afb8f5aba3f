"""The muscles that may refer pain to the painted areas, best fit first."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from guide.app.map_state import MapState, Offer
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Level
from guide.core.ranking import Candidate
from guide.core.safety import Verdict
from guide.i18n import _, n_
from guide.ui.controls import button, empty, in_tab_order, label, widgets_in
from guide.ui.look import Look
from guide.ui.names import place_words
from guide.ui.panels.candidate import CandidateCard
from guide.ui.panels.panel import SidePanel
from guide.ui.panels.reasons import explain, reason_card
from guide.ui.requests import MapRequests

FIRST = 8  # shown at once; the rest on request


class RankingPanel(SidePanel):
    """A numbered list; hovering lights, pressing opens."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__(look, catalogue, requests)
        self._candidates: tuple[Candidate, ...] | None = None
        self._offers: dict[tuple[str, Side], Offer] = {}
        self._notice: tuple[Verdict, str | None] | None = None
        self._shown = FIRST
        self.body.addWidget(label(_("Where it may come from"), "title"))
        self._areas = label("", "quiet")
        self.body.addWidget(self._areas)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(look.gap(8))
        self.body.addLayout(self._notices)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.gap(8))
        self.body.addLayout(self._rows)
        self._more = button("", "link")
        self._more.clicked.connect(self.show_all)
        self.body.addWidget(self._more)
        self.body.addWidget(
            label(
                _(
                    "These are patterns that are commonly described, from muscles to where their "
                    "pain may be felt. They are no diagnosis, and tender spots have no fixed "
                    "places. The order has not been reviewed by a clinician."
                ),
                "note",
            )
        )

    def show_state(self, state: MapState) -> None:
        """List the candidates of ``state``."""
        verdict, doubted = state.findings.verdict, state.intent.taking_back
        if self._notice != (verdict, doubted):
            self._notice = verdict, doubted
            self._show_notices(verdict, doubted)
            self._candidates = None
        findings = state.findings
        if (findings.candidates, findings.offers) == (self._candidates, self._offers):
            return
        self._candidates, self._offers, self._shown = findings.candidates, findings.offers, FIRST
        names = [place_words(self.catalogue, place) for place in state.intent.drawing.places]
        self._areas.setText(", ".join(names))
        self._list()
        super().take_focus()

    def take_focus(self) -> None:
        """To the first row."""
        super().take_focus()
        cards = self.cards()
        if cards:
            cards[0].show()
            cards[0].row.setFocus()

    def cards(self) -> list[CandidateCard]:
        """The candidates as they stand."""
        return [made for made in widgets_in(self._rows) if isinstance(made, CandidateCard)]

    def _show_notices(self, verdict: Verdict, doubted: str | None) -> None:
        empty(self._notices)
        for reason in verdict.reasons:
            why = explain(self.catalogue, reason)
            if why.level in (Level.CLINICIAN, Level.MODIFY):
                self._notices.addWidget(reason_card(self.look, self.requests, why, doubted))

    def _list(self) -> None:
        empty(self._rows)
        candidates = self._candidates or ()
        if not candidates:
            self._rows.addWidget(
                label(
                    _(
                        "No muscle in the books refers pain to exactly these areas. "
                        "Paint the neighbouring areas too, or ask a clinician."
                    )
                )
            )
        look, catalogue, requests = self.look, self.catalogue, self.requests
        for candidate in candidates[: self._shown]:
            offer = self._offers[candidate.muscle, candidate.side]
            self._rows.addWidget(CandidateCard(look, catalogue, requests, candidate, offer))
        in_tab_order([*(made for card in self.cards() for made in card.tab_order()), self._more])
        hidden = len(candidates) - self._shown
        self._more.setVisible(hidden > 0)
        self._more.setText(
            n_("Show {count} more", "Show {count} more", hidden).format(count=hidden)
        )

    @Slot()
    def show_all(self) -> None:
        """Show every candidate."""
        self._shown = len(self._candidates or ())
        self._list()
