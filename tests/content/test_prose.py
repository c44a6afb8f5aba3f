"""Markdown cut at fixed headings."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content import check
from guide.content.decode import Source
from guide.content.prose import read_prose
from tests.content.folders import cases, expected, overlaid

TEXT = """# Name

## One
A paragraph
over two lines.

Another one.

## Two
- first
  goes on
- second

### Way | a | b | c
1. step
2. step two
"""


def test_a_file_is_cut_into_sections_paragraphs_items_and_parts() -> None:
    document, problems = read_prose(Source("a.md", TEXT), ("One", "Two"))
    assert problems == []
    assert document.title == "Name"
    one, two = document.sections
    assert one.text == "A paragraph over two lines. Another one."
    assert two.items == ("first goes on", "second")
    assert [part.heading for part in two.parts] == ["Way | a | b | c"]
    assert two.parts[0].items == ("step", "step two")
    assert two.parts[0].line == 14


def test_a_heading_that_is_missing_twice_or_unknown_is_told() -> None:
    _, problems = read_prose(Source("a.md", TEXT + "\n## One\nx\n"), ("One", "Three"))
    assert {problem.message for problem in problems} == {
        "the heading 'Three' is missing",
        "unknown heading 'Two'",
        "'One' stands here twice",
    }


@given(st.text(alphabet="#-1. ab\n|", max_size=200))
def test_no_text_breaks_it_and_no_words_are_lost(text: str) -> None:
    document, problems = read_prose(Source("a.md", text), ("a",))
    kept = sum(line.text.count("b") for line in document.lines)
    kept += sum(
        part.heading.count("b") for each in document.sections for part in (each, *each.parts)
    )
    lost = text.count("b") - kept - document.title.count("b")
    assert lost == 0 or problems


@pytest.mark.parametrize("case", cases("prose"))
def test_a_broken_file_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    assert expected(case)
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected(case)
