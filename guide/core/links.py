"""Links in the sentences of the content: ``[words](kind:id)``, and nothing else of Markdown."""

import re

import msgspec

KINDS = ("muscle", "lesson", "term", "zone", "source")
_LINK = re.compile(r"\[([^\[\]]+)\]\((" + "|".join(KINDS) + r"):([A-Za-z0-9_.-]+)\)")


class Run(msgspec.Struct, frozen=True):
    """Some words of a sentence; with a kind and an id they lead to a page."""

    text: str
    kind: str = ""  # one of `KINDS`, or "" for plain words
    id: str = ""


def split(text: str) -> tuple[Run, ...]:
    """``text`` as runs in order; what is no link of ours stays as it is written."""
    runs: list[Run] = []
    at = 0
    for match in _LINK.finditer(text):
        if match.start() > at:
            runs.append(Run(text[at : match.start()]))
        runs.append(Run(match[1], match[2], match[3]))
        at = match.end()
    if at < len(text):
        runs.append(Run(text[at:]))
    return tuple(runs)


def plain(text: str) -> str:
    """The words alone, as they are read aloud."""
    return "".join(run.text for run in split(text))
