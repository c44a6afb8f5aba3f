"""Dates as the person's clock said then."""

from guide.ui.dates import began
from tests.app.test_journal_presenter import record


def test_the_local_time_of_then_is_shown_and_the_month_has_its_name() -> None:
    assert began(record(1, "2026-11-22T23:30:00Z", offset_minutes=60)) == "23 Nov 2026, 00:30"
    assert began(record(1, "2026-03-04T05:06:00Z", offset_minutes=-300)) == "4 Mar 2026, 00:06"
