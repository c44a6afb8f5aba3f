"""From sound content to the catalogue and to the texts of a language."""

from guide.content.assemble import catalogue, guidance_of
from guide.content.gather import gather
from guide.core.catalogue import Claim
from guide.core.safety_facts import Act, ToolKind
from tests.content.folders import SOUND


def test_sound_content_becomes_a_catalogue() -> None:
    facts = catalogue(gather(SOUND))
    assert list(facts.zones) == ["neck.angle", "head.temple", "face.upper_teeth"]
    assert facts.guided == {"deep", "ridge"}
    assert facts.routines["reset"].transition_seconds == 8
    assert facts.routines["reset"].summary == "Two easy stretches."
    assert facts.movements["turns"].text == "Turn your head slowly."
    assert facts.moves == {"deep": ("turns",), "ridge": ("turns",)}
    assert [(row.zone, row.muscle, row.rank) for row in facts.guide_order] == [
        ("head.temple", "ridge", 1)
    ]
    assert list(facts.red_flags) == ["RF-HEAD", "RF-NECK"]
    assert list(facts.profile_entries) == ["thin_blood", "told_to_stop"]
    assert facts.profile_entries["thin_blood"].rules[0].acts == (Act.PRESS,)
    assert list(facts.danger_zones) == ["mouth"]
    assert facts.landmarks["acromion"].label == "Tip of the shoulder"
    assert facts.tools["pincer"].kind is ToolKind.HAND
    assert facts.emergency_numbers["GB"].number == "999"
    assert list(facts.see_a_clinician) == ["not_improving"]
    assert [(way.tool, way.posture) for way in facts.ways["ridge"]] == [("pincer", "chair")]


def test_what_holds_for_every_muscle_follows_its_own_lines() -> None:
    text = guidance_of(gather(SOUND), "en")["ridge"]
    assert text.cautions == ("Stop for sharp pain.", "Stop for numbness.", "Keep off broken skin.")
    assert (text.own_cautions, text.own_evidence) == (1, 1)
    assert [claim.text for claim in text.evidence] == [
        "It makes the spot less tender for a short time.",
        "Finding such spots by touch is disputed.",
        "Pressing lowers pain for a short time.",
    ]
    assert text.evidence[2] == Claim(
        "Pressing lowers pain for a short time.", "tested", ("BOOK",), "yes", "unknown", "no"
    )


def test_a_muscle_that_nobody_presses_alone_gets_no_lines_about_pressing() -> None:
    text = guidance_of(gather(SOUND), "en")["deep"]
    assert text.cautions == ("A jaw that locks needs a dentist.", "Stop for numbness.")
    assert [claim.text for claim in text.evidence] == [
        "Its pattern is told in books.",
        "Finding such spots by touch is disputed.",
    ]
    assert text.helpers == ("A dentist can look at the bite.",)
    assert text.press_note == "Nobody presses it alone, since a nerve lies on it."
    assert (text.press, text.stroke, text.stretches) == ((), (), ())
    assert text.stretch_note == "No stretch serves it."
