"""What the program knows: zones, muscles, stretches, routines, sources.

Facts are plain values decoded from the compiled content; sentences for people are
fields of them and are never written in code.
"""

from enum import StrEnum

import msgspec

from guide.core.safety_facts import (
    DangerZone,
    EmergencyNumber,
    ProfileEntry,
    ProfileGroup,
    SafetyClass,
    SeeClinician,
    Tool,
)


class Zone(msgspec.Struct, frozen=True):
    """A zone of the controlled vocabulary; three of them lie inside the mouth."""

    id: str
    label: str
    description: str
    midline: bool
    on_skin: bool


class Source(msgspec.Struct, frozen=True):
    """A source that facts and claims refer to by id."""

    id: str
    cite: str
    doi: str = ""
    pmid: str = ""
    url: str = ""
    note: str = ""


class Range(msgspec.Struct, frozen=True):
    """A closed range of whole numbers (seconds, repeats, points of ten)."""

    low: int
    high: int


class Dose(msgspec.Struct, frozen=True):
    """The written dose of one muscle, before any cap (`guide.core.dose` caps it)."""

    discomfort: Range  # of ten
    hold: Range  # seconds
    repeats: Range  # holds per spot
    per_day: Range  # sessions


class TriggerPoint(msgspec.Struct, frozen=True):
    """A search area in a muscle; ``id`` is the muscle's id, a dot and the label's slug."""

    id: str
    label: str
    location: str
    depth: str
    refers_to: tuple[str, ...]
    self_press: bool
    zones: tuple[str, ...] = ()  # skin zones its search area lies in (not where it refers)
    light: bool = False  # pressed lightly only (2-4 of 10, at most 30 s), whatever the dose


class Referral(msgspec.Struct, frozen=True):
    """Where a muscle is commonly said to refer pain."""

    main: tuple[str, ...]
    spillover: tuple[str, ...]
    crosses: tuple[str, ...] = ()  # zones that this muscle may refer to on the other side too


class Muscle(msgspec.Struct, frozen=True):
    """The facts of one muscle."""

    id: str
    name: str
    latin: str
    region: str
    safety_class: SafetyClass
    origin: str
    insertion: str
    action: str
    points: tuple[TriggerPoint, ...]
    referral: Referral
    dose: Dose
    tools: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: dict[str, str]  # part of the facts -> "src/high", "bg/medium" ...
    tool_limits: dict[str, str] = {}  # tool id -> the only place or way it may be used

    @property
    def may_be_pressed(self) -> bool:
        """False for red muscles and those none of whose points one may press oneself."""
        return self.safety_class is not SafetyClass.RED and any(
            point.self_press for point in self.points
        )

    def pattern(self, point: str = "") -> Referral:
        """Where one of its points is said to refer: first its own zones, then the spillover.

        Without a point, the whole muscle's; KeyError for a point that it does not have.
        """
        if not point:
            return self.referral
        main = {each.id: each.refers_to for each in self.points}[point]
        rest = tuple(zone for zone in self.referral.spillover if zone not in main)
        return Referral(main, rest, self.referral.crosses)


class Landmark(msgspec.Struct, frozen=True):
    """A point of the body that can be felt or seen, in plain words."""

    id: str
    label: str
    words: tuple[str, ...] = ()  # what a text may call it, in lower case


class GuideEntry(msgspec.Struct, frozen=True):
    """One row of the standard guides' order: ``rank`` 1 is named first for the zone."""

    zone: str
    muscle: str
    rank: int
    provenance: str  # "src" read, "bg" recalled
    confidence: str = ""  # "high" | "medium" | "low"


class Claim(msgspec.Struct, frozen=True):
    """A claim with the grade of its evidence and its sources.

    Where a treatment is judged, the last three answer "yes", "partly", "no" or "unknown".
    """

    text: str
    grade: str  # "tested" | "limited" | "none_shown" | "tradition" | "disputed"
    sources: tuple[str, ...]
    effect: str = ""  # was an effect seen?
    mechanism: str = ""  # is it known how it works?
    over_rest: str = ""  # is it better than rest, or than doing nothing?


class PressWay(msgspec.Struct, frozen=True):
    """One way to press: a tool and a posture, with steps in order."""

    tool: str  # a tool id: fingers, pincer, knuckles, ball_wall, cane, towel_edge ...
    posture: str
    points: tuple[str, ...]  # ids of the trigger points this way is for
    steps: tuple[str, ...]
    title: str = ""  # the way in plain words


