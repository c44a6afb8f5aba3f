"""What is still missing, each shown a folder with a gap."""

from pathlib import Path

import pytest

from guide.content import check
from guide.content.checker import problems_of
from guide.content.gather import gather
from tests.content.folders import cases, expected, overlaid


@pytest.mark.parametrize("case", cases("complete"))
def test_each_rule_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    root = overlaid(tmp_path, case)
    assert expected(case)
    assert [str(problem) for problem in check(root)] == expected(case)
    assert problems_of(gather(root)) == [], "a gap keeps nothing from being compiled"
