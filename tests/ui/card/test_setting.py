"""Rows stand one below the other, in the second column what the first has no room for."""

from itertools import pairwise

from PySide6.QtWidgets import QApplication

from guide.app.card import Block, Item, Tone
from guide.ui.card.setting import GAP, LEADING, MARGIN, PAD, Breaker, Setter
from guide.ui.look import load_fonts

WORDS = "Lay the flat of your hand on the sore place and breathe out long and slowly. " * 3
SIZE = 9.0


def setter(bottom: float = 700.0, below: float = 100.0) -> Setter:
    load_fonts()
    return Setter(Breaker(), 595.0, 60.0, bottom, below, SIZE)


def block(count: int, tone: Tone = Tone.PLAIN, mark: str = "") -> Block:
    return Block("Press it", tuple((Item(WORDS.strip(), mark),) for _ in range(count)), tone=tone)


def test_every_word_stands_within_its_column(qapp: QApplication) -> None:
    made = setter()
    made.block(block(4, mark="1."))
    said = " ".join(run.text for run in made.runs)
    assert said == " ".join(["Press it", *[f"1. {WORDS.strip()}"] * 4])
    right = MARGIN + made.column
    assert all(run.box.left() >= MARGIN and run.box.right() <= right + 0.1 for run in made.runs)
    heights = {round(run.box.height(), 2) for run in made.runs if run.role != "heading"}
    assert heights == {round(SIZE * LEADING, 2)}


def test_a_mark_stands_before_its_first_line_alone(qapp: QApplication) -> None:
    made = setter()
    made.block(block(1, mark="•"))
    marks = [run for run in made.runs if run.text == "•"]
    assert len(marks) == 1
    first = next(run for run in made.runs if run.text.startswith("Lay"))
    assert marks[0].box.right() <= first.box.left()
    assert marks[0].box.top() == first.box.top()


def test_what_has_no_room_goes_to_the_second_column_and_then_is_told(qapp: QApplication) -> None:
    made = setter(bottom=250.0)
    made.block(block(3))
    columns = {run.box.left() for run in made.runs}
    assert columns == {MARGIN, MARGIN + made.column + GAP}
    assert all(run.box.bottom() <= 250.0 for run in made.runs)
    made.block(block(20))
    assert made.full
    assert all(run.box.bottom() <= 250.0 for run in made.runs)


def test_a_heading_never_ends_a_column(qapp: QApplication) -> None:
    for bottom in range(150, 260, 4):
        made = setter(float(bottom))
        made.block(block(1))
        made.block(block(2))
        for one, other in pairwise(made.runs):
            if one.role == "heading":
                assert one.box.left() == other.box.left(), bottom


def test_a_tinted_block_has_its_ground_in_every_column(qapp: QApplication) -> None:
    made = setter(bottom=200.0)
    made.block(block(2, Tone.CAUTION))
    assert len(made.grounds) == 2
    for run in made.runs:
        inside = [g for g in made.grounds if g.box.adjusted(-0.1, 0, 0.1, 0.1).contains(run.box)]
        assert len(inside) == 1, run.text
        assert run.box.left() >= inside[0].box.left() + PAD - 0.1


def test_a_text_is_broken_once(qapp: QApplication) -> None:
    load_fonts()
    breaker = Breaker()
    assert breaker.lines(WORDS, 200, SIZE, False, "quiet") is breaker.lines(
        WORDS, 200, SIZE, False, "quiet"
    )
