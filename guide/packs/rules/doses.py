"""How long, how hard and how often is said by the program alone, for the person it concerns.

So no number stands where something is done; a translation has the numbers of the English text.
"""

import re
from collections.abc import Iterator

from guide.content.gather import Prose
from guide.content.problems import Problem
from guide.content.rules.wording import spoken
from guide.content.texts import STROKES
from guide.core.lessons import texts_of
from guide.packs.gather import Reading
from guide.packs.layout import Place

_CURE = "Take it out: the program says how long, how hard and how often"
_TAUGHT = ("lessons", "glossary")  # they may count, but not seconds or strength
_DONE = ("Press it", STROKES)  # of a muscle; the rest may name an age, or whom to call
_NUMBER = re.compile(r"\d+|[²³¹¼-¾⅐-↉①-⓿]")
_COUNTS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|ninety|hundred"
)
_SPELT = (
    rf"\b(?:{_COUNTS}) (?:seconds?|minutes?|times|out of)\b|\b(?:an?|half an) (?:minute|hour)\b"
    r"|\b(?:once|twice) (?:a|per) (?:day|hour)\b|\bevery (?:hour|day|other day)\b"
)
_STATED = re.compile(rf"{_NUMBER.pattern}|{_SPELT}", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\d+\s*(?:s|sec\w*|sek\w*|seg\w*|seco\w*|m|min\w*|h|hours?|heures?|hor\w*|ore|std|stunden?|uur"
    r"|x|times|mal|fois|veces|vezes|volte|keer|gånger|razy)\b"
    rf"|\d+\s*(?:/|of|out of|von|sur|de|su|van|av|af|z|из)\s*10\b|{_SPELT}",
    re.IGNORECASE,
)


def check_doses(reading: Reading, place: Place, prose: Prose) -> Iterator[Problem]:
    """The text of ``place``, with its titles."""
    english = _english(reading, place)
    known = set() if english is None else set(_NUMBER.findall(english))
    stated = _AMOUNT if english is None and place.kind in _TAUGHT else _STATED
    pattern = stated if english is None else _NUMBER
    for line, text in _said(place, prose):
        wrong = next((each[0] for each in pattern.finditer(text) if each[0] not in known), "")
        if wrong:
            yield prose.source.problem(line, f"the text has the number '{wrong}'", _CURE)


def _said(place: Place, prose: Prose) -> Iterator[tuple[int, str]]:
    """What is looked at: of a muscle how it is pressed and stroked, of the rest everything."""
    yield 1, prose.document.title
    for section in prose.document.sections:
        if place.kind == "muscles" and section.heading not in _DONE:
            continue
        for part in (section, *section.parts):
            yield part.line, part.heading.partition("|")[0]
            for line in part.lines:
                yield line.line, spoken(line.text)


def _english(reading: Reading, place: Place) -> str | None:
    """What our own text says, without its facts; None for what is a pack's own."""
    ours = reading.ours.catalogue
    if place.kind == "muscles":
        return ""  # no number stands where a muscle is pressed
    if (stretch := ours.stretches.get(place.id)) and place.kind == "stretches":
        words = (stretch.name, stretch.start, stretch.move, stretch.feel, stretch.stop)
        return " ".join(words)
    if (movement := ours.movements.get(place.id)) and place.kind == "movements":
        return f"{movement.name} {movement.text}"
    if (routine := ours.routines.get(place.id)) and place.kind == "routines":
        return f"{routine.name} {routine.summary}"
    if (lesson := reading.ours.lessons.get(place.id)) and place.kind == "lessons":
        return " ".join((lesson.title, *texts_of(lesson)))
    return None
