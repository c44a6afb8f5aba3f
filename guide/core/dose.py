"""Caps: the smallest of class, muscle and the hard limits; nothing passes them."""

import msgspec

from guide.core.catalogue import Muscle, Range
from guide.core.records import SessionRecord

HOLD_CAP = 90  # seconds
SESSION_CAP = 15 * 60  # seconds
DISCOMFORT_CAP = 6  # of ten


class Caps(msgspec.Struct, frozen=True):
    """What may be done with one muscle in one session."""

    discomfort: Range  # to aim at, of ten
    discomfort_cap: int
    hold: Range  # seconds; ``high`` is the cap of a hold
    repeats: Range
    spots: int  # per session
    per_day: int
    rest: Range  # seconds between holds
    days_between: int  # 0 daily, 1 every other day


def caps(muscle: Muscle) -> Caps | None:
    """The caps of ``muscle``, or None where nothing may be pressed."""
    raise NotImplementedError


class Allowance(msgspec.Struct, frozen=True):
    """What is left today for a muscle and side; ``reason`` is an id when nothing is."""

    sessions_left: int
    done_today: int
    per_day: int
    spots_left: int
    reason: str  # "" | "daily_cap" | "every_other_day" | "locked_24h" | "not_pressed"


def allowance(
    muscle: Muscle, history: tuple[SessionRecord, ...], now_utc: str, offset_minutes: int
) -> Allowance:
    """What ``history`` leaves for ``muscle`` on the local day of ``now_utc``."""
    raise NotImplementedError
