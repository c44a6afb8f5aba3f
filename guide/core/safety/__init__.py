"""The guard: what must be asked before advice, and what may be done. Everything passes `decide`.

`questions` asks, `profile` is what a person told once, `verdict` judges the whole map, `rules`
finds the rules that concern a request, and `decide` adds everything up. No words, no clock, no
files: reasons are ids, for which `guide.words` has sentences.
"""

from guide.core.answers import (
    After,
    Answers,
    Condition,
    Onset,
    PainKind,
    holds,
    take_back,
)
from guide.core.safety.decide import (
    decide,
    decide_all,
    decide_routine,
    decide_stretch,
    decide_ways,
    permitted,
    spot_caps,
    together,
    way_caps,
)
from guide.core.safety.patterns import check_flag, matches
from guide.core.safety.profile import TOLD_TO_STOP, Profile, ProfileItem, counts, with_ages
from guide.core.safety.questions import (
    PAGE,
    Question,
    QuestionKind,
    answer_items,
    flags_touched,
    next_question,
)
from guide.core.safety.situation import Decision, Outcome, Request, Situation, Stopped
from guide.core.safety.verdict import Verdict, judge

__all__ = [
    "PAGE",
    "TOLD_TO_STOP",
    "After",
    "Answers",
    "Condition",
    "Decision",
    "Onset",
    "Outcome",
    "PainKind",
    "Profile",
    "ProfileItem",
    "Question",
    "QuestionKind",
    "Request",
    "Situation",
    "Stopped",
    "Verdict",
    "answer_items",
    "check_flag",
    "counts",
    "decide",
    "decide_all",
    "decide_routine",
    "decide_stretch",
    "decide_ways",
    "flags_touched",
    "holds",
    "judge",
    "matches",
    "next_question",
    "permitted",
    "spot_caps",
    "take_back",
    "together",
    "way_caps",
    "with_ages",
]
