"""No number stands where something is done; a translation has the numbers of the English text."""

import pytest
from msgspec.structs import replace

from guide.packs.pack import Ours
from tests.packs.ours import edited, files, shipped, small, told

RIDGE = "muscles/ridge/de.md"


@pytest.mark.parametrize(
    "text", ["Halte 5 Minuten.", "Halte ½ Stunde.", "Stufe ٩ von ١٠.", "Zieh ③ mal."]
)
def test_numbers_in_another_language(text: str) -> None:
    moved = edited(
        files("translated"), "movements/turns/de.md", "Dreh den Kopf", f"{text} Dreh den Kopf"
    )
    assert any("has the number" in each for each in told(moved, small()))
    for old in ("Das Ziehen soll beim Halten nachlassen.", "2. Heb den Rand an und halte ihn."):
        pressed = edited(files("translated"), RIDGE, old, f"{old} {text}")
        assert any("has the number" in each for each in told(pressed, small()))


def test_numbers_where_no_dose_stands_are_fine() -> None:
    known = edited(files("translated"), RIDGE, "Ein Ziehen in", "Seit 3 Tagen ein Ziehen in")
    assert told(known, small()) == []


def test_a_heading_of_a_lesson_may_count_but_not_seconds() -> None:
    lesson, old = "lessons/thigh_care-before_bed/en.md", "## What to do"
    assert told(edited(files(), lesson, old, "## 3 easy things"), shipped()) == []
    found = told(edited(files(), lesson, old, "## Press for 5 min"), shipped())
    assert ["the text has the number '5 min'" in each for each in found] == [True]


def test_numbers_of_the_english_text_may_be_said() -> None:
    ours = small()
    nod = replace(ours.catalogue.stretches["nod"], stop="Call 112 for chest pain.")
    catalogue = replace(ours.catalogue, stretches=ours.catalogue.stretches | {"nod": nod})
    said = "Ruf 112 bei Schmerz in der Brust."
    words = edited(
        files("translated"), "stretches/nod/de.md", "Komm bei stechendem", said + " Komm bei"
    )
    assert told(words, Ours(catalogue, ours.guidance, ours.lessons, ours.terms)) == []
    other = edited(words, "stretches/nod/de.md", "112", "20")  # its hold, which is no word
    assert [
        "the number '20'" in each for each in told(other, replace(ours, catalogue=catalogue))
    ] == [True]
