"""Caps, and what the history leaves for today."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.catalogue import Dose, Muscle, Range
from guide.core.dose import (
    DISCOMFORT_CAP,
    HOLD_CAP,
    LOCKING,
    Allowance,
    allowance,
    caps,
    light_caps,
    loosest,
    point_caps,
    session_caps,
    under,
)
from guide.core.records import SessionRecord
from guide.core.safety_facts import Ceiling, SafetyClass
from guide.core.session import SessionKind
from tests.core.builders import muscle, point, record

TRAP = muscle("trap")
SCM = muscle("scm", safety=SafetyClass.AMBER, dose=Dose(Range(2, 4), Range(10, 20), Range(2, 3),
                                                       Range(1, 1)))  # fmt: skip
NOON = "2026-11-22T12:00:00Z"


def left(
    history: tuple[SessionRecord, ...],
    who: Muscle = TRAP,
    now: str = NOON,
    offset: int = 0,
    side: Side | None = None,
) -> Allowance:
    return allowance(who.id, caps(who), history, now, offset, side)


def test_a_green_muscle_aims_at_4_to_5_and_never_passes_6() -> None:
    found = caps(TRAP)
    assert found is not None
    assert (found.discomfort, found.discomfort_cap) == (Range(4, 5), 6)
    assert (found.hold, found.repeats, found.spots) == (Range(30, 60), Range(2, 3), 4)
    assert (found.rest, found.per_day, found.days_between) == (Range(20, 30), 2, 0)


def test_an_amber_muscle_is_pressed_lightly_and_every_other_day() -> None:
    found = caps(SCM)
    assert found is not None
    assert (found.discomfort, found.discomfort_cap) == (Range(2, 4), 4)
    assert (found.hold, found.spots, found.per_day, found.days_between) == (Range(10, 20), 2, 1, 1)
    wild = replace(SCM, dose=Dose(Range(5, 9), Range(40, 80), Range(4, 9), Range(3, 5)))
    found = caps(wild)
    assert found is not None
    assert (found.discomfort, found.hold, found.repeats) == (
        Range(4, 4), Range(30, 30), Range(3, 3)
    )  # fmt: skip


def test_only_a_green_muscle_at_low_pressure_is_held_for_up_to_90_seconds() -> None:
    long = Dose(Range(3, 4), Range(30, 120), Range(1, 2), Range(1, 2))
    gentle, firm = (
        caps(muscle("a", dose=long)),
        caps(muscle("b", dose=replace(long, discomfort=Range(4, 6)))),
    )
    assert gentle is not None
    assert firm is not None
    assert (gentle.hold.high, gentle.discomfort_cap, firm.hold.high) == (90, 4, 60)


@pytest.mark.parametrize(
    "barred",
    [
        muscle("red", safety=SafetyClass.RED),
        muscle("hidden", points=(point("hidden.a", self_press=False),)),
        muscle("none", dose=Dose(Range(0, 0), Range(0, 0), Range(0, 0), Range(0, 0))),
    ],
)
def test_what_is_not_pressed_has_no_caps_and_no_allowance(barred: Muscle) -> None:
    assert caps(barred) is None
    assert left((), barred) == Allowance(0, 0, 0, 0, "not_pressed")


def test_a_light_point_is_pressed_as_softly_and_briefly_as_an_amber_muscle() -> None:
    found = caps(TRAP)
    assert found is not None
    assert point_caps(found, point("trap.one")) == found
    light = point_caps(found, replace(point("trap.one"), light=True))
    assert (light.hold, light.discomfort, light.discomfort_cap) == (Range(5, 30), Range(2, 4), 4)
    assert (light.repeats, light.per_day, light.spots) == (found.repeats, 2, 4)
    assert point_caps(light, replace(point("trap.one"), light=True)) == light


def test_the_gentlest_point_binds_a_session() -> None:
    found = caps(TRAP)
    assert found is not None
    plain, light = point("trap.one"), replace(point("trap.two"), light=True)
    own = point_caps(found, plain), point_caps(found, light)
    assert session_caps(own[:1]) == loosest(own[:1]) == found
    assert session_caps(own[1:]) == own[1] == light_caps(found)
    both = session_caps(own)
    assert (both.discomfort, both.discomfort_cap) == (Range(2, 4), 4)
    assert both.hold == Range(30, 30)
    assert loosest(own) == found


def test_a_ceiling_lowers_and_never_raises() -> None:
    found = caps(TRAP)
    assert found is not None
    assert under(found, Ceiling()) == found
    assert under(found, Ceiling(9, 900, 90, 90, 9000, 90, 0)) == found
    low = under(found, Ceiling(2, 10, 1, 1, 120, 1, 2))
    assert (low.discomfort, low.discomfort_cap, low.hold) == (Range(2, 2), 2, Range(10, 10))
    assert (low.repeats, low.spots, low.total) == (Range(1, 1), 1, 120)
    assert (low.per_day, low.days_between, low.rest) == (1, 2, found.rest)


ceilings = st.builds(Ceiling, *(st.one_of(st.none(), st.integers(1, 400)) for _ in range(7)))


@given(st.lists(ceilings, min_size=1, max_size=4))
def test_ceilings_add_up_in_any_order(many: list[Ceiling]) -> None:
    found = caps(TRAP)
    assert found is not None
    one, other = found, found
    for ceiling in many:
        one = under(one, ceiling)
    for ceiling in reversed(many):
        other = under(other, ceiling)
    assert one.discomfort_cap == other.discomfort_cap <= found.discomfort_cap
    assert one.hold.high == other.hold.high <= found.hold.high
    assert (one.total, one.spots, one.per_day) == (other.total, other.spots, other.per_day)
    assert one.days_between == other.days_between >= found.days_between
    assert session_caps((one, found)).total == one.total
    assert loosest((one, found)).total == found.total


ranges = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda pair: Range(*sorted(pair)))


@given(st.builds(Dose, ranges, ranges, ranges, ranges), st.sampled_from(SafetyClass))
def test_no_dose_passes_the_hard_limits_its_class_or_itself(
    dose: Dose, safety: SafetyClass
) -> None:
    found = caps(muscle("any", safety=safety, dose=dose))
    if safety is SafetyClass.RED:
        assert found is None
    if found is None:
        return
    amber = safety is SafetyClass.AMBER
    assert found.discomfort.high <= found.discomfort_cap <= (4 if amber else DISCOMFORT_CAP)
    assert found.hold.high <= min(30 if amber else HOLD_CAP, dose.hold.high)
    assert found.discomfort_cap <= dose.discomfort.high
    assert found.repeats.high <= min(3, dose.repeats.high)
    assert found.per_day <= min(1 if amber else 2, dose.per_day.high)
    assert found.spots == (2 if amber else 4)
    for each in (found.discomfort, found.hold, found.repeats, found.rest):
        assert 0 < each.low <= each.high


def test_a_day_without_sessions_leaves_all() -> None:
    assert left(()) == Allowance(2, 0, 2, 4, "")


def test_sessions_of_one_day_lie_hours_apart_and_are_counted() -> None:
    early = record(at="2026-11-22T06:00:00Z")
    assert left((early,)) == Allowance(1, 1, 2, 4, "")
    assert left((early,), now="2026-11-22T10:09:00Z").reason == "hours_apart"
    assert left((early,), now="2026-11-22T10:11:00Z").reason == ""
    second = record(at="2026-11-22T11:00:00Z")
    assert left((early, second), now="2026-11-22T20:00:00Z") == Allowance(0, 2, 2, 0, "daily_cap")
    assert left((early, second), now="2026-11-23T00:01:00Z").done_today == 0


def test_a_day_is_the_local_one() -> None:
    late = record(at="2026-11-21T22:00:00Z")
    assert left((late,)).done_today == 0
    assert left((late,), offset=180).done_today == 1
    assert left((late,), offset=-720).done_today == 0


def test_other_muscles_stretches_and_sessions_without_a_hold_do_not_count() -> None:
    history = (
        record("scm"),
        record(kind=SessionKind.STRETCH),
        record(held=0.0),
    )
    assert left(history, now="2026-11-22T13:00:00Z") == Allowance(2, 0, 2, 4, "")


def test_sides_count_together_unless_one_is_asked_for() -> None:
    history = (record(at="2026-11-22T06:00:00Z", side=Side.LEFT),)
    assert left(history).done_today == 1
    assert left(history, side=Side.LEFT).done_today == 1
    assert left(history, side=Side.RIGHT).done_today == 0


def test_an_amber_muscle_rests_every_other_day() -> None:
    yesterday = record("scm", at="2026-11-21T08:00:00Z")
    assert left((yesterday,), SCM).reason == "every_other_day"
    assert left((yesterday,), SCM, now="2026-11-23T00:01:00Z").reason == ""
    assert left((record("scm", at="2026-11-22T08:00:00Z"),), SCM).reason == "daily_cap"


@pytest.mark.parametrize("reason", sorted(LOCKING))
def test_a_bruise_or_lasting_soreness_anywhere_locks_pressing_for_24_hours(reason: str) -> None:
    hurt = record("other", at="2026-11-21T12:00:00Z", stop_reason=reason)
    assert left((hurt,), now="2026-11-22T12:09:00Z").reason == "locked_24h"
    assert left((hurt,), now="2026-11-22T12:10:00Z").reason == ""
    assert left((replace(hurt, stop_reason="enough"),)).reason == ""


def test_a_clock_that_was_set_back_gives_no_session_away() -> None:
    ahead = record(at="2027-01-01T00:00:00Z")
    assert left((ahead,)) == Allowance(0, 1, 2, 0, "hours_apart")
    assert left((record("scm", at="2027-01-01T00:00:00Z"),), SCM).reason == "daily_cap"
    hurt = record("other", at="2027-01-01T00:00:00Z", stop_reason="bruise")
    assert left((hurt,)).reason == "locked_24h"


def test_a_time_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        left((), now="yesterday")


@given(st.lists(st.tuples(st.integers(0, 96), st.booleans()), max_size=6), st.integers(0, 95))
def test_another_session_never_leaves_more(hours: list[tuple[int, bool]], more: int) -> None:
    history = tuple(
        record(at=f"2026-11-{19 + hour // 24:02}T{hour % 24:02}:00:00Z",
               stop_reason="bruise" if bruised else None)
        for hour, bruised in hours
    )  # fmt: skip
    extra = record(at=f"2026-11-{19 + more // 24:02}T{more % 24:02}:00:00Z")
    for who in (TRAP, SCM):
        assert left((*history, extra), who).sessions_left <= left(history, who).sessions_left
