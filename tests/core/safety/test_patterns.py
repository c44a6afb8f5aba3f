"""Patterns of zones, and the conditions that go with them."""

from guide.core.answers import Answers
from guide.core.catalogue import Level, RedFlag, Sign
from guide.core.safety.patterns import check_flag, lies_in, matches


def test_patterns_are_zones_families_prefixes_and_everything() -> None:
    assert matches("head.temple", "head.temple")
    assert not matches("head.temple", "head.temple_low")
    assert matches("thigh.posterior_*", "thigh.posterior_upper")
    assert not matches("thigh.posterior_*", "thigh.anterior")
    assert matches("*", "sole.heel")
    assert lies_in("head.*", "head.top")
    assert not lies_in("head.*", "neck.side")


def test_a_condition_is_asked_of_the_answers_and_holds_without_them() -> None:
    assert matches("head.*?fifty_or_over", "head.top")
    assert not matches("head.*?fifty_or_over", "head.top", Answers(fifty_or_over=False))
    assert matches("head.*?fifty_or_over", "head.top", Answers(fifty_or_over=True))


def test_the_checker_names_patterns_and_conditions_that_mean_nothing() -> None:
    sign = Sign("RF-W.x", Level.CLINICIAN, "", when="soon")
    wrong = RedFlag("RF-W", "", ("haed.*", "neck.*?later"), (sign,), {}, ())
    assert check_flag(wrong, ("head.top", "neck.side")) == ("haed.*", "later", "soon")
    good = RedFlag("RF-G", "", ("neck.*",), (), {}, ())
    assert check_flag(good, ("neck.side",)) == ()