class Guidance(msgspec.Struct, frozen=True):
    """Everything the guidance page says about one muscle, in one language."""

    muscle: str
    summary: str  # what it does, in a sentence or two
    hurts: tuple[str, ...]  # how it hurts
    find: tuple[str, ...]  # landmarks and finger widths, in order
    press: tuple[PressWay, ...]
    press_note: str  # what pressing should feel like, and when to stop
    stretches: tuple[str, ...]  # ids
    keeps_going: tuple[str, ...]
    cautions: tuple[str, ...]
    evidence: tuple[Claim, ...]
    stroke: tuple[PressWay, ...] = ()  # strokes, kneading and slow rolling
    stroke_note: str = ""  # what they should feel like, or why there are none
    stretch_note: str = ""  # what is said before the stretches, or why none serves
    movements: tuple[str, ...] = ()  # ids
    move_note: str = ""
    helpers: tuple[str, ...] = ()  # who can help with a muscle that nobody presses alone
    own_cautions: int = 0  # so many of the cautions, the first, are this muscle's own
    own_evidence: int = 0  # and so many of the claims


class Sides(StrEnum):
    """Which sides a stretch is done on."""

    EACH = "each"
    MIDLINE = "midline"


class Stretch(msgspec.Struct, frozen=True):
    """One stretch; the written side is the right one, the left is its mirror image."""

    id: str
    name: str
    sides: Sides
    posture: str  # "chair" | "standing" | "wall" | "floor" | "bed" | "table"
    muscles: tuple[str, ...]  # which muscles are stretched, all on the working side
    start: str  # one sentence each; "{side}" and "{other}" stand for the words
    move: str
    feel: str
    stop: str
    hold_seconds: int
    sources: tuple[str, ...]
    bends_spine: bool  # it bends or twists a loaded neck or back: not with brittle bones
    pose: str = ""  # id of the pictures in assets/poses; "" where there are none


class Movement(msgspec.Struct, frozen=True):
    """A slow full-range movement offered after pressing."""

    id: str
    name: str
    text: str
    seconds: int


class Routine(msgspec.Struct, frozen=True):
    """A sequence of stretches: every stretch once a side and round, equal time a side."""

    id: str
    name: str
    summary: str
    stretches: tuple[str, ...]
    rounds: int
    hold_seconds: int
    transition_seconds: int


class Level(StrEnum):
    """What a sign leads to: E and U end the map, C closes the muscles of its zones, M limits
    them to a light touch and forbids nothing.
    """

    EMERGENCY = "E"
    URGENT = "U"
    CLINICIAN = "C"
    MODIFY = "M"


class Sign(msgspec.Struct, frozen=True):
    """A sign of a red flag, as it is asked; ``id`` is the flag's id, a dot and a slug."""

    id: str
    level: Level
    text: str
    example: str = ""
    when: str = ""  # a `guide.core.safety.Condition` on the first answers; "" is always


class RedFlag(msgspec.Struct, frozen=True):
    """A red flag: for which zones its signs are asked.

    ``zones`` are patterns as `guide.core.safety.matches` reads them: a zone, "head.*",
    "thigh.posterior_*" or "*", and perhaps a condition: "*?after_injury".
    """

    id: str
    name: str
    zones: tuple[str, ...]
    signs: tuple[Sign, ...]
    what_to_do: dict[str, str]  # level -> sentence(s)
    sources: tuple[str, ...]


class NoPressure(msgspec.Struct, frozen=True):
    """An entry of the list of conditions under which nothing is pressed at all."""

    id: str
    text: str
    what_to_do: str
    stretch_allowed: bool = False


class StopReason(msgspec.Struct, frozen=True):
    """A reason for stopping a session, and what follows from it."""

    id: str
    text: str
    level: Level | None
    what_to_do: str


class Way(msgspec.Struct, frozen=True):
    """With what, how and where a muscle's guidance presses it."""

    tool: str
    posture: str
    points: tuple[str, ...]


class Catalogue(msgspec.Struct, frozen=True):
    """All facts, keyed by id; guidance text is loaded muscle by muscle."""

    zones: dict[str, Zone]
    muscles: dict[str, Muscle]
    guide_order: tuple[GuideEntry, ...]
    stretches: dict[str, Stretch]
    movements: dict[str, Movement]
    routines: dict[str, Routine]
    red_flags: dict[str, RedFlag]
    no_pressure: dict[str, NoPressure]
    stop_reasons: dict[str, StopReason]
    sources: dict[str, Source]
    guided: frozenset[str]  # muscles whose guidance text exists
    ways: dict[str, tuple[Way, ...]] = {}  # to press, of the guided muscles
    moves: dict[str, tuple[str, ...]] = {}  # muscle -> the movements that follow pressing it
    tools: dict[str, Tool] = {}
    profile_groups: dict[str, ProfileGroup] = {}
    profile_entries: dict[str, ProfileEntry] = {}
    danger_zones: dict[str, DangerZone] = {}
    landmarks: dict[str, Landmark] = {}
    emergency_numbers: dict[str, EmergencyNumber] = {}  # by territory
    see_a_clinician: dict[str, SeeClinician] = {}
    gone: dict[str, str] = {}  # names of what a removed pack brought and the journal still knows
