"""What the session screens show: one frozen state, and readings while time passes."""

from enum import StrEnum

import msgspec

from guide.core.anatomy import Side
from guide.core.catalogue import PressWay, StopReason
from guide.core.dose import Allowance, Caps, session_caps
from guide.core.records import SessionRecord, Unfinished
from guide.core.safety_facts import Ceiling
from guide.core.session import SessionKind, SessionState, Status, StepKind

BREATH_IN = 4.0  # seconds
BREATH_OUT = 6.0
GET_READY = (5, 30)  # seconds, smallest and largest


class Stage(StrEnum):
    """Which session screen is shown."""

    NONE = "none"
    OFFER = "offer"  # a session of an earlier run was cut short
    REFUSED = "refused"  # in words, instead of a session
    SETUP = "setup"
    RUNNING = "running"  # also paused and interrupted
    WHY = "why"  # it was stopped: why?
    ADVICE = "advice"  # what follows from the reason
    RATE = "rate"  # how was it?
    SAVED = "saved"


class Begin(StrEnum):
    """What can be asked for."""

    PRESSURE = "pressure"
    STRETCH = "stretch"
    ROUTINE = "routine"
    MOVEMENTS = "movements"


class Wish(msgspec.Struct, frozen=True):
    """A session somebody asked for; ``subject`` is a muscle, stretch or routine id."""

    begin: Begin
    subject: str
    side: Side
    way: PressWay | None = None  # to press; None leaves it to the choices before the session


class Choice(msgspec.Struct, frozen=True):
    """A way to press that may be chosen, with what holds for pressing so."""

    way: PressWay
    caps: Caps  # the loosest of its points
    own: dict[str, Caps]  # of each of its points
    reasons: tuple[str, ...]  # why they are lower
    allowance: Allowance


class Setup(msgspec.Struct, frozen=True):
    """The choices before a session; most of them are set for pressure alone."""

    spots: tuple[str, ...]  # chosen trigger points, in the muscle's order
    hold: int  # seconds
    repeats: int
    get_ready: int  # seconds
    ways: tuple[Choice, ...] = ()  # the gentlest first; none for a stretch or movement
    at: int = 0  # which of ``ways`` is chosen
    ceiling: Ceiling = Ceiling()  # of a stretch or movement
    reasons: tuple[str, ...] = ()  # why there is less, or a way is left out: reason ids

    @property
    def chosen(self) -> Choice | None:
        """The way that is chosen; None where nothing is pressed."""
        return self.ways[self.at] if self.ways else None

    @property
    def choices(self) -> tuple[str, ...]:
        """Ids of the points that may be chosen: those that the chosen way reaches."""
        return tuple(self.own)

    @property
    def own(self) -> dict[str, Caps]:
        """The caps of each of ``choices``."""
        return self.chosen.own if self.chosen else {}

    @property
    def caps(self) -> Caps | None:
        """The caps of the chosen way."""
        return self.chosen.caps if self.chosen else None

    @property
    def allowance(self) -> Allowance | None:
        """What is left of today for the chosen way."""
        return self.chosen.allowance if self.chosen else None

    @property
    def said(self) -> tuple[str, ...]:
        """Reason ids: of the chosen way, and of all ways."""
        return (*(self.chosen.reasons if self.chosen else ()), *self.reasons)

    @property
    def limits(self) -> Caps | None:
        """The caps of the spots that are chosen: a light one makes the session lighter."""
        chosen = tuple(self.own[spot] for spot in self.spots)
        return session_caps(chosen) if chosen else self.caps

    @property
    def spots_allowed(self) -> int:
        """How many spots may be chosen now."""
        if self.limits is None or self.allowance is None:
            return 0
        return min(self.limits.spots, self.allowance.spots_left)


class Breath(msgspec.Struct, frozen=True):
    """Where the breathing pace stands: ``fullness`` 0 (empty) to 1, whole seconds to go."""

    inward: bool
    fullness: float
    seconds_left: int


class Reading(msgspec.Struct, frozen=True):
    """What changes with time alone."""

    left: float  # seconds of the step
    share: float  # of the step, 0 at its beginning to 1 at its end
    total_left: float  # seconds of the session
    breath: Breath | None  # during holds


class Options(msgspec.Struct, frozen=True):
    """The person's settings that a session follows."""

    sound: bool = True
    voice: bool = False
    get_ready: int = 10  # seconds


class Signs(msgspec.Struct, frozen=True):
    """What does not work at the moment: shown as marks, never in the way."""

    no_sound: bool = False
    no_voice: bool = False
    screen_may_sleep: bool = False


class PageState(msgspec.Struct, frozen=True):
    """Everything the session page shows, but for `Reading`."""

    stage: Stage = Stage.NONE
    wish: Wish | None = None
    setup: Setup | None = None
    seconds: float = 0.0  # that the chosen session takes, as planned
    session: SessionState | None = None
    way: PressWay | None = None  # by which the session presses
    refusal: tuple[str, ...] = ()  # sentences
    unfinished: Unfinished | None = None
    may_go_on: bool = False  # what was cut short is fresh enough to be continued
    reason: StopReason | None = None  # why it was stopped
    before: int | None = None  # pain 0-10
    during: int | None = None
    after: int | None = None
    note: str = ""
    record: SessionRecord | None = None  # once it is saved
    offers: tuple[Wish, ...] = ()  # what may follow
    problem: str = ""  # one sentence: what could not be done, and what to do
    signs: Signs = Signs()

    @property
    def kind(self) -> SessionKind | None:
        """Pressing or stretching; None without a session."""
        if self.session is not None:
            return self.session.plan.kind
        if self.wish is None:
            return None
        pressing = self.wish.begin is Begin.PRESSURE
        return SessionKind.PRESSURE if pressing else SessionKind.STRETCH


def breath_at(seconds: float) -> Breath:
    """The pace ``seconds`` after a hold began: four in, six out."""
    at = seconds % (BREATH_IN + BREATH_OUT)
    if at < BREATH_IN:
        return Breath(True, at / BREATH_IN, _whole(BREATH_IN - at))
    out = at - BREATH_IN
    return Breath(False, 1.0 - out / BREATH_OUT, _whole(BREATH_OUT - out))


def is_hold_running(state: SessionState) -> bool:
    """True while somebody presses or stretches."""
    return state.status is Status.RUNNING and state.step.kind is StepKind.HOLD


def _whole(seconds: float) -> int:
    return max(1, -int(-seconds // 1))
