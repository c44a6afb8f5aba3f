"""Caps: the smallest of class, muscle and the hard limits; nothing passes them.

The rules of a class are judgement, but for the 30 to 90 s hold, which was tested on one
muscle. Where a muscle's own dose is smaller, it binds.
"""

from collections.abc import Iterable
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
from guide.core.safety_facts import Ceiling, SafetyClass
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
    "least",
    "light_caps",
    "loosest",
    "point_caps",
    "session_caps",
    "under",
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
    total: int = SESSION_CAP  # seconds a session, pauses not counted


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
    return light_caps(limits) if point.light else limits


def light_caps(limits: Caps) -> Caps:
    """``limits`` for a light touch: as softly and briefly as an amber muscle is pressed."""
    light = _CLASS[SafetyClass.AMBER]
    return replace(
        limits,
        discomfort=_lower(limits.discomfort, light.discomfort),
        discomfort_cap=min(limits.discomfort_cap, light.discomfort_cap),
        hold=_lower(limits.hold, light.hold),
    )


def under(limits: Caps, ceiling: Ceiling) -> Caps:
    """``limits`` lowered to ``ceiling``; nothing is ever raised."""
    discomfort = _least(limits.discomfort_cap, ceiling.discomfort)
    return replace(
        limits,
        discomfort=_within(limits.discomfort, discomfort),
        discomfort_cap=discomfort,
        hold=_within(limits.hold, _least(limits.hold.high, ceiling.hold)),
        repeats=_within(limits.repeats, _least(limits.repeats.high, ceiling.repeats)),
        spots=_least(limits.spots, ceiling.spots),
        total=_least(limits.total, ceiling.total),
        per_day=_least(limits.per_day, ceiling.per_day),
        days_between=max(limits.days_between, ceiling.days_between or 0),
    )


def least(ceilings: Iterable[Ceiling]) -> Ceiling:
    """One ceiling as low as all of ``ceilings`` together."""
    found = Ceiling()
    for ceiling in ceilings:
        lower = {
            name: _lowest(getattr(found, name), getattr(ceiling, name), name)
            for name in Ceiling.__struct_fields__
        }
        found = Ceiling(**lower)
    return found


def session_caps(limits: tuple[Caps, ...]) -> Caps:
    """The caps of a session with spots of all of ``limits`` (at least one): the least binds."""
    gentlest = min(limits, key=_discomfort_cap)
    longest = min(each.hold.high for each in limits)
    most = min(each.repeats.high for each in limits)
    return Caps(
        discomfort=gentlest.discomfort,
        discomfort_cap=gentlest.discomfort_cap,
        hold=Range(min(longest, max(each.hold.low for each in limits)), longest),
        repeats=Range(min(most, max(each.repeats.low for each in limits)), most),
        spots=min(each.spots for each in limits),
        per_day=min(each.per_day for each in limits),
        rest=gentlest.rest,
        days_between=max(each.days_between for each in limits),
        total=min(each.total for each in limits),
    )


def loosest(limits: tuple[Caps, ...]) -> Caps:
    """The most that any of ``limits`` (at least one) allows: those of a muscle's spots together.

    Each spot keeps its own, which bind when it is pressed.
    """
    return Caps(
        discomfort=_higher(each.discomfort for each in limits),
        discomfort_cap=max(each.discomfort_cap for each in limits),
        hold=_higher(each.hold for each in limits),
        repeats=_higher(each.repeats for each in limits),
        spots=max(each.spots for each in limits),
        per_day=max(each.per_day for each in limits),
        rest=limits[0].rest,
        days_between=min(each.days_between for each in limits),
        total=max(each.total for each in limits),
    )


def _discomfort_cap(limits: Caps) -> int:
    return limits.discomfort_cap


def _lower(one: Range, other: Range) -> Range:
    return Range(min(one.low, other.low), min(one.high, other.high))


def _higher(ranges: Iterable[Range]) -> Range:
    found = tuple(ranges)
    return Range(max(each.low for each in found), max(each.high for each in found))


def _least(value: int, most: int | None) -> int:
    return value if most is None else max(1, min(value, most))


def _lowest(one: int | None, other: int | None, name: str) -> int | None:
    """The stricter of two bounds; days between sessions are a lower bound."""
    known = [value for value in (one, other) if value is not None]
    if not known:
        return None
    return max(known) if name == "days_between" else min(known)


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
    muscle: str,
    limits: Caps | None,
    history: tuple[SessionRecord, ...],
    now_utc: str,
    offset_minutes: int,
    side: Side | None = None,
) -> Allowance:
    """What ``history`` leaves for ``muscle`` on the local day of ``now_utc`` (ISO 8601).

    ``limits`` are what may be done with it, None where it is not pressed. ``history`` is that
    of all muscles: a reported bruise or lasting soreness anywhere locks all pressing for
    `LOCK_HOURS`. Without ``side`` the sessions of both sides count together, the stricter
    reading. A session that lies ahead of ``now_utc`` (the clock was set back) counts as done
    just now, and one in which nothing was held does not count. `ValueError` for a time that
    cannot be read.
    """
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


def _counts(record: SessionRecord, muscle: str, side: Side | None) -> bool:
    return (
        record.kind is SessionKind.PRESSURE
        and record.subject == muscle
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
