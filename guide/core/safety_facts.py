"""The facts of the guard: rules as data, and what they belong to.

Red flags and stop reasons stand with the other facts in `guide.core.catalogue`; how rules are
read is told in `guide.core.safety`.
"""

from enum import StrEnum

import msgspec


class SafetyClass(StrEnum):
    """How freely a muscle may be pressed by the person alone."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Act(StrEnum):
    """What a person wants to do with a muscle."""

    PRESS = "press"
    STRETCH = "stretch"
    MOVE = "move"


class Ceiling(msgspec.Struct, frozen=True):
    """Upper bounds of an act; None leaves a bound as it is.

    A stretch knows discomfort, hold and total alone.
    """

    discomfort: int | None = None  # of ten
    hold: int | None = None  # seconds
    repeats: int | None = None  # holds per spot
    spots: int | None = None  # per session
    total: int | None = None  # seconds a session
    per_day: int | None = None  # sessions
    days_between: int | None = None  # a lower bound: 1 is every other day


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule of the guard: it concerns a request that every given selector selects.

    ``muscles``, ``zones`` (patterns; where a point lies) and ``regions`` select a muscle
    together: any of them suffices. A rule refuses, or limits by its ceiling, or only says
    ``text``.
    """

    id: str  # its entry's id, a dot and a slug
    acts: tuple[Act, ...] = ()
    muscles: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    classes: tuple[SafetyClass, ...] = ()
    tools: tuple[str, ...] = ()  # ids, or "@hand" "@tool" "@device" "@body_weight"
    postures: tuple[str, ...] = ()  # of a way to press or a stretch
    stretches: tuple[str, ...] = ()
    bends_spine: bool = False  # stretches that bend or twist the loaded spine
    given: bool = False  # only at the places that were named; everywhere when none was
    refuse: bool = False
    ceiling: Ceiling = Ceiling()
    text: str  # why, one plain sentence
    sources: tuple[str, ...]
    confidence: str  # "src/high", "bg/medium" ...


class ToolKind(StrEnum):
    """What a tool is; rules select it as "@hand", "@tool" or "@device"."""

    HAND = "hand"
    TOOL = "tool"
    DEVICE = "device"


class Tool(msgspec.Struct, frozen=True):
    """Something to press with; its rules concern requests with this tool alone."""

    id: str
    name: str
    kind: ToolKind
    body_weight: bool = False  # one lies or leans on it
    rules: tuple[Rule, ...] = ()


class ProfileGroup(msgspec.Struct, frozen=True):
    """A line of the screen "About you"; ticking it opens its entries."""

    id: str
    text: str
    example: str = ""


class Asks(StrEnum):
    """What an entry asks for besides being ticked."""

    NOTHING = ""
    PLACES = "places"
    DATE = "date"
    PLACES_AND_DATE = "places_and_date"


class ProfileEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A lasting condition, or a treatment by others, with everything that follows from it."""

    id: str
    group: str
    text: str
    example: str = ""
    effect: str  # what the program then does, in plain words
    what_to_do: str
    asks: Asks = Asks.NOTHING
    hours: int | None = None  # a treatment: how long it counts after its day
    no_pressure: bool = False  # nothing is pressed anywhere until a clinician agrees
    whole_limb: bool = False  # a place on a limb stands for all of it
    rules: tuple[Rule, ...] = ()
    sources: tuple[str, ...]
    confidence: str


class DangerZone(msgspec.Struct, frozen=True):
    """A place with something that must not be pressed; rules without a place take its zones."""

    id: str
    name: str
    structure: str  # what lies there
    zones: tuple[str, ...]  # patterns
    text: str
    sources: tuple[str, ...]
    rules: tuple[Rule, ...] = ()


class EmergencyNumber(msgspec.Struct, frozen=True):
    """Whom to call in a territory (ISO 3166 code of two letters)."""

    territory: str
    number: str
    confidence: str
    also: tuple[str, ...] = ()  # numbers that reach help there as well


class SeeClinician(msgspec.Struct, frozen=True):
    """A reason to see a clinician that is no emergency."""

    id: str
    text: str
    sources: tuple[str, ...]
    confidence: str
