"""Rules of words: sides are placeholders, sentences are short.

What is written in English is held to every rule of our own English. Of other languages nobody here
can tell more than numbers, lengths and signs, which is why the page says who wrote it.
"""

import re
from collections.abc import Iterator

from guide.content.gather import BASE_LANGUAGE, Prose
from guide.content.problems import Problem
from guide.content.rules.guidance import check_stretch_words
from guide.content.rules.language import HIGHEST_GRADE, grade, names_pattern
from guide.content.rules.wording import long_sentences, spoken, wording_of
from guide.packs import limits
from guide.packs.gather import Reading
from guide.packs.layout import MANIFEST, Place, place_of
from guide.packs.rules.doses import check_doses

NAME_LENGTH = 80  # characters of a title or a heading


def check_words(reading: Reading) -> Iterator[Problem]:
    """Every text of the pack."""
    english = [p for p in reading.content.prose.values() if p.source.path.endswith("/en.md")]
    if sum(len(prose.source.text) for prose in english) > limits.ENGLISH_BYTES:
        most = limits.ENGLISH_BYTES >> 10
        what = f"the English texts have more than {most} KB together"
        yield Problem(MANIFEST, "", what, "Make two packs of them")
        return
    muscles = reading.ours.catalogue.muscles.values()
    names = names_pattern([name for each in muscles for name in (each.name, each.latin)])
    for path, prose in reading.content.prose.items():
        place = place_of(path)
        yield from _titles(place, prose)
        yield from check_doses(reading, place, prose)
        yield from _wording(prose, place.language)
        if place.kind == "stretches":
            yield from check_stretch_words(reading.content, path)
        if place.language == BASE_LANGUAGE and (found := _grade(prose, names)) > HIGHEST_GRADE:
            cure = f"Use shorter words and sentences, to {HIGHEST_GRADE:.0f} or less"
            yield prose.source.problem(0, f"the reading grade is {found:.1f}", cure)


def _titles(place: Place, prose: Prose) -> Iterator[Problem]:
    """Titles and headings are words like all others."""
    document = prose.document
    parts = (part for each in document.sections for part in (each, *each.parts))
    check = wording_of if place.language == BASE_LANGUAGE else long_sentences
    for heading, line in [(document.title, 1), *((part.heading, part.line) for part in parts)]:
        title = heading.partition("|")[0]
        if len(title) > NAME_LENGTH:
            cure = f"Keep it to {NAME_LENGTH} characters"
            yield prose.source.problem(line, "the title is too long", cure)
        for message, cure in check(title):
            yield prose.source.problem(line, message, cure)


def _wording(prose: Prose, language: str) -> Iterator[Problem]:
    check = wording_of if language == BASE_LANGUAGE else long_sentences
    for line in prose.document.lines:
        for message, cure in check(spoken(line.text)):
            yield prose.source.problem(line.line, message, cure)


def _grade(prose: Prose, names: re.Pattern[str]) -> float:
    texts = filter(None, (spoken(line.text) for line in prose.document.lines))
    return grade(" ".join(text if text[-1] in ".!?" else f"{text}." for text in texts), names)
