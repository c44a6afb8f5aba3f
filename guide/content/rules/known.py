"""The ids that files may name, and what is said of one that does not exist."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from guide.content.decode import Source
from guide.content.forms import SourcesFile, ToolsFile, ZonesFile
from guide.content.gather import BASE_LANGUAGE, Gathered
from guide.content.problems import Problem

Ids = frozenset[str] | None  # None: their file cannot be read, so nothing can be told


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """The ids that other files may name."""

    zones: Ids = None
    sources: Ids = None
    tools: Ids = None
    regions: Ids = None
    muscles: Ids = None
    stretches: Ids = None
    movements: Ids = None
    lessons: Ids = None
    terms: Ids = None
    drawings: Ids = None


def known_of(content: Gathered) -> Known:
    """What ``content`` itself holds."""
    zones = content.file("zones.toml", ZonesFile)
    sources = content.file("sources.toml", SourcesFile)
    tools = content.file("tools.toml", ToolsFile)
    glossary = content.glossary.get(BASE_LANGUAGE, {})
    return Known(
        zones=frozenset(each.id for each in zones.zones) if zones else None,
        sources=frozenset(each.id for each in sources.sources) if sources else None,
        tools=frozenset(each.id for each in tools.tools) if tools else None,
        regions=frozenset(each.region for each in content.muscles.values()),
        muscles=content.muscle_ids,
        stretches=content.stretch_ids,
        movements=content.movement_ids,
        lessons=content.lesson_ids,
        terms=frozenset(glossary),
        drawings=frozenset(content.drawings),
    )


def unknown(
    source: Source, what: str, ids: Iterable[str], known: Ids, start: int = 0
) -> Iterator[Problem]:
    """Problems for those of ``ids`` that are not ``known`` (None: cannot be told)."""
    if known is None:
        return
    for each in dict.fromkeys(ids):
        if each not in known:
            line = source.line_of(each, start) or source.line_of(each)
            yield source.problem(line, f"unknown {what} '{each}'", nearest(each, known))


def nearest(word: str, known: frozenset[str]) -> str:
    """What may have been meant by ``word``, as a cure."""
    from difflib import get_close_matches  # only when there is something to mend

    near = get_close_matches(word, sorted(known), n=3)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    if 0 < len(known) < 10:
        return f"Use one of: {', '.join(sorted(known))}"
    return "Correct the id, or add what it names"


def twice(source: Source, what: str, ids: Iterable[str]) -> Iterator[Problem]:
    """Problems for ids that stand in ``source`` more than once."""
    for each, count in Counter(ids).items():
        if count > 1:
            second = source.line_of(each, source.line_of(each))
            yield source.problem(second, f"{what} '{each}' stands here twice", "Rename one of them")
