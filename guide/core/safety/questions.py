"""What must be asked before advice: the fewest questions that decide.

First what fits best (since when, after what, what it feels like), then once "About you", then
the lines of the red flags whose zones are painted: merged, each once, emergencies first, eight
a screen, and with the first of them the conditions that change from day to day. A line that
has been answered is not asked again; painting another zone asks only what is new. Asking ends
where nothing left to ask could change the verdict.
"""

from enum import StrEnum

import msgspec

from guide.core.answers import Answers, answer_no_pressure, answer_signs, holds
from guide.core.catalogue import Catalogue, Level, RedFlag, Sign
from guide.core.drawing import Drawing
from guide.core.safety.patterns import matches
from guide.core.safety.profile import Profile, with_ages
from guide.core.safety.situation import Situation
from guide.core.safety.verdict import SEVERITY, judge, present_signs

PAGE = 8  # lines of one screen


class QuestionKind(StrEnum):
    """Which screen comes next."""

    STORY = "story"  # what fits best: since when, after what, what it feels like
    ABOUT = "about"  # the person: asked once, not once a visit
    SIGNS = "signs"  # lines of red flags and of what may change from day to day


class Question(msgspec.Struct, frozen=True):
    """One screen; ``items`` are ids of signs and of no-pressure entries, at most eight."""

    kind: QuestionKind
    items: tuple[str, ...] = ()


def next_question(catalogue: Catalogue, situation: Situation) -> Question | None:
    """The next screen to ask, or None when nothing is left to ask; `judge` says what follows."""
    profile, answers = situation.profile, situation.answers
    if situation.on_paper or profile.adult is False:
        return None
    if answers.onset is None or answers.after is None or not answers.kinds:
        return Question(QuestionKind.STORY)
    if not _is_known(profile):
        return Question(QuestionKind.ABOUT)
    signs = _signs_left(catalogue, situation)
    daily = _daily_left(catalogue, situation)[:PAGE]
    items = (*signs[: PAGE - len(daily)], *daily)
    return Question(QuestionKind.SIGNS, items) if items else None


def answer_items(
    catalogue: Catalogue, answers: Answers, shown: tuple[str, ...], present: frozenset[str]
) -> Answers:
    """One screen of lines: of ``shown``, the ``present`` ones are there, the others are not."""
    daily = tuple(item for item in shown if item in catalogue.no_pressure)
    signs = tuple(item for item in shown if item not in catalogue.no_pressure)
    strange = present - frozenset(shown)
    if daily:
        answers = answer_no_pressure(answers, daily, present & frozenset(daily) | strange)
    return answer_signs(answers, signs, present & frozenset(signs) | strange)


def flags_touched(catalogue: Catalogue, drawing: Drawing, answers: Answers) -> tuple[RedFlag, ...]:
    """The red flags for whose zones something is painted, in the order of the catalogue."""
    painted = {place.zone for place in drawing.places}
    return tuple(
        flag
        for flag in catalogue.red_flags.values()
        if any(matches(pattern, zone, answers) for pattern in flag.zones for zone in painted)
    )


def _is_known(profile: Profile) -> bool:
    return profile.asked and profile.adult is not None and profile.fifty_or_over is not None


def _daily_left(catalogue: Catalogue, situation: Situation) -> tuple[str, ...]:
    """The no-pressure entries to ask; none where an urgent sign closes everything already."""
    if _reached(catalogue, situation.answers) >= SEVERITY[Level.URGENT]:
        return ()
    return tuple(each for each in catalogue.no_pressure if each not in situation.answers.asked)


def _signs_left(catalogue: Catalogue, situation: Situation) -> tuple[str, ...]:
    """The signs to ask, emergencies first, but for those that could change nothing more."""
    answers = with_ages(situation.answers, situation.profile)
    reached = _reached(catalogue, answers)
    # A second clinician sign may close other zones; beyond that only something worse counts.
    worth = reached + 1 if reached > SEVERITY[Level.CLINICIAN] else 1
    if judge(catalogue, situation).stretch_closed:  # pressing is closed with it
        worth = max(worth, SEVERITY[Level.URGENT])
    signs: dict[str, Sign] = {}
    for flag in flags_touched(catalogue, situation.drawing, answers):
        for sign in flag.signs:
            asked = sign.id in answers.asked or not holds(sign.when, answers)
            if not asked and SEVERITY[sign.level] >= worth:
                known = signs.get(sign.id, sign)
                signs[sign.id] = max(known, sign, key=_severity)
    return tuple(sorted(signs, key=lambda sign: -_severity(signs[sign])))


def _severity(sign: Sign) -> int:
    return SEVERITY[sign.level]


def _reached(catalogue: Catalogue, answers: Answers) -> int:
    return max((_severity(sign) for sign in present_signs(catalogue, answers)), default=0)
