"""The values that are decided about."""

from datetime import date

from guide.core.safety.situation import Decision, Outcome, Situation


def test_today_is_the_day_where_the_person_is() -> None:
    late = Situation(now_utc="2026-11-22T23:30:00Z", offset_minutes=60)
    assert late.today == date(2026, 11, 23)
    assert Situation().today is None


def test_a_limit_allows_and_a_refusal_does_not() -> None:
    assert [Decision(outcome).allowed for outcome in Outcome] == [True, True, False]
