"""The ids that files may name, and what is said of one that does not exist."""

from guide.content.decode import Source
from guide.content.gather import gather
from guide.content.rules.known import known_of, nearest, twice, unknown
from tests.content.folders import SOUND

SOURCE = Source("a.toml", 'x = ["tild"]\ny = "b"\nz = "b"\n')


def test_what_is_there_may_be_named() -> None:
    known = known_of(gather(SOUND))
    assert known.muscles == {"deep", "ridge"}
    assert known.lessons == {"knots"}
    assert known.terms == {"taut_band", "spot"}
    assert known.drawings == {"band"}
    assert known.regions == {"neck", "head_face"}


def test_an_unknown_id_is_told_with_the_nearest() -> None:
    (problem,) = unknown(SOURCE, "stretch", ["tild", "tild"], frozenset({"tilt", "nod"}))
    assert str(problem) == "a.toml, line 1: unknown stretch 'tild'. Did you mean tilt?"
    assert list(unknown(SOURCE, "stretch", ["tild"], None)) == []


def test_a_cure_names_few_ids_and_never_many() -> None:
    assert nearest("xyz", frozenset({"tilt", "nod"})) == "Use one of: nod, tilt"
    many = frozenset(f"name{number}" for number in range(12))
    assert nearest("xyz", many) == nearest("xyz", frozenset())
    assert "add what it names" in nearest("xyz", many)


def test_an_id_that_stands_twice_is_told_once() -> None:
    told = [str(problem) for problem in twice(SOURCE, "word", ["a", "b", "b"])]
    assert told == ["a.toml, line 3: word 'b' stands here twice. Rename one of them."]
