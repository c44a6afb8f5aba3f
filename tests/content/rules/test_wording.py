"""Rules of language over whole files, each shown a file that breaks it."""

from pathlib import Path

import pytest

from guide.content import check
from tests.content.folders import cases, expected, overlaid


@pytest.mark.parametrize("case", cases("wording"))
def test_each_rule_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    assert expected(case)
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected(case)


def test_every_kind_of_text_is_read(tmp_path: Path) -> None:
    root = overlaid(tmp_path)
    places = {
        "zones.toml": "Beside the eye.",
        "movements.toml": "Turn your head slowly.",
        "routines.toml": "Two easy stretches.",
        "safety/red_flags.toml": "Get medical advice today.",
        "safety/no_pressure.toml": "Rest until you are well.",
        "safety/stop_reasons.toml": "Nothing is pressed for 24 hours.",
        "muscles/ridge/facts.toml": "On the front rim.",
        "muscles/ridge/en.md": "A heavy bag.",
        "stretches/tilt/en.md": "A mild pull.",
    }
    for path, text in places.items():
        old = (root / path).read_text("utf-8")
        assert text in old
        (root / path).write_text(old.replace(text, "It cures you.", 1), "utf-8")
    assert {problem.path for problem in check(root)} == set(places)
    assert {problem.message for problem in check(root)} == {"the wording 'cures' is not used"}
