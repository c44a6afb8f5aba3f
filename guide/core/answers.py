"""The answers of one visit: the first questions, and the signs that were asked."""

from enum import StrEnum

import msgspec
from msgspec.structs import replace


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
    asked: frozenset[str] = frozenset()  # ids of signs and no-pressure entries that were answered


class Condition(StrEnum):
    """What a sign, or a pattern of zones, may ask of the first answers."""

    FIFTY_OR_OVER = "fifty_or_over"
    UNDER_FIFTY = "under_fifty"
    AFTER_INJURY = "after_injury"
    AFTER_EFFORT = "after_effort"
    NEW_PAIN = "new_pain"  # since today or some days
    LASTING_PAIN = "lasting_pain"  # since weeks or months
    NUMB = "numb"
    BURNING = "burning"


def holds(condition: str, answers: Answers) -> bool:
    """Whether ``condition`` ("" always does) holds; `ValueError` for an unknown one."""
    if not condition:
        return True
    kinds = answers.kinds or frozenset()
    match Condition(condition):
        case Condition.FIFTY_OR_OVER:
            return answers.fifty_or_over is True
        case Condition.UNDER_FIFTY:
            return answers.fifty_or_over is False
        case Condition.AFTER_INJURY:
            return answers.after is After.FALL
        case Condition.AFTER_EFFORT:
            return answers.after is After.EFFORT
        case Condition.NEW_PAIN:
            return answers.onset in (Onset.TODAY, Onset.DAYS)
        case Condition.LASTING_PAIN:
            return answers.onset in (Onset.WEEKS, Onset.MONTHS)
        case Condition.NUMB:
            return PainKind.NUMB in kinds
        case Condition.BURNING:
            return PainKind.BURNING in kinds


def answer_story(
    answers: Answers, onset: Onset, after: After, kinds: frozenset[PainKind]
) -> Answers:
    """Since when, after what, and what it feels like; `ValueError` for no kind of pain."""
    if not kinds:
        raise ValueError("at least one kind of pain must be chosen")
    return replace(answers, onset=onset, after=after, kinds=kinds)


def answer_after(answers: Answers, after: After) -> Answers:
    """After what it began; the rest of the story is told later."""
    return replace(answers, after=after)


def answer_no_pressure(
    answers: Answers, shown: tuple[str, ...], present: frozenset[str]
) -> Answers:
    """One screen of the no-pressure list: of ``shown``, the ``present`` ones apply."""
    _among(shown, present)
    return replace(
        answers,
        no_pressure=(answers.no_pressure or frozenset()) - frozenset(shown) | present,
        asked=answers.asked | frozenset(shown),
    )


def answer_signs(answers: Answers, shown: tuple[str, ...], present: frozenset[str]) -> Answers:
    """One screen of signs: of ``shown``, the ``present`` ones are there, the others are not."""
    _among(shown, present)
    return replace(
        answers,
        signs=answers.signs - frozenset(shown) | present,
        asked=answers.asked | frozenset(shown),
    )


def take_back(answers: Answers, slip: str) -> Answers:
    """Take back the sign or no-pressure entry ``slip``: it was answered, and is not there.

    The front ends ask once more before they call this.
    """
    return replace(
        answers,
        signs=answers.signs - {slip},
        no_pressure=None if answers.no_pressure is None else answers.no_pressure - {slip},
    )


def _among(shown: tuple[str, ...], present: frozenset[str]) -> None:
    strange = present - frozenset(shown)
    if strange:
        raise ValueError(f"{', '.join(sorted(strange))} was not among what was asked")
