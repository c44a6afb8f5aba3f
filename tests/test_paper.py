"""What is asked before anything is pressed, and the dose in words."""

import pytest
from msgspec.structs import replace

from guide import content
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Range
from guide.core.dose import caps
from guide.core.safety import TOLD_TO_STOP
from guide.paper import asked, dose_text, flags_of, sided, signs_of, to_tell, zones_of


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
    sore = replace(amber, discomfort=Range(2, 2), hold=Range(5, 5), days_between=2)
    assert dose_text(sore).startswith("Aim at 2 out of 10, never above 4. Hold 5 seconds, then")
    assert "once in 3 days" in dose_text(sore)


def test_stretches_name_both_sides() -> None:
    assert sided("{side} up, {other} down", Side.LEFT) == "left up, right down"


def test_every_sign_of_the_zones_is_asked_once(catalogue: Catalogue) -> None:
    zones = zones_of(catalogue.muscles["gastrocnemius"])
    signs = signs_of(catalogue, zones)
    flags = [catalogue.red_flags[flag] for flag in flags_of(catalogue, zones)]
    assert {sign.id for sign in signs} == {sign.id for flag in flags for sign in flag.signs}
    assert len({sign.id for sign in signs}) == len(signs)


def test_what_the_program_sets_itself_is_not_asked(catalogue: Catalogue) -> None:
    ids = [entry.id for entry in to_tell(catalogue)]
    assert ids == [id_ for id_ in catalogue.profile_entries if id_ != TOLD_TO_STOP]
    for entry in to_tell(catalogue):
        assert asked(entry).startswith(entry.text)
