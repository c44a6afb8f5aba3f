"""The page of a muscle: cautions first, technique only where it may be, always a way on."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.app.learn_presenter import Barrier, LearnPresenter
from guide.app.map_presenter import MapPresenter
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.ui.learn.muscle import MuscleArticle, barrier_words
from guide.ui.reading import Kit
from tests.ui.panels.reading import press, pressable, said
from tests.ui.steps import answer_all

UPPER = Address(Page.MUSCLE, "trapezius_upper", Side.LEFT)
NECK = Place("neck.posterior_lower", Side.RIGHT)


def _page(qtbot: QtBot, kit: Kit, learn: LearnPresenter, address: Address) -> MuscleArticle:
    learn.open(address)
    learn.refresh()
    assert learn.state.told is not None
    made = MuscleArticle(kit, learn.state.told)
    qtbot.addWidget(made)
    return made


def _titles(page: MuscleArticle) -> list[str]:
    return [block.title for block in page.blocks if block.title]


def test_cautions_come_first_and_nothing_is_shown_that_may_not_be(
    qtbot: QtBot, kit: Kit, learn: LearnPresenter
) -> None:
    page = _page(qtbot, kit, learn, UPPER)
    texts = said(page)
    assert texts.index("First, take care") < texts.index("What it does")
    assert {"Find it", "Press it", "Stretch it"}.isdisjoint(_titles(page))
    assert "Start pressure session" not in pressable(page)
    assert barrier_words(Barrier.PAINT)[0] in texts
    with qtbot.waitSignal(page.map_requested) as asked:
        press(page, "To the map")
    assert asked.args == [UPPER.id, Side.LEFT]


def test_answered_it_has_every_section_and_begins_on_its_side(
    qtbot: QtBot, kit: Kit, learn: LearnPresenter, map_: MapPresenter
) -> None:
    map_.paint(NECK)
    answer_all(map_)
    page = _page(qtbot, kit, learn, UPPER)
    assert _titles(page) == [
        "What it does",
        "How it hurts",
        "Find it",
        "Press it",
        "Stroke it",
        "Stretch it",
        "Move it",
        "Keeps it going",
        "Evidence",
        "Where it lies",
    ]
    with qtbot.waitSignal(kit.requests.pressure) as begun:
        press(page, "Start pressure session")
    assert begun.args == [UPPER.id, Side.LEFT]
    assert "Not reviewed by a clinician." in said(page)
    assert all("left" in block.lit.words for block in page.blocks if block.lit)


def test_the_other_side_is_asked_for(qtbot: QtBot, kit: Kit, learn: LearnPresenter) -> None:
    page = _page(qtbot, kit, learn, UPPER)
    chosen = [b.text() for b in page.findChildren(QPushButton) if b.isCheckable() and b.isChecked()]
    assert chosen == ["Left"]
    with qtbot.waitSignal(page.side_chosen) as asked:
        press(page, "Right")
    assert asked.args == [Side.RIGHT]


def test_red_muscles_are_explained_with_who_can_help(
    qtbot: QtBot, kit: Kit, learn: LearnPresenter, map_: MapPresenter, catalogue: Catalogue
) -> None:
    map_.paint(NECK)
    answer_all(map_)
    for muscle in catalogue.muscles.values():
        if muscle.may_be_pressed or muscle.id not in catalogue.guided:
            continue
        page = _page(qtbot, kit, learn, Address(Page.MUSCLE, muscle.id))
        assert {"Press it", "Find it", "Stroke it"}.isdisjoint(_titles(page)), muscle.id
        assert "Who can help" in _titles(page), muscle.id
        assert "Start pressure session" not in pressable(page)
        assert barrier_words(Barrier.NEVER)[0] in said(page)


@pytest.mark.parametrize("barrier", [each for each in Barrier if each is not Barrier.NONE])
def test_every_barrier_has_its_words(barrier: Barrier) -> None:
    text, way = barrier_words(barrier)
    assert text
    assert bool(way) is (barrier is not Barrier.NEVER)
