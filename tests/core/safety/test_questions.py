"""What is asked, in which order, and when asking ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.answers import After, Answers, PainKind, answer_signs, answer_story, take_back
from guide.core.catalogue import Level, Sign
from guide.core.drawing import Drawing
from guide.core.safety.profile import TOLD_TO_STOP, Profile
from guide.core.safety.questions import (
    PAGE,
    Question,
    QuestionKind,
    answer_items,
    flags_touched,
    next_question,
)
from guide.core.safety.situation import Situation
from guide.core.safety.verdict import judge
from tests.core.builders import catalogue, marks
from tests.core.safety.world import (
    CALM,
    FLAGS,
    HEALTHY,
    LINES,
    STORY,
    WORLD,
    C,
    E,
    draw,
    flag,
    present,
    profile,
    visit,
)  # fmt: skip

DAILY_DONE = replace(STORY, no_pressure=frozenset(), asked=frozenset({"NP-FEVER", "NP-DRUNK"}))


def ask(situation: Situation) -> tuple[str, ...]:
    question = next_question(WORLD, situation)
    assert question is None or question.kind is QuestionKind.SIGNS
    return question.items if question else ()


def ask_of(*zones: str, answers: Answers = DAILY_DONE, who: Profile = HEALTHY) -> tuple[str, ...]:
    return ask(visit(*zones, answers=answers, profile=who))


def test_first_what_fits_best_then_the_person_then_signs_with_what_changes_daily() -> None:
    situation = Situation(drawing=draw("neck.side"))
    assert next_question(WORLD, situation) == Question(QuestionKind.STORY)
    situation = replace(situation, answers=STORY)
    assert next_question(WORLD, situation) == Question(QuestionKind.ABOUT)
    situation = replace(situation, profile=HEALTHY)
    assert ask(situation) == (
        "RF-NECK.hands", "RF-NECK.lump", "RF-NECK.thin_skin", "NP-FEVER", "NP-DRUNK",
    )  # fmt: skip


@pytest.mark.parametrize(
    "half",
    [Answers(), replace(STORY, onset=None), replace(STORY, after=None), replace(STORY, kinds=None)],
)
def test_half_a_story_is_asked_for_again(half: Answers) -> None:
    assert next_question(WORLD, visit(answers=half)) == Question(QuestionKind.STORY)


@pytest.mark.parametrize(
    "half",
    [Profile(adult=True, fifty_or_over=False), Profile(asked=True), Profile(True, None, (), True)],
)
def test_a_profile_without_both_ages_is_asked_for(half: Profile) -> None:
    assert next_question(WORLD, visit(profile=half)) == Question(QuestionKind.ABOUT)


def test_what_changes_daily_keeps_its_place_on_the_first_screen_of_signs() -> None:
    many = flag("RF-M", ("*",), *(Sign(f"RF-M.{n}", C if n < 9 else E, "") for n in range(10)))
    world = replace(WORLD, red_flags={"RF-M": many})
    situation = visit("neck.side", answers=STORY)
    first = next_question(world, situation)
    assert first is not None
    assert first.items == (
        "RF-M.9", *(f"RF-M.{n}" for n in range(5)), "NP-FEVER", "NP-DRUNK",
    )  # fmt: skip
    answers = answer_items(world, STORY, first.items, frozenset())
    second = next_question(world, replace(situation, answers=answers))
    assert second is not None
    assert second.items == tuple(f"RF-M.{n}" for n in range(5, 9))


def test_lines_of_both_sorts_are_answered_together() -> None:
    shown = ("RF-NECK.hands", "NP-FEVER", "NP-DRUNK")
    answers = answer_items(WORLD, STORY, shown, frozenset({"RF-NECK.hands", "NP-DRUNK"}))
    assert answers.signs == {"RF-NECK.hands"}
    assert answers.no_pressure == {"NP-DRUNK"}
    assert answers.asked == set(shown)
    again = answer_items(WORLD, answers, ("RF-NECK.hands",), frozenset())
    assert (again.signs, again.no_pressure) == (frozenset(), {"NP-DRUNK"})


@pytest.mark.parametrize("shown", [("RF-NECK.hands",), ("NP-FEVER",)])
def test_what_was_not_asked_cannot_be_answered(shown: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="was not among what was asked"):
        answer_items(WORLD, STORY, shown, frozenset({"RF-CHEST.cough"}))


def test_signs_are_merged_once_each_with_emergencies_first() -> None:
    assert ask_of("chest.front") == (
        "RF-CHEST.breathless", "RF-CHEST.cough", "RF-CLOT.swelling", "RF-CHEST.lump",
    )  # fmt: skip


def test_a_sign_of_two_flags_is_asked_with_the_graver() -> None:
    flags = (flag("RF-A", ("*",), Sign("RF-A.x", C, ""), Sign("RF-A.y", Level.URGENT, "")),
             flag("RF-B", ("*",), Sign("RF-A.x", E, "")))  # fmt: skip
    question = next_question(catalogue(flags=flags), visit("neck.side", answers=DAILY_DONE))
    assert question is not None
    assert question.items == ("RF-A.x", "RF-A.y")


def test_another_zone_asks_only_what_is_new() -> None:
    answers = answer_signs(DAILY_DONE, ask_of("leg.calf"), frozenset())
    assert ask_of("leg.calf", answers=answers) == ()
    assert ask_of("leg.calf", "chest.front", answers=answers) == (
        "RF-CHEST.cough", "RF-CHEST.lump",
    )  # fmt: skip


def test_a_condition_decides_for_which_zones_and_whom_a_sign_is_asked() -> None:
    assert ask_of("arm.inner") == ()
    assert ask_of("arm.inner", answers=replace(DAILY_DONE, after=After.FALL)) == ("RF-BONE.walk",)
    assert ask_of("head.top") == ()
    older = replace(HEALTHY, fifty_or_over=True)
    assert ask_of("head.top", who=older) == ("RF-AGE.chewing",)
    numb = replace(DAILY_DONE, kinds=frozenset({PainKind.NUMB}))
    assert ask_of("head.top", answers=numb, who=older) == ("RF-AGE.chewing", "RF-AGE.numb")
    assert flags_touched(WORLD, draw("head.top"), Answers(fifty_or_over=True)) == (FLAGS[3],)


def test_nothing_is_asked_that_could_change_nothing() -> None:
    child = replace(HEALTHY, adult=False)
    assert next_question(WORLD, visit("chest.front", answers=Answers(), profile=child)) is None

    def left(*signs: str) -> tuple[str, ...]:
        return ask_of("chest.front", answers=answer_signs(STORY, signs, frozenset(signs)))

    assert left("RF-CHEST.breathless") == ()
    assert left("RF-CHEST.cough") == ("RF-CHEST.breathless",)
    assert {"RF-CHEST.cough", "RF-CHEST.lump", "NP-FEVER"} <= set(left("RF-NECK.hands"))
    feverish = replace(DAILY_DONE, no_pressure=frozenset({"NP-FEVER"}))
    closed = ask_of("chest.front", answers=feverish)
    assert closed == ask_of("chest.front", who=profile(TOLD_TO_STOP))
    assert "RF-CHEST.lump" not in closed
    assert "RF-CHEST.cough" in closed


def test_milder_signs_are_asked_while_stretching_is_open() -> None:
    """They would close the stretches that a closed map leaves."""
    drunk = replace(DAILY_DONE, no_pressure=frozenset({"NP-DRUNK"}))
    assert "RF-CHEST.lump" in ask_of("chest.front", answers=drunk)
    assert "RF-CHEST.lump" in ask_of("chest.front", who=profile("stroke"))


def test_a_slip_taken_back_opens_the_map_and_asks_what_was_left_out() -> None:
    shown = ("RF-CHEST.breathless",)
    answers = answer_signs(DAILY_DONE, shown, frozenset(shown))
    back = take_back(answers, "RF-CHEST.breathless")
    assert not judge(WORLD, visit("chest.front", answers=back)).map_closed
    assert ask_of("chest.front", answers=back)[0] == "RF-CHEST.cough"


def test_everything_answered_and_a_print_ask_nothing() -> None:
    assert next_question(WORLD, visit("neck.side", answers=Answers(), on_paper=True)) is None
    assert next_question(WORLD, visit("neck.side", "chest.front", "leg.calf")) is None
    assert next_question(WORLD, visit("neck.side", answers=present("RF-NECK.hands"))) is None


ZONES = ("neck.side", "neck.back", "head.top", "chest.front", "leg.calf", "belly.middle")
places = st.lists(st.tuples(st.sampled_from(ZONES), st.sampled_from([Side.LEFT, Side.RIGHT])))
stories = st.builds(
    answer_story,
    st.just(Answers()),
    st.sampled_from(list(CALM.onset.__class__)),
    st.sampled_from(list(After)),
    st.frozensets(st.sampled_from(list(PainKind)), min_size=1),
)


@given(places, stories, st.booleans(), st.frozensets(st.sampled_from(sorted(LINES))))
def test_asking_always_comes_to_an_end(
    where: list[tuple[str, Side]], answers: Answers, old: bool, there: frozenset[str]
) -> None:
    drawing = Drawing(tuple(mark for zone, side in where for mark in marks(zone, side=side)))
    who = replace(HEALTHY, fifty_or_over=old)
    situation = Situation(drawing, answers, who)
    screens, seen = 0, set[str]()
    while (question := next_question(WORLD, situation)) is not None:
        assert question.kind is QuestionKind.SIGNS
        assert 0 < len(question.items) <= PAGE
        assert not seen & set(question.items)
        seen |= set(question.items)
        found = answer_items(WORLD, situation.answers, question.items, there & set(question.items))
        situation = replace(situation, answers=found)
        screens += 1
    assert screens <= len(LINES)
