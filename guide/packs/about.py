"""pack.toml: what a pack says of itself."""

import re
from collections.abc import Iterator

from guide.content.decode import Source, read_toml
from guide.content.problems import Problem
from guide.content.rules.language import forbidden
from guide.packs.errors import brief
from guide.packs.layout import LANGUAGE, MANIFEST, PACK_ID
from guide.packs.pack import About

FORMAT = 1
_LONGEST = {"title": 80, "author": 120, "version": 20, "licence": 80}  # characters
_LANGUAGES = 10
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]*")


def read_about(text: str) -> tuple[About | None, list[Problem]]:
    """The manifest ``text``, or None and everything that is wrong with it."""
    source = Source(MANIFEST, text)
    about, problems = read_toml(source, About)
    if about is not None:
        problems = list(_rules(source, about))
    return (None if problems else about), [brief(each) for each in problems]


def _rules(source: Source, about: About) -> Iterator[Problem]:
    if about.format != FORMAT:
        cure = f"Write format = {FORMAT}, or use the program that reads it"
        yield source.problem(source.line_at(("format",)), f"the format is {about.format}", cure)
    if not PACK_ID.fullmatch(about.id):
        cure = "Use 3 to 24 small letters, digits and _, a letter first"
        yield source.problem(source.line_at(("id",)), f"'{about.id[:40]}' is no id of a pack", cure)
    for name, most in _LONGEST.items():
        said = getattr(about, name)
        if not said.strip() or {"\n", "\t"} & set(said) or len(said) > most:
            line, cure = source.line_at((name,)), f"Write one line of up to {most} characters"
            yield source.problem(line, f"'{name}' is empty or too long", cure)
        for found, cure in forbidden(said):
            line = source.line_at((name,))
            yield source.problem(line, f"the wording '{found}' is not used", cure)
    if about.version and not _VERSION.fullmatch(about.version):
        cure = "Use letters, digits and dots, such as 1.2"
        yield source.problem(source.line_at(("version",)), "this is not a version", cure)
    sound = all(LANGUAGE.fullmatch(each) for each in about.languages)
    once = len(set(about.languages)) == len(about.languages)
    if not (sound and once and 0 < len(about.languages) <= _LANGUAGES):
        cure = f'Name 1 to {_LANGUAGES} languages once each, such as ["de", "pt_BR"]'
        yield source.problem(source.line_at(("languages",)), "the languages are not a list", cure)
