"""Every card is one page on which nothing lies over anything else."""

from itertools import combinations, product

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from guide.app.card import Block, Cut, Item
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Catalogue
from guide.ui.card.fitting import A4, FIGURES, FLOOR, LETTER, SIZES, CardError, Sheet, fit
from tests.ui.card.conftest import Make

SIDES = (Side.LEFT, Side.RIGHT)
TECHNIQUE = {"Find it", "Press it", "Stroke it", "Stretch it", "Move it"}


def check_sheet(sheet: Sheet, about: object) -> None:
    """Nothing over the edge, nothing over something else, nothing too small to be read."""
    page = QRectF(0, 0, *sheet.page).adjusted(30, 30, -30, -30)
    boxes = [run.box.adjusted(0.1, 0.1, -0.1, -0.1) for run in sheet.runs]
    assert all(page.contains(box) for box in (*boxes, sheet.figure)), about
    assert not any(sheet.figure.intersects(box) for box in boxes), about
    lines = sorted(boxes, key=QRectF.top)
    for number, one in enumerate(lines):
        for other in lines[number + 1 :]:
            if other.top() >= one.bottom():
                break
            assert not one.intersects(other), about
    assert not any(one.box.intersects(other.box) for one, other in combinations(sheet.grounds, 2))
    assert sheet.size >= FLOOR


def said(sheet: Sheet) -> str:
    return " ".join(run.text for run in sheet.runs)


@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize(
    "sides", [pytest.param(1, id="one side"), pytest.param(2, id="both", marks=pytest.mark.slow)]
)
def test_every_muscle_fits_on_one_page(
    make: Make, catalogue: Catalogue, sides: int, answered: bool
) -> None:
    for number, (muscle, side) in enumerate(product(catalogue.muscles, SIDES)):
        if sides == 1 and number % 4 in (1, 2):
            continue  # one side of each muscle, in turn
        card = make(Chosen(muscle, side), answered)
        sheet = fit(card, A4)
        check_sheet(sheet, (muscle, side, answered))
        text = said(sheet)
        assert text.startswith(card.title)
        assert f"{side.value} side of the body" in text
        assert f"{side.other.value} side of the body" not in text
        assert "Not reviewed by a clinician" in text
        assert ("Before anything is pressed" in text) is not answered
        headings = {run.text for run in sheet.runs if run.role == "heading"}
        if card.points:  # how to press, and where: together or not at all
            assert ("Press it" in headings) is ("Find it" in headings), (muscle, answered)
        if "Before anything is pressed" in sheet.shortened:
            held = {b.title for b in card.blocks if b.title in TECHNIQUE and b.cuts}
            assert not headings & held, muscle


def test_the_american_page_is_shorter_and_fits_too(make: Make, catalogue: Catalogue) -> None:
    for muscle in list(catalogue.muscles)[::6]:
        for answered in (True, False):
            check_sheet(fit(make(Chosen(muscle, Side.LEFT), answered), LETTER), muscle)


def test_a_short_card_is_large_and_whole(make: Make) -> None:
    card = make(Chosen("rhomboids", Side.LEFT))
    short = replace(card, blocks=card.blocks[:2])
    sheet = fit(short, A4)
    assert sheet.size == SIZES[0]
    assert sheet.shortened == ()
    assert sheet.figure.height() > FIGURES[-1]


def test_what_is_cut_is_named(make: Make) -> None:
    card = make(Chosen("trapezius_upper", Side.LEFT))
    sheet = fit(card, A4)
    assert sheet.size == FLOOR
    assert sheet.shortened
    assert "Cut to fit one page. The program has more of:" in said(sheet)
    assert all(title in said(sheet) for title in sheet.shortened)


def test_what_has_room_again_comes_back(make: Make) -> None:
    """A short block goes first, in vain; when the long one has gone, it has its place again."""
    card = make(Chosen("rhomboids", Side.LEFT))
    short = Block("Short", ((Item("A few words."),),), (Cut(1, 0),))
    long = Block("Long", ((Item("Many words. " * 450),),), (Cut(2, 0),))
    rest = Block("Rest", ((Item("Words that stay. " * 280),),))
    sheet = fit(replace(card, blocks=(short, long, rest)), A4)
    headings = {run.text for run in sheet.runs if run.role == "heading"}
    assert headings == {"Short", "Rest"}
    assert sheet.shortened == ("Long",)


def test_where_no_technique_is_left_no_search_area_is_drawn(make: Make) -> None:
    crowded = fit(make(Chosen("trapezius_upper", Side.LEFT), answered=False), A4)
    assert "Press it" in crowded.shortened
    assert crowded.points == ()
    assert "search here" not in said(crowded)
    roomy = fit(make(Chosen("trapezius_upper", Side.LEFT)), A4)
    assert roomy.points
    assert "search here" in said(roomy)


def test_a_card_that_cannot_fit_is_refused_in_a_sentence(make: Make) -> None:
    card = make(Chosen("rhomboids", Side.LEFT))
    endless = Block("Endless", ((Item("Word. " * 4000),),))
    with pytest.raises(CardError, match=r"^The card of Rhomboids, left does not fit on one page"):
        fit(replace(card, blocks=(endless,)), A4)
