"""Times of records."""

from datetime import UTC, datetime

import pytest

from guide.core.records import instant

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["2026-11-22T12:00:00Z", "2026-11-22T12:00:00", "2026-11-22T14:00:00+02:00"]
)
def test_a_time_is_read_as_utc_whatever_its_zone(text: str) -> None:
    assert instant(text) == NOON


def test_words_are_no_time() -> None:
    with pytest.raises(ValueError, match="noon"):
        instant("noon")
