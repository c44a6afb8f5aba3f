"""Naming areas: both sides until one is taken off, and nothing stands for everywhere."""

import pytest
from pytestqt.qtbot import QtBot

from guide.app.areas import areas, places_in
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.ui.chips import Chip
from guide.ui.look import Look
from guide.ui.profile.areas import AreaPicker
from guide.words import area_name
from tests.ui.panels.reading import said

EVERYWHERE = "Nothing chosen: it counts for the whole body."


@pytest.fixture
def picker(qtbot: QtBot, look: Look, catalogue: Catalogue) -> AreaPicker:
    made = AreaPicker(look, catalogue, "An injection")
    qtbot.addWidget(made)
    return made


def _press(picker: AreaPicker, text: str) -> None:
    next(chip for chip in picker.findChildren(Chip) if chip.text() == text).click()


def test_a_new_area_counts_on_both_sides(picker: AreaPicker, catalogue: Catalogue) -> None:
    assert EVERYWHERE in said(picker)
    _press(picker, "Neck")
    both = places_in(catalogue, "neck", Side.LEFT) | places_in(catalogue, "neck", Side.RIGHT)
    assert picker.places() == both
    assert EVERYWHERE not in said(picker)


@pytest.mark.parametrize(("taken", "left"), [("Your right", Side.LEFT), ("Your left", Side.RIGHT)])
def test_a_side_is_taken_off_and_the_other_stays(
    picker: AreaPicker, catalogue: Catalogue, taken: str, left: Side
) -> None:
    _press(picker, "Neck")
    _press(picker, taken)
    assert picker.places() == places_in(catalogue, "neck", left)


def test_an_area_without_a_side_is_not_named(picker: AreaPicker) -> None:
    for text in ("Neck", "Your right", "Your left"):
        _press(picker, text)
    assert picker.places() == frozenset()
    assert picker.areas.values() == []


def test_what_was_said_is_shown_again_without_a_word(
    qtbot: QtBot, picker: AreaPicker, catalogue: Catalogue
) -> None:
    places = places_in(catalogue, "hip", Side.LEFT) | places_in(catalogue, "knee", Side.RIGHT)
    with qtbot.assertNotEmitted(picker.changed):
        picker.show_places(places)
    assert picker.places() == places
    picker.show_places(frozenset())
    assert picker.places() == frozenset()


def test_every_area_has_a_word_of_its_own(catalogue: Catalogue) -> None:
    names = [area_name(area) for area in areas(catalogue)]
    assert len(set(names)) == len(names)
    assert not set(names) & set(areas(catalogue))
