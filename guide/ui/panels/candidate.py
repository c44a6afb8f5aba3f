"""One candidate of the ranking: its row, and what may be done with it at once, or why not."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from guide.app.map_state import Offer
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Muscle
from guide.core.ranking import Candidate, Fit
from guide.core.safety import Decision, Outcome
from guide.core.safety_facts import SafetyClass
from guide.i18n import _
from guide.ui.controls import button, column, dress, label
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.names import why_text
from guide.ui.panels.actions import StretchButton
from guide.ui.panels.rank_row import RankRow
from guide.ui.panels.reasons import Said, explain
from guide.ui.requests import MapRequests
from guide.words import class_text, fit_text, muscle_name, reason_sentence

LIGHT = 4  # of ten: pressing no harder is a light touch
MARKS = {Fit.WELL: 3, Fit.PARTLY: 2, Fit.LITTLE: 1}


class CandidateCard(QFrame):
    """Pressing the row opens the guidance; the buttons below it begin at once."""

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        requests: MapRequests,
        candidate: Candidate,
        offer: Offer,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._look, self._catalogue = look, catalogue
        self._requests, self._candidate = requests, candidate
        muscle = catalogue.muscles[candidate.muscle]
        self._name = muscle_name(muscle, candidate.side)
        fit = fit_text(candidate.fit), MARKS[candidate.fit]
        self.row = RankRow(look, candidate.rank, self._name, class_words(muscle, offer.press), fit)
        self.row.explain(why_text(catalogue, candidate.reasons))
        self.row.pointed.connect(self._on_pointed)
        self.row.clicked.connect(self._on_clicked)
        self.buttons = self._make_buttons(offer)
        below = self._below(offer)
        if below.count():
            below.setContentsMargins(self.row.indent(), 0, look.gap(12), look.gap(10))
        self.setLayout(column(self.row, below, spacing=0))

    def _below(self, offer: Offer) -> QVBoxLayout:
        """What stands in the way or limits, and what can be begun; empty where nothing does."""
        look = self._look
        lines = column(spacing=look.gap(6))
        if text := short_reason(self._catalogue, offer.press):
            icon = "feather" if offer.press.allowed else "no-press"
            lines.addLayout(_noted(look, icon, text))
        if self.buttons:
            flow = FlowLayout(spacing=look.gap(8))
            for made in self.buttons:
                flow.addWidget(made)
            lines.addLayout(flow)
        return lines

    def _make_buttons(self, offer: Offer) -> list[QPushButton]:
        made: list[QPushButton] = []
        if offer.press.allowed:
            press = button(_("Press"), "small")
            dress(press, self._look, "play", "accent_text", 14)
            press.setAccessibleName(_("Press: {muscle}").format(muscle=self._name))
            press.clicked.connect(self._on_press)
            made.append(press)
        if offer.stretches:
            stretch = self._catalogue.stretches[offer.stretches[0]]
            side = self._candidate.side
            begin = StretchButton(self._requests, stretch, side, _("Stretch"), kind="small")
            made.append(begin)
        return made

    def tab_order(self) -> list[QWidget]:
        """What the Tab key goes through, in order."""
        return [self.row, *self.buttons]

    @Slot(bool)
    def _on_pointed(self, here: bool) -> None:
        self._requests.point.emit(self._candidate.muscle if here else "", self._candidate.side)

    @Slot()
    def _on_clicked(self) -> None:
        self._requests.choose.emit(self._candidate.muscle, self._candidate.side)

    @Slot()
    def _on_press(self) -> None:
        side = Side.RIGHT if self._candidate.side is Side.MIDLINE else self._candidate.side
        self._requests.pressure.emit(self._candidate.muscle, side)


def short_reason(catalogue: Catalogue, press: Decision) -> str:
    """Why it is not pressed, or what the person said that limits it; the guidance says it all.

    Empty where `class_words` has said it already.
    """
    if press.outcome is Outcome.ALLOW or _unwritten(press):
        return ""
    said = [each for each in press.reasons if explain(catalogue, each).said is not Said.NOWHERE]
    shown = said if press.allowed else [*said, *press.reasons]
    return reason_sentence(catalogue, shown[0]) if shown else ""


def plain_class(muscle: Muscle) -> tuple[str, str]:
    """An icon and the words for how freely a muscle may be pressed by anybody."""
    if not muscle.may_be_pressed:
        return "no-press", class_text(muscle)
    amber = muscle.safety_class is SafetyClass.AMBER
    return "feather" if amber else "hands", class_text(muscle)


def class_words(muscle: Muscle, press: Decision) -> tuple[str, str]:
    """An icon and the words for how freely a muscle may be pressed by this person now."""
    if not muscle.may_be_pressed:
        return plain_class(muscle)
    if not press.allowed:
        words = _("no guidance yet") if _unwritten(press) else _("not pressed for now")
        return "no-press", words
    light = press.caps is not None and press.caps.discomfort_cap <= LIGHT
    if light or muscle.safety_class is SafetyClass.AMBER:
        return "feather", _("light touch only")
    if press.outcome is Outcome.LIMIT:
        return "hands", _("ordinary self-care, in places less")
    return plain_class(muscle)


def _unwritten(press: Decision) -> bool:
    return press.reasons[:1] == ("no_text",)


def _noted(look: Look, icon: str, text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(look.gap(6))
    picture = QLabel()
    picture.setPixmap(look.pixmap(icon, look.px(15), "quiet"))
    line.addWidget(picture)
    line.addWidget(label(text, "note"), 1)
    return line
