"""One muscle: what it is, what to take care of, what may be done with it now, how sure it is."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from guide.app.learn_presenter import Barrier, Told
from guide.core.anatomy import Side
from guide.core.catalogue import Muscle
from guide.i18n import _
from guide.ui.controls import button, column, dress, frame, label, row
from guide.ui.flow import FlowLayout
from guide.ui.learn.article import Article
from guide.ui.learn.lit import Lit, find_lit, muscle_lit, referral_lit
from guide.ui.panels import sections
from guide.ui.panels.actions import Actions, CardButton
from guide.ui.panels.candidate import class_words, plain_class
from guide.ui.panels.cautions import CautionCard
from guide.ui.reading import Kit, blank, bullets, capital, prose
from guide.ui.segmented import Segmented
from guide.words import side_word


class MuscleArticle(Article):
    """Cautions first; technique only where it is permitted, else the way to what is missing."""

    side_chosen = Signal(object)  # Side
    map_requested = Signal(str, object)  # muscle, side

    def __init__(self, kit: Kit, told: Told) -> None:
        muscle = kit.catalogue.muscles[told.chosen.muscle]
        super().__init__(kit, muscle.name, muscle.latin)
        self._told, self._muscle = told, muscle
        self._add_head()
        guidance, chosen = told.guidance, told.chosen
        muscle_is = muscle_lit(kit.catalogue, chosen)
        first = CautionCard(kit, guidance) if guidance and guidance.cautions else None
        if first is not None:
            self.add("", first, muscle_is)
        self.add(_("What it does"), self._does(), muscle_is)
        self.add(_("How it hurts"), self._hurts(), referral_lit(kit.catalogue, chosen))
        if told.barrier is not Barrier.NONE:
            self.add(_("Pressing and stretching"), self._barrier(), muscle_is)
        if told.advice is not None:
            for notice in sections.notices(kit, told.advice, None):
                self.add("", notice, muscle_is)
            for part in sections.technique(kit, told.advice):
                self.add(part.title, part.widget, self._lit_of(part.name, muscle_is))
        for part in sections.background(kit, guidance):
            self.add(part.title, part.widget, muscle_is)
        self.add(_("Where it lies"), self._lies(muscle), muscle_is)
        self.lines.addWidget(label(_("Not reviewed by a clinician."), "note"))
        self.add_contents()
        self.begin()

    def _lit_of(self, name: str, muscle_is: Lit) -> Lit:
        guidance = self._told.guidance
        if name == "find" and guidance is not None:
            return find_lit(self.kit.catalogue, self._told.chosen, guidance)
        return muscle_is

    def _add_head(self) -> None:
        """The class in a word and an icon, the side, and what can be begun."""
        kit, chosen = self.kit, self._told.chosen
        advice = self._told.advice
        if advice is not None:
            icon, words = class_words(self._muscle, advice.offer.press)
        else:
            icon, words = plain_class(self._muscle)
        flow = FlowLayout(spacing=kit.look.gap(10))
        flow.addWidget(_badge(kit, icon, words))
        sides = Segmented(
            _("Side"), [(side, capital(side_word(side)), "") for side in (Side.LEFT, Side.RIGHT)]
        )
        sides.select(chosen.side)
        sides.chosen.connect(self.side_chosen)
        flow.addWidget(sides)
        show = button(_("Show it on the map"), "quiet")
        dress(show, kit.look, "map", "quiet", 16)
        show.clicked.connect(self._on_map)
        flow.addWidget(show)
        self.head.addSpacing(kit.look.gap(4))
        self.head.addLayout(flow)
        self.head.addSpacing(kit.look.gap(4))
        if advice is not None:
            self.head.addWidget(Actions(kit.look, kit.catalogue, kit.requests, advice))
        else:
            flow.addWidget(CardButton(kit.requests, chosen))

    def _does(self) -> QWidget:
        guidance = self._told.guidance
        part, lines = blank(self.kit)
        lines.addWidget(
            prose(self.kit, guidance.summary if guidance else self._muscle.action + ".")
        )
        if guidance is None:
            sections.add_unwritten(self.kit, lines)
        return part

    def _hurts(self) -> QWidget:
        part, lines = blank(self.kit)
        if self._told.guidance is not None:
            lines.addLayout(bullets(self.kit, self._told.guidance.hurts))
        sections.add_referral(self.kit, lines, self._muscle)
        return part

    def _lies(self, muscle: Muscle) -> QWidget:
        part, lines = blank(self.kit)
        for title, text in (
            (_("It comes from"), muscle.origin),
            (_("It goes to"), muscle.insertion),
        ):
            lines.addWidget(label(title, "label"))
            lines.addWidget(prose(self.kit, text))
        return part

    def _barrier(self) -> QFrame:
        """What must be answered first, and the way there; or why nobody presses it alone."""
        kit, barrier = self.kit, self._told.barrier
        guidance = self._told.guidance
        lines = column(spacing=kit.look.gap(10), margin=kit.look.gap(16))
        text, way = barrier_words(barrier)
        lines.addWidget(prose(kit, text))
        if barrier is Barrier.NEVER and guidance is not None and guidance.press_note:
            lines.addWidget(prose(kit, guidance.press_note))
        if way:
            go = button(way, "primary")
            go.clicked.connect(self._on_map)
            lines.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        return frame("card", lines)

    @Slot()
    def _on_map(self) -> None:
        chosen = self._told.chosen
        self.map_requested.emit(chosen.muscle, chosen.side)


def barrier_words(barrier: Barrier) -> tuple[str, str]:
    """Why no technique is shown, and what the button that leads on says."""
    return {
        Barrier.NONE: ("", ""),
        Barrier.NEVER: (
            _("This muscle is never pressed on your own. A clinician or therapist can help."),
            "",
        ),
        Barrier.PAINT: (
            _(
                "Paint where it hurts and answer a few questions: then it is shown whether and"
                " how this muscle may be pressed."
            ),
            _("To the map"),
        ),
        Barrier.ASK: (
            _("Whether and how it may be pressed is shown when the questions are answered."),
            _("Answer the questions first"),
        ),
        Barrier.CLOSED: (
            _("Something you said speaks against pressing for now. The map says what to do."),
            _("To the map"),
        ),
    }[barrier]


def _badge(kit: Kit, icon: str, words: str) -> QFrame:
    picture = QLabel()
    picture.setPixmap(kit.look.pixmap(icon, kit.look.px(18), "quiet"))
    badge = row(picture, label(words, "label", wrap=False), spacing=kit.look.gap(6))
    badge.setContentsMargins(kit.look.gap(10), kit.look.gap(5), kit.look.gap(10), kit.look.gap(5))
    return frame("chip", badge)
