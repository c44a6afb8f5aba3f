"""The texts of a pack are read by the forms of ours; reading stops where nothing good can come."""

from guide.packs import limits
from guide.packs.gather import Reading, form_of, gather
from guide.packs.layout import Place
from guide.packs.pack import About
from guide.packs.reader import read_pack
from tests.packs.ours import archive, files, small

ABOUT = About(1, "deutsch", "Deutsch", "x", "1", ("de",), "x")


def reading(texts: dict[str, str]) -> Reading:
    return gather(ABOUT, texts, frozenset(), small())


def test_texts_are_found_by_their_kind() -> None:
    texts = {path: data.decode() for path, data in files("translated").items()}
    read = reading(texts)
    assert not read.content.problems
    assert set(read.prose_of("stretches")) == {
        Place("stretches", "tilt", "de"), Place("stretches", "nod", "de"),
    }  # fmt: skip
    assert read.content.guidance["de"]["ridge"].summary == "Er hebt die Schulter."
    assert read.content.stretches["tilt"] == form_of(small().catalogue.stretches["tilt"])


def test_the_ids_of_ours_and_of_its_own_may_be_named() -> None:
    read = reading({"stretches/deutsch-wall/facts.toml": "broken", "movements/deutsch-x/de.md": ""})
    assert {"tilt", "nod", "deutsch-wall"} == read.content.stretch_ids
    assert {"turns", "deutsch-x"} == read.content.movement_ids


def test_reading_stops_after_so_many_mistakes() -> None:
    texts = {f"movements/deutsch-x{number}/facts.toml": "id = 1" for number in range(200)}
    assert limits.TOLD <= len(reading(texts).content.problems) < limits.TOLD + 4


def test_headings_are_those_of_the_muscle() -> None:
    alone = files("translated") | {"muscles/deep/de.md": files("translated")["muscles/ridge/de.md"]}
    _pack, problems = read_pack(archive(alone), small())
    assert any("'Who can help' is missing" in str(problem) for problem in problems)
