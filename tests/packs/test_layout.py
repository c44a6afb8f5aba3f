"""Every file of a pack has its place, and nothing of a pack takes the place of ours."""

import pytest

from guide.packs.errors import Refused
from guide.packs.layout import Place, place_of


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("pack.toml", Place()),
        ("stretches/", Place("stretches", folder=True)),
        ("stretches/knee_clinic-wall_slide/", Place("stretches", folder=True)),
        ("stretches/knee_clinic-slide/facts.toml", Place("stretches", "knee_clinic-slide")),
        ("stretches/knee_clinic-slide/de.md", Place("stretches", "knee_clinic-slide", "de")),
        ("stretches/chin_tuck/pt_BR.md", Place("stretches", "chin_tuck", "pt_BR")),
        ("muscles/masseter/de.md", Place("muscles", "masseter", "de")),
        ("glossary/de.md", Place("glossary", language="de")),
        ("pictures/own_pack-slide.png", Place("pictures", "own_pack-slide", picture=True)),
    ],
)
def test_known_places(name: str, place: Place) -> None:
    assert place_of(name) == place
    assert place.prose == name.endswith(".md")


@pytest.mark.parametrize(
    "name",
    [
        "stretches/chin_tuck/facts.toml",  # the facts of ours
        "muscles/knee_clinic-mine/de.md",  # a muscle of its own
        "muscles/masseter/facts.toml",
        "stretches/a-b-c/de.md",
        "stretches/-x/de.md",
        "stretches/x/deutsch.md",
        "pack.toml/",
        "pack.toml\n",
        "",
    ],
)
def test_no_place(name: str) -> None:
    with pytest.raises(Refused):
        place_of(name)
