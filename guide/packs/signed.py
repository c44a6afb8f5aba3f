"""The words of a pack as they are shown: each ends, or begins, with whose words they are.

So every page, print and command says it, also those that know nothing of packs.
"""

from msgspec.structs import replace

from guide.packs.pack import About, Pack, Texts, is_own
from guide.packs.words import provenance


def words_of(pack: Pack, language: str) -> Texts:
    """What ``pack`` says where ``language`` is spoken, signed; elsewhere its own things alone."""
    texts = pack.texts.get(language) or pack.texts.get(language.partition("_")[0])
    return _signed(texts or _own(pack.texts[pack.about.languages[0]]), pack.about)


def _own(texts: Texts) -> Texts:
    return Texts(
        stretches={name: each for name, each in texts.stretches.items() if is_own(name)},
        movements={name: each for name, each in texts.movements.items() if is_own(name)},
        routines={name: each for name, each in texts.routines.items() if is_own(name)},
        lessons={name: each for name, each in texts.lessons.items() if is_own(name)},
        terms=texts.terms,
    )


def _signed(texts: Texts, about: About) -> Texts:
    by = provenance(about)
    return Texts(
        stretches={
            name: replace(each, stop=f"{each.stop} {by}") for name, each in texts.stretches.items()
        },
        movements={
            name: replace(each, text=f"{each.text} {by}") for name, each in texts.movements.items()
        },
        routines={
            name: replace(each, summary=f"{each.summary} {by}")
            for name, each in texts.routines.items()
        },
        guidance={
            muscle: replace(each, cautions=(by, *each.cautions), own_cautions=each.own_cautions + 1)
            for muscle, each in texts.guidance.items()
        },
        lessons={
            name: replace(each, summary=f"{each.summary} {by}")
            for name, each in texts.lessons.items()
        },
        terms={name: replace(each, text=f"{each.text} {by}") for name, each in texts.terms.items()},
    )
