"""Rules of lessons and drawings, each shown a file that breaks it."""

from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content import check
from guide.content.decode import Source
from guide.content.rules.lessons import COLOURS, check_drawing
from guide.ui.tokens import Tokens
from tests.content.folders import cases, expected, overlaid


@pytest.mark.parametrize("case", cases("lesson_rules"))
def test_each_rule_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    assert expected(case)
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected(case)


def test_the_colours_of_drawings_are_those_of_the_theme() -> None:
    named = {name for name, kind in get_type_hints(Tokens).items() if kind is str}
    assert named - {"name"} == COLOURS


@given(st.text(max_size=80), st.sampled_from(["", "<svg>", "</svg>", "<?xml version='1.0'?>"]))
def test_no_drawing_breaks_the_checker(text: str, tag: str) -> None:
    assert list(check_drawing(Source("drawings/a.svg", tag + text)))
