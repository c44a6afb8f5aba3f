"""What is searched, and what is found."""

from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What an entry leads to."""

    MUSCLE = "muscle"
    ZONE = "zone"
    STRETCH = "stretch"
    LESSON = "lesson"
    TERM = "term"
    SOURCE = "source"


class Entry(msgspec.Struct, frozen=True):
    """One thing that can be found, with the words by which it is found."""

    kind: Kind
    id: str
    title: str
    also: str = ""  # other names of it
    texts: tuple[str, ...] = ()  # in order; the first is shown where no sentence matched
    unseen: tuple[str, ...] = ()  # searched and never shown: techniques, which pass the guard first


class Found(msgspec.Struct, frozen=True):
    """An entry that matches, with the sentence of it that matches best."""

    kind: Kind
    id: str
    title: str
    line: str
    marks: tuple[tuple[int, int], ...] = ()  # from and to of the matching words in ``line``
