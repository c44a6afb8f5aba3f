"""Checks the whole content: every mistake of every file at once, each with place and cure."""

from collections.abc import Iterator
from pathlib import Path

from guide.content.gather import Gathered, gather
from guide.content.problems import Problem
from guide.content.rules.complete import check_complete
from guide.content.rules.facts import check_lists, check_muscle
from guide.content.rules.guard import check_guard
from guide.content.rules.guarded import check_guarded
from guide.content.rules.guidance import check_general, check_guidance, check_stretch_words
from guide.content.rules.known import known_of
from guide.content.rules.lessons import check_lessons
from guide.content.rules.markdown import check_markdown
from guide.content.rules.moving import check_movement, check_routine, check_stretch
from guide.content.rules.safety import check_safety
from guide.content.rules.wording import check_strings, check_wording

TEMPLATE = "i18n/unknot.pot"  # beside the content; a content folder of its own has none


def check(root: Path) -> list[Problem]:
    """Everything that is wrong in the content folder ``root``, ordered by file and line.

    The program's own sentences are held to the same wording, where their template lies beside.
    """
    template = root.parent / TEMPLATE
    strings = template.read_text("utf-8") if template.is_file() else ""
    content = gather(root)
    found = {*problems_of(content), *check_complete(content)}
    return [*sorted(found, key=_order), *check_strings(strings, TEMPLATE)]


def problems_of(content: Gathered) -> list[Problem]:
    """Everything that is wrong with ``content``, and keeps it from being compiled."""
    found = {*content.problems, *_rules(content)}
    if not found:  # the guard can only be asked by whole facts
        found = {*check_guarded(content)}
    return sorted(found, key=_order)


def _rules(content: Gathered) -> Iterator[Problem]:
    known = known_of(content)
    yield from check_lists(content, known)
    for folder, muscle in content.muscles.items():
        yield from check_muscle(content, known, muscle, folder)
    for folder, stretch in content.stretches.items():
        yield from check_stretch(content, known, stretch, folder)
    for folder, movement in content.movements.items():
        yield from check_movement(content, movement, folder)
    for folder, routine in content.routines.items():
        yield from check_routine(content, known, routine, folder)
    for language in content.general:
        yield from check_general(content, known, language)
    for language, texts in content.guidance.items():
        for guidance in texts.values():
            yield from check_guidance(content, known, language, guidance)
    for path in content.prose:
        if path.startswith("stretches/"):
            yield from check_stretch_words(content, path)
    yield from check_safety(content, known)
    yield from check_guard(content, known)
    yield from check_lessons(content, known)
    yield from check_markdown(content, known)
    yield from check_wording(content)


def _order(problem: Problem) -> tuple[str, int, str]:
    number = problem.place.removeprefix("line ")
    return problem.path, int(number) if number.isdigit() else 0, problem.message
