"""The muscles that may refer pain to the painted areas, best fit first."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from guide.app.map_state import MapState
from guide.core.catalogue import Catalogue, Level, Muscle
from guide.core.ranking import Candidate, Fit
from guide.core.safety import Verdict
from guide.core.safety_facts import SafetyClass
from guide.i18n import _, n_
from guide.ui.controls import button, empty, in_tab_order, label, widgets_in
from guide.ui.look import Look
from guide.ui.names import place_words, why_text
from guide.ui.panels.closed import explain, reason_card
from guide.ui.panels.panel import SidePanel
from guide.ui.panels.rank_row import RankRow
from guide.ui.requests import MapRequests
from guide.words import class_text, fit_text, muscle_name

FIRST = 8  # shown at once; the rest on request
MARKS = {Fit.WELL: 3, Fit.PARTLY: 2, Fit.LITTLE: 1}


class RankingPanel(SidePanel):
    """A numbered list; hovering lights, pressing opens."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__(look, catalogue, requests)
        self._candidates: tuple[Candidate, ...] | None = None
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
        if state.findings.candidates == self._candidates:
            return
        self._candidates, self._shown = state.findings.candidates, FIRST
        names = [place_words(self.catalogue, place) for place in state.intent.drawing.places]
        self._areas.setText(", ".join(names))
        self._list()
        super().take_focus()

    def take_focus(self) -> None:
        """To the first row."""
        super().take_focus()
        rows = self.rows()
        if rows:
            rows[0].show()
            rows[0].setFocus()

    def rows(self) -> list[RankRow]:
        """The rows as they stand."""
        return [made for made in widgets_in(self._rows) if isinstance(made, RankRow)]

    def _show_notices(self, verdict: Verdict, doubted: str | None) -> None:
        empty(self._notices)
        for reason in verdict.reasons:
            why = explain(self.catalogue, reason)
            if why.level is Level.CLINICIAN:
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
        for candidate in candidates[: self._shown]:
            self._rows.addWidget(_CandidateRow(self.look, self.catalogue, self.requests, candidate))
        in_tab_order([*self.rows(), self._more])
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


class _CandidateRow(RankRow):
    """A row that asks for its muscle."""

    def __init__(
        self, look: Look, catalogue: Catalogue, requests: MapRequests, candidate: Candidate
    ) -> None:
        muscle = catalogue.muscles[candidate.muscle]
        super().__init__(
            look,
            candidate.rank,
            muscle_name(muscle, candidate.side),
            class_words(muscle),
            (fit_text(candidate.fit), MARKS[candidate.fit]),
        )
        self._requests, self._candidate = requests, candidate
        self.explain(why_text(catalogue, candidate.reasons))
        self.pointed.connect(self._on_pointed)
        self.clicked.connect(self._on_clicked)

    @Slot(bool)
    def _on_pointed(self, here: bool) -> None:
        name = self._candidate.muscle if here else ""
        self._requests.point.emit(name, self._candidate.side)

    @Slot()
    def _on_clicked(self) -> None:
        self._requests.choose.emit(self._candidate.muscle, self._candidate.side)


def class_words(muscle: Muscle) -> tuple[str, str]:
    """An icon and the words for how freely a muscle may be pressed."""
    if not muscle.may_be_pressed:
        return "no-press", class_text(muscle)
    amber = muscle.safety_class is SafetyClass.AMBER
    return "feather" if amber else "hands", class_text(muscle)
