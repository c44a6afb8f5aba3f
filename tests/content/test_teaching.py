"""Lessons and the glossary as values of the core, and each mistake of their form."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content import check
from guide.content.decode import Source
from guide.content.forms import LessonFile
from guide.content.gather import gather
from guide.content.prose import read_prose
from guide.content.teaching import read_glossary, read_lesson
from guide.core.catalogue import Claim
from guide.core.lessons import Cue, Drawing, Graded, Item, Paragraph
from tests.content.folders import SOUND, cases, expected, overlaid


@pytest.mark.parametrize("case", cases("lessons"))
def test_each_rule_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    assert expected(case)
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected(case)


def test_a_lesson_is_read_section_by_section() -> None:
    lesson = gather(SOUND).lessons["en"]["knots"]
    assert (lesson.title, lesson.summary) == ("Sore spots", "What a sore spot may be.")
    (first,) = lesson.sections
    claim = Claim("Such spots are hard to find.", "disputed", ("BOOK",))
    assert first.cue == Cue("referral", "ridge")
    assert first.blocks == (
        Paragraph("A firm band in [the ridge](muscle:ridge) may hold a sore spot."),
        Item("It may be a [band](term:taut_band)."),
        Drawing("band", "A band with a spot in it."),
        Graded(claim),
    )


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("> figure: ridge", Cue("muscle", "ridge")),
        ("> figure: zone neck.angle", Cue("zone", "neck.angle")),
    ],
)
def test_a_figure_is_a_muscle_or_a_zone(line: str, cue: Cue, tmp_path: Path) -> None:
    root = overlaid(tmp_path)
    path = root / "lessons/knots/en.md"
    text = path.read_text("utf-8").replace("> figure: ridge referral", line)
    path.write_text(text, "utf-8")
    content = gather(root)
    assert content.problems == []
    assert content.lessons["en"]["knots"].sections[0].cue == cue


def test_terms_have_the_slug_of_their_heading_and_other_words() -> None:
    terms = gather(SOUND).glossary["en"]
    assert list(terms) == ["taut_band", "spot"]
    assert terms["taut_band"].also == ("cord", "rope")
    assert terms["spot"].also == ()


@given(st.text(alphabet="#->![]() |:abfigure\n", max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    source = Source("lessons/a/en.md", text)
    document, told = read_prose(source, None)
    lesson, more = read_lesson(source, LessonFile("a", 1, ("BOOK",)), document)
    blocks = [block for section in lesson.sections for block in section.blocks]
    lines = [line for section in document.sections[1:] for line in section.lines]
    cues = [line for line in lines if line.text.startswith(">")]
    assert len(blocks) + len(cues) == len(lines) or told or more, "what is left out is told"
    read_glossary(source, document)
