"""The only reader of assets/content: loads the compiled facts, compiles and checks sources.

Facts are TOML, prose is Markdown with fixed headings; docs/content.md says how to write them.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from guide.content.library import drawing, glossary, guidance, lessons, load
from guide.content.names import slug
from guide.content.problems import ContentError, Problem

if TYPE_CHECKING:
    from guide.content.search import Index

__all__ = [
    "ContentError",
    "Problem",
    "check",
    "compile_all",
    "drawing",
    "glossary",
    "guidance",
    "lessons",
    "load",
    "search_index",
    "slug",
]


def search_index(language: str = "en") -> "Index":
    """The index of everything that is taught in ``language``; built at its first use."""
    from guide.content.search import search_index as made  # start-up does not search

    return made(language)


def check(root: Path) -> list[Problem]:
    """Everything that is wrong in the content folder ``root``, ordered by file."""
    from guide.content.checker import check as run  # start-up does not check

    return run(root)


def compile_all(root: Path) -> None:
    """Write ``root``/compiled from the sources; `ContentError` when they have problems."""
    from guide.content.compile import compile_all as run  # start-up seldom compiles

    run(root)
