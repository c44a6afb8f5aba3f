"""The map: what a person asked for, and the one state that follows from it."""

from enum import StrEnum

import msgspec

from guide.core.anatomy import FigureName, Place, Side, View
from guide.core.catalogue import Catalogue, Guidance, Level
from guide.core.dose import Allowance
from guide.core.drawing import Drawing, Strength
from guide.core.ranking import Candidate, rank
from guide.core.safety import (
    Answers,
    Permission,
    Question,
    Verdict,
    judge,
    next_question,
    permit,
)


class Panel(StrEnum):
    """What stands beside the figure."""

    START = "start"  # nothing is painted yet
    PAINTED = "painted"  # painted, and something is still to be asked
    ASKING = "asking"
    CLOSED = "closed"  # a sign, a condition or the age speaks against everything
    RANKING = "ranking"
    GUIDANCE = "guidance"


class Chosen(msgspec.Struct, frozen=True):
    """A muscle on a side."""

    muscle: str
    side: Side


class Intent(msgspec.Struct, frozen=True):
    """Everything the person has said and pointed at; nothing in it is computed."""

    drawing: Drawing = Drawing()
    view: View = View.FRONT
    figure: FigureName = FigureName.FEMALE
    strength: Strength = Strength.MODERATE
    hovered: Place | None = None
    answers: Answers = Answers()
    earlier: tuple[Answers, ...] = ()  # what "back" returns to
    asking: bool = False
    paused: bool = False  # painting has paused: the invitation may show
    taking_back: str | None = None  # the sign whose slip is being confirmed
    chosen: Chosen | None = None
    pointed: Chosen | None = None  # the row of the ranking under the pointer
    reported: tuple[str, ...] = ()  # grave stop reasons of this visit's sessions


class Findings(msgspec.Struct, frozen=True):
    """What the core makes of the drawing and the answers."""

    question: Question | None
    verdict: Verdict
    candidates: tuple[Candidate, ...]


class MapState(msgspec.Struct, frozen=True):
    """What the map page shows."""

    intent: Intent
    findings: Findings
    panel: Panel
    lit: Chosen | None = None
    guidance: Guidance | None = None
    permission: Permission | None = None
    allowance: Allowance | None = None

    @property
    def may_undo(self) -> bool:
        """True when there is a change to undo."""
        return bool(self.intent.drawing.past)


def find(
    catalogue: Catalogue, drawing: Drawing, answers: Answers, reported: tuple[str, ...] = ()
) -> Findings:
    """Ask the core what is open, what is forbidden and which muscles may refer pain here.

    ``reported`` are stop reasons of level E or U: like such signs they close everything.
    """
    question = next_question(catalogue, drawing, answers)
    verdict = _with_reported(catalogue, judge(catalogue, drawing, answers), reported)
    open_ = not drawing.marks or question is not None or verdict.map_closed
    return Findings(question, verdict, () if open_ else rank(catalogue, drawing.marks))


def _with_reported(catalogue: Catalogue, verdict: Verdict, reported: tuple[str, ...]) -> Verdict:
    if not reported:
        return verdict
    levels = {verdict.level, *(catalogue.stop_reasons[name].level for name in reported)}
    gravest = Level.EMERGENCY if Level.EMERGENCY in levels else Level.URGENT
    return Verdict(gravest, True, True, verdict.closed_places, (*verdict.reasons, *reported))


def panel_for(intent: Intent, findings: Findings) -> Panel:
    """Which panel the state asks for; a closed map comes before any advice."""
    if intent.asking and findings.question is not None:
        return Panel.ASKING
    if findings.verdict.map_closed:
        return Panel.CLOSED
    if not intent.drawing.marks:
        return Panel.START
    if findings.question is not None:
        return Panel.PAINTED
    return Panel.GUIDANCE if intent.chosen is not None else Panel.RANKING


def permission_for(
    catalogue: Catalogue, intent: Intent, findings: Findings, muscle: str, side: Side
) -> Permission:
    """What may be shown for ``muscle``; nothing while a question is open."""
    allowed = permit(catalogue, findings.verdict, intent.drawing, muscle, side)
    if findings.question is None:
        return allowed
    return msgspec.structs.replace(allowed, press=False, stretch=False)
