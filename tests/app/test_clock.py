"""The clocks."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from guide.app import clock


def test_the_measuring_clock_never_goes_back() -> None:
    times = [clock.now() for _ in range(1000)]
    assert times == sorted(times)


def test_the_date_knows_its_distance_from_utc() -> None:
    assert clock.wall().utcoffset() is not None


def test_the_journal_gets_utc_and_the_distance() -> None:
    moment = datetime(2026, 11, 22, 1, 30, 5, tzinfo=timezone(timedelta(hours=2)))
    assert clock.utc_text(moment) == "2026-11-21T23:30:05Z"
    assert clock.offset_minutes(moment) == 120
    assert clock.utc_text(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00Z"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        clock.offset_minutes(datetime(2026, 1, 1))  # noqa: DTZ001 - the bad input
