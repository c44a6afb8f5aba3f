"""What stands between a wish and its session: the core's decision over all that is known."""

from collections.abc import Callable
from typing import Protocol

from msgspec.structs import replace

from guide.app.session_log import SessionJournal
from guide.app.session_setup import begin_setup, decide_wish
from guide.app.session_state import Begin, Setup, Wish
from guide.core.catalogue import Catalogue, Guidance, PressWay
from guide.core.dose import Caps
from guide.core.pressure import narrowed
from guide.core.records import Unfinished
from guide.core.safety import Situation, spot_caps
from guide.core.session import Plan, SessionKind
from guide.core.stretching import gentler
from guide.journal.errors import JournalError
from guide.words import decision_sentences


class SafetyGate(Protocol):
    """What is known of the person and of this visit."""

    def situation(self) -> Situation:
        """The answers, the profile and the time; the history is added from the journal."""

    def map_id(self) -> str | None:
        """The saved map of this visit, if there is one."""


class SessionGuard:
    """Judges wishes; the history is read from the journal each time."""

    def __init__(
        self,
        catalogue: Catalogue,
        gate: SafetyGate,
        journal: SessionJournal,
        read_guidance: Callable[[str], Guidance | None],
    ) -> None:
        self._catalogue, self._gate, self._journal = catalogue, gate, journal
        self._read_guidance = read_guidance

    def situation(self) -> tuple[Situation, str]:
        """What is known now, and a problem where the journal cannot be read."""
        known = self._gate.situation()
        try:
            return replace(known, history=self._journal.sessions()), ""
        except JournalError as error:
            return known, str(error)

    def judge(self, wish: Wish) -> tuple[Situation, tuple[str, ...]]:
        """What is known now, and why ``wish`` must not be fulfilled, in sentences.

        Without a readable journal nothing can be known to be left to press.
        """
        situation, problem = self.situation()
        if problem and wish.begin is Begin.PRESSURE:
            return situation, (problem,)
        decision = decide_wish(self._catalogue, situation, wish)
        refused = () if decision.allowed else decision_sentences(self._catalogue, decision)
        return situation, refused

    def set_up(self, situation: Situation, wish: Wish, get_ready: int) -> Setup:
        """The first choices for an allowed ``wish``."""
        ways = self._ways(wish.subject) if wish.begin is Begin.PRESSURE else ()
        return begin_setup(self._catalogue, situation, wish, get_ready, ways)

    def limits_changed(self, situation: Situation, wish: Wish, setup: Setup) -> bool:
        """Whether the caps of an allowed ``wish`` are others than those it was set up under."""
        fresh = self.set_up(situation, wish, setup.get_ready)
        return (fresh.ways, fresh.ceiling) != (setup.ways, setup.ceiling)

    def narrowed(self, situation: Situation, wish: Wish, unfinished: Unfinished) -> Unfinished:
        """What was cut short of an allowed ``wish``, within the caps of now.

        `ValueError` where it does not fit them.
        """
        plan = unfinished.plan
        if plan.kind is not SessionKind.PRESSURE:
            ceiling = decide_wish(self._catalogue, situation, wish).ceiling
            return replace(unfinished, plan=gentler(plan, ceiling))
        way = self.way_of(situation, plan)
        own = self._caps(situation, plan, way) if way else {}
        return replace(unfinished, plan=narrowed(plan, own))

    def way_of(self, situation: Situation, plan: Plan) -> PressWay | None:
        """The way by which ``plan`` presses, where it may still be pressed so."""
        points = {step.subject for step in plan.steps}
        return next(
            (
                way
                for way in self._ways(plan.subject)
                if (way.tool, way.posture) == (plan.tool, plan.posture)
                and points <= {*way.points}
                and self._caps(situation, plan, way)
            ),
            None,
        )

    def _caps(self, situation: Situation, plan: Plan, way: PressWay) -> dict[str, Caps]:
        return spot_caps(self._catalogue, situation, plan.subject, plan.side, way)

    def _ways(self, muscle: str) -> tuple[PressWay, ...]:
        guidance = self._read_guidance(muscle) if muscle in self._catalogue.guided else None
        return guidance.press if guidance else ()
