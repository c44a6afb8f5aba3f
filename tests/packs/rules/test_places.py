"""Every file of a pack belongs to something, and own things are named after their pack."""

from guide.packs.layout import place_of
from tests.packs.ours import edited, files, shipped, small, told
from tests.packs.zips import jpeg

OWN = "stretches/thigh_care-heel_to_seat"


def only(sentences: list[str]) -> str:
    assert len(sentences) == 1, sentences
    return sentences[0]


def test_a_file_of_a_language_that_is_not_named() -> None:
    found = told(files() | {f"{OWN}/fr.md": files()[f"{OWN}/de.md"]}, shipped())
    assert f"{OWN}/fr.md: the pack does not say that it speaks fr" in only(found)


def test_things_named_after_another_pack() -> None:
    found = told(edited(files(), "pack.toml", '"thigh_care"', '"knee_care"'), shipped())
    assert f"{OWN}/facts.toml: 'thigh_care-heel_to_seat' is not named after this pack" in found[
        0
    ] or (any("'thigh_care-heel_to_seat' is not named after this pack" in each for each in found))


def test_own_things_that_are_not_whole() -> None:
    whole = files()
    without = {name: data for name, data in whole.items() if name != f"{OWN}/en.md"}
    assert any(f"{OWN}/en.md: {OWN} has no en.md" in each for each in told(without, shipped()))
    facts = {name: data for name, data in whole.items() if name != f"{OWN}/facts.toml"}
    assert any(f"{OWN} has no facts.toml" in each for each in told(facts, shipped()))


def test_words_for_what_the_program_does_not_have() -> None:
    words = files("translated")
    for kind, name in (("muscles", "ridge"), ("stretches", "nod"), ("movements", "turns")):
        moved = {path.replace(f"{kind}/{name}/", f"{kind}/other/"): d for path, d in words.items()}
        assert f"the program has no {kind} 'other'" in only(told(moved, small()))


def test_english_words_for_ours_are_not_replaced() -> None:
    english = files() | {"stretches/chin_tuck/en.md": files()["stretches/chin_tuck/de.md"]}
    assert any("would replace the program's own words" in each for each in told(english, shipped()))
    assert place_of("stretches/chin_tuck/en.md").language == "en"


def test_pictures_are_named_after_the_pack_and_once() -> None:
    picture = files()["pictures/thigh_care-heel_to_seat.png"]
    other = told(files() | {"pictures/knee_care-x.png": picture}, shipped())
    assert "'knee_care-x' is not named after this pack" in only(other)
    both = told(files() | {"pictures/thigh_care-heel_to_seat.jpg": jpeg()}, shipped())
    assert "there is a .png of this name too" in only(both)
