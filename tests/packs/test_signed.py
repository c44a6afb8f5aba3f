"""Whose words they are stands in the words: in all of a pack's, and in none of ours."""

from guide.packs.signed import words_of
from tests.packs.ours import sound_pack

BY = "From the pack Thigh care, checked by nobody but its author."


def test_everything_a_pack_says_is_signed() -> None:
    for language in ("en", "de"):
        texts = words_of(sound_pack(), language)
        said = [
            *(each.stop for each in texts.stretches.values()),
            *(each.text for each in texts.movements.values()),
            *(each.summary for each in (*texts.routines.values(), *texts.lessons.values())),
            *(each.text for each in texts.terms.values()),
        ]
        assert len(said) >= 5
        assert all(each.endswith(f" {BY}") for each in said)


def test_a_muscle_says_it_before_all_cautions() -> None:
    said = words_of(sound_pack("translated"), "de").guidance["ridge"]
    assert said.cautions[0].startswith("From the pack Deutsche Texte")
    assert said.cautions[1] == "Hör bei stechendem Schmerz auf."
    assert said.own_cautions == 2


def test_where_its_languages_are_not_spoken_only_its_own_things_are_there() -> None:
    french = words_of(sound_pack(), "fr")
    assert list(french.stretches) == ["thigh_care-heel_to_seat"]
    assert not words_of(sound_pack("translated"), "fr").guidance
    assert "chin_tuck" in words_of(sound_pack(), "de_AT").stretches
