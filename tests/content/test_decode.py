"""TOML to values, with the line of every mistake."""

from pathlib import Path

import msgspec
import pytest

from guide.content import check
from guide.content.decode import Source, read_toml
from tests.content.folders import cases, expected, overlaid


class Inner(msgspec.Struct, frozen=True):
    """An entry."""

    id: str
    size: int = 1


class Outer(msgspec.Struct, frozen=True):
    """A file."""

    name: str
    inner: tuple[Inner, ...]
    pair: tuple[int, int] = (0, 0)


def test_a_sound_file_becomes_its_value() -> None:
    text = 'name = "n"\npair = [1, 2]\n[[inner]]\nid = "a"\n[[inner]]\nid = "b"\nsize = 3\n'
    value, problems = read_toml(Source("f.toml", text), Outer)
    assert problems == []
    assert value == Outer("n", (Inner("a"), Inner("b", 3)), (1, 2))


def test_every_mistake_has_its_line() -> None:
    text = 'nam = "n"\npair = [1]\n[[inner]]\nid = "a"\n[[inner]]\nsize = "big"\n'
    value, problems = read_toml(Source("f.toml", text), Outer)
    assert value is None
    assert [(problem.place, problem.message) for problem in problems] == [
        ("line 1", "the key 'nam' is unknown here"),
        ("", "'name' is missing"),
        ("line 5", "'id' is missing in 'inner' entry 2"),
        ("line 6", "'inner' entry 2 'size': expected a whole number, got a text in quotes"),
        ("line 2", "'pair': expected a list in brackets of length 2, got 1"),
    ]


def test_toml_that_is_none_is_told_with_its_line() -> None:
    value, problems = read_toml(Source("f.toml", 'name = "n"\ninner = [\n'), Outer)
    assert value is None
    assert len(problems) == 1
    assert problems[0].message.startswith("this is not TOML")
    assert problems[0].place in {"line 2", "line 3"}


@pytest.mark.parametrize("case", cases("decode"))
def test_a_broken_file_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    assert expected(case)
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected(case)
