"""What is asked, in which order, and what the answers forbid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.answers import answer_no_pressure, answer_signs, take_back
from guide.core.catalogue import Level, NoPressure, RedFlag, Sign
from guide.core.drawing import Drawing
from guide.core.safety import (
    PAGE,
    After,
    Answers,
    Onset,
    PainKind,
    Question,
    QuestionKind,
    check_flag,
    flags_touched,
    judge,
    matches,
    next_question,
    permit,
    permit_stretch,
)
from guide.core.safety_facts import SafetyClass
from tests.core.builders import catalogue, marks, muscle, place, point, stretch

CALM = Answers(True, False, Onset.WEEKS, After.NOTHING, frozenset({PainKind.ACHE}))
E, U, C = Level.EMERGENCY, Level.URGENT, Level.CLINICIAN


def flag(name: str, zones: tuple[str, ...], *signs: Sign) -> RedFlag:
    return RedFlag(name, name, zones, signs, {}, ())


CHEST = flag(
    "RF-CHEST",
    ("chest.*", "arm.outer"),
    Sign("RF-CHEST.lump", C, "", ""),
    Sign("RF-CHEST.breathless", E, "", ""),
    Sign("RF-CHEST.cough", U, "", ""),
)
CLOT = flag(
    "RF-CLOT",
    ("chest.front", "leg.calf"),
    Sign("RF-CHEST.breathless", E, "", ""),
    Sign("RF-CLOT.swelling", U, "", ""),
)
BONE = flag("RF-BONE", ("*?after_injury", "leg.*"), Sign("RF-BONE.walk", U, ""))
AGE = flag(
    "RF-AGE",
    ("head.*?fifty_or_over",),
    Sign("RF-AGE.chewing", U, ""),
    Sign("RF-AGE.numb", C, "", when="numb"),
)
NECK = flag("RF-NECK", ("neck.*",), Sign("RF-NECK.hands", C, ""), Sign("RF-NECK.lump", C, ""))
FIT = muscle("fit", ("neck.side", "belly.middle"), ("head.top",), crosses=("head.top",))
FAR = muscle("far", ("leg.calf",), points=(point("far.a", zones=("neck.back",)),))
RED = muscle("red", ("leg.calf",), safety=SafetyClass.RED)
HIDDEN = muscle("hidden", ("leg.calf",), points=(point("hidden.a", self_press=False),))
UNWRITTEN = muscle("unwritten", ("leg.calf",))
ENTRIES = (NoPressure("NP-FEVER", "", ""), NoPressure("NP-BLEED", "", "", stretch_allowed=True))
WORLD = catalogue(
    FIT,
    FAR,
    RED,
    HIDDEN,
    UNWRITTEN,
    flags=(CHEST, CLOT, BONE, AGE, NECK),
    no_pressure=ENTRIES,
    stretches=(stretch("lean", muscles=("fit",)), stretch("calf", muscles=("far", "red"))),
    guided=frozenset({"fit", "far", "red", "hidden"}),
)
NONE = answer_no_pressure(CALM, ("NP-FEVER", "NP-BLEED"), frozenset())


def draw(*zones: str, side: Side = Side.RIGHT) -> Drawing:
    return Drawing(marks(*zones, side=side))


def present(*signs: str) -> Answers:
    return answer_signs(NONE, signs, frozenset(signs))


def ask(drawing: Drawing, answers: Answers) -> tuple[str, ...]:
    question = next_question(WORLD, drawing, answers)
    assert question is None or question.kind is QuestionKind.SIGNS
    return question.items if question else ()


def test_the_first_questions_come_in_their_order() -> None:
    kinds = []
    answers = Answers()
    for kind, change in (
        (QuestionKind.ADULT, {"adult": True}),
        (QuestionKind.AGE, {"fifty_or_over": False}),
        (QuestionKind.ONSET, {"onset": Onset.DAYS}),
        (QuestionKind.AFTER, {"after": After.EFFORT}),
        (QuestionKind.KIND, {"kinds": frozenset({PainKind.SHARP})}),
    ):
        assert next_question(WORLD, draw("neck.side"), answers) == Question(kind)
        kinds.append(kind)
        answers = replace(answers, **change)
    assert next_question(WORLD, draw("neck.side"), answers) == Question(
        QuestionKind.NO_PRESSURE, ("NP-FEVER", "NP-BLEED")
    )


def test_a_long_no_pressure_list_has_pages() -> None:
    world = catalogue(no_pressure=tuple(NoPressure(f"NP-{n}", "", "") for n in range(11)))
    first = next_question(world, Drawing(), CALM)
    assert first is not None
    assert len(first.items) == PAGE
    answers = answer_no_pressure(CALM, first.items, frozenset())
    second = next_question(world, Drawing(), answers)
    assert second is not None
    assert second.items == ("NP-8", "NP-9", "NP-10")
    assert (
        next_question(world, Drawing(), answer_no_pressure(answers, second.items, frozenset()))
        is None
    )


def test_signs_are_merged_once_each_with_emergencies_first() -> None:
    assert ask(draw("chest.front"), NONE) == (
        "RF-CHEST.breathless", "RF-CHEST.cough", "RF-CLOT.swelling", "RF-CHEST.lump",
    )  # fmt: skip


def test_signs_come_at_most_eight_a_screen() -> None:
    many = flag("RF-M", ("*",), *(Sign(f"RF-M.{n}", C if n < 9 else E, "") for n in range(10)))
    world = catalogue(flags=(many,))
    first = next_question(world, draw("neck.side"), CALM)
    assert first is not None
    assert first.items == ("RF-M.9", *(f"RF-M.{n}" for n in range(7)))
    rest = next_question(world, draw("neck.side"), answer_signs(CALM, first.items, frozenset()))
    assert rest == Question(QuestionKind.SIGNS, ("RF-M.7", "RF-M.8"))


def test_another_zone_asks_only_what_is_new() -> None:
    answers = answer_signs(NONE, ask(draw("leg.calf"), NONE), frozenset())
    assert ask(draw("leg.calf"), answers) == ()
    assert ask(draw("leg.calf", "chest.front"), answers) == ("RF-CHEST.cough", "RF-CHEST.lump")


def test_a_condition_decides_for_which_zones_and_whom_a_sign_is_asked() -> None:
    assert ask(draw("arm.inner"), NONE) == ()
    fallen = replace(NONE, after=After.FALL)
    assert ask(draw("arm.inner"), fallen) == ("RF-BONE.walk",)
    assert ask(draw("head.top"), NONE) == ()
    older = replace(NONE, fifty_or_over=True)
    assert ask(draw("head.top"), older) == ("RF-AGE.chewing",)
    numb = replace(older, kinds=frozenset({PainKind.NUMB}))
    assert ask(draw("head.top"), numb) == ("RF-AGE.chewing", "RF-AGE.numb")
    assert flags_touched(WORLD, draw("head.top"), older) == (AGE,)


def test_nothing_is_asked_that_could_change_nothing() -> None:
    chest = draw("chest.front")
    assert next_question(WORLD, chest, Answers(adult=False)) is None
    assert ask(chest, present("RF-CHEST.breathless")) == ()
    assert ask(chest, present("RF-CHEST.cough")) == ("RF-CHEST.breathless",)
    assert "RF-CHEST.cough" in ask(chest, present("RF-NECK.hands"))
    assert "RF-CHEST.lump" in ask(chest, present("RF-NECK.hands"))
    feverish = answer_no_pressure(CALM, ("NP-FEVER", "NP-BLEED"), frozenset({"NP-FEVER"}))
    assert "RF-CHEST.lump" not in ask(chest, feverish)
    assert "RF-CHEST.cough" in ask(chest, feverish)


def test_a_slip_taken_back_opens_the_map_and_asks_what_was_left_out() -> None:
    answers = present("RF-CHEST.breathless")
    back = take_back(answers, "RF-CHEST.breathless")
    assert not judge(WORLD, draw("chest.front"), back).map_closed
    assert ask(draw("chest.front"), back)[0] == "RF-CHEST.cough"


def test_calm_answers_close_nothing() -> None:
    verdict = judge(WORLD, draw("neck.side"), NONE)
    assert (verdict.level, verdict.map_closed, verdict.stretch_closed) == (None, False, False)
    assert verdict.closed_places == frozenset()
    allowed = permit(WORLD, verdict, draw("neck.side"), "fit", Side.RIGHT)
    assert (allowed.press, allowed.stretch, allowed.reasons) == (True, True, ())


@pytest.mark.parametrize("sign", ["RF-CHEST.breathless", "RF-CHEST.cough"])
def test_an_emergency_or_urgent_sign_closes_everything_even_when_wiped_off(sign: str) -> None:
    verdict = judge(WORLD, draw("neck.side"), present(sign))
    assert verdict.map_closed
    assert verdict.stretch_closed
    assert verdict.reasons == (sign,)
    allowed = permit(WORLD, verdict, draw("neck.side"), "fit", Side.LEFT)
    assert (allowed.press, allowed.stretch, allowed.reasons) == (False, False, (sign,))
    assert permit_stretch(WORLD, verdict, "lean").reasons == (sign,)


def test_the_worst_sign_gives_the_level_and_comes_first() -> None:
    verdict = judge(
        WORLD, draw("chest.front"),
        present("RF-CHEST.lump", "RF-CHEST.cough", "RF-CHEST.breathless"),
    )  # fmt: skip
    assert verdict.level is E
    assert verdict.reasons == ("RF-CHEST.breathless", "RF-CHEST.cough", "RF-CHEST.lump")


def test_a_sign_of_two_flags_counts_with_the_stricter_level() -> None:
    mild = flag("RF-A", ("*",), Sign("RF-A.x", C, ""))
    grave = flag("RF-B", ("*",), Sign("RF-A.x", E, ""))
    for flags in ((mild, grave), (grave, mild)):
        verdict = judge(catalogue(flags=flags), draw("neck.side"), present("RF-A.x"))
        assert verdict.level is E


def test_a_clinician_sign_closes_the_muscles_of_its_painted_zones_on_their_side() -> None:
    drawing = draw("neck.side", "leg.calf")
    verdict = judge(WORLD, drawing, present("RF-NECK.hands"))
    assert not verdict.map_closed
    assert verdict.closed_places == {place("neck.side")}
    right = permit(WORLD, verdict, drawing, "fit", Side.RIGHT)
    assert (right.press, right.stretch, right.reasons) == (False, False, ("RF-NECK.hands",))
    left = permit(WORLD, verdict, drawing, "fit", Side.LEFT)
    assert (left.press, left.stretch, left.reasons) == (True, True, ())
    assert permit(WORLD, verdict, drawing, "far", Side.RIGHT).press
    assert not permit_stretch(WORLD, verdict, "lean").stretch
    assert permit_stretch(WORLD, verdict, "calf").stretch


def test_a_closed_place_also_closes_the_muscle_that_lies_in_it() -> None:
    verdict = judge(WORLD, draw("neck.back"), present("RF-NECK.hands"))
    assert not permit(WORLD, verdict, draw("neck.back"), "far", Side.RIGHT).press
    assert permit(WORLD, verdict, draw("neck.back"), "far", Side.LEFT).press


def test_crossings_and_the_midline_close_both_sides() -> None:
    any_place = flag("RF-ALL", ("*",), Sign("RF-ALL.x", C, ""))
    world = catalogue(FIT, flags=(any_place,))
    for drawing in (draw("head.top"), draw("belly.middle")):
        verdict = judge(world, drawing, present("RF-ALL.x"))
        for side in Side:
            assert not permit(world, verdict, drawing, "fit", side).press


def test_a_condition_does_not_soften_a_sign_that_is_there() -> None:
    older = flag("RF-O", ("neck.*?fifty_or_over",), Sign("RF-O.x", C, "", when="numb"))
    verdict = judge(catalogue(flags=(older,)), draw("neck.side"), present("RF-O.x"))
    assert verdict.closed_places == {place("neck.side")}


def test_a_child_and_a_no_pressure_entry_close_the_map() -> None:
    child = judge(WORLD, draw("neck.side"), Answers(adult=False))
    assert (child.map_closed, child.stretch_closed, child.reasons) == (True, True, ("child",))
    fever = judge(WORLD, Drawing(), replace(NONE, no_pressure=frozenset({"NP-FEVER"})))
    assert (fever.map_closed, fever.stretch_closed) == (True, True)
    unknown = judge(WORLD, Drawing(), replace(NONE, no_pressure=frozenset({"NP-OLD"})))
    assert unknown.stretch_closed


def test_an_entry_may_leave_stretching_open() -> None:
    answers = replace(NONE, no_pressure=frozenset({"NP-BLEED"}))
    verdict = judge(WORLD, Drawing(), answers)
    allowed = permit(WORLD, verdict, Drawing(), "fit", Side.RIGHT)
    assert (allowed.press, allowed.stretch, allowed.reasons) == (False, True, ("NP-BLEED",))
    assert permit_stretch(WORLD, verdict, "lean").stretch


@pytest.mark.parametrize(
    ("muscle_id", "reason"),
    [("red", "red"), ("hidden", "not_self_pressed"), ("unwritten", "no_text")],
)
def test_the_muscle_itself_may_bar_pressing_alone(muscle_id: str, reason: str) -> None:
    verdict = judge(WORLD, Drawing(), NONE)
    allowed = permit(WORLD, verdict, Drawing(), muscle_id, Side.RIGHT)
    assert (allowed.press, allowed.stretch, allowed.reasons) == (False, True, (reason,))


def test_the_verdict_of_another_drawing_is_refused() -> None:
    verdict = judge(WORLD, draw("neck.side"), present("RF-NECK.hands"))
    with pytest.raises(ValueError, match="another drawing"):
        permit(WORLD, verdict, draw("leg.calf"), "fit", Side.RIGHT)


def test_patterns_are_zones_families_prefixes_and_everything() -> None:
    assert matches("head.temple", "head.temple")
    assert not matches("head.temple", "head.temple_low")
    assert matches("thigh.posterior_*", "thigh.posterior_upper")
    assert not matches("thigh.posterior_*", "thigh.anterior")
    assert matches("*", "sole.heel")
    assert matches("head.*?fifty_or_over", "head.top")
    assert not matches("head.*?fifty_or_over", "head.top", CALM)


def test_the_checker_names_patterns_and_conditions_that_mean_nothing() -> None:
    wrong = flag("RF-W", ("haed.*", "neck.*?later"), Sign("RF-W.x", C, "", when="soon"))
    assert check_flag(wrong, ("head.top", "neck.side")) == ("haed.*", "later", "soon")
    assert check_flag(NECK, ("neck.side",)) == ()


ALL_SIGNS = sorted({sign.id for each in WORLD.red_flags.values() for sign in each.signs})
ZONES = ("neck.side", "neck.back", "head.top", "chest.front", "leg.calf", "belly.middle")
places = st.lists(st.tuples(st.sampled_from(ZONES), st.sampled_from([Side.LEFT, Side.RIGHT])))
visits = st.builds(
    replace,
    st.just(NONE),
    signs=st.frozensets(st.sampled_from(ALL_SIGNS)),
    no_pressure=st.frozensets(st.sampled_from([entry.id for entry in ENTRIES])),
    adult=st.sampled_from([None, True, False]),
)


def allowed_things(drawing: Drawing, answers: Answers) -> set[tuple[str, str, str]]:
    """Everything that is open: (press or stretch, muscle or stretch, side)."""
    verdict = judge(WORLD, drawing, answers)
    found = {
        ("routine", name, "")
        for name in WORLD.stretches
        if permit_stretch(WORLD, verdict, name).stretch
    }
    for name in WORLD.muscles:
        for side in (Side.LEFT, Side.RIGHT):
            permission = permit(WORLD, verdict, drawing, name, side)
            found |= {("press", name, side)} if permission.press else set()
            found |= {("stretch", name, side)} if permission.stretch else set()
            assert permission.reasons or (permission.press and permission.stretch)
    return found


@given(places, visits, st.sampled_from([*ALL_SIGNS, *(entry.id for entry in ENTRIES), "child"]))
def test_another_answer_never_allows_more(
    where: list[tuple[str, Side]], answers: Answers, more: str
) -> None:
    drawing = Drawing(tuple(mark for zone, side in where for mark in marks(zone, side=side)))
    if more == "child":
        worse = replace(answers, adult=False)
    elif more.startswith("NP"):
        worse = replace(answers, no_pressure=(answers.no_pressure or frozenset()) | {more})
    else:
        worse = replace(answers, signs=answers.signs | {more})
    assert allowed_things(drawing, worse) <= allowed_things(drawing, answers)


@given(places, visits)
def test_asking_always_comes_to_an_end(where: list[tuple[str, Side]], answers: Answers) -> None:
    drawing = Drawing(tuple(mark for zone, side in where for mark in marks(zone, side=side)))
    screens = 0
    while (question := next_question(WORLD, drawing, replace(answers, adult=True))) is not None:
        assert question.kind is QuestionKind.SIGNS
        assert 0 < len(question.items) <= PAGE
        answers = answer_signs(answers, question.items, frozenset())
        screens += 1
    assert screens <= len(ALL_SIGNS)
