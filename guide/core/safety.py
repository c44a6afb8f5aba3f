"""What must be asked before advice, and what the answers forbid."""

from enum import StrEnum

import msgspec

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Level
from guide.core.drawing import Drawing


class Onset(StrEnum):
    """Since when it hurts."""

    TODAY = "today"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class After(StrEnum):
    """After what it began."""

    FALL = "fall"  # or a blow or another injury
    EFFORT = "effort"
    NOTHING = "nothing"  # nothing in particular


class PainKind(StrEnum):
    """What it feels like."""

    ACHE = "ache"
    SHARP = "sharp"
    BURNING = "burning"
    NUMB = "numb"  # or tingling


class Answers(msgspec.Struct, frozen=True):
    """The answers of one visit; None and absent ids mean not asked yet."""

    adult: bool | None = None
    fifty_or_over: bool | None = None
    onset: Onset | None = None
    after: After | None = None
    kinds: frozenset[PainKind] | None = None
    no_pressure: frozenset[str] | None = None  # ids that apply; an empty set is "none of these"
    signs: frozenset[str] = frozenset()  # ids of signs that are present
    asked: frozenset[str] = frozenset()  # ids of signs that were shown and answered


class QuestionKind(StrEnum):
    """Which screen comes next."""

    ADULT = "adult"
    AGE = "age"
    ONSET = "onset"
    AFTER = "after"
    KIND = "kind"
    NO_PRESSURE = "no_pressure"
    SIGNS = "signs"


class Question(msgspec.Struct, frozen=True):
    """One screen of the conversation; ``items`` are ids of signs or no-pressure entries."""

    kind: QuestionKind
    items: tuple[str, ...] = ()  # at most eight


class Verdict(msgspec.Struct, frozen=True):
    """What the answers so far forbid.

    ``level`` is the strongest level present. Emergency and urgent signs, a no-pressure entry
    and a child close the whole map (``map_closed``); a clinician sign closes the muscles that
    refer to, or lie in, its flag's zones among the painted ones (``closed_places``).
    """

    level: Level | None
    map_closed: bool
    stretch_closed: bool
    closed_places: frozenset[Place]
    reasons: tuple[str, ...]  # ids of signs, no-pressure entries, or "child"


def next_question(catalogue: Catalogue, drawing: Drawing, answers: Answers) -> Question | None:
    """The next screen to ask, emergencies first, or None when advice may be opened."""
    raise NotImplementedError


def judge(catalogue: Catalogue, drawing: Drawing, answers: Answers) -> Verdict:
    """What the answers so far forbid; more answers never allow more."""
    raise NotImplementedError


class Permission(msgspec.Struct, frozen=True):
    """Whether technique for one muscle may be shown; ``reasons`` as in `Verdict`."""

    press: bool
    stretch: bool
    reasons: tuple[str, ...]


def permit(
    catalogue: Catalogue, verdict: Verdict, drawing: Drawing, muscle: str, side: Side
) -> Permission:
    """What may be shown for ``muscle``: the verdict, its class and its points together."""
    raise NotImplementedError
