"""Rules of language, over every text that a person reads."""

import re
from collections.abc import Iterator

import msgspec

from guide.content.decode import Source, Trail
from guide.content.forms import (
    MovementsFile,
    NoPressureFile,
    RedFlagsFile,
    RoutinesFile,
    StopReasonsFile,
    ZonesFile,
)
from guide.content.gather import BASE_LANGUAGE, Gathered
from guide.content.problems import Problem
from guide.content.rules.language import (
    HIGHEST_GRADE,
    LONGEST_SENTENCE,
    forbidden,
    grade,
    names_pattern,
    sentences,
    words,
)


class Text(msgspec.Struct, frozen=True):
    """A text of a source, with the line on which it stands."""

    source: Source
    line: int
    text: str


def check_wording(content: Gathered) -> Iterator[Problem]:
    """Sentences, forbidden words, and the reading grade of each file."""
    texts = list(all_texts(content))
    for each in texts:
        for match, cure in forbidden(each.text):
            yield each.source.problem(each.line, f"the wording '{match}' is not used", cure)
        for sentence in sentences(each.text):
            if len(words(sentence)) > LONGEST_SENTENCE:
                yield each.source.problem(
                    each.line,
                    f"a sentence has {len(words(sentence))} words: '{sentence[:50]}...'",
                    f"Keep it to {LONGEST_SENTENCE} words, or make two of it",
                )
    for source, found in grades(content, texts).items():
        if found > HIGHEST_GRADE:
            yield Problem(
                source,
                "",
                f"the reading grade is {found:.1f}",
                f"Use shorter words and sentences, to {HIGHEST_GRADE:.0f} or less",
            )


def grades(content: Gathered, texts: list[Text]) -> dict[str, float]:
    """The Flesch-Kincaid grade of each English file of texts, without names of muscles."""
    names = [name for muscle in content.muscles.values() for name in (muscle.name, muscle.latin)]
    pattern = names_pattern(names) if names else None
    by_path: dict[str, list[str]] = {}
    for each in texts:
        path = each.source.path
        if not path.endswith(".md") or path.endswith(f"/{BASE_LANGUAGE}.md"):
            by_path.setdefault(path, []).append(_ended(each.text))
    return {path: grade(" ".join(parts), pattern) for path, parts in by_path.items()}


def _ended(text: str) -> str:
    return text if re.search(r"[.!?][\")]*$", text) else f"{text}."


def all_texts(content: Gathered) -> Iterator[Text]:
    """Every text that a person reads, but names of sources."""
    for prose in content.prose.values():
        for line in prose.document.lines:
            if "|" in line.text or " " in line.text:
                yield Text(prose.source, line.line, line.text.split("|")[0].strip())
        for section in prose.document.sections:
            for part in section.parts:
                yield Text(prose.source, part.line, part.heading.split("|")[0].strip())
    for folder, muscle in content.muscles.items():
        source = content.sources[f"muscles/{folder}/facts.toml"]
        for number, point in enumerate(muscle.points):
            yield _at(source, ("points", number, "location"), point.location)
        yield _at(source, ("action",), muscle.action)
    yield from _file_texts(content)


def _file_texts(content: Gathered) -> Iterator[Text]:
    lists: tuple[tuple[str, type[msgspec.Struct], str, tuple[str, ...]], ...] = (
        ("zones.toml", ZonesFile, "zones", ("description",)),
        ("movements.toml", MovementsFile, "movements", ("text",)),
        ("routines.toml", RoutinesFile, "routines", ("summary",)),
        ("safety/no_pressure.toml", NoPressureFile, "entries", ("text", "what_to_do")),
        ("safety/stop_reasons.toml", StopReasonsFile, "reasons", ("text", "what_to_do")),
    )
    for path, kind, key, names in lists:
        found = content.file(path, kind)
        for number, each in enumerate(getattr(found, key) if found else ()):
            for name in names:
                yield _at(content.sources[path], (key, number, name), getattr(each, name))
    flags = content.file("safety/red_flags.toml", RedFlagsFile)
    for number, flag in enumerate(flags.flags if flags else ()):
        source = content.sources["safety/red_flags.toml"]
        for place, sign in enumerate(flag.signs):
            trail = ("flags", number, "signs", place)
            yield _at(source, (*trail, "text"), sign.text)
            if sign.example:
                yield _at(source, (*trail, "example"), sign.example)
        for level, text in flag.what_to_do.items():
            yield _at(source, ("flags", number, "what_to_do", level), text)


def _at(source: Source, trail: Trail, text: str) -> Text:
    return Text(source, source.line_at(trail), text)
