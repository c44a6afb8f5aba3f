"""Summaries of past sessions."""

from datetime import date

import pytest
from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.history import (
    BeforeAfter,
    Choice,
    DayTotal,
    before_after,
    held_per_day,
    held_per_side,
    local_day,
    select,
)
from guide.core.session import SessionKind
from tests.core.builders import record

MONDAY = record(at="2026-11-16T08:00:00Z", before=6, after=3)
NIGHT = record(at="2026-11-16T23:30:00Z", offset_minutes=60, side=Side.LEFT, before=4, after=4)
RESET = record("reset", at="2026-11-18T08:00:00Z", kind=SessionKind.STRETCH, before=5, after=None)
SCM = record("scm", at="2026-11-18T09:00:00Z", held=12.5)
ALL = (SCM, RESET, NIGHT, MONDAY)


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (Choice(), ALL),
        (Choice(kind=SessionKind.STRETCH), (RESET,)),
        (Choice(subject="trap"), (NIGHT, MONDAY)),
        (Choice(subject="trap", side=Side.LEFT), (NIGHT,)),
        (Choice(first_day=date(2026, 11, 17)), (SCM, RESET, NIGHT)),
        (Choice(last_day=date(2026, 11, 16)), (MONDAY,)),
        (Choice(first_day=date(2026, 11, 17), last_day=date(2026, 11, 17)), (NIGHT,)),
    ],
)
def test_a_choice_admits_what_it_names(choice: Choice, found: tuple[object, ...]) -> None:
    assert select(ALL, choice) == found


def test_a_day_is_where_the_person_was() -> None:
    assert local_day(NIGHT) == date(2026, 11, 17)
    assert local_day(replace(NIGHT, offset_minutes=-60)) == date(2026, 11, 16)


def test_before_and_after_come_in_pairs_in_order() -> None:
    pairs = before_after(ALL)
    assert [(pair.before, pair.after) for pair in pairs] == [(6, 3), (4, 4)]
    assert pairs[1] == BeforeAfter(NIGHT.id, NIGHT.at, date(2026, 11, 17), "trap", Side.LEFT, 4, 4)


def test_seconds_held_are_summed_a_day() -> None:
    twice = (*ALL, replace(SCM, id="again"))
    assert held_per_day(twice) == (
        DayTotal(date(2026, 11, 16), 1, 30.0),
        DayTotal(date(2026, 11, 17), 1, 30.0),
        DayTotal(date(2026, 11, 18), 2, 25.0),
    )
    assert held_per_day(ALL, SessionKind.STRETCH) == (DayTotal(date(2026, 11, 18), 1, 30.0),)
    assert held_per_day(()) == ()


def test_seconds_held_are_told_a_side() -> None:
    left = replace(SCM.holds[0], side=Side.LEFT, held=7.5)
    both = replace(SCM, holds=(*SCM.holds, left, left))
    assert held_per_side(both) == {Side.RIGHT: 12.5, Side.LEFT: 15.0}
    assert held_per_side(replace(SCM, holds=())) == {}
