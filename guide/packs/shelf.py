"""The program's content with the installed packs laid over it: asked like `guide.content`.

A pack adds, or says in another language what stands there already. It never changes a fact of
ours, so whatever the guard decides about ours it decides with every pack.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from guide.content.gather import BASE_LANGUAGE
from guide.core.catalogue import Catalogue, Guidance
from guide.packs.about import About
from guide.packs.pack import Pack, Texts, is_own

T = TypeVar("T")


class Shelf:
    """The content of the program and of ``packs``, in ``language`` where somebody wrote it."""

    def __init__(
        self,
        catalogue: Catalogue,
        guidance: Callable[[str, str], Guidance | None],
        packs: Sequence[Pack] = (),
        language: str = BASE_LANGUAGE,
        gone: dict[str, str] | None = None,
    ) -> None:
        """``guidance`` answers for a muscle and a language; ``gone`` are names of removed packs."""
        self._guidance, self._packs, self._language = guidance, tuple(packs), language
        self.catalogue = _laid_over(catalogue, self._packs, language, gone or {})
        self._origins = {name: pack.about for pack in self._packs for name in pack.names}

    def guidance(self, muscle: str) -> Guidance | None:
        """The guidance of ``muscle``: of a pack in the language, else of the program."""
        for pack in self._packs:
            if found := _texts(pack, self._language).guidance.get(muscle):
                return self._with_moves(found)
        ours = self._guidance(muscle, self._language)
        return None if ours is None else self._with_moves(ours)

    def origin(self, name: str) -> About | None:
        """Which pack brought the stretch, movement or routine ``name``; None for ours."""
        return self._origins.get(name)

    def words_of(self, muscle: str) -> About | None:
        """Which pack translated the guidance of ``muscle``; None where it is ours."""
        for pack in self._packs:
            if muscle in _texts(pack, self._language).guidance:
                return pack.about
        return None

    def picture(self, stretch: str) -> bytes | None:
        """The picture of a pack's stretch, a PNG or JPEG that nobody has decoded yet."""
        return next((p.pictures[stretch] for p in self._packs if stretch in p.pictures), None)

    def _with_moves(self, guidance: Guidance) -> Guidance:
        added = _moves(self._packs, guidance.muscle)
        return replace(guidance, movements=(*guidance.movements, *added)) if added else guidance


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
    texts = [(pack.texts[pack.about.languages[0]], _texts(pack, language)) for pack in packs]
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


def _moves(packs: Sequence[Pack], muscle: str) -> tuple[str, ...]:
    return tuple(name for pack in packs for name in pack.moves.get(muscle, ()))


def _texts(pack: Pack, language: str) -> Texts:
    """What ``pack`` says in ``language``, or in that language wherever it is spoken."""
    return pack.texts.get(language) or pack.texts.get(language.partition("_")[0]) or Texts()
