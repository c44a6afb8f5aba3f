"""What is decided about, and what comes out: the values that `decide` takes and gives."""

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from guide.core.anatomy import Side
from guide.core.answers import Answers
from guide.core.dose import Caps
from guide.core.drawing import Drawing
from guide.core.records import SessionRecord, instant
from guide.core.safety.profile import Profile
from guide.core.safety_facts import Act, Ceiling


class Stopped(msgspec.Struct, frozen=True):
    """A session of this visit that was stopped for a reason that has a level."""

    reason: str  # id of a `StopReason`
    muscle: str = ""  # that was pressed; "" for a stretch of several
    side: Side = Side.MIDLINE


class Situation(msgspec.Struct, frozen=True):
    """Everything that is known about the person now; an empty one has answered nothing."""

    drawing: Drawing = Drawing()
    answers: Answers = Answers()
    profile: Profile = Profile()
    history: tuple[SessionRecord, ...] = ()  # sessions of all muscles
    now_utc: str = ""  # ISO 8601; "" leaves the history and the age of treatments out
    offset_minutes: int = 0
    stopped: tuple[Stopped, ...] = ()
    on_paper: bool = False  # the questions stand printed above the advice: none is asked

    @property
    def today(self) -> date | None:
        """The local day; None without a time."""
        if not self.now_utc:
            return None
        return (instant(self.now_utc) + timedelta(minutes=self.offset_minutes)).date()


class Request(msgspec.Struct, frozen=True):
    """One thing that somebody wants to do with a muscle.

    Without ``point`` any point of it that may be pressed is meant, without ``tool`` any of
    the ways that its guidance has.
    """

    act: Act
    muscle: str
    side: Side
    point: str | None = None
    tool: str | None = None
    posture: str | None = None  # of the way; a stretch has its own
    stretch: str | None = None


class Outcome(StrEnum):
    """What is decided."""

    ALLOW = "allow"
    LIMIT = "limit"
    REFUSE = "refuse"


class Decision(msgspec.Struct, frozen=True):
    """What follows for a request, and from what.

    ``caps`` are those of pressing, None where nothing is pressed; ``ceiling`` bounds a stretch
    or a movement. ``reasons`` are ids: signs,
    no-pressure entries, stop reasons, profile entries, rules, and the words "child",
    "unanswered", "red", "not_self_pressed", "no_text", "tool_not_for_muscle", "no_way",
    "daily_cap", "hours_apart", "every_other_day", "locked_24h".
    """

    outcome: Outcome
    reasons: tuple[str, ...] = ()
    caps: Caps | None = None
    ceiling: Ceiling = Ceiling()

    @property
    def allowed(self) -> bool:
        """True unless it is refused; a limit allows, within ``caps``."""
        return self.outcome is not Outcome.REFUSE
