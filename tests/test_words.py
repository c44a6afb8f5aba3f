"""Every answer of the core has words, and sides are always words that cannot be mistaken."""

import pytest
from msgspec.structs import replace

from guide import content
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Level, PressWay, Range
from guide.core.dose import caps
from guide.core.drawing import Mark, Strength
from guide.core.ranking import Fit, Reason, ReasonKind, rank
from guide.core.safety import Condition
from guide.core.safety.situation import Decision, Outcome
from guide.core.safety_facts import SafetyClass
from guide.words import (
    class_text,
    condition_text,
    decision_sentences,
    fit_text,
    grade_text,
    level_text,
    muscle_name,
    place_name,
    posture_words,
    reason_sentence,
    reason_text,
    side_word,
    strength_word,
    way_text,
    way_title,
    what_to_do,
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.load()


def test_sides_are_words() -> None:
    assert [side_word(side) for side in Side] == ["left", "right", "middle"]


def test_places_name_their_side_unless_they_have_none(catalogue: Catalogue) -> None:
    assert place_name(catalogue, Place("head.temple", Side.LEFT)) == "temple on the left"
    behind = place_name(catalogue, Place("head.behind_ear", Side.RIGHT))
    assert behind == "behind the ear on the right"
    middle = next(zone for zone in catalogue.zones.values() if zone.midline)
    assert "on the" not in place_name(catalogue, Place(middle.id, Side.MIDLINE))
    assert place_name(catalogue, Place("moon.crater", Side.LEFT)) == "moon.crater on the left"


def test_no_name_of_a_place_holds_the_other_side(catalogue: Catalogue) -> None:
    for zone in catalogue.zones:
        for side in (Side.LEFT, Side.RIGHT):
            words = place_name(catalogue, Place(zone, side)).split()
            assert side.value in words
            assert side.other.value not in words


def test_muscles_are_named_with_their_side(catalogue: Catalogue) -> None:
    muscle = catalogue.muscles["trapezius_upper"]
    assert muscle_name(muscle, Side.LEFT) == "Upper trapezius, left"
    assert muscle_name(muscle, Side.MIDLINE) == "Upper trapezius"


def test_the_class_says_what_may_be_done(catalogue: Catalogue) -> None:
    for muscle in catalogue.muscles.values():
        words = class_text(muscle)
        if not muscle.may_be_pressed:
            assert words == "do not press"
        elif muscle.safety_class is SafetyClass.AMBER:
            assert words == "light touch only"
        else:
            assert words == "ordinary self-care"


def test_every_member_has_its_own_words(catalogue: Catalogue) -> None:
    assert len({fit_text(fit) for fit in Fit}) == len(Fit)
    assert len({strength_word(strength) for strength in Strength}) == len(Strength)
    assert len({level_text(level) for level in Level}) == len(Level)
    assert len({condition_text(condition) for condition in Condition}) == len(Condition)
    assert condition_text("") == ""
    place = Place("head.temple", Side.LEFT)
    reasons = {reason_text(catalogue, Reason(kind, place, 2)) for kind in ReasonKind}
    assert len(reasons) == len(ReasonKind)
    assert all(reason.startswith("temple on the left: ") for reason in reasons)


def test_every_grade_of_the_content_has_words(catalogue: Catalogue) -> None:
    grades = set()
    for muscle in catalogue.guided:
        guidance = content.guidance(muscle)
        assert guidance is not None
        grades |= {claim.grade for claim in guidance.evidence}
    assert grades
    assert all(grade_text(grade) != grade or grade == "disputed" for grade in grades)
    assert grade_text("new") == "new"


def test_every_reason_of_a_real_ranking_has_words(catalogue: Catalogue) -> None:
    marks = tuple(
        Mark(Place(zone.id, Side.MIDLINE if zone.midline else Side.LEFT), Strength.STRONG)
        for zone in catalogue.zones.values()
    )
    ranking = rank(catalogue, marks)
    texts = {reason_text(catalogue, reason) for c in ranking for reason in c.reasons}
    assert len(texts) > 100
    assert not any("{" in text for text in texts)


OWN = (
    "child",
    "unanswered",
    "red",
    "not_self_pressed",
    "no_text",
    "tool_not_for_muscle",
    "no_way",
    "light",
    "daily_cap",
    "hours_apart",
    "every_other_day",
    "locked_24h",
)


def test_every_reason_has_a_sentence_of_its_own(catalogue: Catalogue) -> None:
    unknown = reason_sentence(catalogue, "no such reason")
    assert unknown == "The answers you gave speak against it."
    owners = (catalogue.profile_entries, catalogue.danger_zones, catalogue.tools)
    rules = [rule.id for owner in owners for fact in owner.values() for rule in fact.rules]
    signs = {sign.id for flag in catalogue.red_flags.values() for sign in flag.signs}
    facts = (*catalogue.profile_entries, *catalogue.no_pressure, *catalogue.stop_reasons)
    assert rules
    for reason in (*OWN, *rules, *signs, *facts):
        said = reason_sentence(catalogue, reason)
        assert said not in ("", reason, unknown), reason
        assert said.endswith("."), said
        assert "{" not in said


def test_no_two_reasons_share_an_id(catalogue: Catalogue) -> None:
    owners = (catalogue.profile_entries, catalogue.danger_zones, catalogue.tools)
    rules = [rule.id for owner in owners for fact in owner.values() for rule in fact.rules]
    signs = {sign.id for flag in catalogue.red_flags.values() for sign in flag.signs}
    facts = (*catalogue.profile_entries, *catalogue.no_pressure, *catalogue.stop_reasons)
    every = (*OWN, *rules, *signs, *facts)
    assert len(every) == len(set(every))


def test_what_to_do_is_said_wherever_something_can_be_done(catalogue: Catalogue) -> None:
    signs = {sign.id for flag in catalogue.red_flags.values() for sign in flag.signs}
    facts = (*catalogue.profile_entries, *catalogue.no_pressure, *catalogue.stop_reasons)
    for reason in (*signs, *facts, "child", "unanswered", "red", "daily_cap", "no such reason"):
        assert what_to_do(catalogue, reason), reason
    for entry in catalogue.profile_entries.values():
        for rule in entry.rules:
            assert what_to_do(catalogue, rule.id) == entry.what_to_do
    tools = [rule.id for tool in catalogue.tools.values() for rule in tool.rules]
    assert [what_to_do(catalogue, reason) for reason in (*tools, "no_text")] == [""] * (
        len(tools) + 1
    )


def test_a_sign_of_two_flags_has_the_help_of_the_graver(catalogue: Catalogue) -> None:
    levels: dict[str, set[Level]] = {}
    for flag in catalogue.red_flags.values():
        for sign in flag.signs:
            levels.setdefault(sign.id, set()).add(sign.level)
    twice = [name for name, found in levels.items() if {Level.EMERGENCY, Level.URGENT} <= found]
    for name in twice:
        helps = {
            flag.what_to_do["E"]
            for flag in catalogue.red_flags.values()
            for each in flag.signs
            if each.id == name and each.level is Level.EMERGENCY
        }
        assert what_to_do(catalogue, name) in helps


def test_a_way_says_only_what_is_less_than_its_muscle(catalogue: Catalogue) -> None:
    whole = caps(catalogue.muscles["infraspinatus"])
    assert whole is not None
    assert way_text(whole, whole) == ""
    softer = replace(whole, discomfort_cap=5)
    assert way_text(softer, whole) == "With this, stay at 5 of 10 or below."
    assert way_text(whole, softer) == ""
    brief = replace(softer, hold=Range(5, 20))
    assert way_text(brief, whole).endswith("below. With this, hold 20 seconds at most.")


def test_ways_and_postures_have_words() -> None:
    way = PressWay("ball_wall", "wall", (), (), "Soft ball")
    assert way_title(way) == "Soft ball"
    assert way_title(replace(way, title="")) == "Ball wall"
    assert posture_words("chair") == "Sitting on a chair"
    assert posture_words("moon") == ""


def test_a_decision_says_each_sentence_once(catalogue: Catalogue) -> None:
    entry = catalogue.profile_entries["blood_thinners"]
    reasons = (*(rule.id for rule in entry.rules), *(rule.id for rule in entry.rules), "no_text")
    said = decision_sentences(catalogue, Decision(Outcome.REFUSE, reasons))
    assert len(said) == len(set(said)) == len({rule.text for rule in entry.rules}) + 2
    assert said.count(entry.what_to_do) == 1
    assert decision_sentences(catalogue, Decision(Outcome.ALLOW)) == ()
