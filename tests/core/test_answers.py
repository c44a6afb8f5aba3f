"""The answers of a visit and the conditions that look at them."""

import pytest

from guide.core.answers import (
    After,
    Answers,
    Condition,
    Onset,
    PainKind,
    answer_after,
    answer_no_pressure,
    answer_signs,
    answer_story,
    holds,
    take_back,
)

FULL = Answers(
    adult=True,
    fifty_or_over=True,
    onset=Onset.TODAY,
    after=After.FALL,
    kinds=frozenset({PainKind.NUMB, PainKind.BURNING}),
)
OTHER = Answers(
    adult=True,
    fifty_or_over=False,
    onset=Onset.MONTHS,
    after=After.EFFORT,
    kinds=frozenset({PainKind.ACHE}),
)
OF_FULL = {
    Condition.FIFTY_OR_OVER,
    Condition.AFTER_INJURY,
    Condition.NEW_PAIN,
    Condition.NUMB,
    Condition.BURNING,
}


@pytest.mark.parametrize("condition", list(Condition))
def test_each_condition_looks_at_its_own_answer(condition: Condition) -> None:
    assert holds(condition, FULL) == (condition in OF_FULL)
    assert holds(condition, OTHER) == (condition not in OF_FULL)
    assert not holds(condition, Answers())


def test_no_condition_always_holds_and_an_unknown_one_is_refused() -> None:
    assert holds("", Answers())
    with pytest.raises(ValueError, match="after_lunch"):
        holds("after_lunch", Answers())


def test_a_story_is_told_at_once_or_begun_with_what_came_before() -> None:
    known = Answers(adult=True, fifty_or_over=True)
    kinds = frozenset({PainKind.NUMB, PainKind.BURNING})
    assert answer_story(known, Onset.TODAY, After.FALL, kinds) == FULL
    begun = answer_after(known, After.FALL)
    assert (begun.after, begun.onset, begun.kinds) == (After.FALL, None, None)
    with pytest.raises(ValueError, match="at least one"):
        answer_story(known, Onset.TODAY, After.FALL, frozenset())


def test_screens_of_signs_add_up_and_can_be_corrected() -> None:
    answers = answer_signs(Answers(), ("a", "b"), frozenset({"a"}))
    answers = answer_signs(answers, ("c",), frozenset())
    assert (answers.signs, answers.asked) == (frozenset("a"), frozenset("abc"))
    answers = answer_signs(answers, ("a", "b"), frozenset({"b"}))
    assert answers.signs == frozenset("b")
    with pytest.raises(ValueError, match="x was not among"):
        answer_signs(answers, ("a",), frozenset({"x"}))


def test_none_of_the_no_pressure_entries_is_an_answer() -> None:
    answers = answer_no_pressure(Answers(), ("n1", "n2"), frozenset())
    assert (answers.no_pressure, answers.asked) == (frozenset(), frozenset({"n1", "n2"}))
    answers = answer_no_pressure(answers, ("n3",), frozenset({"n3"}))
    assert answers.no_pressure == frozenset({"n3"})


def test_a_slip_is_taken_back_and_stays_answered() -> None:
    answers = answer_signs(Answers(), ("a", "b"), frozenset("ab"))
    assert take_back(answers, "a").signs == frozenset("b")
    assert take_back(answers, "a").asked == frozenset("ab")
    answers = answer_no_pressure(answers, ("n",), frozenset("n"))
    assert take_back(answers, "n").no_pressure == frozenset()
