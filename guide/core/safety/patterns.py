"""Patterns of zones: a zone, a beginning with "*", and perhaps a "?condition"."""

from functools import cache

from guide.core.answers import Answers, Condition, holds
from guide.core.catalogue import RedFlag


def matches(pattern: str, zone: str, answers: Answers | None = None) -> bool:
    """Whether ``zone`` lies in ``pattern``; without ``answers`` its condition is taken to hold."""
    zones, _, condition = pattern.partition("?")
    if answers is not None and not holds(condition, answers):
        return False
    return lies_in(zones, zone)


@cache  # of all patterns with all zones: some thousand pairs
def lies_in(pattern: str, zone: str) -> bool:
    """Whether ``zone`` lies in ``pattern``, which has no condition."""
    return zone.startswith(pattern[:-1]) if pattern.endswith("*") else zone == pattern


def check_flag(flag: RedFlag, zones: tuple[str, ...]) -> tuple[str, ...]:
    """What is wrong with the patterns and conditions of ``flag``, as words to be quoted."""
    known = {"", *Condition}
    conditions = [pattern.partition("?")[2] for pattern in flag.zones]
    conditions += [sign.when for sign in flag.signs]
    empty = [each for each in flag.zones if not any(matches(each, zone) for zone in zones)]
    return (*empty, *(each for each in conditions if each not in known))
