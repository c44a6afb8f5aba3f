"""A pack is described in sentences: who made it, what it brings, and that nobody checked it."""

from guide.packs.words import brings, byline, provenance
from tests.packs.ours import sound_pack


def test_what_a_pack_brings_is_counted() -> None:
    assert brings(sound_pack()) == (
        "1 stretch", "1 movement", "1 routine", "1 lesson", "1 term",
        "In de: 1 stretch or movement",
    )  # fmt: skip
    assert brings(sound_pack("translated")) == (
        "In de: the text of 1 muscle, 4 stretches and movements, 1 lesson",
    )


def test_who_made_it_is_said() -> None:
    about = sound_pack().about
    maker = "An example of this repository"
    assert byline(about) == f"Version 1.0, by {maker}. Licence: CC BY 4.0."
    assert provenance(about) == "From the pack Thigh care, checked by nobody but its author."
