"""The two clocks: one that measures, one that tells the date. Both are handed in everywhere."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

# CLOCK_MONOTONIC stands still while a Linux machine sleeps; CLOCK_BOOTTIME goes on, so that a
# hold slept through is seen as a gap instead of going on where it was.
_BOOTTIME: int | None = getattr(time, "CLOCK_BOOTTIME", None)


def now() -> float:
    """Seconds of a clock that only goes forward, through sleep and changes of the date."""
    return time.monotonic() if _BOOTTIME is None else time.clock_gettime(_BOOTTIME)


def wall() -> "datetime":
    """The date and time here, with its distance from UTC."""
    from datetime import UTC, datetime  # the first paint needs no date

    return datetime.now(UTC).astimezone()


def utc_text(moment: "datetime") -> str:
    """``moment`` in UTC as the journal writes it ("2026-11-22T15:04:05Z")."""
    from datetime import UTC

    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def offset_minutes(moment: "datetime") -> int:
    """How far ``moment``'s zone is from UTC, in minutes; ValueError for a naive one."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without a time zone cannot be kept in the journal")
    return round(offset.total_seconds() / 60)
