"""What is searched is found by the beginnings of its words, the best first."""

import statistics
import time
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content import guidance, load, search_index
from guide.content.problems import ContentError
from guide.content.search import Index, entries
from guide.core.search import Entry, Found, Kind
from tests.unwritten import without_text

THINGS = (
    Entry(Kind.MUSCLE, "ridge", "Upper ridge", "Crista", ("It lifts. An ache by the ear.",)),
    Entry(Kind.LESSON, "ear", "Why ears ache", texts=("Pain travels.", "The ridge may refer.")),
    Entry(Kind.TERM, "band", "Taut band", "cord, rope", ("A firm string in a muscle.",)),
    Entry(Kind.SOURCE, "BOOK", "BOOK", texts=("Ridge and ridge. A book of ridges, 1999.", "")),
    Entry(Kind.STRETCH, "tilt", "Ear to shoulder", texts=("A mild pull.",)),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(THINGS)


def ids(found: tuple[Found, ...]) -> list[str]:
    return [each.id for each in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ridge", ["ridge", "ear", "BOOK"]),  # its name first, what others wrote last
        ("RID", ["ridge", "ear", "BOOK"]),
        ("crista", ["ridge"]),
        ("rope", ["band"]),
        ("ache ear", ["ear", "ridge"]),
        ("bands", ["band"]),
        ("string lifts", ["ridge", "band"]),  # each is known, and none has both
        ("string nowhere", []),
        ("", []),
        ("  ?! ", []),
        ('"ear" OR *', []),
    ],
)
def test_words_lead_to_what_holds_them(index: Index, words: str, expected: list[str]) -> None:
    assert sorted(ids(index.find(words))) == sorted(expected)
    assert ids(index.find(words))[-1:] == expected[-1:]


def test_the_sentence_that_matches_is_shown_with_its_marks(index: Index) -> None:
    (found, *_rest) = index.find("ache by")
    assert found == Found(
        Kind.MUSCLE, "ridge", "Upper ridge", "An ache by the ear.", ((3, 7), (8, 10))
    )
    assert [found.line[slice(*mark)] for mark in found.marks] == ["ache", "by"]


def test_where_a_name_matches_alone_the_first_sentence_is_shown(index: Index) -> None:
    (found,) = index.find("crista")
    assert (found.line, found.marks) == ("It lifts.", ())


def test_what_passes_the_guard_first_is_found_and_never_shown() -> None:
    entry = Entry(Kind.MUSCLE, "ridge", "Ridge", texts=("It lifts.",), unseen=("Press it.",))
    (found,) = Index([entry]).find("press")
    assert (found.line, found.marks) == ("It lifts.", ())


def test_no_more_is_found_than_was_asked_for(index: Index) -> None:
    assert len(index.find("ridge", limit=2)) == 2


def test_a_word_that_is_spelt_wrongly_brings_the_nearest(index: Index) -> None:
    assert index.find("rigde") == ()
    assert index.nearest("rigde") == ("ridge", "ridges")
    assert index.nearest("ridge") == ()
    assert index.nearest("zzz ear") == ()


@given(st.text(max_size=30))
def test_whatever_is_typed_is_answered(words: str) -> None:
    index = Index(THINGS)
    for found in index.find(words):
        assert all(0 <= begin < end <= len(found.line) for begin, end in found.marks)
    assert len(index.nearest(words)) <= 3


def test_an_sqlite_that_cannot_search_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.content.search._TABLE", "CREATE VIRTUAL TABLE t USING fts9(a)")
    with pytest.raises(ContentError, match=r"^Searching needs .* FTS5: no such module: fts9$"):
        Index(THINGS)


def test_what_was_built_in_another_thread_is_asked_in_this_one() -> None:
    made: list[Index] = []
    thread = Thread(target=lambda: made.append(Index(THINGS)))
    thread.start()
    thread.join()
    assert made[0].find("ridge")


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("trapezius", Kind.MUSCLE, "trapezius_upper"),
        ("musculus infraspinatus", Kind.MUSCLE, "infraspinatus"),
        ("temple", Kind.ZONE, "head.temple"),
        ("hug", Kind.STRETCH, "hug"),
        ("tens", Kind.LESSON, "tens"),
        ("quintner", Kind.SOURCE, "QUINTNER15"),
    ],
)
def test_what_is_shipped_is_found(words: str, kind: Kind, name: str) -> None:
    found = search_index().find(words)
    assert (kind, name) in [(each.kind, each.id) for each in found[:5]]
    assert not any("{" in each.line or "](" in each.line for each in found)


def test_no_technique_of_what_is_shipped_is_shown() -> None:
    facts = load()
    texts = [text for name in facts.guided if (text := guidance(name)) is not None]
    made = {each.id: each for each in entries(facts, texts, (), ()) if each.kind is Kind.MUSCLE}
    for text in texts:
        steps = {step for way in (*text.press, *text.stroke) for step in way.steps}
        assert not steps & set(made[text.muscle].texts), text.muscle
        assert steps <= set(made[text.muscle].unseen), text.muscle


def test_a_muscle_without_a_text_is_found_by_its_names() -> None:
    facts = without_text(load(), "soleus")
    index = Index(entries(facts, (), (), ()))
    assert "soleus" in ids(index.find("soleus"))


def test_an_answer_comes_while_one_types() -> None:
    index = search_index()
    times = []
    for word in ("headache", "shoulder", "the", "pain", "thumb", "neck"):
        for length in range(1, len(word) + 1):
            begun = time.perf_counter()
            index.find(word[:length])
            times.append(time.perf_counter() - begun)
    assert statistics.median(times) < 0.016
