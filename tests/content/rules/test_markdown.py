"""Rules of links and of Markdown that is not read, each shown a file that breaks it."""

from pathlib import Path

import pytest

from guide.content import check
from tests.content.folders import cases, expected, overlaid


@pytest.mark.parametrize("case", cases("markdown"))
def test_each_rule_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    assert expected(case)
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected(case)
