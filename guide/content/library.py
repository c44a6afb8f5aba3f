"""Loads the compiled content; in a checkout it is compiled again when its sources changed."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from guide.content.compiled import (
    CATALOGUE,
    FOLDER,
    guidance_name,
    older_than_sources,
    read,
    sources_digest,
)
from guide.content.problems import ContentError
from guide.core.catalogue import Catalogue, Guidance
from guide.resources import asset_root

T = TypeVar("T")


class Library:
    """The compiled content of one folder, read when it is asked for and then kept."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._checkout = (root.parent.parent / "pyproject.toml").is_file()
        self._catalogue: Catalogue | None = None
        self._guidance: dict[str, dict[str, Guidance]] = {}

    def catalogue(self) -> Catalogue:
        """All facts; `ContentError` when the content cannot be used."""
        if self._catalogue is None:
            self._catalogue = self._read(CATALOGUE, Catalogue)
        return self._catalogue

    def guidance(self, muscle: str, language: str) -> Guidance | None:
        """The guidance of ``muscle`` in ``language``, or None; `ContentError` as above."""
        if language not in self._guidance:
            name = guidance_name(language)
            exists = (self._root / FOLDER / name).is_file()
            self._guidance[language] = self._read(name, dict[str, Guidance]) if exists else {}
        return self._guidance[language].get(muscle)

    def _read(self, name: str, kind: type[T]) -> T:
        path = self._root / FOLDER / name
        if not self._checkout:
            try:
                return read(path, kind)
            except ContentError as error:
                raise ContentError(f"{error}: install Unknot again, completely.") from error
        self._refresh()
        try:
            return read(path, kind)
        except ContentError:
            self._compile()
            return read(path, kind)

    def _refresh(self) -> None:
        if not older_than_sources(self._root):
            return
        path = self._root / FOLDER / CATALOGUE
        try:
            read(path, msgspec.Raw, sources_digest(self._root))
        except ContentError:
            self._compile()
        else:
            with suppress(OSError):  # a checkout that cannot be written is compared each time
                path.touch()

    def _compile(self) -> None:
        from guide.content.compile import compile_all  # only when sources changed

        compile_all(self._root)


@cache
def _library() -> Library:
    return Library(asset_root() / "content")


def load() -> Catalogue:
    """All facts of the program; `ContentError` when they cannot be used."""
    return _library().catalogue()


def guidance(muscle_id: str, language: str = "en") -> Guidance | None:
    """The guidance of a muscle in ``language``, else in English, or None if there is none."""
    library = _library()
    library.catalogue()
    return library.guidance(muscle_id, language) or library.guidance(muscle_id, "en")
