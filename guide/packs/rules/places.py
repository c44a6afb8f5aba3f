"""Rules of places: own things are whole and named after their pack, translated ones are ours."""

from collections.abc import Iterator

from guide.content.gather import BASE_LANGUAGE
from guide.content.problems import Problem
from guide.packs.gather import Reading
from guide.packs.layout import FACTS, MANIFEST, Place, place_of
from guide.packs.pack import is_own


def check_places(reading: Reading) -> Iterator[Problem]:
    """Whether every file belongs to something, and everything has its files."""
    paths = reading.content.sources
    for path in reading.pictures:
        yield from _named(reading, path, place_of(path))
        if path.endswith(".jpg") and path.removesuffix(".jpg") + ".png" in reading.pictures:
            yield Problem(path, "", "there is a .png of this name too", "Keep one of them")
    for path in paths:
        place = place_of(path)
        if place.language and place.language not in reading.about.languages:
            cure = f"Add it to the languages of {MANIFEST}, or take the file out"
            yield Problem(path, "", f"the pack does not say that it speaks {place.language}", cure)
        if is_own(place.id):
            yield from _own(reading, path, place)
        elif place.id:
            yield from _translated(reading, path, place)


def _named(reading: Reading, path: str, place: Place) -> Iterator[Problem]:
    if place.id.partition("-")[0] != reading.about.id:
        cure = f"Name it {reading.about.id}-..., after the pack"
        yield Problem(path, "", f"'{place.id}' is not named after this pack", cure)


def _own(reading: Reading, path: str, place: Place) -> Iterator[Problem]:
    yield from _named(reading, path, place)
    folder, first = f"{place.kind}/{place.id}", reading.about.languages[0]
    for needed in (FACTS, f"{first}.md"):
        if f"{folder}/{needed}" not in reading.content.sources:
            what = f"{folder} has no {needed}"
            yield Problem(f"{folder}/{needed}", "", what, "Add it: every thing needs it")


def _translated(reading: Reading, path: str, place: Place) -> Iterator[Problem]:
    catalogue = reading.ours.catalogue
    known = {
        "muscles": set(catalogue.muscles),
        "stretches": set(catalogue.stretches),
        "movements": set(catalogue.movements),
        "routines": set(catalogue.routines),
        "lessons": set(reading.ours.lessons),
    }[place.kind]
    if place.id not in known:
        cure = f"Correct the id, or name a thing of your own {reading.about.id}-..."
        yield Problem(path, "", f"the program has no {place.kind} '{place.id}'", cure)
    if place.language == BASE_LANGUAGE:
        cure = "Take it out: a pack brings other languages, and things of its own"
        yield Problem(path, "", "this would replace the program's own words", cure)
