"""The second reading itself: it names only what exists, and it agrees with the facts."""

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Level, RedFlag
from tests.safety import oracle

SEVERITY = {Level.MODIFY: 0, Level.CLINICIAN: 1, Level.URGENT: 2, Level.EMERGENCY: 3}


def test_that_only_known_names_are_used(catalogue: Catalogue) -> None:
    tools = frozenset(catalogue.tools)
    assert oracle.unknown_names(catalogue, tools) == []
    # Shown to find a name that is not there: without its tools it knows none of them.
    assert "roller" in oracle.unknown_names(catalogue, tools - {"roller"})


def test_that_every_entry_of_the_profile_has_a_row(catalogue: Catalogue) -> None:
    assert {row.entry for row in oracle.rows()} - {""} == set(catalogue.profile_entries)


def test_that_both_readings_of_where_a_point_lies_agree(catalogue: Catalogue) -> None:
    points = [point for muscle in catalogue.muscles.values() for point in muscle.points]
    assert len(points) == 175
    differ = [
        point.id
        for point in points
        if not oracle.parts_of(point) & {zone.partition(".")[0] for zone in point.zones}
    ]
    assert differ == []


FLAGS = tomllib.loads((Path(__file__).parent / "flags.toml").read_text())


@pytest.mark.parametrize("name", FLAGS)
def test_that_every_red_flag_asks_what_must_be_asked(catalogue: Catalogue, name: str) -> None:
    assert missing(catalogue.red_flags[name], FLAGS[name]) == []


def test_that_no_emergency_depends_on_how_the_pain_feels(catalogue: Catalogue) -> None:
    """Only age and an injury may decide whether an emergency sign is asked."""
    plain = {"", "fifty_or_over", "under_fifty", "after_injury"}
    hidden = [
        sign.id
        for flag in catalogue.red_flags.values()
        for sign in flag.signs
        if sign.level is Level.EMERGENCY and sign.when not in plain
    ]
    assert hidden == []


def test_that_a_sign_left_out_or_played_down_is_found(catalogue: Catalogue) -> None:
    flag = catalogue.red_flags["RF-CES"]
    without = msgspec.structs.replace(flag, signs=flag.signs[1:], zones=flag.zones[1:])
    mild = tuple(msgspec.structs.replace(sign, level=Level.URGENT) for sign in flag.signs)
    assert len(missing(without, FLAGS["RF-CES"])) >= 1
    assert len(missing(msgspec.structs.replace(flag, signs=mild), FLAGS["RF-CES"])) == 5


def missing(flag: RedFlag, wanted: dict[str, list[str]]) -> list[str]:
    """What the flag does not ask: zones, and patterns that no sign of that level has."""
    zones = {pattern.partition("?")[0] for pattern in flag.zones}
    found = [f"{flag.id}: {zone}" for zone in wanted["zones"] if zone not in zones]
    for level in (Level.EMERGENCY, Level.URGENT, Level.CLINICIAN):
        texts = [
            f"{sign.text} {sign.example}"
            for sign in flag.signs
            if SEVERITY[sign.level] >= SEVERITY[level]
        ]
        found += [
            f"{flag.id} {level.value}: {pattern}"
            for pattern in wanted.get(level.value, [])
            if not any(re.search(pattern, text, re.IGNORECASE) for text in texts)
        ]
    return found


def test_rows_that_concern_a_request(catalogue: Catalogue) -> None:
    muscle = catalogue.muscles["infraspinatus"]
    ball = oracle.Asked("press", muscle, Side.RIGHT, muscle.points[0], "ball_wall", "wall")
    bare = {row.why for row in oracle.concerning(ball, ())}
    thin = {row.why for row in oracle.concerning(ball, (oracle.Told("blood_thinners"),))}
    assert "hands only" in thin - bare


def test_that_a_place_binds_its_own_side_alone(catalogue: Catalogue) -> None:
    muscle = catalogue.muscles["infraspinatus"]
    told = oracle.Told("injection", frozenset({Place("upper_back.scapula", Side.LEFT)}))
    for side, bound in ((Side.LEFT, True), (Side.RIGHT, False)):
        asked = oracle.Asked("press", muscle, side, muscle.points[0], "fingers", "chair")
        rows = oracle.concerning(asked, (told,))
        assert any(row.entry == "injection" for row in rows) is bound
