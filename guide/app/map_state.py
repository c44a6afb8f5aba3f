"""The map: what a person asked for, and the one state that follows from it."""

from datetime import date
from enum import StrEnum

import msgspec

from guide.core.anatomy import Chosen, Place, Side
from guide.core.catalogue import Catalogue, Guidance, PressWay
from guide.core.dose import Allowance, Caps
from guide.core.drawing import Drawing, Strength
from guide.core.ranking import Candidate, rank
from guide.core.safety import (
    Answers,
    Decision,
    Profile,
    Question,
    Request,
    Situation,
    Stopped,
    Verdict,
    decide,
    decide_all,
    decide_routine,
    decide_stretch,
    judge,
    next_question,
    spot_caps,
    way_caps,
)
from guide.core.safety_facts import Act
from guide.core.sight import Sight


class Panel(StrEnum):
    """What stands beside the figure."""

    START = "start"  # nothing is painted yet
    PAINTED = "painted"  # painted, and something is still to be asked: what fits best?
    ASKING = "asking"
    CLOSED = "closed"  # a sign, a condition or the age speaks against everything
    RANKING = "ranking"
    GUIDANCE = "guidance"
    MUSCLE = "muscle"  # what a muscle is, before it is known whether it may be pressed


class Intent(msgspec.Struct, frozen=True):
    """Everything the person has said and pointed at; nothing in it is computed."""

    drawing: Drawing = Drawing()
    sight: Sight = Sight()
    strength: Strength = Strength.MODERATE
    hovered: Place | None = None
    answers: Answers = Answers()
    profile: Profile = Profile()
    earlier: tuple[tuple[Answers, Profile], ...] = ()  # what "back" returns to
    asking: bool = False
    taking_back: str | None = None  # the sign whose slip is being confirmed
    chosen: Chosen | None = None
    pointed: Chosen | None = None  # the muscle or the row of the ranking under the pointer
    stopped: tuple[Stopped, ...] = ()  # this visit's sessions that were stopped for a reason


class Offer(msgspec.Struct, frozen=True):
    """What may be done with a muscle on a side; ``stretches`` are those that are allowed."""

    press: Decision
    stretch: Decision
    stretches: tuple[str, ...]


class Findings(msgspec.Struct, frozen=True):
    """What the core makes of a situation; every muscle that is ranked has its offer."""

    situation: Situation
    question: Question | None
    verdict: Verdict
    candidates: tuple[Candidate, ...]
    offers: dict[tuple[str, Side], Offer]


class Advice(msgspec.Struct, frozen=True):
    """What is said about a muscle now. ``guidance`` has nothing in it that may not be done."""

    chosen: Chosen
    offer: Offer
    guidance: Guidance | None = None
    routines: tuple[str, ...] = ()  # that hold one of its stretches, and may be done whole
    spots: dict[str, Caps] = {}  # of its points that may be pressed now
    ways: dict[PressWay, Caps] = {}  # to press and to stroke, that are left
    allowance: Allowance | None = None


class MapState(msgspec.Struct, frozen=True):
    """What the map page shows."""

    intent: Intent
    findings: Findings
    panel: Panel
    lit: Chosen | None = None
    advice: Advice | None = None  # about the chosen muscle

    @property
    def guidance(self) -> Guidance | None:
        """What may be read about the chosen muscle."""
        return None if self.advice is None else self.advice.guidance

    @property
    def offer(self) -> Offer | None:
        """What may be done with the chosen muscle."""
        return None if self.advice is None else self.advice.offer

    @property
    def allowance(self) -> Allowance | None:
        """What is left of the chosen muscle's day."""
        return None if self.advice is None else self.advice.allowance

    @property
    def may_undo(self) -> bool:
        """True when there is a change to undo."""
        return bool(self.intent.drawing.past)

    @property
    def today(self) -> date | None:
        """The local day, as far as the state knows it."""
        return self.findings.situation.today


def find(catalogue: Catalogue, situation: Situation) -> Findings:
    """Ask the core what is open, what is forbidden and which muscles may refer pain here."""
    question, verdict = next_question(catalogue, situation), judge(catalogue, situation)
    marks = situation.drawing.marks
    closed = not marks or question is not None or verdict.map_closed
    candidates = () if closed else rank(catalogue, marks)
    chosen = tuple((each.muscle, each.side) for each in candidates)
    presses = decide_all(catalogue, situation, (Request(Act.PRESS, *each) for each in chosen))
    offers = {
        each: _offer(catalogue, situation, press, *each)
        for each, press in zip(chosen, presses, strict=True)
    }
    return Findings(situation, question, verdict, candidates, offers)


def offer_for(catalogue: Catalogue, situation: Situation, muscle: str, side: Side) -> Offer:
    """What may be done with ``muscle`` of ``side``."""
    press = decide(catalogue, situation, Request(Act.PRESS, muscle, side))
    return _offer(catalogue, situation, press, muscle, side)


def _offer(
    catalogue: Catalogue, situation: Situation, press: Decision, muscle: str, side: Side
) -> Offer:
    names = [each.id for each in catalogue.stretches.values() if muscle in each.muscles]
    found = {name: decide_stretch(catalogue, situation, name, (side,)) for name in names}
    allowed = tuple(name for name in names if found[name].allowed)
    if names:
        stretch = found[(allowed or tuple(names))[0]]
    else:
        stretch = decide(catalogue, situation, Request(Act.STRETCH, muscle, side))
    return Offer(press, stretch, allowed)


def advice_for(
    catalogue: Catalogue,
    situation: Situation,
    chosen: Chosen,
    offer: Offer,
    guidance: Guidance | None,
) -> Advice:
    """What is said about ``chosen``; ``guidance`` has passed `safety.permitted`."""
    key = chosen.muscle, chosen.side
    ways = guidance.press + guidance.stroke if guidance else ()
    return Advice(
        chosen,
        offer,
        guidance,
        routines=open_routines(catalogue, situation, guidance),
        spots=spot_caps(catalogue, situation, *key),
        ways=way_caps(catalogue, situation, *key, ways),
    )


def panel_for(intent: Intent, findings: Findings) -> Panel:
    """Which panel the state asks for; a closed map comes before any advice."""
    if intent.asking and findings.question is not None:
        return Panel.ASKING
    if findings.verdict.map_closed:
        return Panel.CLOSED
    if not intent.drawing.marks:
        return Panel.START if intent.chosen is None else Panel.MUSCLE
    if findings.question is not None:
        return Panel.PAINTED if intent.chosen is None else Panel.MUSCLE
    return Panel.GUIDANCE if intent.chosen is not None else Panel.RANKING


def open_routines(
    catalogue: Catalogue, situation: Situation, guidance: Guidance | None
) -> tuple[str, ...]:
    """Ids of the routines with a stretch of ``guidance`` that may be done now as a whole."""
    own = set(guidance.stretches) if guidance else set()
    return tuple(
        name
        for name, routine in catalogue.routines.items()
        if own & set(routine.stretches) and decide_routine(catalogue, situation, name).allowed
    )
