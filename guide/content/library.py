"""Loads the compiled content; in a checkout it is compiled again when its sources changed."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from guide.content.compiled import (
    CATALOGUE,
    DRAWINGS,
    FOLDER,
    guidance_name,
    is_settled,
    lessons_name,
    opened,
    read,
    settle,
    sources_digest,
)
from guide.content.problems import ContentError
from guide.core.catalogue import Catalogue, Guidance
from guide.core.lessons import Lesson, Teaching, Term
from guide.resources import asset_root

T = TypeVar("T")
BASE_LANGUAGE = "en"


class Library:
    """The compiled content of one folder, read when it is asked for and then kept.

    All files are made from the same sources: one of another age is refused. Every method raises
    `ContentError` when the content cannot be used.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._checkout = (root.parent.parent / "pyproject.toml").is_file()
        self._sources: str | None = None  # the digest of what the catalogue was made from
        self._catalogue: Catalogue | None = None
        self._guidance: dict[str, dict[str, msgspec.Raw]] = {}
        self._teaching: dict[str, Teaching] = {}
        self._drawings: dict[str, str] | None = None

    def catalogue(self) -> Catalogue:
        """All facts."""
        if self._catalogue is None:
            if self._checkout:
                self._refresh()
            self._catalogue = self._read(CATALOGUE, Catalogue)
        return self._catalogue

    def guidance(self, muscle: str, language: str) -> Guidance | None:
        """The guidance of ``muscle`` in ``language``, or None; each is decoded when it is asked."""
        if language not in self._guidance:
            name = guidance_name(language)
            found = self._read(name, dict[str, msgspec.Raw]) if self._has(name) else {}
            self._guidance[language] = found
        raw = self._guidance[language].get(muscle)
        return None if raw is None else msgspec.json.decode(raw, type=Guidance)

    def teaching(self, language: str) -> Teaching:
        """The lessons and the glossary in ``language``; empty where there are none."""
        if language not in self._teaching:
            name = lessons_name(language)
            self._teaching[language] = self._read(name, Teaching) if self._has(name) else Teaching()
        return self._teaching[language]

    def drawing(self, name: str) -> str:
        """The SVG of a drawing, with {words} for the colours; KeyError for an unknown one."""
        if self._drawings is None:
            self._drawings = self._read(DRAWINGS, dict[str, str])
        return self._drawings[name]

    def _has(self, name: str) -> bool:
        self.catalogue()  # a checkout compiles before it is asked what there is
        return (self._root / FOLDER / name).is_file()

    def _read(self, name: str, kind: type[T]) -> T:
        if name != CATALOGUE:
            self.catalogue()
        path = self._root / FOLDER / name
        try:
            value, self._sources = opened(path, kind, self._sources)
        except ContentError as error:
            if not self._checkout:
                raise ContentError(f"{error}: install Unknot again, completely.") from error
            self._compile()
            value, self._sources = opened(path, kind)
        return value

    def _refresh(self) -> None:
        if is_settled(self._root):
            return
        path = self._root / FOLDER / CATALOGUE
        try:
            read(path, msgspec.Raw, sources_digest(self._root))
        except ContentError:
            self._compile()
        settle(self._root)

    def _compile(self) -> None:
        from guide.content.compile import compile_all  # only when sources changed

        compile_all(self._root)


@cache
def _library() -> Library:
    return Library(asset_root() / "content")


def load() -> Catalogue:
    """All facts of the program; `ContentError` when they cannot be used."""
    return _library().catalogue()


def guidance(muscle_id: str, language: str = BASE_LANGUAGE) -> Guidance | None:
    """The guidance of a muscle in ``language``, else in English, or None if there is none."""
    library = _library()
    return library.guidance(muscle_id, language) or library.guidance(muscle_id, BASE_LANGUAGE)


def lessons(language: str = BASE_LANGUAGE) -> dict[str, Lesson]:
    """All lessons by id, in their order; those not written in ``language`` are in English."""
    own = {lesson.id: lesson for lesson in _library().teaching(language).lessons}
    english = _library().teaching(BASE_LANGUAGE).lessons
    return {lesson.id: own.get(lesson.id, lesson) for lesson in english}


def glossary(language: str = BASE_LANGUAGE) -> dict[str, Term]:
    """The glossary by id: that of ``language``, else the English one."""
    teaching = _library().teaching(language)
    terms = teaching.terms or _library().teaching(BASE_LANGUAGE).terms
    return {term.id: term for term in terms}


def drawing(drawing_id: str) -> str:
    """The SVG of a drawing, with {words} for the theme's colours; KeyError for an unknown one."""
    return _library().drawing(drawing_id)
