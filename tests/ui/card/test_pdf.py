"""The file: one page, and no picture made of dots in it."""

import re

import pytest

from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Side
from guide.core.catalogue import Catalogue
from guide.ui.card.figure import picture
from guide.ui.card.fitting import A4, LETTER, fit
from guide.ui.card.pdf import as_pdf
from tests.ui.card.conftest import Make

PAGES = re.compile(rb"/Type\s*/Page\b")
IMAGES = re.compile(rb"/Subtype\s*/Image\b")


def pdf(make: Make, shipped: Library, catalogue: Catalogue, chosen: Chosen) -> bytes:
    card = make(chosen)
    referral = catalogue.muscles[chosen.muscle].referral
    drawn = picture(shipped, FigureName.FEMALE, chosen, referral)
    return as_pdf(fit(card, A4), drawn, card.title)


def check_pdf(made: bytes, about: object) -> None:
    assert made.startswith(b"%PDF-"), about
    assert made.rstrip().endswith(b"%%EOF"), about
    assert len(PAGES.findall(made)) == 1, about
    assert not IMAGES.search(made), about


def test_the_checks_see_a_picture_and_a_second_page() -> None:
    with pytest.raises(AssertionError):
        check_pdf(b"%PDF-1.4 /Type /Page /Subtype /Image %%EOF", "a picture")
    with pytest.raises(AssertionError):
        check_pdf(b"%PDF-1.4 /Type /Page\n/Type /Page\n%%EOF", "two pages")


def test_a_card_is_one_page_of_lines_and_letters(
    make: Make, shipped: Library, catalogue: Catalogue
) -> None:
    for number, muscle in enumerate(list(catalogue.muscles)[::6]):
        side = (Side.LEFT, Side.RIGHT)[number % 2]
        check_pdf(pdf(make, shipped, catalogue, Chosen(muscle, side)), (muscle, side))


@pytest.mark.slow
def test_every_card_is_one_page_of_lines_and_letters(
    make: Make, shipped: Library, catalogue: Catalogue
) -> None:
    for muscle in catalogue.muscles:
        for side in (Side.LEFT, Side.RIGHT):
            check_pdf(pdf(make, shipped, catalogue, Chosen(muscle, side)), (muscle, side))


def test_the_page_has_the_size_that_was_asked_for(
    make: Make, shipped: Library, catalogue: Catalogue
) -> None:
    chosen = Chosen("rhomboids", Side.LEFT)
    drawn = picture(shipped, FigureName.MALE, chosen, catalogue.muscles["rhomboids"].referral)
    for page, box in ((A4, b"595"), (LETTER, b"612")):
        made = as_pdf(fit(make(chosen), page), drawn, "Rhomboids")
        (wide,) = set(re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+(\d+)", made))
        assert wide == box
