"""Plain language: length of sentences, Flesch-Kincaid grade, and words that are not used.

The grade is that of Kincaid and others (1975); syllables are counted by groups of vowels.
"""

import re

LONGEST_SENTENCE = 22  # words
HIGHEST_GRADE = 8.0  # Flesch-Kincaid

_SENTENCE = re.compile(r"(?<=[.!?])[\")]*\s+")
_WORD = re.compile(r"\w[\w'’.,-]*")
_LETTERS = re.compile(r"[^a-z]")
_ADVICE = "Say 'tender spot that may contribute' or 'commonly referred pattern'"

# Patterns that are not written, each with what to write instead.
FORBIDDEN = (
    (r"(trigger points?|tender spots?|knots?) (that )?causes?\b", _ADVICE),
    (r"\bis the cause\b|\bthe (real |true )?cause of (your|the|this) pain\b", _ADVICE),
    (r"\bcure[sd]?\b|\bcuring\b", "Promise no cure; say what was measured"),
    (r"(?<!botulinum )\btoxins?\b|\bdetox", "Leave it out: nothing of the kind is released"),
    (
        r"\badhesions?\b|\bbreaks? (up|down) (the )?(knots?|scar|fascia)",
        "Leave it out: pressing does not break anything",
    ),
    (
        r"\bmimic\w* (\w+ ){0,5}(heart|angina)\b|\bonly (a )?muscle, not (the |your )?heart\b",
        "Never play down the heart; a clinician rules it out",
    ),
    (
        r"\bguarantee|\bpermanent(ly)?\b|\bheals (the|your)\b",
        "Promise nothing; say what may happen",
    ),
    (r"\bwill (be gone|go away|disappear|heal)\b", "Promise nothing; say what may happen"),
    (
        r"\bfix(es)? (your )?(bad |poor )?posture\b|\bbad posture\b|\bcorrect posture\b",
        "Advise changing position often",
    ),
    (
        r"\bno pain,? no gain\b|\bpress (as )?hard(er)? (as you can|until)\b",
        "Keep to the dose; harder is not better",
    ),
)
_FORBIDDEN = tuple((re.compile(pattern, re.IGNORECASE), cure) for pattern, cure in FORBIDDEN)


def sentences(text: str) -> list[str]:
    """The sentences of ``text``."""
    return [part for part in _SENTENCE.split(text) if words(part)]


def words(text: str) -> list[str]:
    """The words and numbers of ``text``."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """The syllables of an English word, by its groups of vowels (at least one)."""
    bare = _LETTERS.sub("", word.lower())
    if len(bare) <= 3:
        return 1
    bare = re.sub(r"(?:[^laeiouycsxzgh]es|[^dtaeiouy]ed|[^laeiouy]e)$", lambda m: m[0][0], bare)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", re.sub(r"^y", "", bare))))


def grade(text: str, leave_out: re.Pattern[str] | None = None) -> float:
    """The Flesch-Kincaid grade of ``text``; matches of ``leave_out`` do not count."""
    plain = leave_out.sub(" ", text) if leave_out else text
    all_words = [word for word in words(plain) if re.search(r"[A-Za-z]", word)]
    if not all_words:
        return 0.0
    count = len(all_words)
    spoken = sum(syllables(word) for word in all_words)
    return 0.39 * count / len(sentences(plain)) + 11.8 * spoken / count - 15.59


def forbidden(text: str) -> list[tuple[str, str]]:
    """The forbidden wordings in ``text``, each with what to write instead."""
    found = ((pattern.search(text), cure) for pattern, cure in _FORBIDDEN)
    return [(match[0], cure) for match, cure in found if match]


def names_pattern(names: list[str]) -> re.Pattern[str]:
    """A pattern that matches any of ``names``, longest first."""
    ordered = sorted({name for name in names if name}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b", re.IGNORECASE)
