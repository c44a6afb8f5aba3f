"""Lessons and found things as lines and as plain values."""

import json

from guide.cli import taught
from guide.core.catalogue import Claim
from guide.core.lessons import Drawing, Graded, Item, Lesson, LessonSection, Paragraph
from guide.core.search import Found, Kind

BLOCKS = (
    Paragraph("See [the ridge](muscle:ridge)."),
    Item("A [band](term:band)."),
    Graded(Claim("It eases.", "tested", ("BOOK",))),
    Drawing("band", "A band with a spot."),
)
LESSON = Lesson("knots", 1, "Sore spots", "In short.", (LessonSection("What", BLOCKS),), ("BOOK",))


def test_a_lesson_is_printed_without_links() -> None:
    assert list(taught.lesson_page(LESSON)) == [
        "SORE SPOTS",
        "",
        "In short.",
        "",
        "What",
        "See the ridge.",
        "  - A band.",
        "  - It eases. [tested in trials: BOOK]",
        "(In the window a drawing shows: A band with a spot.)",
        "",
        "Sources: BOOK",
        "Not reviewed by a clinician.",
    ]
    assert list(taught.lesson_list([LESSON]))[:2] == ["Sore spots [knots]", "    In short."]


def test_programs_get_every_block_with_its_kind() -> None:
    told = json.loads(json.dumps(taught.lesson_json(LESSON)))
    blocks = told["sections"][0]["blocks"]
    assert [block["type"] for block in blocks] == ["text", "item", "claim", "drawing"]
    assert blocks[0]["text"] == "See the ridge."
    assert blocks[2]["claim"]["sources"] == ["BOOK"]
    listed = taught.lessons_json([LESSON])
    assert listed == {"lessons": [{"id": "knots", "title": "Sore spots", "summary": "In short."}]}


def test_what_is_found_says_what_it_is() -> None:
    found = (Found(Kind.TERM, "band", "Taut band", "A firm string.", ((2, 6),)),)
    assert list(taught.found_list(found)) == ["Taut band (word) [band]", "    A firm string."]
    row = {"kind": "term", "id": "band", "title": "Taut band", "line": "A firm string."}
    assert taught.found_json("firm", found, ()) == {"words": "firm", "found": [row], "nearest": []}


def test_nothing_found_is_one_sentence() -> None:
    assert taught.nothing_found("rigde", ("ridge", "rigid")) == (
        "Nothing holds rigde. Nearest: ridge, rigid"
    )
    assert "Try fewer" in taught.nothing_found("zz", ())
