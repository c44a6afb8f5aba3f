"""The guard's shipped facts: the profile, the tools, the danger zones, and whom to call."""

import pytest

from guide.content import load
from guide.core.anatomy import Place, Side
from guide.core.answers import After, Answers, Onset, PainKind
from guide.core.catalogue import Catalogue, Level, Muscle
from guide.core.drawing import Drawing, Mark, Strength
from guide.core.safety import (
    PAGE,
    Profile,
    Situation,
    decide_stretch,
    flags_touched,
    matches,
)
from guide.core.safety.profile import ProfileItem
from guide.core.safety_facts import Act, Asks, Rule, ToolKind

ENTRIES = {
    "blood_thinners", "bleeding_disorder", "clot_or_aneurysm", "past_clot", "varicose_veins",
    "stroke_or_heart", "blood_pressure", "carotid", "osteoporosis", "healing", "fresh_injury",
    "unstable_neck", "loose_joints", "joint_replacement", "pregnancy", "after_birth",
    "recent_surgery", "injection", "dry_needling", "vaccination", "botulinum_or_filler", "implant",
    "cancer", "lymph_nodes", "infection", "abdominal", "kidney", "told_to_stop", "neuropathy",
    "widespread_pain", "frail", "anxiety",
}  # fmt: skip
NOTHING_PRESSED = {
    "bleeding_disorder", "clot_or_aneurysm", "stroke_or_heart", "blood_pressure", "healing",
    "unstable_neck", "told_to_stop",
}  # fmt: skip
NAMING_PLACES = {
    "varicose_veins", "healing", "fresh_injury", "joint_replacement", "recent_surgery", "injection",
    "dry_needling", "vaccination", "botulinum_or_filler", "implant", "cancer", "lymph_nodes",
    "infection", "neuropathy",
}  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> Catalogue:
    """The shipped facts."""
    return load()


def touched(rule: Rule, muscle: Muscle, own: tuple[str, ...] = ()) -> set[str]:
    """The points of ``muscle`` that ``rule`` selects by class, muscle, region or zone."""
    if rule.classes and muscle.safety_class not in rule.classes:
        return set()
    placed = rule.muscles or rule.regions or rule.zones
    zones = rule.zones if placed else own
    whole = muscle.id in rule.muscles or muscle.region in rule.regions or not (placed or own)
    return {
        point.id
        for point in muscle.points
        if whole or any(matches(pattern, zone) for pattern in zones for zone in point.zones)
    }


def with_tool(facts: Catalogue, rule: Rule, tool: str) -> bool:
    """Whether ``rule`` concerns ``tool``."""
    kind = facts.tools[tool]
    names = {tool, f"@{kind.kind}"} | ({"@body_weight"} if kind.body_weight else set())
    return not rule.tools or bool(names & set(rule.tools))


def test_the_entries_are_frozen_and_fit_their_screens(facts: Catalogue) -> None:
    entries = facts.profile_entries.values()
    assert set(facts.profile_entries) == ENTRIES
    assert {entry.id for entry in entries if entry.no_pressure} == NOTHING_PRESSED
    assert len(facts.profile_groups) == PAGE - 2  # with the two ages
    for group in facts.profile_groups:
        mine = [each for each in entries if each.group == group and each.id != "told_to_stop"]
        assert 0 < len(mine) <= PAGE


def test_a_treatment_counts_for_its_hours(facts: Catalogue) -> None:
    hours = {each.id: each.hours for each in facts.profile_entries.values() if each.hours}
    assert hours == {
        "injection": 96, "dry_needling": 48, "vaccination": 48, "botulinum_or_filler": 14 * 24,
    }  # fmt: skip
    for each in hours:
        assert facts.profile_entries[each].asks is Asks.PLACES_AND_DATE


def test_what_has_a_place_asks_for_it(facts: Catalogue) -> None:
    asking = {each.id for each in facts.profile_entries.values() if "places" in each.asks}
    given = {each.id for each in facts.profile_entries.values() if any(r.given for r in each.rules)}
    assert asking == given == NAMING_PLACES


def test_every_entry_does_something(facts: Catalogue) -> None:
    for entry in facts.profile_entries.values():
        assert entry.rules, entry.id
        assert entry.effect, entry.id
        assert entry.what_to_do, entry.id


def test_a_rule_of_places_selects_a_point(facts: Catalogue) -> None:
    rules = [rule for entry in facts.profile_entries.values() for rule in entry.rules]
    for rule in rules:
        if rule.muscles or rule.zones or rule.regions:
            assert any(touched(rule, muscle) for muscle in facts.muscles.values()), rule.id


def test_brittle_bones_meet_no_stretch_that_loads_the_spine(facts: Catalogue) -> None:
    person = Profile(True, False, (ProfileItem("osteoporosis"),), True)
    answers = Answers(onset=Onset.DAYS, after=After.NOTHING, kinds=frozenset({PainKind.ACHE}))
    situation = Situation(Drawing(()), answers, person)
    refused = {
        stretch
        for stretch in facts.stretches
        if "osteoporosis.bends" in decide_stretch(facts, situation, stretch, (Side.RIGHT,)).reasons
    }
    assert refused == {each.id for each in facts.stretches.values() if each.bends_spine}
    assert refused >= {"hug", "head_nod", "nose_to_armpit"}


