"""The content that is shipped: whole, sound, and with ids that never change."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from guide.content import check, guidance, load, slug
from guide.content.compiled import CATALOGUE, FOLDER, guidance_name, read, sources_digest
from guide.content.gather import gather
from guide.content.rules.wording import all_texts, grades
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Guidance, Level, Sides
from guide.core.drawing import Drawing, Mark, Strength
from guide.core.safety import (
    After,
    Answers,
    Onset,
    PainKind,
    Profile,
    Situation,
    answer_items,
    next_question,
)  # fmt: skip
from guide.core.safety_facts import SafetyClass, ToolKind
from guide.resources import asset_root

ROOT = asset_root() / "content"


@pytest.fixture(scope="module")
def facts() -> Catalogue:
    """The shipped facts."""
    return load()


def test_the_content_has_no_mistake() -> None:
    assert [str(problem) for problem in check(ROOT)] == []


def test_loading_leaves_the_compiled_files_of_the_sources(facts: Catalogue) -> None:
    digest = sources_digest(ROOT)
    assert read(ROOT / FOLDER / CATALOGUE, Catalogue, digest).zones
    texts = read(ROOT / FOLDER / guidance_name("en"), dict[str, Guidance], digest)
    assert texts.keys() == facts.guided


def test_the_numbers_are_those_of_the_facts(facts: Catalogue) -> None:
    assert len(facts.zones) == 101
    assert sum(zone.on_skin for zone in facts.zones.values()) == 98
    assert sum(zone.midline for zone in facts.zones.values()) == 6
    assert len(facts.muscles) == 118
    classes = [muscle.safety_class for muscle in facts.muscles.values()]
    assert [classes.count(each) for each in SafetyClass] == [81, 29, 8]
    assert len(facts.red_flags) == 28  # 27 rows; broken bones of hip, leg and foot stand apart
    assert facts.guided == facts.muscles.keys()


def test_lists_keep_the_order_of_their_files(facts: Catalogue) -> None:
    assert list(facts.red_flags)[:6] == [
        "RF-HEAD", "RF-GCA", "RF-EYE", "RF-DENTAL", "RF-THROAT", "RF-NECK-VASC",
    ]  # fmt: skip
    assert next(iter(facts.stop_reasons)) == "vision_speech"
    assert list(facts.stop_reasons)[-1] == "done"
    assert next(iter(facts.zones)) == "head.vertex"
    assert list(facts.movements) == sorted(facts.movements)


def test_every_referral_zone_exists(facts: Catalogue) -> None:
    for muscle in facts.muscles.values():
        pattern = {*muscle.referral.main, *muscle.referral.spillover}
        assert muscle.referral.main, muscle.id
        assert pattern <= facts.zones.keys(), muscle.id
        assert set(muscle.referral.crosses) <= pattern, muscle.id


def test_the_point_ids_are_unique_and_frozen(facts: Catalogue) -> None:
    points = [point for muscle in facts.muscles.values() for point in muscle.points]
    ids = [point.id for point in points]
    assert len(ids) == len(set(ids)) == 175
    frozen = (Path(__file__).parent / "point_ids.txt").read_text("utf-8").splitlines()
    assert sorted(ids) == frozen
    for muscle in facts.muscles.values():
        for point in muscle.points:
            assert point.id == f"{muscle.id}.{slug(point.label)}"


def test_the_zones_that_cross_are_the_three_of_the_facts(facts: Catalogue) -> None:
    crossing = {muscle.id for muscle in facts.muscles.values() if muscle.referral.crosses}
    assert crossing == {"scm_clavicular", "rectus_abdominis", "gluteus_medius"}


def test_a_muscle_that_nobody_presses_alone_has_no_tools_and_no_dose(facts: Catalogue) -> None:
    closed = {muscle.id for muscle in facts.muscles.values() if not muscle.may_be_pressed}
    assert "tibialis_posterior" in closed
    assert len(closed) == 9
    for each in closed:
        assert facts.muscles[each].tools == ()
        assert facts.muscles[each].dose.hold.high == 0


def test_no_ball_is_used_on_a_muscle_of_the_neck(facts: Catalogue) -> None:
    for muscle in facts.muscles.values():
        if muscle.region == "neck":
            assert not [tool for tool in muscle.tools if tool.startswith("ball")], muscle.id


def texts(facts: Catalogue, pressed: bool) -> list[Guidance]:
    """The guidance of the muscles that one may press, or of the others."""
    found = [guidance(each.id) for each in facts.muscles.values() if each.may_be_pressed is pressed]
    return [text for text in found if text is not None]


def test_guidance_is_whole_and_states_no_dose(facts: Catalogue) -> None:
    hands = {tool.id for tool in facts.tools.values() if tool.kind is ToolKind.HAND}
    for text in texts(facts, pressed=True):
        about = text.muscle
        assert len(text.press) >= 2, about
        assert any(way.tool in hands for way in text.press), f"{about}: somebody owns nothing"
        assert len(text.find) >= 3, about
        assert text.own_cautions >= 1, about
        assert text.summary, about
        assert text.stretches or text.stretch_note, about
        ways = (*text.press, *text.stroke)
        told = (text.press_note, text.stroke_note, *(step for way in ways for step in way.steps))
        assert not re.search(r"\d", " ".join(told)), f"{about}: the dose stands beside it"


def test_what_nobody_presses_alone_says_why_and_who_can_help(facts: Catalogue) -> None:
    closed = texts(facts, pressed=False)
    assert len(closed) == 9
    for text in closed:
        assert (text.press, text.stroke) == ((), ()), text.muscle
        assert text.press_note, text.muscle
        assert len(text.helpers) >= 2, text.muscle


def test_the_evidence_is_told_honestly(facts: Catalogue) -> None:
    for muscle in sorted(facts.guided):
        text = guidance(muscle)
        assert text is not None
        told = {(claim.grade, source) for claim in text.evidence for source in claim.sources}
        assert ("disputed", "QUINTNER15") in told
        assert ("tradition", "DELPHI18") in told
        if facts.muscles[muscle].may_be_pressed:
            assert ("tested", "LU22") in told
            assert ("none_shown", "LU22") in told
            assert any("0.67" in claim.text for claim in text.evidence)
            assert any("-0.53 to 0.09" in claim.text for claim in text.evidence)


def test_every_point_says_on_which_skin_it_lies(facts: Catalogue) -> None:
    for muscle in facts.muscles.values():
        for point in muscle.points:
            assert point.zones, point.id
            assert set(point.zones) <= facts.zones.keys(), point.id


@pytest.mark.parametrize(
    ("zones", "lying"),
    [
        (
            ("abdomen.",),
            {
                "diaphragm", "iliopsoas", "obliquus_externus", "obliquus_internus_transversus",
                "rectus_abdominis",
            },
        ),
        (("pelvis.groin",), {"pectineus", "iliopsoas"}),
        (("knee.posterior",), {"gastrocnemius", "plantaris", "popliteus"}),
        (("calf.",), {
            "flexor_hallucis_longus", "gastrocnemius", "popliteus", "soleus", "tibialis_posterior",
        }),
        (("low_back.flank", "mid_back."), {
            "iliocostalis_lumborum", "iliocostalis_thoracis", "latissimus_dorsi",
            "longissimus_thoracis", "quadratus_lumborum", "serratus_posterior_inferior",
        }),
        (("neck.front",), {
            "digastric", "longus_colli", "platysma", "scm_clavicular", "scm_sternal",
        }),
    ],
)  # fmt: skip
def test_no_muscle_of_a_guarded_place_is_missed(
    facts: Catalogue, zones: tuple[str, ...], lying: set[str]
) -> None:
    found = {
        muscle.id
        for muscle in facts.muscles.values()
        for point in muscle.points
        if any(zone.startswith(zones) for zone in point.zones)
    }
    assert found == lying


def test_the_routine_is_about_six_minutes_with_one_hold_a_side(facts: Catalogue) -> None:
    routine = facts.routines["neck_and_shoulder_reset"]
    assert len(routine.stretches) >= 6
    assert routine.hold_seconds == 20
    seconds = 0
    for each in routine.stretches:
        stretch = facts.stretches[each]
        sides = 2 if stretch.sides is Sides.EACH else 1
        hold = min(routine.hold_seconds, stretch.hold_seconds)
        seconds += sides * routine.rounds * (hold + routine.transition_seconds)
    assert 330 <= seconds <= 390


def test_a_muscle_is_led_to_a_stretch_that_stretches_it(facts: Catalogue) -> None:
    for text in (*texts(facts, pressed=True), *texts(facts, pressed=False)):
        own = [name for name in text.stretches if text.muscle in facts.stretches[name].muscles]
        assert own or not text.stretches, text.muscle


def test_emergencies_name_the_three_numbers(facts: Catalogue) -> None:
    for flag in facts.red_flags.values():
        told = flag.what_to_do.get(Level.EMERGENCY, "112 999 911")
        assert all(number in told for number in ("112", "999", "911")), flag.id


def test_neck_pain_asks_for_a_torn_artery_as_an_emergency(facts: Catalogue) -> None:
    flag = facts.red_flags["RF-NECK-VASC"]
    assert set(flag.zones) == {"neck.*", "head.occiput", "head.temple"}
    assert {sign.level for sign in flag.signs} == {Level.EMERGENCY}


def test_every_flag_has_the_levels_of_its_table(facts: Catalogue) -> None:
    levels = {
        flag.id.removeprefix("RF-"): "".join(
            each.value for each in Level if each in {sign.level for sign in flag.signs}
        )
        for flag in facts.red_flags.values()
    }
    assert levels == {
        "HEAD": "EU", "GCA": "EU", "EYE": "EU", "DENTAL": "EU", "THROAT": "EUC", "NECK-VASC": "E",
        "MYELO": "EU", "RADIC": "UC", "NEURO-HAND": "C", "CARDIAC": "E", "PE": "E", "AORTA": "E",
        "SHINGLES": "U", "SPINE": "UC", "CES": "E", "RENAL": "EU", "ABDO": "EU", "ECTOPIC": "E",
        "TESTIS": "EC", "PELVIC": "UC", "SHOULDER": "EUC", "JOINT": "EU", "FRACTURE": "U",
        "FRACTURE-LEGS": "U",
        "DVT": "EU", "ARTERY": "EC", "COMPART": "E", "DIABETIC-FOOT": "U",
    }  # fmt: skip


NECK_ARTERY = (
    "one side of neck or head", "dizziness", "feeling sick", "eyes that jerk", "double vision",
    "speaking", "swallowing", "a fall as if", "unsteady", "clumsy on one side", "face or eyelid",
    "numb", "weakness", "pupil", "noise in the ear",
)  # fmt: skip


def test_no_sign_of_a_torn_neck_artery_is_lost(facts: Catalogue) -> None:
    signs = facts.red_flags["RF-NECK-VASC"].signs
    told = " ".join(f"{sign.text} {sign.example}" for sign in signs)
    assert [each for each in NECK_ARTERY if each not in told] == []


NOTHING_PRESSED = (
    "fever", "infection", "joint or bone", "clot in a leg", "lung", "aneurysm", "stroke",
    "mini-stroke", "heart attack", "angina", "broken bone", "12 weeks", "bleeding disorder",
    "platelets", "Rheumatoid arthritis", "Down syndrome", "whiplash", "blood pressure", "drunk",
    "drowsy",
)  # fmt: skip


def test_the_no_pressure_list_is_whole(facts: Catalogue) -> None:
    lasting = [entry for entry in facts.profile_entries.values() if entry.no_pressure]
    assert set(facts.no_pressure) == {"NP-INFECTION", "NP-DROWSY"}  # what changes day by day
    told = " ".join(entry.text for entry in facts.no_pressure.values())
    told += " ".join(f"{entry.text} {entry.example}" for entry in lasting)
    assert [each for each in NOTHING_PRESSED if each.lower() not in told.lower()] == []


@pytest.mark.parametrize(
    ("zones", "screens"),
    [
        (("neck.posterior_lower", "neck.angle"), 2),
        (("head.temple",), 2),
        (("neck.angle", "shoulder.top"), 3),
        (("upper_back.interscapular",), 3),
        (("shoulder.lateral",), 1),
    ],
)
def test_an_ordinary_ache_is_not_asked_forever(
    facts: Catalogue, zones: tuple[str, ...], screens: int
) -> None:
    drawing = Drawing(tuple(Mark(Place(zone, Side.RIGHT), Strength.MODERATE) for zone in zones))
    answers = Answers(onset=Onset.DAYS, after=After.NOTHING, kinds=frozenset({PainKind.ACHE}))
    situation = Situation(drawing, answers, Profile(True, False, (), True))
    count = 0
    while (question := next_question(facts, situation)) is not None:
        answers = answer_items(facts, situation.answers, question.items, frozenset())
        situation = replace(situation, answers=answers)
        count += 1
    assert count == screens


def test_what_lies_by_an_artery_or_a_nerve_of_the_neck_is_pressed_lightly(
    facts: Catalogue,
) -> None:
    points = {point.id: point for muscle in facts.muscles.values() for point in muscle.points}
    assert points["levator_scapulae.angle_of_neck"].light
    assert points["semispinalis_capitis.upper"].light


@pytest.mark.parametrize(
    "muscle", ["trapezius_upper", "levator_scapulae", "suboccipitals", "semispinalis_capitis"]
)
def test_cautions_of_the_neck_name_whom_to_call_and_who_must_not(muscle: str) -> None:
    text = guidance(muscle)
    assert text is not None
    told = " ".join(text.cautions)
    for each in ("112, 999 or 911", "Very loose joints", "Down syndrome", "implant"):
        assert each.lower() in told.lower(), each
    if muscle != "levator_scapulae":  # whose pain does not reach the head
        assert "At 50 or older, a new headache" in told


def test_signs_with_two_homes_are_the_same_sign(facts: Catalogue) -> None:
    seen: dict[str, object] = {}
    for flag in facts.red_flags.values():
        for sign in flag.signs:
            assert seen.setdefault(sign.id, sign) == sign


def test_every_english_text_reads_at_grade_eight_or_below(facts: Catalogue) -> None:
    content = gather(ROOT)
    found = grades(content, list(all_texts(content)))
    assert {path: grade for path, grade in found.items() if grade > 8} == {}
    assert max(found[f"muscles/{muscle}/en.md"] for muscle in facts.muscles) < 6


def test_guidance_that_does_not_exist_is_none() -> None:
    assert guidance("no_such_muscle") is None
    assert guidance("trapezius_upper", "xx") == guidance("trapezius_upper")
