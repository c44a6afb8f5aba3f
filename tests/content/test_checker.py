"""The checker over whole folders: everything at once, and nothing invented."""

from pathlib import Path

from guide.content import check
from guide.content.checker import problems_of
from guide.content.gather import gather
from tests.content.folders import SOUND, overlaid


def test_sound_content_has_no_problem() -> None:
    assert check(SOUND) == []
    assert problems_of(gather(SOUND)) == []


def test_mistakes_of_several_files_are_told_together(tmp_path: Path) -> None:
    names = (
        "decode/toml_syntax",
        "prose/missing_heading",
        "safety/stop_number",
        "moving/stretch_hold",
        "gather/not_utf8",
    )
    told = {problem.path for problem in check(overlaid(tmp_path, *names))}
    assert told == {
        "zones.toml",
        "muscles/ridge/en.md",
        "safety/stop_reasons.toml",
        "stretches/tilt/facts.toml",
        "movements/turns/facts.toml",
    }


def test_a_broken_list_of_zones_hides_no_other_mistake_and_invents_none(tmp_path: Path) -> None:
    problems = check(overlaid(tmp_path, "decode/toml_syntax"))
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


def test_problems_are_ordered_by_file_and_line(tmp_path: Path) -> None:
    problems = check(overlaid(tmp_path, "safety/flag_twice", "wording/forbidden_words"))
    places = [(each.path, int(each.place.removeprefix("line ") or 0)) for each in problems]
    assert places == sorted(places)
    assert len(places) >= 4
