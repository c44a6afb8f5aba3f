"""Rules of language, over every text that a person reads."""

import re
from collections.abc import Iterator

import msgspec

from guide.content.decode import Source, Trail
from guide.content.forms import (
    DangerZonesFile,
    LandmarksFile,
    NoPressureFile,
    ProfileFile,
    RedFlagsFile,
    SeeClinicianFile,
    StopReasonsFile,
    ToolsFile,
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
from guide.core.links import plain

# What a person reads in the files of lists: file, form, key, fields; rules and signs come along.
_LISTS: tuple[tuple[str, type[msgspec.Struct], str, tuple[str, ...]], ...] = (
    ("zones.toml", ZonesFile, "zones", ("label", "description")),
    ("landmarks.toml", LandmarksFile, "landmarks", ("label",)),
    ("tools.toml", ToolsFile, "tools", ("name",)),
    ("safety/red_flags.toml", RedFlagsFile, "flags", ("name",)),
    ("safety/no_pressure.toml", NoPressureFile, "entries", ("text", "what_to_do")),
    ("safety/stop_reasons.toml", StopReasonsFile, "reasons", ("text", "what_to_do")),
    ("safety/profile.toml", ProfileFile, "groups", ("text", "example")),
    ("safety/profile.toml", ProfileFile, "entries", ("text", "example", "effect", "what_to_do")),
    ("safety/danger_zones.toml", DangerZonesFile, "zones", ("name", "structure", "text")),
    ("safety/see_a_clinician.toml", SeeClinicianFile, "reasons", ("text",)),
)
_MSGID = re.compile(r'msgid(?:_plural)? (".+")')


class Text(msgspec.Struct, frozen=True):
    """A text of a source, with the line on which it stands."""

    source: Source
    line: int
    text: str


def check_wording(content: Gathered) -> Iterator[Problem]:
    """Sentences, forbidden words, and the reading grade of each file."""
    texts = list(all_texts(content))
    for each in texts:
        for message, cure in wording_of(each.text):
            yield each.source.problem(each.line, message, cure)
    for source, found in grades(content, texts).items():
        if found > HIGHEST_GRADE:
            yield Problem(
                source,
                "",
                f"the reading grade is {found:.1f}",
                f"Use shorter words and sentences, to {HIGHEST_GRADE:.0f} or less",
            )


def wording_of(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of ``text``, each with its cure."""
    for match, cure in forbidden(text):
        yield f"the wording '{match}' is not used", cure
    yield from long_sentences(text)


def long_sentences(text: str) -> Iterator[tuple[str, str]]:
    """Those of its sentences that are too long, in whatever language."""
    for sentence in sentences(text):
        count = len(words(sentence))
        if count > LONGEST_SENTENCE:
            yield (
                f"a sentence has {count} words: '{sentence[:50]}...'",
                f"Keep it to {LONGEST_SENTENCE} words, or make two of it",
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
            if " " in (text := spoken(line.text)):
                yield Text(prose.source, line.line, text)
        for section in prose.document.sections:
            for part in section.parts:
                yield Text(prose.source, part.line, part.heading.split("|")[0].strip())
    for folder, muscle in content.muscles.items():
        source = content.sources[f"muscles/{folder}/facts.toml"]
        for number, point in enumerate(muscle.points):
            yield _at(source, ("points", number, "location"), point.location)
        yield _at(source, ("action",), muscle.action)
        for tool, limit in muscle.tool_limits.items():
            yield _at(source, ("tool_limits", tool), limit)
    yield from _file_texts(content)


def spoken(text: str) -> str:
    """The words of a line that a person reads."""
    if text.startswith((">", "also:")):
        return ""
    if text.startswith("!["):
        return text[2:].partition("](")[0]
    return plain(text.split(" | ")[0]).strip()


def _file_texts(content: Gathered) -> Iterator[Text]:
    for path, kind, key, names in _LISTS:
        found = content.file(path, kind)
        for number, each in enumerate(getattr(found, key) if found else ()):
            yield from _texts_of(content.sources[path], (key, number), each, names)
            for inner in ("rules", "signs"):
                for place, part in enumerate(getattr(each, inner, ())):
                    trail = (key, number, inner, place)
                    yield from _texts_of(content.sources[path], trail, part, ("text", "example"))
            for level, text in getattr(each, "what_to_do", {}).items() if key == "flags" else ():
                yield _at(content.sources[path], (key, number, "what_to_do", level), text)


def _texts_of(
    source: Source, trail: Trail, each: msgspec.Struct, names: tuple[str, ...]
) -> Iterator[Text]:
    for name in names:
        if text := getattr(each, name, ""):
            yield _at(source, (*trail, name), text)


def _at(source: Source, trail: Trail, text: str) -> Text:
    return Text(source, source.line_at(trail), text)


def check_strings(template: str, path: str) -> Iterator[Problem]:
    """The program's own sentences, as ``template`` (the gettext template at ``path``) has them."""
    for number, line in enumerate(template.splitlines(), start=1):
        word = _MSGID.fullmatch(line)
        if word is None:
            continue
        for message, cure in wording_of(msgspec.json.decode(word[1], type=str)):
            yield Problem(path, f"line {number}", message, cure)
