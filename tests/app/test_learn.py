"""The way through the pages, and back."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guide.app.learn import (
    LONGEST,
    Address,
    Page,
    Trail,
    gone_back,
    gone_on,
    gone_to,
    linked,
)
from guide.core.links import KINDS

START, LESSON, MUSCLE = Address(Page.LESSONS), Address(Page.LESSON, "a"), Address(Page.MUSCLE, "b")


def test_back_leads_where_one_was_and_on_leads_there_again() -> None:
    trail = gone_to(gone_to(Trail(START), LESSON), MUSCLE)
    back = gone_back(trail)
    assert back.here == LESSON
    assert gone_on(back) == trail
    assert gone_back(gone_back(back)).here == START
    assert gone_on(trail) == trail


def test_another_way_forgets_what_was_ahead() -> None:
    back = gone_back(gone_to(gone_to(Trail(START), LESSON), MUSCLE))
    assert gone_to(back, Address(Page.TERMS)).ahead == ()
    assert gone_to(back, LESSON) == back


@given(st.lists(st.sampled_from([START, LESSON, MUSCLE]), max_size=250))
def test_a_trail_never_holds_two_equal_steps_and_does_not_grow_for_ever(
    steps: list[Address],
) -> None:
    trail = Trail(START)
    for step in steps:
        trail = gone_to(trail, step)
    way = (*trail.behind, trail.here)
    assert all(one != other for one, other in pairwise(way))
    assert len(trail.behind) <= LONGEST


def test_every_kind_of_link_leads_somewhere() -> None:
    assert {linked(kind, "x").page for kind in KINDS} == {
        Page.MUSCLE,
        Page.LESSON,
        Page.TERMS,
        Page.ZONE,
        Page.SOURCES,
    }
