"""A pack says what it is, in one strict file."""

import pytest

from guide.packs.about import read_about
from guide.packs.pack import About

SOUND = """format = 1
id = "knee_clinic"
title = "Knee clinic"
author = "A. Physio"
version = "1.0"
languages = ["de", "pt_BR"]
licence = "CC BY 4.0"
"""


def test_a_sound_manifest_is_read() -> None:
    about = About(1, "knee_clinic", "Knee clinic", "A. Physio", "1.0", ("de", "pt_BR"), "CC BY 4.0")
    assert read_about(SOUND) == (about, [])


@pytest.mark.parametrize(
    ("old", "new", "place", "word"),
    [
        ("format = 1", "format = 2", "line 1", "format is 2"),
        ("format = 1", 'format = "1"', "line 1", "format"),
        ('"knee_clinic"', '"Knee-Clinic"', "line 2", "no id of a pack"),
        ('"knee_clinic"', '"ab"', "line 2", "no id of a pack"),
        ('"Knee clinic"', '""', "line 3", "'title' is empty"),
        ('"Knee clinic"', f'"{"x" * 81}"', "line 3", "'title' is empty or too long"),
        ('"Knee clinic"', '"a\\nb"', "line 3", "'title'"),
        ('"Knee clinic"', '"a\\tb"', "line 3", "'title'"),
        ('"Knee clinic"', '"Cures knees"', "line 3", "the wording 'Cures' is not used"),
        ('"1.0"', '"1 0"', "line 5", "not a version"),
        ('["de", "pt_BR"]', "[]", "line 6", "not a list"),
        ('["de", "pt_BR"]', '["de", "de"]', "line 6", "not a list"),
        ('["de", "pt_BR"]', '["Deutsch"]', "line 6", "not a list"),
        ('licence = "CC BY 4.0"', 'licence = "x"\nrun = "x"', "line 8", "'run' is unknown"),
        ('licence = "CC BY 4.0"\n', "", "", "'licence' is missing"),
        ("format = 1", "format = ", "line 1", "not TOML"),
        ("format = 1", "format = 1\nformat = 1", "line 2", "not TOML"),
    ],
)
def test_a_wrong_manifest_is_told(old: str, new: str, place: str, word: str) -> None:
    about, problems = read_about(SOUND.replace(old, new))
    assert about is None
    assert len(problems) == 1
    assert (problems[0].path, problems[0].place) == ("pack.toml", place)
    assert word in problems[0].message
