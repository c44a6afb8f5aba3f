"""A translation says the same as the English text, or less of it."""

import pytest
from msgspec.structs import replace

from tests.packs.ours import edited, files, small, told

RIDGE = "muscles/ridge/de.md"
TILT = "stretches/tilt/de.md"
WAY = "### Den Rand anheben | pincer | chair | front_rim\n1. Setz dich hin.\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "reason"),
    [
        (RIDGE, "| pincer |", "| fingers |", "no English way to press is | fingers | chair |"),
        (RIDGE, "| pincer | chair", "| pincer | floor", "| pincer | floor |"),
        (RIDGE, "| pincer | chair | front_rim", "| pincer | chair | back", "| chair | back"),
        (RIDGE, WAY, f"{WAY}\n{WAY}", "no English way to press"),
        (RIDGE, "| fingers | chair", "| ball_wall | wall", "no English way to stroke"),
        (RIDGE, "- tilt", "- tilt\n- nod", "the stretch 'nod' is not one of the English text"),
        (RIDGE, "- turns", "- spins", "the movement 'spins' is not one"),
        (RIDGE, "| tested |", "| disputed |", "graded 'disputed' by sources of its own"),
        (RIDGE, "| tested | BOOK", "| tested | BOOK, OTHER", "by sources of its own"),
        (RIDGE, "| BOOK", "| BOOK | effect yes, mechanism yes, rest yes", "graded 'tested'"),
        (TILT, "der {side} Hand", "der linken Hand", "{side} is lost or added"),
        (TILT, "Ein leichtes", "Ein {other} leichtes", "{other} is lost or added"),
    ],
)
def test_more_than_the_english_text(path: str, old: str, new: str, reason: str) -> None:
    found = told(edited(files("translated"), path, old, new), small())
    assert len(found) == 1, found
    assert found[0].startswith(path)
    assert reason in found[0]


def test_less_than_the_english_text_is_fine() -> None:
    fewer = edited(files("translated"), RIDGE, "- turns", "Nichts.")
    fewer = edited(fewer, RIDGE, "- tilt", "Nichts.")
    start = fewer[RIDGE].decode().index("### Den Rand streichen")
    end = fewer[RIDGE].decode().index("## Stretch it")
    fewer[RIDGE] = (fewer[RIDGE].decode()[:start] + fewer[RIDGE].decode()[end:]).encode()
    assert told(fewer, small()) == []


def test_a_caution_is_never_left_out() -> None:
    said = "- Hör bei stechendem Schmerz auf."
    found = told(edited(files("translated"), RIDGE, said, "Keine."), small())
    assert found == [f"{RIDGE}: 0 cautions stand for 1 English ones. Leave no caution out."]


def test_a_muscle_that_has_no_english_text() -> None:
    silent = replace(small(), guidance={}.get)
    assert "has no text of this muscle yet" in told(files("translated"), silent)[0]
