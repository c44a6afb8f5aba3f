"""What a pack is once it was found sound: values of the core, by language."""

from collections.abc import Callable

import msgspec

from guide.core.catalogue import Catalogue, Guidance, Movement, Routine, Stretch
from guide.core.lessons import Drawing, Lesson, Term


class About(msgspec.Struct, frozen=True):
    """Who made a pack, and what it is called."""

    format: int
    id: str
    title: str
    author: str
    version: str
    languages: tuple[str, ...]  # the first is shown where none of them is spoken
    licence: str


class Ours(msgspec.Struct, frozen=True):
    """What a pack is checked against: the program's own content, in English."""

    catalogue: Catalogue
    guidance: Callable[[str], Guidance | None]
    lessons: dict[str, Lesson] = {}
    terms: dict[str, Term] = {}

    @property
    def drawings(self) -> frozenset[str]:
        """The drawings that our lessons show, which those of a pack may show as well."""
        return frozenset(
            block.id
            for lesson in self.lessons.values()
            for section in lesson.sections
            for block in section.blocks
            if isinstance(block, Drawing)
        )


class Texts(msgspec.Struct, frozen=True):
    """Everything of a pack in one language, by id: its own things, and ours in its words."""

    stretches: dict[str, Stretch] = {}
    movements: dict[str, Movement] = {}
    routines: dict[str, Routine] = {}
    guidance: dict[str, Guidance] = {}  # of our muscles
    lessons: dict[str, Lesson] = {}
    terms: dict[str, Term] = {}  # its own, beside ours


class Pack(msgspec.Struct, frozen=True):
    """A sound pack."""

    about: About
    digest: str  # SHA-256 of its zip
    texts: dict[str, Texts]  # for each of its languages
    moves: dict[str, tuple[str, ...]]  # muscle -> its own movements
    shown: dict[str, str]  # stretch -> its picture
    pictures: dict[str, bytes]  # "<pack>-<name>" -> PNG or JPEG

    @property
    def names(self) -> dict[str, str]:
        """What its own stretches, movements and routines are called, by id."""
        texts = self.texts[self.about.languages[0]]
        return {
            name: thing.name
            for things in (texts.stretches, texts.movements, texts.routines)
            for name, thing in things.items()
            if is_own(name)
        }


def is_own(name: str) -> bool:
    """Whether an id is of a pack's own making: no id of ours has a hyphen."""
    return "-" in name
