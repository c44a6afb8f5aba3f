"""What counts of a profile, and for how long."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.core.answers import Answers, Onset
from guide.core.safety.profile import Profile, ProfileItem, counts, with_ages
from guide.core.safety_facts import ProfileEntry
from tests.core.builders import catalogue


def entry(name: str, hours: int | None = None) -> ProfileEntry:
    return ProfileEntry(
        id=name, group="", text="", effect="", what_to_do="", hours=hours, sources=(), confidence=""
    )


WORLD = catalogue(entries=(entry("needle", 48), entry("jab", 100), entry("lasting")))
DAY = date(2026, 11, 22)


def since(days: int) -> str:
    return (DAY - timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("name", "days", "expected"),
    [
        ("needle", 0, True),
        ("needle", 2, True),  # it may have been in the evening of that day
        ("needle", 3, False),
        ("needle", -1, True),
        ("jab", 5, True),
        ("jab", 6, False),
        ("lasting", 4000, True),
        ("unheard_of", 4000, True),
    ],
)
def test_a_treatment_counts_for_its_hours_after_its_day(
    name: str, days: int, expected: bool
) -> None:
    assert counts(ProfileItem(name, since=since(days)), WORLD, DAY) is expected


@pytest.mark.parametrize("day", ["", "yesterday", "2026-13-01"])
def test_a_day_that_is_not_known_counts(day: str) -> None:
    assert counts(ProfileItem("needle", since=day), WORLD, DAY)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_what_is_over_never_counts_again(day: date, later: int) -> None:
    item = ProfileItem("needle", since=DAY.isoformat())
    if not counts(item, WORLD, day):
        assert not counts(item, WORLD, day + timedelta(days=later))


def test_ages_come_from_the_profile_alone() -> None:
    answers = Answers(adult=False, fifty_or_over=True, onset=Onset.DAYS)
    assert with_ages(answers, Profile(adult=True, fifty_or_over=False)) == Answers(
        adult=True, fifty_or_over=False, onset=Onset.DAYS
    )
    assert with_ages(answers, Profile()).adult is None
