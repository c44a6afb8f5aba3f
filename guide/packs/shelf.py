"""The program's content with the installed packs laid over it: asked like `guide.content`.

A pack adds, or says in another language what stands there already. It never changes a fact of
ours, so whatever the guard decides about ours it decides with every pack.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec.structs import replace

from guide.content.library import BASE_LANGUAGE
from guide.core.catalogue import Catalogue, Guidance
from guide.core.lessons import Lesson, Term
from guide.packs.pack import About, Pack, Texts, is_own

if TYPE_CHECKING:
    from guide.content.search import Index

T = TypeVar("T")


class Content(Protocol):
    """The program's own content, as `guide.content` answers for it."""

    def load(self) -> Catalogue:
        """All facts."""

    def guidance(self, muscle_id: str, language: str = ...) -> Guidance | None:
        """The guidance of a muscle."""

    def lessons(self, language: str = ...) -> dict[str, Lesson]:
        """All lessons, in their order."""

    def glossary(self, language: str = ...) -> dict[str, Term]:
        """All terms."""

    def search_index(self, language: str = ...) -> "Index":
        """Everything that can be found."""


class Shelf:
    """The content of the program and of ``packs``, in ``language`` where somebody wrote it."""

    def __init__(
        self,
        content: Content,
        packs: Sequence[Pack] = (),
        language: str = BASE_LANGUAGE,
        gone: dict[str, str] | None = None,
    ) -> None:
        """``gone`` are names that removed packs have left behind."""
        self._content, self._packs, self.language = content, tuple(packs), language
        self.catalogue = _laid_over(content.load(), self._packs, language, gone or {})
        self._origins = {name: pack.about for pack in self._packs for name in pack.owned}

    def guidance(self, muscle: str) -> Guidance | None:
        """The guidance of ``muscle``: of a pack in the language, else of the program."""
        said = (_texts(pack, self.language).guidance.get(muscle) for pack in self._packs)
        found = next(filter(None, said), None) or self._content.guidance(muscle, self.language)
        added = _moves(self._packs, muscle)
        if found is None or not added:
            return found
        return replace(found, movements=(*found.movements, *added))

    def lessons(self) -> dict[str, Lesson]:
        """All lessons: ours, in a pack's words where it has the language, then those of packs."""
        ours = self._content.lessons(self.language)
        return _joined(ours, [(a.lessons, b.lessons) for a, b in self._spoken()])

    def glossary(self) -> dict[str, Term]:
        """All terms: ours, then those of packs."""
        ours = self._content.glossary(self.language)
        return ours | {
            name: term
            for first, there in self._spoken()
            for name, term in (there.terms or first.terms).items()
        }

    def search_index(self) -> "Index":
        """Everything that can be found, also what packs have brought; made anew for each call."""
        if not self._packs:
            return self._content.search_index(self.language)
        from guide.content.search import Index, entries

        texts = filter(None, map(self.guidance, sorted(self.catalogue.guided)))
        taught = self.lessons().values(), self.glossary().values()
        return Index(entries(self.catalogue, texts, *taught))

    def said_by(self, name: str) -> About | None:
        """The pack whose words stand on the page of ``name``, be it its own or ours."""
        return self.origin(name) or self.words_of(name)

    def origin(self, name: str) -> About | None:
        """Which pack brought the stretch, movement, routine, lesson or term; None for ours."""
        return self._origins.get(name)

    def words_of(self, name: str) -> About | None:
        """Which pack says our muscle, stretch, movement, routine or lesson in the language."""
        for pack in self._packs:
            texts = _texts(pack, self.language)
            said = (texts.guidance, texts.stretches, texts.movements, texts.routines, texts.lessons)
            if not is_own(name) and any(name in each for each in said):
                return pack.about
        return None

    def picture(self, name: str) -> bytes | None:
        """A picture that a stretch or a lesson of a pack shows: a PNG or JPEG, not yet decoded.

        ``name`` is the stretch's id, or that of the `Drawing`.
        """
        for pack in self._packs:
            if (shown := pack.shown.get(name, name)) in pack.pictures:
                return pack.pictures[shown]
        return None

    def _spoken(self) -> list[tuple[Texts, Texts]]:
        return _in_both(self._packs, self.language)


def spoken(wanted: Iterable[str], packs: Sequence[Pack], otherwise: str) -> str:
    """The first of the ``wanted`` languages in which the program or a pack speaks."""
    known = {BASE_LANGUAGE, *(language for pack in packs for language in pack.about.languages)}
    for code in wanted:
        for each in (code, code.partition("_")[0]):
            if each in known:
                return each
    return otherwise


def _laid_over(
    ours: Catalogue, packs: Sequence[Pack], language: str, gone: dict[str, str]
) -> Catalogue:
    if not packs and not gone:
        return ours
    texts = _in_both(packs, language)
    return replace(
        ours,
        stretches=_joined(ours.stretches, [(a.stretches, b.stretches) for a, b in texts]),
        movements=_joined(ours.movements, [(a.movements, b.movements) for a, b in texts]),
        routines=_joined(ours.routines, [(a.routines, b.routines) for a, b in texts]),
        moves=_joined_moves(ours.moves, packs),
        gone=gone,
    )


def _joined(ours: dict[str, T], texts: Iterable[tuple[dict[str, T], dict[str, T]]]) -> dict[str, T]:
    """Ours, then what packs bring of their own; in the language that is spoken where there is one.

    ``texts`` holds for each pack its first language and the one that is spoken.
    """
    found = dict(ours)
    for first, there in texts:
        found |= {name: thing for name, thing in first.items() if is_own(name)}
        found |= there
    return found


def _joined_moves(
    ours: dict[str, tuple[str, ...]], packs: Sequence[Pack]
) -> dict[str, tuple[str, ...]]:
    added = {muscle for pack in packs for muscle in pack.moves}
    return ours | {muscle: (*ours.get(muscle, ()), *_moves(packs, muscle)) for muscle in added}


def _in_both(packs: Sequence[Pack], language: str) -> list[tuple[Texts, Texts]]:
    """What each pack says in its first language, and in the one that is spoken."""
    return [(pack.texts[pack.about.languages[0]], _texts(pack, language)) for pack in packs]


def _moves(packs: Sequence[Pack], muscle: str) -> tuple[str, ...]:
    return tuple(name for pack in packs for name in pack.moves.get(muscle, ()))


def _texts(pack: Pack, language: str) -> Texts:
    """What ``pack`` says in ``language``, or in that language wherever it is spoken."""
    return pack.texts.get(language) or pack.texts.get(language.partition("_")[0]) or Texts()
