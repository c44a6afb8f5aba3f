"""A problem as the person reads it."""

from guide.content import Problem


def test_a_problem_is_one_line_with_path_place_and_cure() -> None:
    problem = Problem("zones.toml", "line 3", "'x' is unknown", "Did you mean y?")
    assert str(problem) == "zones.toml, line 3: 'x' is unknown. Did you mean y?"
    assert str(Problem("a.md", "", "it is empty", "Fill it")) == "a.md: it is empty. Fill it."
