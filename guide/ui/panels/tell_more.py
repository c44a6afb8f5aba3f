"""Something else than the usual stories: since when, after what and how it feels, in chips."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from guide.core.safety import After, Answers, Onset, PainKind
from guide.i18n import _
from guide.ui.chips import Chips
from guide.ui.controls import label
from guide.ui.look import Look
from guide.ui.names import after_words, kind_words, onset_words
from guide.ui.panels.screen import Screen
from guide.ui.requests import MapRequests

AFTER = (After.NOTHING, After.EFFORT, After.FALL)  # the most usual first


class TellMoreScreen(Screen):
    """Three short questions on one screen; all three are answered before it goes on."""

    def __init__(self, look: Look, requests: MapRequests, told: Answers) -> None:
        """``told`` is what was answered before; it is chosen already."""
        super().__init__(look)
        self._requests = requests
        self.title = _("Tell a little more")
        self.why = _("If it comes and goes, count from when it first came.")
        self.lines.setSpacing(look.gap(8))
        self.onset = self._ask(
            _("Since when does it hurt?"), [(onset, onset_words(onset)) for onset in Onset]
        )
        self.after = self._ask(
            _("What did it begin after?"), [(after, after_words(after)) for after in AFTER]
        )
        self.kinds = self._ask(
            _("What does it feel like? Choose all that fit."),
            [(kind, kind_words(kind)) for kind in PainKind],
            several=True,
        )
        self.onset.select([told.onset])
        self.after.select([told.after])
        self.kinds.select(sorted(told.kinds or ()))

    def _ask(
        self, question: str, choices: list[tuple[object, str]], several: bool = False
    ) -> Chips:
        if self.lines.count():
            self.lines.addSpacing(self.look.gap(12))
        self.lines.addWidget(label(question, "strong"))
        chips = Chips(self.look, question, choices, several)
        chips.changed.connect(self.counted)
        self.lines.addWidget(chips)
        return chips

    def rows(self) -> list[QWidget]:
        """All chips."""
        return [chip for chips in (self.onset, self.after, self.kinds) for chip in chips.chips]

    def ticked(self) -> int:
        """How many of the three questions are answered."""
        return sum(bool(chips.values()) for chips in (self.onset, self.after, self.kinds))

    def none_text(self) -> str:
        """Every pain has a beginning and feels like something."""
        return ""

    def these_text(self) -> str:
        """There is one way on."""
        return _("Go on")

    def may_go_on(self) -> bool:
        """All three are answered."""
        return self.ticked() == 3

    @Slot()
    def answer_these(self) -> None:
        """Tell all three at once."""
        (onset,), (after,) = self.onset.values(), self.after.values()
        self._requests.tell.emit(onset, after, frozenset(self.kinds.values()))