def test_no_device_reaches_the_places_that_no_device_may_reach(facts: Catalogue) -> None:
    never = (
        "neck.", "head.", "face.", "low_back.", "mid_back.", "abdomen.", "pelvis.", "chest.",
        "knee.posterior", "upper_back.interscapular",
    )  # fmt: skip
    for tool in ("percussion", "vibration"):
        refusing = [rule for rule in facts.tools[tool].rules if rule.refuse]
        for muscle in facts.muscles.values():
            closed = {each for rule in refusing for each in touched(rule, muscle)}
            for point in muscle.points:
                assert point.id in closed or not any(z.startswith(never) for z in point.zones)


def test_every_tool_of_a_muscle_is_left_at_one_of_its_points(facts: Catalogue) -> None:
    zones = [(rule, zone.zones) for zone in facts.danger_zones.values() for rule in zone.rules]
    for muscle in facts.muscles.values():
        points = {point.id for point in muscle.points if point.self_press}
        for tool in muscle.tools:
            own: list[tuple[Rule, tuple[str, ...]]] = [
                (rule, ()) for rule in facts.tools[tool].rules
            ]
            closed: set[str] = set()
            for rule, around in (*own, *zones):
                if rule.refuse and not rule.postures and with_tool(facts, rule, tool):
                    closed |= touched(rule, muscle, around)
            assert points - closed, f"{muscle.id}: {tool} may be used nowhere"


def test_every_tool_of_the_muscles_is_known(facts: Catalogue) -> None:
    named = {tool for muscle in facts.muscles.values() for tool in muscle.tools}
    assert named <= set(facts.tools)
    hands = {each.id for each in facts.tools.values() if each.kind is ToolKind.HAND}
    assert hands == {"fingers", "thumb", "pincer", "knuckles", "palm"}


@pytest.mark.parametrize(
    "zone", ["knee.posterior", "pelvis.groin", "arm.medial", "elbow.antecubital", "knee.lateral",
             "ankle.medial", "low_back.coccyx", "pelvis.perineum"],
)  # fmt: skip
def test_a_place_that_is_never_pressed_is_closed(facts: Catalogue, zone: str) -> None:
    assert any(
        rule.refuse and rule.acts == (Act.PRESS,) and not rule.tools and not rule.given
        for each in facts.danger_zones.values()
        for rule in each.rules
        if any(matches(pattern, zone) for pattern in rule.zones or each.zones)
    )


def test_a_number_is_known_where_it_was_sure(facts: Catalogue) -> None:
    numbers = {each.territory: each.number for each in facts.emergency_numbers.values()}
    wanted = {
        "DE": "112", "GB": "999", "IE": "112", "US": "911", "CA": "911", "MX": "911", "AU": "000",
        "NZ": "111", "IN": "112", "JP": "119", "CN": "120", "KR": "119", "BR": "192", "NO": "113",
    }  # fmt: skip
    assert {each: numbers[each] for each in wanted} == wanted
    assert all(each.isascii() and each.isupper() and len(each) == 2 for each in numbers)


def asked_of(facts: Catalogue, zone: str, after: After) -> set[str]:
    """The signs that are asked of a painted ``zone``."""
    answers = Answers(True, False, Onset.DAYS, after, frozenset({PainKind.ACHE}))
    drawing = Drawing((Mark(Place(zone, Side.RIGHT), Strength.MODERATE),))
    return {
        sign.id for flag in flags_touched(facts, drawing, answers) for sign in flag.signs
    }  # a superset: `when` may spare some


def test_after_a_fall_a_sore_hand_is_not_asked_about_walking(facts: Catalogue) -> None:
    hand = asked_of(facts, "hand.palm", After.FALL)
    assert "RF-FRACTURE.bone" in hand
    assert not [sign for sign in hand if sign.startswith("RF-FRACTURE-LEGS")]
    for zone in ("knee.anterior", "hip.lateral", "foot.heel", "low_back.lumbar"):
        assert "RF-FRACTURE-LEGS.weight" in asked_of(facts, zone, After.FALL)


def test_a_stop_leads_where_its_rule_says(facts: Catalogue) -> None:
    levels = {reason.id: reason.level for reason in facts.stop_reasons.values()}
    assert levels == {
        "vision_speech": Level.EMERGENCY, "chest": Level.EMERGENCY, "weakness": Level.EMERGENCY,
        "after_session": Level.EMERGENCY, "dizzy": Level.URGENT, "skin": Level.URGENT,
        "warning_sign": Level.URGENT, "tingling": Level.CLINICIAN, "electric": Level.CLINICIAN,
        "bruise": None, "sore_later": None, "pulse": None, "too_much": None, "not_easing": None,
        "interrupted": None, "done": None,
    }  # fmt: skip
