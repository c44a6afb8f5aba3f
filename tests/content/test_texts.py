"""The words of muscles and stretches as values of the core."""

from pathlib import Path

import pytest

from guide.content import check
from guide.content.gather import gather
from guide.content.texts import listed
from guide.core.catalogue import Claim, PressWay
from tests.content.folders import SOUND, cases, expected, overlaid


@pytest.mark.parametrize("case", cases("texts"))
def test_each_rule_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    assert expected(case)
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected(case)


def test_guidance_is_read_section_by_section() -> None:
    text = gather(SOUND).guidance["en"]["ridge"]
    assert text.summary == "It lifts the shoulder."
    assert text.hurts == ("An ache in the temple.",)
    assert text.press == (
        PressWay(
            "pincer", "chair", ("ridge.front_rim",),
            ("Sit down.", "Lift the rim and hold."), "Lift the rim",
        ),
    )  # fmt: skip
    assert text.press_note.startswith("The ache should fade")
    assert text.stretches == ("tilt",)
    assert text.stroke_note == "Slow strokes along the ridge may feel good."
    assert [way.title for way in text.stroke] == ["Stroke the rim"]
    assert text.movements == ("turns",)
    claim = "It makes the spot less tender for a short time."
    assert text.evidence == (Claim(claim, "tested", ("BOOK",)),)


def test_a_list_with_commas_is_cut() -> None:
    assert listed(" a, b ,,c") == ("a", "b", "c")
