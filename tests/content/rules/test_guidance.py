"""Rules of guidance and stretch texts, each shown a file that breaks it."""

from pathlib import Path

import pytest

from guide.content import check
from tests.content.folders import cases, expected, overlaid


@pytest.mark.parametrize("case", cases("guidance"))
def test_each_rule_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    assert expected(case)
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected(case)


def test_texts_are_not_blamed_for_facts_that_cannot_be_read(tmp_path: Path) -> None:
    root = overlaid(tmp_path, "guidance/way_tool")
    (root / "muscles/ridge/facts.toml").write_text("id = ", "utf-8")
    assert {problem.path for problem in check(root)} == {"muscles/ridge/facts.toml"}
