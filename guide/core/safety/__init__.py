"""What must be asked before advice, and what the answers forbid.

The first questions come in a fixed order, then the no-pressure list, then the signs of the
red flags whose zones are painted: merged, each once, emergencies first, eight a screen.
A sign that has been answered is not asked again; painting another zone asks only what is new.
Asking ends where nothing left to ask could change the verdict.

Where the rules can be read in two ways the stricter holds: an emergency or urgent sign closes
pressing and stretching everywhere, even when its zone is wiped off again; a clinician sign
closes both for every muscle that refers to, or lies in, a painted zone of its flag, whatever
the conditions on the flag's zones say by then.
"""

from enum import StrEnum

import msgspec

from guide.core.anatomy import Place, Side
from guide.core.answers import (
    After,
    Answers,
    Condition,
    Onset,
    PainKind,
    answer_adult,
    answer_after,
    answer_age,
    answer_kinds,
    answer_no_pressure,
    answer_onset,
    answer_signs,
    holds,
    take_back,
)
from guide.core.catalogue import Catalogue, Level, Muscle, RedFlag, Sign
from guide.core.drawing import Drawing
from guide.core.safety_facts import SafetyClass

__all__ = [
    "PAGE",
    "After",
    "Answers",
    "Condition",
    "Onset",
    "PainKind",
    "Permission",
    "Question",
    "QuestionKind",
    "Verdict",
    "answer_adult",
    "answer_after",
    "answer_age",
    "answer_kinds",
    "answer_no_pressure",
    "answer_onset",
    "answer_signs",
    "check_flag",
    "flags_touched",
    "holds",
    "judge",
    "matches",
    "next_question",
    "permit",
    "permit_stretch",
    "take_back",
]

PAGE = 8  # lines of one screen
_SEVERITY = {Level.CLINICIAN: 1, Level.URGENT: 2, Level.EMERGENCY: 3}


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


class Permission(msgspec.Struct, frozen=True):
    """Whether technique may be shown. ``reasons`` are those of `Verdict` and of the muscle:
    "red", "not_self_pressed" and "no_text" (its guidance does not exist yet), which bar
    pressing alone: a stretch has its own text, and may work on such a muscle.
    """

    press: bool
    stretch: bool
    reasons: tuple[str, ...]


def matches(pattern: str, zone: str, answers: Answers | None = None) -> bool:
    """Whether ``zone`` lies in ``pattern``: a zone, a beginning with "*", and a "?condition".

    Without ``answers`` the condition is taken to hold.
    """
    zones, _, condition = pattern.partition("?")
    if answers is not None and not holds(condition, answers):
        return False
    return zone.startswith(zones[:-1]) if zones.endswith("*") else zone == zones


def check_flag(flag: RedFlag, zones: tuple[str, ...]) -> tuple[str, ...]:
    """What is wrong with the patterns and conditions of ``flag``, as words to be quoted."""
    known = {"", *Condition}
    conditions = [pattern.partition("?")[2] for pattern in flag.zones]
    conditions += [sign.when for sign in flag.signs]
    empty = [each for each in flag.zones if not any(matches(each, zone) for zone in zones)]
    return (*empty, *(each for each in conditions if each not in known))


def flags_touched(catalogue: Catalogue, drawing: Drawing, answers: Answers) -> tuple[RedFlag, ...]:
    """The red flags for whose zones something is painted, in the order of the catalogue."""
    painted = {place.zone for place in drawing.places}
    return tuple(
        flag
        for flag in catalogue.red_flags.values()
        if any(matches(pattern, zone, answers) for pattern in flag.zones for zone in painted)
    )


def next_question(catalogue: Catalogue, drawing: Drawing, answers: Answers) -> Question | None:
    """The next screen to ask, emergencies first, or None when nothing is left to ask.

    Then `judge` says what may be shown.
    """
    if answers.adult is False:
        return None
    first = _first_question(answers)
    if first is not None:
        return Question(first)
    entries = [entry for entry in catalogue.no_pressure if entry not in answers.asked]
    if entries:
        return Question(QuestionKind.NO_PRESSURE, tuple(entries[:PAGE]))
    signs = _signs_left(catalogue, drawing, answers)
    return Question(QuestionKind.SIGNS, signs[:PAGE]) if signs else None


def _first_question(answers: Answers) -> QuestionKind | None:
    given = {
        QuestionKind.ADULT: answers.adult,
        QuestionKind.AGE: answers.fifty_or_over,
        QuestionKind.ONSET: answers.onset,
        QuestionKind.AFTER: answers.after,
        QuestionKind.KIND: answers.kinds,
    }
    return next((kind for kind, answer in given.items() if answer is None), None)


