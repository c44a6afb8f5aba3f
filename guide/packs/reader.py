"""From what lies in a zip to a `Pack`, or to everything that is wrong with it."""

from msgspec.structs import replace

from guide.content.problems import Problem
from guide.content.prose import Document
from guide.content.texts import read_movement, read_routine, read_stretch
from guide.core.catalogue import Guidance, Movement, Routine, Stretch
from guide.core.lessons import Lesson
from guide.packs.about import read_about
from guide.packs.archive import Archive
from guide.packs.gather import Reading, form_of, gather
from guide.packs.layout import MANIFEST, place_of
from guide.packs.pack import Ours, Pack, Texts, is_own
from guide.packs.rules import problems_of


def read_pack(archive: Archive, ours: Ours) -> tuple[Pack | None, list[Problem]]:
    """The pack in ``archive``, or None and everything that is wrong, ordered by file."""
    if MANIFEST not in archive.texts:
        cure = "Add it at the top: it says who made the pack"
        return None, [Problem(MANIFEST, "", "the file is missing", cure)]
    about, problems = read_about(archive.texts[MANIFEST])
    if about is None:
        return None, problems
    reading = gather(about, archive.texts, frozenset(archive.pictures), ours)
    if problems := problems_of(reading):
        return None, problems
    moves: dict[str, tuple[str, ...]] = {}
    for name, movement in reading.movements.items():
        for muscle in movement.muscles:
            moves[muscle] = (*moves.get(muscle, ()), name)
    pack = Pack(
        about=about,
        digest=archive.digest,
        texts={language: _texts(reading, language) for language in about.languages},
        moves=moves,
        shown={name: each.picture for name, each in reading.stretches.items() if each.picture},
        pictures={place_of(path).id: picture for path, picture in archive.pictures.items()},
    )
    return pack, []


def _texts(reading: Reading, language: str) -> Texts:
    """Everything in ``language``; own things without a text in it have that of the first one."""
    glossary = reading.content.glossary
    return Texts(
        stretches={
            name: _stretch(reading, name, document)
            for name, document in _documents(reading, "stretches", language).items()
        },
        movements={
            name: _movement(reading, name, document)
            for name, document in _documents(reading, "movements", language).items()
        },
        routines={
            name: _routine(reading, name, document)
            for name, document in _documents(reading, "routines", language).items()
        },
        guidance={
            muscle: _guidance(reading, text)
            for muscle, text in reading.content.guidance.get(language, {}).items()
        },
        lessons=_lessons(reading, language),
        terms=glossary.get(language) or glossary.get(reading.about.languages[0], {}),
    )


def _lessons(reading: Reading, language: str) -> dict[str, Lesson]:
    taught = reading.content.lessons
    first = taught.get(reading.about.languages[0], {})
    own = {name: lesson for name, lesson in first.items() if is_own(name)}
    return own | taught.get(language, {})


def _documents(reading: Reading, kind: str, language: str) -> dict[str, Document]:
    """The texts of a kind by id, in ``language`` where there is one."""
    first = reading.about.languages[0]
    found: dict[str, Document] = {}
    for place, prose in reading.prose_of(kind).items():
        fallback = place.language == first and is_own(place.id) and place.id not in found
        if place.language == language or fallback:
            found[place.id] = prose.document
    return found


def _stretch(reading: Reading, name: str, document: Document) -> Stretch:
    ours = reading.ours.catalogue.stretches.get(name)
    if ours is None:
        return read_stretch(reading.stretches[name].as_ours(), document)
    said = read_stretch(form_of(ours), document)
    return replace(
        ours, name=said.name, start=said.start, move=said.move, feel=said.feel, stop=said.stop
    )


def _movement(reading: Reading, name: str, document: Document) -> Movement:
    ours = reading.ours.catalogue.movements.get(name)
    if ours is None:
        return read_movement(reading.movements[name].as_ours(), document)
    text = document.section("Move")
    return replace(ours, name=document.title, text=text.text if text else "")


def _routine(reading: Reading, name: str, document: Document) -> Routine:
    ours = reading.ours.catalogue.routines.get(name)
    if ours is None:
        return read_routine(reading.content.routines[name], document)
    text = document.section("Summary")
    return replace(ours, name=document.title, summary=text.text if text else "")


def _guidance(reading: Reading, own: Guidance) -> Guidance:
    """``own`` with the cautions and claims that hold for every muscle: it cannot drop them."""
    english = reading.ours.guidance(own.muscle)
    assert english is not None, own.muscle
    return replace(
        own,
        cautions=(*own.cautions, *english.cautions[english.own_cautions :]),
        own_cautions=len(own.cautions),
        evidence=(*own.evidence, *english.evidence[english.own_evidence :]),
        own_evidence=len(own.evidence),
    )
