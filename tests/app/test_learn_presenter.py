"""What is read obeys the guard: technique stands only where the map would give it."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from guide.app.learn import Address, Page
from guide.app.learn_presenter import Barrier, Books, LearnPresenter, LearnState, Told, explained
from guide.app.map_presenter import MapPresenter
from guide.content import drawing, glossary, guidance, lessons, load, search_index
from guide.core.anatomy import Chosen, Place, Side
from guide.core.catalogue import Level
from guide.core.safety import ProfileItem
from tests.ui.steps import HEALTHY, answer_all, make_presenter, sign_of

FACTS = load()
UPPER = Address(Page.MUSCLE, "trapezius_upper", Side.LEFT)
NECK = Place("neck.posterior_lower", Side.RIGHT)
RED = next(muscle.id for muscle in FACTS.muscles.values() if not muscle.may_be_pressed)


@pytest.fixture
def map_(qapp: QApplication) -> MapPresenter:
    return make_presenter(FACTS)


@pytest.fixture
def learn(map_: MapPresenter) -> LearnPresenter:
    return LearnPresenter(
        FACTS, Books(lessons, glossary, guidance, drawing, search_index), map_, map_
    )


def _told(learn: LearnPresenter) -> Told:
    assert learn.state.told is not None
    return learn.state.told


def _has_technique(told: Told) -> bool:
    text = told.guidance
    assert text is not None
    return bool(text.find or text.press or text.stroke or text.stretches or text.movements)


def test_before_anything_is_painted_there_is_no_technique(learn: LearnPresenter) -> None:
    learn.open(UPPER)
    told = _told(learn)
    assert (told.chosen, told.barrier) == (Chosen("trapezius_upper", Side.LEFT), Barrier.PAINT)
    assert not _has_technique(told)
    assert told.guidance is not None
    assert told.guidance.cautions
    assert told.guidance.summary


def test_open_questions_come_first_and_answers_open_the_technique(
    learn: LearnPresenter, map_: MapPresenter
) -> None:
    map_.paint(NECK)
    learn.open(UPPER)
    assert _told(learn).barrier is Barrier.ASK
    assert not _has_technique(_told(learn))
    answer_all(map_)
    learn.refresh()
    told = _told(learn)
    assert told.barrier is Barrier.NONE
    assert told.advice == map_.advise(told.chosen)
    assert told.guidance is not None
    assert told.guidance.press


def test_what_is_told_later_takes_the_technique_away(
    learn: LearnPresenter, map_: MapPresenter
) -> None:
    map_.paint(NECK)
    answer_all(map_)
    learn.open(UPPER)
    map_.use_profile(replace(HEALTHY, items=(ProfileItem("loose_joints"),)))
    learn.refresh()
    told = _told(learn)
    assert told.guidance is not None
    assert not told.guidance.press
    assert not told.guidance.stretches


def test_an_emergency_closes_every_page(learn: LearnPresenter, map_: MapPresenter) -> None:
    map_.paint(NECK)
    answer_all(map_, frozenset({sign_of(FACTS, Level.EMERGENCY, NECK.zone)}))
    learn.open(UPPER)
    assert _told(learn).barrier is Barrier.CLOSED
    assert not _has_technique(_told(learn))


def test_a_muscle_that_nobody_presses_is_explained_and_no_more(
    learn: LearnPresenter, map_: MapPresenter
) -> None:
    for painted in (False, True):
        if painted:
            map_.paint(NECK)
            answer_all(map_)
        learn.open(Address(Page.MUSCLE, RED))
        learn.refresh()
        told = _told(learn)
        assert told.barrier is Barrier.NEVER
        assert told.guidance is None or not told.guidance.press


def test_nothing_that_is_done_is_left_of_what_is_explained() -> None:
    for muscle in FACTS.guided:
        whole = guidance(muscle)
        assert whole is not None
        left = explained(whole)
        done = left.find, left.press, left.stroke, left.stretches, left.movements
        assert not any(done)
        assert bool(left.press_note) == bool(whole.press_note and not whole.press)
        assert left.cautions == whole.cautions


def test_the_way_back_and_on(learn: LearnPresenter) -> None:
    states: list[LearnState] = []
    learn.changed.connect(states.append)
    learn.open(UPPER)
    learn.open(UPPER)
    learn.turn_to(Side.RIGHT)
    learn.open(Address(Page.ZONE, "head.temple"))
    learn.back()
    assert learn.state.here == Address(Page.MUSCLE, "trapezius_upper", Side.RIGHT)
    learn.back()
    assert learn.state.here == Address(Page.LESSONS)
    learn.forward()
    learn.forward()
    learn.forward()
    assert learn.state.here == Address(Page.ZONE, "head.temple")
    assert len(states) == 7


@pytest.mark.parametrize(
    ("address", "instead"),
    [
        (Address(Page.MUSCLE, "no_such"), Page.MUSCLES),
        (Address(Page.ZONE, "no.such"), Page.ZONES),
        (Address(Page.LESSON, "no_such"), Page.LESSONS),
    ],
)
def test_what_is_not_there_leads_to_its_list(
    learn: LearnPresenter, address: Address, instead: Page
) -> None:
    learn.open(Address(Page.TERMS))
    learn.open(address)
    assert learn.state.here == Address(instead)


def test_sources_say_where_they_are_used(learn: LearnPresenter) -> None:
    learn.open(Address(Page.SOURCES, "HOU02"))
    assert "HOU02" in learn.state.used
    learn.back()
    assert learn.state.used == {}


def test_what_is_searched_is_remembered_in_one_step(learn: LearnPresenter) -> None:
    learn.open(Address(Page.SEARCH))
    for words in ("t", "te", "temple"):
        learn.search(words)
    assert learn.state.here == Address(Page.SEARCH, "temple")
    assert "head.temple" in {each.id for each in learn.state.found}
    assert learn.state.nearest == ()
    learn.open(Address(Page.ZONE, "head.temple"))
    learn.back()
    assert learn.state.here == Address(Page.SEARCH, "temple")
    learn.search("trapezus")
    assert learn.state.found == ()
    assert "trapezius" in learn.state.nearest
    learn.search("  ")
    assert (learn.state.found, learn.state.nearest) == ((), ())
    learn.back()
    assert learn.state.here == Address(Page.LESSONS)
