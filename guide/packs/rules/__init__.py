"""The rules of a pack: those of our own content, and what only others' content must keep."""

from collections.abc import Iterator
from itertools import islice

from guide.content.problems import Problem
from guide.packs import limits
from guide.packs.errors import brief
from guide.packs.gather import Reading
from guide.packs.rules.facts import check_facts
from guide.packs.rules.guidance import check_guidance
from guide.packs.rules.lessons import check_lessons
from guide.packs.rules.places import check_places
from guide.packs.rules.words import check_words


def problems_of(reading: Reading) -> list[Problem]:
    """What is wrong with the pack, ordered by file and line: its form first, then the rules.

    Only so many are looked for, since every one costs a search for its line and its cure.
    """
    found = reading.content.problems or islice(_rules(reading), limits.TOLD)
    return sorted({brief(each) for each in found}, key=_order)


def _rules(reading: Reading) -> Iterator[Problem]:
    yield from check_places(reading)
    yield from check_facts(reading)
    yield from check_guidance(reading)
    yield from check_lessons(reading)
    yield from check_words(reading)


def _order(problem: Problem) -> tuple[str, int, str]:
    number = problem.place.removeprefix("line ")
    return problem.path, int(number) if number.isdigit() else 0, problem.message
