"""No text of a pack states a dose; English keeps our wording, every language is brief."""

import pytest

from tests.packs.ours import edited, files, shipped, small, told

OWN = "stretches/thigh_care-heel_to_seat/"
RIDGE = "muscles/ridge/de.md"
PULL = "You feel a mild pull along the front of the {side} thigh."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hold for 5 minutes.", "the number '5'"),
        ("Hold for ٥ minutes.", "the number"),
        ("Hold for sixty seconds.", "the number 'sixty seconds'"),
        ("Repeat it twice a day.", "the number 'twice a day'"),
        ("Stay there for half an hour.", "the number 'half an hour'"),
        ("Pull with your left hand.", "a side is written out"),
        ("This cures knee pain.", "the wording 'cures' is not used"),
        ("It will heal for good. You are fixed.", "the wording 'will heal'"),
        ("No pain, no gain.", "the wording"),
        ("word " * 23, "a sentence has 23 words"),
        ("Physiological musculotendinous lengthening necessitates perseverance. " * 3, "grade"),
    ],
)
def test_english_words_that_are_not_written(text: str, reason: str) -> None:
    found = told(edited(files(), f"{OWN}en.md", PULL, text), shipped())
    assert found, text
    assert all(each.startswith(f"{OWN}en.md") for each in found)
    assert any(reason in each for each in found), found


def test_long_sentences_in_another_language() -> None:
    long = edited(files("translated"), RIDGE, "Er hebt die Schulter.", "Wort " * 23)
    assert ["a sentence has 23 words" in each for each in told(long, small())] == [True]


def test_titles_have_an_end() -> None:
    long = edited(files(), f"{OWN}en.md", "# Heel to seat", f"# {'Heel ' * 17}")
    assert ["the title is too long" in each for each in told(long, shipped())] == [True]


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Heel to seat for 5 minutes", "the text has the number '5'"),
        ("Sixty seconds of pull", "the text has the number 'Sixty seconds'"),
        ("The knee cure", "the wording 'cure' is not used"),
    ],
)
def test_titles_are_words_like_all_others(title: str, reason: str) -> None:
    found = told(edited(files(), f"{OWN}en.md", "# Heel to seat", f"# {title}"), shipped())
    assert [reason in each for each in found] == [True]
    heading = edited(files("translated"), RIDGE, "### Den Rand anheben", "### 90 Sekunden heben")
    assert ["the text has the number '90'" in each for each in told(heading, small())] == [True]
