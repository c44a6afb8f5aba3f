"""Requests of the map page in, one frozen state out; the core decides."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from guide.app.clock import offset_minutes, utc_text
from guide.app.map_state import (
    Chosen,
    Findings,
    Intent,
    MapState,
    Panel,
    find,
    panel_for,
    permission_for,
)
from guide.core import drawing as painting
from guide.core.anatomy import FigureName, Place, Side, View
from guide.core.answers import (
    answer_adult,
    answer_after,
    answer_age,
    answer_kinds,
    answer_no_pressure,
    answer_onset,
    answer_signs,
    take_back,
)
from guide.core.catalogue import Catalogue, Guidance
from guide.core.dose import Allowance, allowance
from guide.core.drawing import Drawing, Strength
from guide.core.records import MapRecord, SessionRecord
from guide.core.safety import After, Answers, Onset, PainKind, Permission, QuestionKind, Verdict
from guide.journal.errors import JournalError

PAUSE_MS = 1200  # after the last stroke; then the invitation shows


class MapJournal(Protocol):
    """What the map needs of the journal."""

    def save_map(self, record: MapRecord) -> None:
        """Keep a painted map; raises `JournalError`."""

    def pressed(self, muscle: str) -> tuple[SessionRecord, ...]:
        """The pressure sessions of a muscle; raises `JournalError`."""


class MapPresenter(QObject):
    """Holds what was asked for and emits what follows from it."""

    changed = Signal(object)  # MapState
    answered = Signal()  # the questions were open and none is left
    failed = Signal(str)  # one sentence: what the journal could not do

    def __init__(
        self,
        catalogue: Catalogue,
        read_guidance: Callable[[str], Guidance | None],
        wall: Callable[[], datetime],
        new_id: Callable[[], str],
        parent: QObject | None = None,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._catalogue, self._read_guidance = catalogue, read_guidance
        self._wall, self._new_id = wall, new_id
        self._journal: MapJournal | None = None
        self._saved: tuple[Drawing, Answers, str] | None = None
        self._allowed: dict[str, Allowance] = {}  # asked of the journal once a muscle
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._on_pause)
        intent = Intent()
        findings = find(catalogue, intent.drawing, intent.answers)
        self.state = MapState(intent, findings, panel_for(intent, findings))

    def use_journal(self, journal: MapJournal) -> None:
        """Keep maps in ``journal`` and count today's sessions from it, from now on."""
        self._journal = journal
        self.refresh()

    # -- the figure ---------------------------------------------------------------------------

    @Slot(object)
    def turn(self, view: View) -> None:
        """Look from another direction."""
        self._set(view=view, hovered=None)

    @Slot(object)
    def show_figure(self, figure: FigureName) -> None:
        """Choose the figure."""
        self._set(figure=figure, hovered=None)

    @Slot(object)
    def choose_strength(self, strength: Strength) -> None:
        """Paint with this strength from now on."""
        self._set(strength=strength)

    @Slot(object)
    def hover(self, place: Place | None) -> None:
        """The pointer or the keyboard is at ``place``; nothing else follows from that."""
        intent = msgspec.structs.replace(self.state.intent, hovered=place)
        self.state = msgspec.structs.replace(self.state, intent=intent)
        self.changed.emit(self.state)

    @Slot(object)
    def paint(self, place: Place) -> None:
        """Paint ``place`` with the chosen strength, or take it off again."""
        self._draw(painting.paint(self.state.intent.drawing, place, self.state.intent.strength))

    @Slot(object)
    def erase(self, place: Place) -> None:
        """Take ``place`` off the drawing."""
        self._draw(painting.erase(self.state.intent.drawing, place))

    @Slot()
    def undo(self) -> None:
        """Go back one change of the drawing."""
        self._draw(painting.undo(self.state.intent.drawing))

    @Slot()
    def clear(self) -> None:
        """Take everything off the drawing."""
        self._draw(painting.clear(self.state.intent.drawing))

    # -- the conversation ---------------------------------------------------------------------

    @Slot()
    def ask(self) -> None:
        """Open the questions, or the advice when nothing is open."""
        self._pause.stop()
        self._set(asking=True, paused=True, earlier=())

    @Slot()
    def leave_questions(self) -> None:
        """Go back to the drawing; what was answered stays answered."""
        self._set(asking=False, earlier=())

    @Slot()
    def back(self) -> None:
        """Back to the question before; before the first one, to the drawing."""
        earlier = self.state.intent.earlier
        if earlier:
            self._set(answers=earlier[-1], earlier=earlier[:-1])
        else:
            self.leave_questions()

    @Slot(bool, bool)
    def answer_age(self, adult: bool, fifty_or_over: bool) -> None:
        """Under 18, 18 to 49, or 50 and over."""
        self._answer(answer_age(answer_adult(self.state.intent.answers, adult), fifty_or_over))

    @Slot(object)
    def answer_onset(self, onset: Onset) -> None:
        """Since when it hurts."""
        self._answer(answer_onset(self.state.intent.answers, onset))

    @Slot(object)
    def answer_after(self, after: After) -> None:
        """After what it began."""
        self._answer(answer_after(self.state.intent.answers, after))

    @Slot(object)
    def answer_kinds(self, kinds: frozenset[PainKind]) -> None:
        """What it feels like."""
        self._answer(answer_kinds(self.state.intent.answers, kinds))

    @Slot(object)
    def answer_items(self, present: frozenset[str]) -> None:
        """Which of the lines on the screen apply; none is an answer too."""
        question, answers = self.state.findings.question, self.state.intent.answers
        if question is None or question.kind not in (QuestionKind.NO_PRESSURE, QuestionKind.SIGNS):
            return
        answer = answer_no_pressure if question.kind is QuestionKind.NO_PRESSURE else answer_signs
        self._answer(answer(answers, question.items, present))

    @Slot(str)
    def doubt(self, reason: str) -> None:
        """A sign was ticked by mistake: ask once more before it is taken back."""
        self._set(taking_back=reason)

    @Slot()
    def keep_answer(self) -> None:
        """It was no mistake."""
        self._set(taking_back=None)

    @Slot()
    def take_back(self) -> None:
        """It was a mistake: the answer is changed, and what else is open is asked."""
        reason, answers = self.state.intent.taking_back, self.state.intent.answers
        if reason is None:
            return
        reported = tuple(name for name in self.state.intent.reported if name != reason)
        if reason in self.state.intent.reported:
            self._set(reported=reported, taking_back=None)
            return
        if reason == "child":
            answers = msgspec.structs.replace(answers, adult=None, fifty_or_over=None)
        else:
            answers = take_back(answers, reason)
        self._set(answers=answers, taking_back=None, earlier=(), asking=True)

    @Slot(str)
    def report(self, reason: str) -> None:
        """A session was stopped for a grave ``reason``: nothing more is pressed or stretched."""
        reported = self.state.intent.reported
        if reason not in reported:
            self._set(reported=(*reported, reason), asking=False)

    # -- the advice ---------------------------------------------------------------------------

    @Slot(str, object)
    def point_at(self, muscle: str, side: Side) -> None:
        """Light the muscle of a row; an empty name lights the chosen one again."""
        self._set(pointed=Chosen(muscle, side) if muscle else None)

    @Slot(str, object)
    def choose(self, muscle: str, side: Side) -> None:
        """Open the guidance of a muscle."""
        self._set(chosen=Chosen(muscle, side), pointed=None)
        self.map_id()

    @Slot()
    def close_guidance(self) -> None:
        """Back to the ranking."""
        self._set(chosen=None, pointed=None)

    @Slot()
    def refresh(self) -> None:
        """Look at the journal again: something was recorded."""
        self._allowed.clear()
        self._set()

    # -- what a session asks before it begins (guide.app.session_setup.SafetyGate) ------------

    def unanswered(self) -> bool:
        """True while a safety question is open."""
        return self.state.findings.question is not None

    def verdict(self) -> Verdict:
        """What the answers so far forbid."""
        return self.state.findings.verdict

    def permission(self, muscle: str, side: Side) -> Permission:
        """What is allowed for one muscle."""
        state = self.state
        return permission_for(self._catalogue, state.intent, state.findings, muscle, side)

    def map_id(self) -> str | None:
        """Keep the map as it is painted now and return its id; None when there is nothing."""
        intent = self.state.intent
        if self._journal is None or not intent.drawing.marks:
            return None
        kept = self._saved
        if kept is not None and (kept[0].marks, kept[1]) == (intent.drawing.marks, intent.answers):
            return kept[2]
        moment, made = self._wall(), self._new_id()
        marks, answers = intent.drawing.marks, intent.answers
        try:
            self._journal.save_map(
                MapRecord(made, utc_text(moment), offset_minutes(moment), marks, answers)
            )
        except JournalError as error:
            self.failed.emit(str(error))
            return None
        self._saved = intent.drawing, intent.answers, made
        return made

    # -- inside -------------------------------------------------------------------------------

    def _draw(self, drawing: Drawing) -> None:
        if drawing == self.state.intent.drawing:
            return
        self._pause.start()
        self._set(drawing=drawing, chosen=None, pointed=None, asking=False, paused=False)

    @Slot()
    def _on_pause(self) -> None:
        self._set(paused=True)

    def _answer(self, answers: Answers) -> None:
        intent = self.state.intent
        self._set(answers=answers, earlier=(*intent.earlier, intent.answers))

    def _set(self, **changes: object) -> None:
        """Replace parts of the intent and emit what follows."""
        before = self.state
        intent = msgspec.structs.replace(before.intent, **changes)
        findings = before.findings
        if _asked_of_core(intent) != _asked_of_core(before.intent):
            findings = find(self._catalogue, *_asked_of_core(intent))
        done = findings.question is None and intent.asking
        if done:
            intent = msgspec.structs.replace(intent, asking=False, earlier=())
        self.state = self._resolve(intent, findings)
        self.changed.emit(self.state)
        if done and before.findings.question is not None:
            self.answered.emit()

    def _resolve(self, intent: Intent, findings: Findings) -> MapState:
        panel = panel_for(intent, findings)
        advice = panel in (Panel.RANKING, Panel.GUIDANCE)
        chosen = intent.chosen if advice else None
        lit = (intent.pointed or chosen) if advice else None
        if chosen is None:
            return MapState(intent, findings, panel, lit)
        return MapState(
            intent,
            findings,
            panel,
            lit,
            guidance=self._guidance(chosen.muscle),
            permission=permission_for(
                self._catalogue, intent, findings, chosen.muscle, chosen.side
            ),
            allowance=self._allowance(chosen.muscle),
        )

    def _guidance(self, muscle: str) -> Guidance | None:
        before = self.state.guidance
        if before is not None and before.muscle == muscle:
            return before
        return self._read_guidance(muscle) if muscle in self._catalogue.guided else None

    def _allowance(self, muscle: str) -> Allowance | None:
        if self._journal is None:
            return None
        if muscle not in self._allowed:
            moment = self._wall()
            try:
                past = self._journal.pressed(muscle)
            except JournalError as error:
                self.failed.emit(str(error))
                return None
            self._allowed[muscle] = allowance(
                self._catalogue.muscles[muscle], past, utc_text(moment), offset_minutes(moment)
            )
        return self._allowed[muscle]


def _asked_of_core(intent: Intent) -> tuple[Drawing, Answers, tuple[str, ...]]:
    return intent.drawing, intent.answers, intent.reported
