"""Reading the whole folder: what is there, what is missing, what does not belong."""

from pathlib import Path

import pytest

from guide.content import Problem, check
from guide.content.gather import gather
from tests.content.folders import cases, expected, overlaid


@pytest.mark.parametrize("case", cases("gather"))
def test_each_rule_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    assert expected(case)
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected(case)


def test_every_missing_file_is_told(tmp_path: Path) -> None:
    missing = [problem for problem in check(tmp_path) if problem.message == "the file is missing"]
    assert [problem.path for problem in missing] == [
        "guide_order.toml",
        "landmarks.toml",
        "safety/danger_zones.toml",
        "safety/emergency_numbers.toml",
        "safety/no_pressure.toml",
        "safety/profile.toml",
        "safety/red_flags.toml",
        "safety/see_a_clinician.toml",
        "safety/stop_reasons.toml",
        "sources.toml",
        "tools.toml",
        "zones.toml",
    ]


def test_a_stretch_without_words_is_told(tmp_path: Path) -> None:
    root = overlaid(tmp_path)
    (root / "stretches/tilt/en.md").unlink()
    assert check(root) == [Problem("stretches/tilt/en.md", "", "the file is missing", "Add it")]


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    root = overlaid(tmp_path)
    (root / "tools.toml").unlink()
    (root / "tools.toml").mkdir()
    problems = check(root)
    assert [problem.message for problem in problems] == ["the file cannot be read: Is a directory"]


def test_another_language_is_gathered_beside_english(tmp_path: Path) -> None:
    root = overlaid(tmp_path)
    for folder in ("muscles/ridge", "general"):
        english = (root / folder / "en.md").read_text("utf-8")
        (root / folder / "de.md").write_text(english, "utf-8")
    assert check(root) == []
    assert set(gather(root).guidance) == {"en", "de"}


def test_a_language_needs_its_own_words_for_every_muscle(tmp_path: Path) -> None:
    root = overlaid(tmp_path)
    english = (root / "muscles/ridge/en.md").read_text("utf-8")
    (root / "muscles/ridge/de.md").write_text(english, "utf-8")
    assert check(root) == [Problem("general/de.md", "", "the file is missing", "Add it")]
