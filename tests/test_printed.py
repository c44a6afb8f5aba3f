"""What the terminal shows is read from top to bottom: who must not press is told first."""

import pytest

from guide import content
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Guidance
from guide.core.dose import caps
from guide.core.safety import Decision, Profile, ProfileItem, Request, Situation, decide, permitted
from guide.core.safety_facts import Act
from guide.printed import (
    WIDTH,
    dose_text,
    flags_of,
    found,
    muscle_page,
    safety,
    sided,
    zone_list,
    zones_of,
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.load()


def test_flags_are_those_of_the_zones_whatever_was_not_answered(catalogue: Catalogue) -> None:
    assert "RF-GCA" in flags_of(catalogue, ["head.temple"]), "asked of those over 50 in the window"
    assert "RF-GCA" not in flags_of(catalogue, ["calf.upper"])
    assert flags_of(catalogue, []) == ()


def test_every_zone_is_warned_of_something(catalogue: Catalogue) -> None:
    for zone in catalogue.zones:
        assert flags_of(catalogue, [zone])


def test_levels_come_in_order_and_conditions_are_said(catalogue: Catalogue) -> None:
    lines = list(safety(catalogue, ["head.temple"]))
    heads = [line for line in lines if line.startswith(("Call 112", "See a", "Press nothing"))]
    assert [head.split(",")[0].split(" now")[0] for head in heads][:2] == [
        "Call 112",
        "See a doctor today",
    ]
    jaw = next(index for index, line in enumerate(lines) if "Jaw ache while chewing" in line)
    above = [line for line in lines[:jaw] if line.startswith("  ") and line.endswith(":")]
    assert above[-1] == "  If you are 50 or over:"


def test_a_sign_that_another_flag_asks_of_all_has_no_condition(catalogue: Catalogue) -> None:
    injured_only = list(safety(catalogue, ["head.temple"]))
    assert "  After a fall, a blow or another injury:" in injured_only
    hip = list(safety(catalogue, ["hip.lateral"]))
    assert any(line.startswith("  - It looks bent") for line in hip)
    assert not any(line.startswith("  - It looks bent") for line in injured_only)


def test_no_line_is_wider_than_the_page(catalogue: Catalogue) -> None:
    muscle = catalogue.muscles["trapezius_upper"]
    guidance, both = shown(catalogue, muscle.id)
    pages = [
        *safety(catalogue, catalogue.zones),
        *muscle_page(catalogue, muscle, Side.LEFT, guidance, both),
    ]
    assert max(map(len, pages)) <= WIDTH


def shown(catalogue: Catalogue, muscle: str, *entries: str) -> tuple[Guidance, Decision]:
    """What may be shown to somebody with ``entries``, and what is decided about pressing."""
    guidance = content.guidance(muscle)
    assert guidance is not None
    items = tuple(ProfileItem(each) for each in entries)
    situation = Situation(profile=Profile(items=items), on_paper=True)
    decision = decide(catalogue, situation, Request(Act.PRESS, muscle, Side.LEFT))
    return permitted(catalogue, situation, Side.LEFT, guidance), decision


def test_technique_is_shown_only_where_it_is_permitted(catalogue: Catalogue) -> None:
    muscle = catalogue.muscles["trapezius_upper"]

    def page(*entries: str) -> str:
        guidance, decision = shown(catalogue, muscle.id, *entries)
        return " ".join(muscle_page(catalogue, muscle, Side.LEFT, guidance, decision))

    assert "Press it" in page()
    assert "Stretch: " in page()
    bleeding = page("bleeding_disorder")
    assert "Press it" not in bleeding
    assert "Find it" not in bleeding
    assert "Stretch: " in bleeding
    stopped = page("told_to_stop")
    assert "Stretch: " not in stopped
    assert catalogue.profile_entries["told_to_stop"].what_to_do.split(".")[0] in stopped


def test_the_questions_of_a_muscle_are_those_of_where_it_lies_and_refers(
    catalogue: Catalogue,
) -> None:
    zones = zones_of(catalogue.muscles["trapezius_upper"])
    assert {"head.temple", "neck.angle"} <= zones


def test_the_dose_is_the_capped_one(catalogue: Catalogue) -> None:
    dose = caps(catalogue.muscles["trapezius_upper"])
    assert dose is not None
    assert dose_text(dose) == (
        "Aim at 4 to 5 out of 10, never above 6. Hold 30 to 60 seconds, then rest 20 to 30"
        " seconds. 2 to 3 times a spot, at most 4 spots, at most 2 times a day."
    )
    amber = caps(catalogue.muscles["suboccipitals"])
    assert amber is not None
    assert "every other day" in dose_text(amber)


def test_a_point_that_is_pressed_less_says_so(catalogue: Catalogue) -> None:
    def page(muscle: str) -> str:
        facts, (guidance, both) = catalogue.muscles[muscle], shown(catalogue, muscle)
        text = muscle_page(catalogue, facts, Side.LEFT, guidance, both)
        return " ".join(line.strip() for line in text)

    neck = "Angle of neck: stay lighter, at 2 to 4 out of 10, never above 4, and hold 30 seconds"
    assert neck in page("levator_scapulae")
    assert "Upper corner of scapula: stay lighter" not in page("levator_scapulae")
    assert "stay lighter" not in page("rhomboids")


def test_signs_are_asked_with_their_examples(catalogue: Catalogue) -> None:
    text = " ".join(line.strip() for line in safety(catalogue, ["neck.lateral"]))
    assert "sudden weakness of one side. One pupil smaller than the other" in text


def test_nothing_found_says_what_to_do(catalogue: Catalogue) -> None:
    text = " ".join(found(catalogue, (), ()))
    assert "ask a clinician" in text
    assert "unknot muscle" not in text


def test_stretches_name_both_sides() -> None:
    assert sided("{side} up, {other} down", Side.LEFT) == "left up, right down"


def test_zones_say_what_is_special(catalogue: Catalogue) -> None:
    lines = list(zone_list(catalogue))
    assert sum("(inside the mouth)" in line for line in lines) == 3
    assert sum("(no side)" in line for line in lines) == 6
