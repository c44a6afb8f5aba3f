"""Requests of the map page in, one frozen state out; the core decides."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from guide.app.clock import offset_minutes, utc_text
from guide.app.map_state import (
    Advice,
    Findings,
    Intent,
    MapState,
    Offer,
    Panel,
    advice_for,
    find,
    offer_for,
    panel_for,
)
from guide.core import drawing as painting
from guide.core.anatomy import Chosen, Place, Side, View
from guide.core.answers import answer_after, answer_story, take_back
from guide.core.aspect import of_view
from guide.core.catalogue import Catalogue, Guidance, Level
from guide.core.dose import Allowance, allowance, caps
from guide.core.drawing import Drawing, Mark, Strength
from guide.core.records import MapRecord, SessionRecord
from guide.core.safety import (
    TOLD_TO_STOP,
    After,
    Answers,
    Onset,
    PainKind,
    Profile,
    QuestionKind,
    Situation,
    Stopped,
    answer_items,
    permitted,
    with_ages,
)
from guide.core.sight import Sight
from guide.journal.errors import JournalError


class MapJournal(Protocol):
    """What the map needs of the journal."""

    def save_map(self, record: MapRecord) -> None:
        """Keep a painted map; raises `JournalError`."""

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Everything that was recorded; raises `JournalError`."""


