"""The checker against a sound folder, and against broken ones: one for each rule."""

import shutil
from pathlib import Path

import pytest

from guide.content import Problem, check

HERE = Path(__file__).parent
SOUND = HERE / "sound"
BROKEN = sorted(path.name for path in (HERE / "broken").iterdir())


def overlaid(folder: Path, *cases: str) -> Path:
    """A copy of the sound content with the files of ``cases`` laid over it."""
    root = folder / "content"
    shutil.copytree(SOUND, root)
    for case in cases:
        shutil.copytree(HERE / "broken" / case, root, dirs_exist_ok=True)
        (root / "expected.txt").unlink()
    return root


def test_sound_content_has_no_problem() -> None:
    assert check(SOUND) == []


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    expected = (HERE / "broken" / case / "expected.txt").read_text("utf-8").splitlines()
    assert expected
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected


def test_mistakes_of_several_files_are_told_together(tmp_path: Path) -> None:
    cases = ("toml_syntax", "missing_heading", "stop_number", "stretch_hold", "not_utf8")
    told = {problem.path for problem in check(overlaid(tmp_path, *cases))}
    assert told == {
        "zones.toml",
        "muscles/ridge/en.md",
        "safety/stop_reasons.toml",
        "stretches/tilt/facts.toml",
        "movements.toml",
    }


def test_a_broken_list_of_zones_hides_no_other_mistake_and_invents_none(tmp_path: Path) -> None:
    problems = check(overlaid(tmp_path, "toml_syntax"))
    assert [problem.path for problem in problems] == ["zones.toml"]


def test_several_mistakes_of_form_in_one_file_are_all_told(tmp_path: Path) -> None:
    root = overlaid(tmp_path)
    facts = root / "muscles/ridge/facts.toml"
    text = facts.read_text("utf-8").replace('latin = "Musculus cristae"\n', "")
    facts.write_text(text.replace("self_press = true", 'self_press = "yes"'), "utf-8")
    problems = check(root)
    assert [problem.message for problem in problems if problem.path.endswith("facts.toml")] == [
        "'latin' is missing",
        "'points' entry 1 'self_press': expected true or false, got a text in quotes",
    ]


def test_every_missing_file_is_told(tmp_path: Path) -> None:
    missing = [problem for problem in check(tmp_path) if problem.message == "the file is missing"]
    assert [problem.path for problem in missing] == [
        "guide_order.toml",
        "movements.toml",
        "routines.toml",
        "safety/no_pressure.toml",
        "safety/red_flags.toml",
        "safety/stop_reasons.toml",
        "sources.toml",
        "zones.toml",
    ]


def test_a_stretch_without_words_is_told(tmp_path: Path) -> None:
    root = overlaid(tmp_path)
    (root / "stretches/tilt/en.md").unlink()
    assert check(root) == [Problem("stretches/tilt/en.md", "", "the file is missing", "Add it")]


def test_a_problem_is_one_line_with_path_place_and_cure() -> None:
    problem = Problem("zones.toml", "line 3", "'x' is unknown", "Did you mean y?")
    assert str(problem) == "zones.toml, line 3: 'x' is unknown. Did you mean y?"
    assert str(Problem("a.md", "", "it is empty", "Fill it")) == "a.md: it is empty. Fill it."
