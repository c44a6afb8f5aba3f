"""A clock that tests move, and everything a session would be heard or kept by."""

from datetime import UTC, datetime, timedelta, timezone

from guide.app.cues import Cue
from guide.core.anatomy import Side
from guide.core.catalogue import (
    Catalogue,
    Dose,
    Guidance,
    Level,
    Movement,
    Muscle,
    PressWay,
    Range,
    Referral,
    Routine,
    Sides,
    StopReason,
    Stretch,
    TriggerPoint,
    Way,
)
from guide.core.records import SessionRecord, Unfinished
from guide.core.safety import After, Answers, Onset, PainKind, Profile, ProfileItem, Situation
from guide.core.safety_facts import Ceiling, Rule, SafetyClass, Tool, ToolKind
from guide.journal.errors import JournalError


class FakeClock:
    """Both clocks in one: seconds since something, and the date that goes with them."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.start = datetime(2026, 11, 22, 15, 0, tzinfo=timezone(timedelta(hours=1)))

    def now(self) -> float:
        return self.seconds

    def wall(self) -> datetime:
        return self.start + timedelta(seconds=self.seconds - 1000.0)

    def utc(self) -> str:
        return self.wall().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class FakePlayer:
    """Remembers what was played: (cue, side) now, (cue, side, deadline) later."""

    def __init__(self) -> None:
        self.broken = False
        self.now: list[tuple[Cue, Side]] = []
        self.later: list[tuple[Cue, Side, float]] = []
        self.closed = 0

    def play(self, cue: Cue, side: Side) -> None:
        self.now.append((cue, side))

    def play_at(self, cue: Cue, side: Side, deadline: float) -> None:
        self.later.append((cue, side, deadline))

    def cancel(self) -> None:
        self.later.clear()

    def close(self) -> None:
        self.closed += 1
        self.later.clear()


class FakeKeeper:
    """Remembers whether the screen is kept awake."""

    def __init__(self) -> None:
        self.failed = False
        self.holding = False

    def hold(self) -> None:
        self.holding = True

    def release(self) -> None:
        self.holding = False


class FakeVoice:
    """Remembers what was said."""

    def __init__(self) -> None:
        self.broken = False
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.said.append("(silence)")


class FakeGate:
    """Somebody healthy who answered everything, until told otherwise."""

    def __init__(self, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.open_questions = False
        self.child = False
        self.items: tuple[ProfileItem, ...] = ()

    def situation(self) -> Situation:
        story = Answers(onset=Onset.DAYS, after=After.NOTHING, kinds=frozenset({PainKind.ACHE}))
        return Situation(
            answers=Answers() if self.open_questions else story,
            profile=Profile(not self.child, False, self.items, asked=True),
            now_utc=self.clock.utc(),
            offset_minutes=60,
            on_paper=not self.open_questions,
        )

    def map_id(self) -> str | None:
        return "0" * 32


class FakeJournal:
    """Keeps records in a list; refuses everything while ``failing`` has a sentence."""

    def __init__(self) -> None:
        self.saved: list[SessionRecord] = []
        self.kept: Unfinished | None = None
        self.failing = ""

    def _check(self) -> None:
        if self.failing:
            raise JournalError(self.failing)

    def save_session(self, record: SessionRecord) -> None:
        self._check()
        self.saved.append(record)

    def save_unfinished(self, unfinished: Unfinished) -> None:
        self._check()
        self.kept = unfinished

    def unfinished(self) -> Unfinished | None:
        self._check()
        return self.kept

    def clear_unfinished(self) -> None:
        self._check()
        self.kept = None

    def sessions(self) -> tuple[SessionRecord, ...]:
        self._check()
        return tuple(self.saved)


# The ball lies under the body and is written first; the fingers are gentler, and reach as far.
BALL = PressWay("ball", "floor", ("soft.lower",), ("Lie on it.", "Breathe."), "On a ball")
FINGERS = PressWay("fingers", "chair", ("soft.upper", "soft.lower"), ("Press.",), "With fingers")
WAYS = (BALL, FINGERS)
LEAN = Rule(
    id="ball.lean", ceiling=Ceiling(discomfort=3, hold=40), text="It carries you.", sources=(),
    confidence="",
)  # fmt: skip


def small_guidance(muscle: str) -> Guidance | None:
    """The text of the soft muscle, the only one that has any."""
    if muscle != "soft":
        return None
    return Guidance(
        muscle="soft", summary="", hurts=(), find=("Feel.",), press=WAYS, press_note="",
        stretches=("bend",), keeps_going=(), cautions=(), evidence=(),
    )  # fmt: skip


def small_catalogue() -> Catalogue:
    """One green muscle with two spots, one red one, two stretches, a routine, a movement."""
    points = tuple(
        TriggerPoint(f"soft.{name}", name, f"the {name} end", "shallow", ("neck.side",), True)
        for name in ("upper", "lower")
    )
    soft = Muscle(
        id="soft",
        name="Soft muscle",
        latin="musculus mollis",
        region="neck",
        safety_class=SafetyClass.GREEN,
        origin="here",
        insertion="there",
        action="bends",
        points=points,
        referral=Referral(("neck.side",), ()),
        dose=Dose(Range(3, 5), Range(30, 60), Range(2, 3), Range(1, 2)),
        tools=("fingers", "ball"),
        sources=(),
        confidence={},
    )
    red = _without_pressing(soft)
    return Catalogue(
        zones={},
        muscles={"soft": soft, "red": red},
        guide_order=(),
        stretches={
            "bend": _stretch("bend", Sides.EACH, ("soft",)),
            "nod": _stretch("nod", Sides.MIDLINE, ("red",)),
        },
        movements={"roll": Movement("roll", "Shoulder roll", "Roll the shoulders.", 20)},
        routines={"reset": Routine("reset", "Reset", "For the neck.", ("bend", "nod"), 1, 20, 8)},
        red_flags={},
        no_pressure={},
        stop_reasons={
            "enough": StopReason("enough", "I had enough", None, "That is fine."),
            "pulse": StopReason("pulse", "I felt a pulse", Level.CLINICIAN, "Move off it."),
            "faint": StopReason("faint", "I feel faint", Level.EMERGENCY, "Call 112."),
        },
        sources={},
        guided=frozenset({"soft"}),
        ways={"soft": tuple(Way(way.tool, way.posture, way.points) for way in WAYS)},
        moves={"soft": ("roll",)},
        tools={
            "fingers": Tool("fingers", "Fingers", ToolKind.HAND),
            "ball": Tool("ball", "Ball", ToolKind.TOOL, True, (LEAN,)),
        },
    )


def _without_pressing(muscle: Muscle) -> Muscle:
    from msgspec.structs import replace

    return replace(muscle, id="red", name="Red muscle", safety_class=SafetyClass.RED)


def _stretch(name: str, sides: Sides, muscles: tuple[str, ...]) -> Stretch:
    return Stretch(
        id=name,
        name=name.capitalize(),
        sides=sides,
        posture="chair",
        muscles=muscles,
        start="Sit upright.",
        move="Tip the head away from the {side} shoulder.",
        feel="A mild pull on the {side} of the neck.",
        stop="Stop when it tingles.",
        hold_seconds=20,
        sources=(),
        bends_spine=False,
        pose=name,
    )
