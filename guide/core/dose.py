"""Caps: the smallest of class, muscle and the hard limits; nothing passes them.

The rules of a class are judgement, but for the 30 to 90 s hold, which was tested on one
muscle. Where a muscle's own dose is smaller, it binds.
"""

from datetime import date, datetime, timedelta

import msgspec
from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.catalogue import Muscle, Range, TriggerPoint
from guide.core.limits import (
    DISCOMFORT_CAP,
    HOLD_CAP,
    REST_LEAST,
    REST_MOST,
    SESSION_CAP,
    SPOTS_CAP,
)
from guide.core.records import SessionRecord, instant
from guide.core.safety_facts import SafetyClass
from guide.core.session import SessionKind

__all__ = [
    "DISCOMFORT_CAP",
    "HOLD_CAP",
    "HOURS_APART",
    "LOCKING",
    "LOCK_HOURS",
    "SESSION_CAP",
    "Allowance",
    "Caps",
    "allowance",
    "caps",
    "point_caps",
    "session_caps",
]

LOCKING = frozenset({"bruise", "sore_later"})  # stop reasons after which nothing is pressed ...
LOCK_HOURS = 24  # ... for so long
HOURS_APART = 4  # between two sessions with one muscle on one day


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


_REST = Range(REST_LEAST, REST_MOST)
_CLASS = {
    SafetyClass.GREEN: Caps(Range(4, 5), DISCOMFORT_CAP, Range(30, 60), Range(2, 3), SPOTS_CAP, 2,
                            _REST, 0),
    SafetyClass.AMBER: Caps(Range(2, 4), 4, Range(5, 30), Range(1, 3), 2, 1, _REST, 1),
}  # fmt: skip
LOW_PRESSURE = 4  # of ten: a green muscle pressed no harder may be held up to the hard limit


def caps(muscle: Muscle) -> Caps | None:
    """The caps of ``muscle``, or None where nothing may be pressed."""
    rule = _CLASS.get(muscle.safety_class)
    dose = muscle.dose
    nothing = min(dose.hold.high, dose.repeats.high, dose.per_day.high, dose.discomfort.high) <= 0
    if rule is None or nothing or not muscle.may_be_pressed:
        return None
    gentle = dose.discomfort.high <= LOW_PRESSURE and muscle.safety_class is SafetyClass.GREEN
    longest = HOLD_CAP if gentle else rule.hold.high
    return replace(
        rule,
        discomfort=_within(dose.discomfort, rule.discomfort.high),
        discomfort_cap=min(rule.discomfort_cap, dose.discomfort.high),
        hold=_within(dose.hold, longest),
        repeats=_within(dose.repeats, rule.repeats.high),
        per_day=min(rule.per_day, dose.per_day.high),
    )


def point_caps(limits: Caps, point: TriggerPoint) -> Caps:
    """``limits`` for one point: a light one is pressed as softly and briefly as an amber muscle."""
    if not point.light:
        return limits
    light = _CLASS[SafetyClass.AMBER]
    return replace(
        limits,
        discomfort=_lower(limits.discomfort, light.discomfort),
        discomfort_cap=min(limits.discomfort_cap, light.discomfort_cap),
        hold=_lower(limits.hold, light.hold),
    )


def session_caps(limits: Caps, points: tuple[TriggerPoint, ...]) -> Caps:
    """``limits`` for one session with all of ``points``: the gentlest of them binds."""
    own = [point_caps(limits, point) for point in points] or [limits]
    gentlest = min(own, key=_discomfort_cap)
    longest = min(each.hold.high for each in own)
    return replace(
        limits,
        discomfort=gentlest.discomfort,
        discomfort_cap=gentlest.discomfort_cap,
        hold=Range(min(longest, max(each.hold.low for each in own)), longest),
    )


def _discomfort_cap(limits: Caps) -> int:
    return limits.discomfort_cap


def _lower(one: Range, other: Range) -> Range:
    return Range(min(one.low, other.low), min(one.high, other.high))


def _within(wanted: Range, most: int) -> Range:
    """``wanted`` with nothing in it above ``most``, and nothing below 1."""
    high = max(1, min(wanted.high, most))
    return Range(max(1, min(wanted.low, high)), high)


class Allowance(msgspec.Struct, frozen=True):
    """What is left today for a muscle and side; ``reason`` is an id when nothing is."""

    sessions_left: int
    done_today: int
    per_day: int
    spots_left: int
    # "" | "daily_cap" | "hours_apart" | "every_other_day" | "locked_24h" | "not_pressed"
    reason: str


def allowance(
    muscle: Muscle,
    history: tuple[SessionRecord, ...],
    now_utc: str,
    offset_minutes: int,
    side: Side | None = None,
) -> Allowance:
    """What ``history`` leaves for ``muscle`` on the local day of ``now_utc`` (ISO 8601).

    ``history`` is that of all muscles: a reported bruise or lasting soreness anywhere locks
    all pressing for `LOCK_HOURS`. Without ``side`` the sessions of both sides count together,
    the stricter reading. A session that lies ahead of ``now_utc`` (the clock was set back)
    counts as done just now, and one in which nothing was held does not count.
    `ValueError` for a time that cannot be read.
    """
    limits = caps(muscle)
    if limits is None:
        return Allowance(0, 0, 0, 0, "not_pressed")
    now = instant(now_utc)
    ends = [
        min(now, instant(record.at) + timedelta(seconds=record.seconds))
        for record in history
        if _counts(record, muscle, side)
    ]
    today = _day(now, offset_minutes)
    days = [_day(end, offset_minutes) for end in ends]
    done = days.count(today)
    reason = ""
    if _is_locked(history, now):
        reason = "locked_24h"
    elif done >= limits.per_day:
        reason = "daily_cap"
    elif limits.days_between and any((today - day).days <= limits.days_between for day in days):
        reason = "every_other_day"
    elif any(now - end < timedelta(hours=HOURS_APART) for end in ends):
        reason = "hours_apart"
    left = 0 if reason else limits.per_day - done
    return Allowance(left, done, limits.per_day, limits.spots if left else 0, reason)


def _counts(record: SessionRecord, muscle: Muscle, side: Side | None) -> bool:
    return (
        record.kind is SessionKind.PRESSURE
        and record.subject == muscle.id
        and side in (None, record.side)
        and any(hold.held > 0 for hold in record.holds)
    )


def _is_locked(history: tuple[SessionRecord, ...], now: datetime) -> bool:
    return any(
        record.stop_reason in LOCKING
        and now - instant(record.at) - timedelta(seconds=record.seconds)
        < timedelta(hours=LOCK_HOURS)
        for record in history
    )


def _day(moment: datetime, offset_minutes: int) -> date:
    return (moment + timedelta(minutes=offset_minutes)).date()
