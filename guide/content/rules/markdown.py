"""Rules of what may stand in a line of text: links that lead somewhere, and no other Markdown."""

import re
from collections.abc import Iterator

from guide.content.gather import Gathered, Prose
from guide.content.problems import Problem
from guide.content.prose import Line
from guide.content.rules.known import Ids, Known, nearest
from guide.core.links import KINDS, split

_LINKED = ("muscles/", "lessons/", "glossary/")
_OTHER = re.compile(
    r"\*\*|__|`|\]\(|\]\[|<[a-zA-Z/!][^>]*>|&[a-z]+;|(?<!\w)\*\w[^*]*\*(?!\w)|(?<!\w)_\w[^_]*_(?!\w)"
)


def check_markdown(content: Gathered, known: Known) -> Iterator[Problem]:
    """Every line of every Markdown file."""
    targets: dict[str, Ids] = {
        "muscle": known.muscles,
        "lesson": known.lessons,
        "term": known.terms,
        "zone": known.zones,
        "source": known.sources,
    }
    for path, prose in content.prose.items():
        for line in prose.document.lines:
            if not (path.startswith("lessons/") and line.text.startswith(("![", ">"))):
                yield from _line(path, prose, line, targets)


def _line(path: str, prose: Prose, line: Line, targets: dict[str, Ids]) -> Iterator[Problem]:
    for run in split(line.text):
        ids = targets[run.kind] if run.kind else None
        if ids is not None and run.id not in ids:
            message = f"the link leads to no {run.kind} '{run.id}'"
            yield prose.source.problem(line.line, message, nearest(run.id, ids))
        if run.kind and not _may_link(path, line):
            cure = "Say it without, or link from a paragraph"
            yield prose.source.problem(line.line, "a link may not stand here", cure)
        if not run.kind and (found := _OTHER.search(run.text) or _mark(run.text)):
            cure = f"Write plain words; links are [words](kind:id) with {', '.join(KINDS)}"
            message = f"'{found[0]}' is not read here"
            yield prose.source.problem(line.line, message, cure)


def _may_link(path: str, line: Line) -> bool:
    """Links stand in paragraphs of muscles, and anywhere but in claims in lessons and glossary."""
    if not path.startswith(_LINKED) or " | " in line.text:
        return False
    return not (path.startswith("muscles/") and line.item)


def _mark(text: str) -> re.Match[str] | None:
    """A drawing, a quotation or a rule, where lines are only text."""
    return re.match(r"!\[|>|-{3,}$|\|", text)
