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
from guide.packs.pack import About, Pack, Texts

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
        self._said = _said(self._packs, language)
        self.catalogue = _laid_over(content.load(), self._packs, self._said, gone or {})

    def guidance(self, muscle: str) -> Guidance | None:
        """The guidance of ``muscle``: of a pack in the language, else of the program."""
        said = (texts.guidance.get(muscle) for texts in self._said)
        found = next(filter(None, said), None) or self._content.guidance(muscle, self.language)
        added = _moves(self._packs, muscle)
        if found is None or not added:
            return found
        return replace(found, movements=(*found.movements, *added))

    def lessons(self) -> dict[str, Lesson]:
        """All lessons: ours, in a pack's words where it has the language, then those of packs."""
        ours = self._content.lessons(self.language)
        return _joined(ours, [texts.lessons for texts in self._said])

    def glossary(self) -> dict[str, Term]:
        """All terms: ours, then those of packs."""
        ours = self._content.glossary(self.language)
        return _joined(ours, [texts.terms for texts in self._said])

    def search_index(self) -> "Index":
        """Everything that can be found, also what packs have brought; made anew for each call."""
        if not self._packs:
            return self._content.search_index(self.language)
        from guide.content.search import Index, entries

        texts = filter(None, map(self.guidance, sorted(self.catalogue.guided)))
        taught = self.lessons().values(), self.glossary().values()
        return Index(entries(self.catalogue, texts, *taught))

    def said_by(self, name: str) -> About | None:
        """The pack whose words are shown for ``name``, be it its own or ours; None for ours."""
        for pack, texts in zip(self._packs, self._said, strict=True):
            kinds = (getattr(texts, kind) for kind in texts.__struct_fields__)
            if any(name in kind for kind in kinds):
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


def spoken(wanted: Iterable[str], packs: Sequence[Pack], otherwise: str) -> str:
    """The first of the ``wanted`` languages in which the program or a pack speaks."""
    known = {BASE_LANGUAGE, *(language for pack in packs for language in pack.about.languages)}
    for code in wanted:
        for each in (code, code.partition("_")[0]):
            if each in known:
                return each
    return otherwise


def _said(packs: Sequence[Pack], language: str) -> tuple[Texts, ...]:
    if not packs:
        return ()
    from guide.packs.signed import words_of  # few people have packs, and everybody starts

    return tuple(words_of(pack, language) for pack in packs)


def _laid_over(
    ours: Catalogue, packs: Sequence[Pack], said: Sequence[Texts], gone: dict[str, str]
) -> Catalogue:
    if not packs and not gone:
        return ours
    return replace(
        ours,
        stretches=_joined(ours.stretches, [texts.stretches for texts in said]),
        movements=_joined(ours.movements, [texts.movements for texts in said]),
        routines=_joined(ours.routines, [texts.routines for texts in said]),
        moves=_joined_moves(ours.moves, packs),
        gone=gone,
    )


def _joined(ours: dict[str, T], texts: Iterable[dict[str, T]]) -> dict[str, T]:
    """Ours in their order, then what packs bring; of two packs with the same words, the first."""
    found: dict[str, T] = {}
    for each in texts:
        found = each | found
    return {name: found.get(name, thing) for name, thing in ours.items()} | found


def _joined_moves(
    ours: dict[str, tuple[str, ...]], packs: Sequence[Pack]
) -> dict[str, tuple[str, ...]]:
    added = {muscle for pack in packs for muscle in pack.moves}
    return ours | {muscle: (*ours.get(muscle, ()), *_moves(packs, muscle)) for muscle in added}


def _moves(packs: Sequence[Pack], muscle: str) -> tuple[str, ...]:
    return tuple(name for pack in packs for name in pack.moves.get(muscle, ()))
