"""Rules of words: a dose is never stated, sides are placeholders, sentences are short.

What is written in English is held to every rule of our own English. Of other languages nobody here
can tell more than numbers, lengths and signs, which is why the page says who wrote it.
"""

import re
from collections.abc import Iterator

from guide.content.gather import BASE_LANGUAGE, Prose
from guide.content.problems import Problem
from guide.content.prose import Line, Section
from guide.content.rules.guidance import check_stretch_words
from guide.content.rules.language import HIGHEST_GRADE, grade, names_pattern
from guide.content.rules.wording import long_sentences, spoken, wording_of
from guide.content.texts import STROKES
from guide.packs import limits
from guide.packs.gather import Reading
from guide.packs.layout import MANIFEST, Place, place_of

NAME_LENGTH = 80  # characters of a title or a heading
_NO_DOSE = "Take it out: the program says how long, how hard and how often"
_TAUGHT = ("lessons", "glossary")
_NUMBERS = re.compile(r"\d+")
_NUMBER = re.compile(r"[\d²³¹¼-¾⅐-↉①-⓿]")
_COUNTS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|ninety|hundred"
)
_SPELT = re.compile(
    rf"\b(?:{_COUNTS}) (?:seconds?|minutes?|times|out of)\b|\b(?:an?|half an) (?:minute|hour)\b"
    r"|\b(?:once|twice) (?:a|per) (?:day|hour)\b|\bevery (?:hour|day|other day)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\d\s*(?:s|sec\w*|sek\w*|seg\w*|seco\w*|m|min\w*|h|hours?|heures?|hor\w*|ore|std|stunden?|uur"
    r"|x|times|mal|fois|veces|vezes|volte|keer|gånger|razy)\b"
    r"|\d\s*(?:/|of|out of|von|sur|de|su|van|av|af|z|из)\s*10\b",
    re.IGNORECASE,
)
_DOSED = {"muscles": ("Press it", STROKES)}  # of other movements, every section


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
        if place.kind in _TAUGHT:
            yield from _amounts(reading, place, prose)
        else:
            yield from _doses(place, prose)
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
    stated = _AMOUNT if place.kind in _TAUGHT else _NUMBER
    check = wording_of if place.language == BASE_LANGUAGE else long_sentences
    for heading, line in [(document.title, 1), *((part.heading, part.line) for part in parts)]:
        title = heading.partition("|")[0]
        if len(title) > NAME_LENGTH:
            cure = f"Keep it to {NAME_LENGTH} characters"
            yield prose.source.problem(line, "the title is too long", cure)
        if found := stated.search(title) or _SPELT.search(title):
            yield prose.source.problem(line, f"the title has the number '{found[0]}'", _NO_DOSE)
        for message, cure in check(title):
            yield prose.source.problem(line, message, cure)


def _doses(place: Place, prose: Prose) -> Iterator[Problem]:
    """How long, how hard and how often is said by the program alone, for the person it concerns."""
    for section in prose.document.sections:
        if section.heading in _DOSED.get(place.kind, (section.heading,)):
            for line in _lines(section):
                if found := _NUMBER.search(line.text) or _SPELT.search(line.text):
                    yield prose.source.problem(
                        line.line,
                        f"the text has the number '{found[0]}'",
                        _NO_DOSE,
                    )


def _amounts(reading: Reading, place: Place, prose: Prose) -> Iterator[Problem]:
    """A lesson may count, but not seconds or strength; a translated one as the English does."""
    english = reading.ours.lessons.get(place.id)
    known = set(_NUMBERS.findall(str(english))) if english else set()
    for line in prose.document.lines:
        text = spoken(line.text)
        if english is None:
            found = _AMOUNT.search(text) or _SPELT.search(text)
            wrong = found[0] if found else ""
        else:
            wrong = next((each for each in _NUMBERS.findall(text) if each not in known), "")
        if wrong:
            yield prose.source.problem(
                line.line,
                f"the text has the number '{wrong}'",
                "Take it out, or write it as the English text has it",
            )


def _wording(prose: Prose, language: str) -> Iterator[Problem]:
    check = wording_of if language == BASE_LANGUAGE else long_sentences
    for line in prose.document.lines:
        for message, cure in check(spoken(line.text)):
            yield prose.source.problem(line.line, message, cure)


def _grade(prose: Prose, names: re.Pattern[str]) -> float:
    texts = filter(None, (spoken(line.text) for line in prose.document.lines))
    return grade(" ".join(text if text[-1] in ".!?" else f"{text}." for text in texts), names)


def _lines(section: Section) -> Iterator[Line]:
    for each in (section, *section.parts):
        yield from each.lines