class MapPresenter(QObject):
    """Holds what was asked for and emits what follows from it."""

    changed = Signal(object)  # MapState
    answered = Signal()  # the questions were open and none is left
    profile_told = Signal(object)  # Profile, answered on the screen "About you"
    stop_withdrawn = Signal()  # the grave reason of a stopped session was given by mistake
    failed = Signal(str)  # one sentence: what the journal could not do

    def __init__(
        self,
        catalogue: Catalogue,
        read_guidance: Callable[[str], Guidance | None],
        wall: Callable[[], datetime],
        new_id: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue, self.read_guidance = catalogue, read_guidance
        self._wall, self._new_id = wall, new_id
        self._journal: MapJournal | None = None
        self._saved: tuple[tuple[Mark, ...], Answers, str] | None = None
        self._history: tuple[SessionRecord, ...] | None = None  # once read
        intent = Intent()
        findings = find(catalogue, self._situation(intent))
        self.state = MapState(intent, findings, panel_for(intent, findings))

    def use_journal(self, journal: MapJournal) -> None:
        """Keep maps in ``journal`` and count today's sessions from it, from now on."""
        self._journal = journal
        self.refresh()

    # -- the figure ---------------------------------------------------------------------------

    @Slot(object)
    def see(self, sight: Sight) -> None:
        """Show the figure otherwise; nothing about pain or advice follows from that."""
        if sight != self.state.intent.sight:
            self._set(sight=sight, hovered=None, pointed=None)

    @Slot(object)
    def turn(self, view: View) -> None:
        """Look from a standard direction."""
        self.see(msgspec.structs.replace(self.state.intent.sight, aspect=of_view(view)))

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
        self._set(asking=True, earlier=())

    @Slot()
    def leave_questions(self) -> None:
        """Go back to the drawing; what was answered stays answered."""
        self._set(asking=False, earlier=())

    @Slot()
    def back(self) -> None:
        """Back to the question before; before the first one, to the drawing."""
        earlier = self.state.intent.earlier
        if earlier:
            answers, profile = earlier[-1]
            told = profile != self.state.intent.profile
            self._set(answers=answers, profile=profile, earlier=earlier[:-1])
            if told:
                self.profile_told.emit(profile)
        else:
            self.leave_questions()

    @Slot(object, object, object)
    def tell(self, onset: Onset, after: After, kinds: frozenset[PainKind]) -> None:
        """What fits best; the next screen opens by itself."""
        self._answer(
            asking=True, answers=answer_story(self.state.intent.answers, onset, after, kinds)
        )

    @Slot(object)
    def answer_after(self, after: After) -> None:
        """After what it began; the rest of the story is asked on a screen of its own."""
        self._answer(asking=True, answers=answer_after(self.state.intent.answers, after))

    @Slot(object)
    def about(self, profile: Profile) -> None:
        """What the person told about themselves, once."""
        self._answer(profile=profile)
        self.profile_told.emit(profile)

    @Slot(object)
    def use_profile(self, profile: Profile) -> None:
        """The profile was read, or changed elsewhere; what it says holds from now on."""
        stopped = self.state.intent.stopped
        told = [
            [item.entry for item in each.items] for each in (self.state.intent.profile, profile)
        ]
        if TOLD_TO_STOP in told[0] and TOLD_TO_STOP not in told[1]:  # a clinician has looked at it
            stopped = tuple(stop for stop in stopped if not self._is_grave(stop))
        self._set(profile=profile, stopped=stopped)

    @Slot(object)
    def answer_items(self, present: frozenset[str]) -> None:
        """Which of the lines on the screen apply; none is an answer too."""
        question, answers = self.state.findings.question, self.state.intent.answers
        if question is None or question.kind is not QuestionKind.SIGNS:
            return
        self._answer(answers=answer_items(self._catalogue, answers, question.items, present))

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
        intent, reason = self.state.intent, self.state.intent.taking_back
        if reason is None:
            return
        stopped = tuple(stop for stop in intent.stopped if stop.reason != reason)
        if stopped != intent.stopped:
            self._set(stopped=stopped, taking_back=None)
            self.stop_withdrawn.emit()
        elif reason == "child":
            profile = msgspec.structs.replace(intent.profile, adult=None, asked=False)
            self._set(profile=profile, taking_back=None, earlier=(), asking=True)
        elif any(item.entry == reason for item in intent.profile.items):
            self._take_out(reason)
        else:
            answers = take_back(intent.answers, reason)
            self._set(answers=answers, taking_back=None, earlier=(), asking=True)

    @Slot(object)
    def report(self, stop: Stopped) -> None:
        """A session was stopped for a reason that closes its muscle, or everything."""
        if stop not in self.state.intent.stopped:
            self._set(stopped=(*self.state.intent.stopped, stop), asking=False)

    # -- the advice ---------------------------------------------------------------------------

    @Slot(str, object)
    def point_at(self, muscle: str, side: Side) -> None:
        """Light the muscle of a row; an empty name lights the chosen one again."""
        self._set(pointed=Chosen(muscle, side) if muscle else None)

    @Slot(str, object)
    def choose(self, muscle: str, side: Side) -> None:
        """Open the guidance of a muscle, or what it is while questions are open."""
        self._set(chosen=Chosen(muscle, side), pointed=None)
        if self.state.panel is Panel.GUIDANCE:
            self.map_id()

    @Slot()
    def close_guidance(self) -> None:
        """Back to the ranking."""
        self._set(chosen=None, pointed=None)

    @Slot()
    def refresh(self) -> None:
        """Look at the journal again: something was recorded."""
        self._history = None
        intent = self.state.intent
        self._show(intent, find(self._catalogue, self._situation(intent)))

    def advise(self, chosen: Chosen) -> Advice | None:
        """What is said about ``chosen`` on another page, as on the map; None until it is known.

        That is while nothing is painted, while questions are open, and while all is closed.
        """
        intent = msgspec.structs.replace(self.state.intent, chosen=chosen, asking=False)
        if panel_for(intent, self.state.findings) is not Panel.GUIDANCE:
            return None
        return self._advise(chosen, self.state.findings)

    # -- what a session asks before it begins (guide.app.session_setup.SafetyGate) ------------

    def situation(self) -> Situation:
        """Everything that is known now; the history is what the journal had when it was read."""
        return self._situation(self.state.intent)

    def map_id(self) -> str | None:
        """Keep the map as it is painted now and return its id; None when there is nothing."""
        intent = self.state.intent
        if self._journal is None or not intent.drawing.marks:
            return None
        kept = self._saved
        marks, answers = intent.drawing.marks, with_ages(intent.answers, intent.profile)
        if kept is not None and (kept[0], kept[1]) == (marks, answers):
            return kept[2]
        moment, made = self._wall(), self._new_id()
        try:
            self._journal.save_map(
                MapRecord(made, utc_text(moment), offset_minutes(moment), marks, answers)
            )
        except JournalError as error:
            self.failed.emit(str(error))
            return None
        self._saved = marks, answers, made
        return made

    # -- inside -------------------------------------------------------------------------------

    def _draw(self, drawing: Drawing) -> None:
        if drawing == self.state.intent.drawing:
            return
        self._set(drawing=drawing, chosen=None, pointed=None, asking=False)

    def _answer(self, **changes: object) -> None:
        intent = self.state.intent
        self._set(earlier=(*intent.earlier, (intent.answers, intent.profile)), **changes)

    def _take_out(self, entry: str) -> None:
        """Take ``entry`` out of the profile; what a grave stop put there stays."""
        profile = self.state.intent.profile
        if entry != TOLD_TO_STOP:
            items = tuple(item for item in profile.items if item.entry != entry)
            profile = msgspec.structs.replace(profile, items=items)
        self._set(profile=profile, taking_back=None)
        self.profile_told.emit(profile)

    def _is_grave(self, stop: Stopped) -> bool:
        return self._catalogue.stop_reasons[stop.reason].level in (Level.EMERGENCY, Level.URGENT)

    def _set(self, **changes: object) -> None:
        """Replace parts of the intent and emit what follows."""
        before = self.state
        intent = msgspec.structs.replace(before.intent, **changes)
        findings = before.findings
        if _asked_of_core(intent) != _asked_of_core(before.intent):
            findings = find(self._catalogue, self._situation(intent))
        self._show(intent, findings)

    def _show(self, intent: Intent, findings: Findings) -> None:
        before = self.state
        done = findings.question is None and intent.asking
        if done:
            intent = msgspec.structs.replace(intent, asking=False, earlier=())
        self.state = self._resolve(intent, findings)
        self.changed.emit(self.state)
        if done and before.findings.question is not None:
            self.answered.emit()

    def _situation(self, intent: Intent) -> Situation:
        moment = self._wall()
        return Situation(
            intent.drawing,
            intent.answers,
            intent.profile,
            self._sessions(),
            utc_text(moment),
            offset_minutes(moment),
            intent.stopped,
        )

    def _sessions(self) -> tuple[SessionRecord, ...]:
        """The journal's sessions; none while it cannot be read, when no session can begin."""
        if self._history is None and self._journal is not None:
            try:
                self._history = self._journal.sessions()
            except JournalError as error:
                self._history = ()
                self.failed.emit(str(error))
        return self._history or ()

    def _resolve(self, intent: Intent, findings: Findings) -> MapState:
        panel = panel_for(intent, findings)
        chosen = intent.chosen if panel in (Panel.RANKING, Panel.GUIDANCE) else None
        silent = panel in (Panel.ASKING, Panel.CLOSED)
        lit = None if silent else (intent.pointed or intent.chosen)
        advice = self._advise(chosen, findings) if chosen is not None else None
        return MapState(intent, findings, panel, lit, advice)

    def _advise(self, chosen: Chosen, findings: Findings) -> Advice:
        key, situation = (chosen.muscle, chosen.side), findings.situation
        offer = findings.offers.get(key) or offer_for(self._catalogue, situation, *key)
        guidance = self._guidance(chosen, findings)
        advice = advice_for(self._catalogue, situation, chosen, offer, guidance)
        left = self._allowance(chosen, situation, offer)
        return msgspec.structs.replace(advice, allowance=left)

    def _guidance(self, chosen: Chosen, findings: Findings) -> Guidance | None:
        before = self.state
        if before.advice is not None and before.findings is findings:
            if before.advice.chosen == chosen:
                return before.advice.guidance
        guided = chosen.muscle in self._catalogue.guided
        found = self.read_guidance(chosen.muscle) if guided else None
        return found and permitted(self._catalogue, findings.situation, chosen.side, found)

    def _allowance(self, chosen: Chosen, situation: Situation, offer: Offer) -> Allowance | None:
        """What is left today; None where the journal is not open."""
        if self._journal is None:
            return None
        now, offset = situation.now_utc, situation.offset_minutes
        limits = offer.press.caps or caps(self._catalogue.muscles[chosen.muscle])
        return allowance(chosen.muscle, limits, situation.history, now, offset, chosen.side)


def _asked_of_core(intent: Intent) -> tuple[object, ...]:
    return intent.drawing, intent.answers, intent.profile, intent.stopped
