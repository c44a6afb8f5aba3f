"""Search over everything that is taught: a full-text index of SQLite, in memory."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache

from guide.content.library import glossary, guidance, lessons, load
from guide.content.problems import ContentError
from guide.core.catalogue import Catalogue, Guidance
from guide.core.lessons import Lesson, Term, texts_of
from guide.core.links import plain
from guide.core.search import Entry, Found, Kind

LIMIT = 30
NEAREST = 3
_BEGIN, _END = "\x1e", "\x1f"  # `str.split` takes them for space, so that no text holds them
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\w+")
_MARKED = re.compile(f"{_BEGIN}(.*?){_END}")
_TABLE = """
CREATE VIRTUAL TABLE texts USING fts5(title, also, body, unseen, kind UNINDEXED, id UNINDEXED)
"""
_WORDS = "CREATE VIRTUAL TABLE words USING fts5vocab(texts, row)"
# A name counts ten times what a text counts; what others wrote stands behind what we teach.
_FIND = """
SELECT kind, id, title, highlight(texts, 2, ?, ?) FROM texts
WHERE texts MATCH ? ORDER BY kind = 'source', bm25(texts, 10, 6, 1, 1) LIMIT ?
"""


class Index:
    """Finds entries by the beginnings of words, as they are typed.

    It may be built in one thread and asked in another, by one at a time. `ContentError` where this
    Python's SQLite cannot search.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            self._base.execute(_TABLE)
        except sqlite3.OperationalError as error:
            raise ContentError(f"Searching needs an SQLite with FTS5: {error}") from error
        self._base.execute(_WORDS)
        rows = (
            (
                *(each.title, each.also, "\n".join(_lines(each.texts)), "\n".join(each.unseen)),
                *(each.kind.value, each.id),
            )
            for each in entries
        )
        self._base.executemany("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)", rows)

    def find(self, words: str, limit: int = LIMIT) -> tuple[Found, ...]:
        """What holds all of ``words`` (each may be a beginning), best first.

        Where nothing holds all, though each word is known: what holds any of them.
        """
        terms = [_term(word) for word in _WORD.findall(words.lower())]
        rows = self._rows(" AND ".join(terms), limit) if terms else []
        if not rows and len(terms) > 1 and all(self._rows(term, 1) for term in terms):
            rows = self._rows(" OR ".join(terms), limit)
        return tuple(_found(*row) for row in rows)

    def nearest(self, words: str) -> tuple[str, ...]:
        """Words that are spelt most like those of ``words`` that are not known, three at most."""
        from difflib import get_close_matches  # only when nothing was found

        known = [row[0] for row in self._base.execute("SELECT term FROM words WHERE term > '9'")]
        near: list[str] = []
        for word in _WORD.findall(words.lower()):
            if not self._rows(_term(word), 1):
                near += get_close_matches(word, known, n=NEAREST, cutoff=0.7)
        return tuple(dict.fromkeys(near))[:NEAREST]

    def _rows(self, query: str, limit: int) -> list[tuple[str, str, str, str]]:
        return self._base.execute(_FIND, (_BEGIN, _END, query, limit)).fetchall()


@cache
def search_index(language: str) -> Index:
    """The index of everything that is taught in ``language``; built at its first use."""
    facts = load()
    texts = (guidance(muscle, language) for muscle in sorted(facts.guided))
    taught = lessons(language).values(), glossary(language).values()
    return Index(entries(facts, (text for text in texts if text), *taught))


def entries(
    catalogue: Catalogue,
    texts: Iterable[Guidance],
    lessons: Iterable[Lesson],
    terms: Iterable[Term],
) -> Iterator[Entry]:
    """Everything that can be found; muscles without a text are found by their names."""
    written = {text.muscle: text for text in texts}
    for muscle in catalogue.muscles.values():
        text = written.get(muscle.id)
        pattern = (*muscle.referral.main, *muscle.referral.spillover)
        places = ", ".join(catalogue.zones[zone].label for zone in pattern)
        said, done = (_told(text), _done(text)) if text else ((), ())
        yield Entry(Kind.MUSCLE, muscle.id, muscle.name, muscle.latin, (*said, places), done)
    for zone in catalogue.zones.values():
        yield Entry(Kind.ZONE, zone.id, zone.label, texts=(zone.description,))
    for stretch in catalogue.stretches.values():
        feel, done = _sideless(stretch.feel), (stretch.start, stretch.move)
        yield Entry(Kind.STRETCH, stretch.id, stretch.name, texts=(feel,), unseen=done)
    for lesson in lessons:
        yield Entry(Kind.LESSON, lesson.id, lesson.title, texts=tuple(map(plain, texts_of(lesson))))
    for term in terms:
        yield Entry(Kind.TERM, term.id, term.title, ", ".join(term.also), (plain(term.text),))
    for source in catalogue.sources.values():
        yield Entry(Kind.SOURCE, source.id, source.id, texts=(source.cite, source.note))


def _sideless(text: str) -> str:
    """A sentence of a stretch as it is read where no side is chosen."""
    for place, word in (("{side} ", ""), ("{other} ", "other "), ("{side}", "side")):
        text = text.replace(place, word)
    return text.replace("{other}", "other side")


def _told(text: Guidance) -> tuple[str, ...]:
    """What everybody may read of a muscle."""
    alone = () if text.press else (text.press_note,)
    cautions = text.cautions[: text.own_cautions]
    said = (text.summary, *text.hurts, *alone, *text.helpers, *text.keeps_going, *cautions)
    return tuple(plain(each) for each in said)


def _done(text: Guidance) -> tuple[str, ...]:
    """What is done with it."""
    ways = tuple(step for way in (*text.press, *text.stroke) for step in (way.title, *way.steps))
    notes = (text.press_note, text.stroke_note, text.stretch_note, text.move_note)
    return tuple(plain(each) for each in (*text.find, *notes, *ways))


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """Every sentence of ``texts`` on a line of its own."""
    for text in texts:
        yield from _SENTENCE.split(" ".join(text.split()))


def _term(word: str) -> str:
    """The query for one word: it may be a beginning, and one of several of a thing."""
    single = word.removesuffix("s")
    return f'("{word}"* OR "{single}"*)' if len(single) > 3 and single != word else f'"{word}"*'


def _found(kind: str, name: str, title: str, body: str) -> Found:
    best = max(body.split("\n"), key=lambda line: len(set(_MARKED.findall(line.lower()))))
    line, marks, at = "", [], 0
    for match in _MARKED.finditer(best):
        line += best[at : match.start()]
        marks.append((len(line), len(line) + len(match[1])))
        line, at = line + match[1], match.end()
    return Found(Kind(kind), name, title, line + best[at:], tuple(marks))