def _signs_left(catalogue: Catalogue, drawing: Drawing, answers: Answers) -> tuple[str, ...]:
    """The signs to ask, emergencies first, but for those that could change nothing more."""
    reached = max((_SEVERITY[sign.level] for sign in _present(catalogue, answers)), default=0)
    # A second clinician sign may close other zones; beyond that only something worse counts.
    worth = reached + 1 if reached > _SEVERITY[Level.CLINICIAN] else 1
    if answers.no_pressure:
        worth = max(worth, _SEVERITY[Level.URGENT])
    signs = {
        sign.id: sign.level
        for flag in flags_touched(catalogue, drawing, answers)
        for sign in flag.signs
        if sign.id not in answers.asked
        and _SEVERITY[sign.level] >= worth
        and holds(sign.when, answers)
    }
    return tuple(sorted(signs, key=lambda sign: -_SEVERITY[signs[sign]]))


def _present(catalogue: Catalogue, answers: Answers) -> tuple[Sign, ...]:
    """The signs that are there, each once, as its strictest flag has it, worst first."""
    found: dict[str, Sign] = {}
    for flag in catalogue.red_flags.values():
        for sign in flag.signs:
            known = found.get(sign.id)
            if sign.id in answers.signs and (
                known is None or _SEVERITY[sign.level] > _SEVERITY[known.level]
            ):
                found[sign.id] = sign
    return tuple(sorted(found.values(), key=lambda sign: -_SEVERITY[sign.level]))


def judge(catalogue: Catalogue, drawing: Drawing, answers: Answers) -> Verdict:
    """What the answers so far forbid; more answers never allow more."""
    present = _present(catalogue, answers)
    entries = tuple(sorted(answers.no_pressure or ()))
    child = answers.adult is False
    level = present[0].level if present else None
    grave = child or level in (Level.EMERGENCY, Level.URGENT)
    return Verdict(
        level=level,
        map_closed=grave or bool(entries),
        stretch_closed=grave or any(_bars_stretching(catalogue, entry) for entry in entries),
        closed_places=_closed_places(catalogue, drawing, answers),
        reasons=(*(("child",) if child else ()), *(sign.id for sign in present), *entries),
    )


def _bars_stretching(catalogue: Catalogue, entry: str) -> bool:
    known = catalogue.no_pressure.get(entry)
    return known is None or not known.stretch_allowed


def _closed_places(catalogue: Catalogue, drawing: Drawing, answers: Answers) -> frozenset[Place]:
    """The painted places in the zones of every flag that has a sign present."""
    flags = [
        flag
        for flag in catalogue.red_flags.values()
        if any(sign.id in answers.signs for sign in flag.signs)
    ]
    return frozenset(
        place
        for place in drawing.places
        for flag in flags
        if any(matches(pattern, place.zone) for pattern in flag.zones)
    )


def permit(
    catalogue: Catalogue, verdict: Verdict, drawing: Drawing, muscle: str, side: Side
) -> Permission:
    """What may be shown for ``muscle``: the verdict, its class and its points together.

    `ValueError` where ``verdict`` closes a place that ``drawing`` does not have: it was then
    made for another drawing, and may miss what this one must close.
    """
    if not verdict.closed_places <= set(drawing.places):
        raise ValueError("the verdict was made for another drawing: judge this one first")
    facts = catalogue.muscles[muscle]
    closed = _is_closed(facts, side, verdict)
    guided = muscle in catalogue.guided
    stretch = not (verdict.stretch_closed or closed)
    own = []
    if not facts.may_be_pressed:
        own.append("red" if facts.safety_class is SafetyClass.RED else "not_self_pressed")
    if not guided:
        own.append("no_text")
    return Permission(
        press=stretch and guided and not verdict.map_closed and facts.may_be_pressed,
        stretch=stretch,
        reasons=(*(verdict.reasons if closed or verdict.map_closed else ()), *own),
    )


def permit_stretch(catalogue: Catalogue, verdict: Verdict, stretch: str) -> Permission:
    """Whether ``stretch`` may be shown: not where a muscle it stretches is closed on a side."""
    closed = any(
        _is_closed(catalogue.muscles[muscle], side, verdict)
        for muscle in catalogue.stretches[stretch].muscles
        for side in (Side.LEFT, Side.RIGHT)
    )
    open_to_all = not (verdict.stretch_closed or closed)
    return Permission(
        press=False, stretch=open_to_all, reasons=() if open_to_all else verdict.reasons
    )


def _is_closed(muscle: Muscle, side: Side, verdict: Verdict) -> bool:
    """Whether ``muscle`` of ``side`` refers to, or has a point in, a closed place."""
    referral = muscle.referral
    zones = {*referral.main, *referral.spillover}
    for point in muscle.points:
        zones.update(point.refers_to, point.zones)
    return any(
        place.zone in zones
        and (place.side is not side.other or place.side is side or place.zone in referral.crosses)
        for place in verdict.closed_places
    )
