"""What closes the whole map, and which places."""

import pytest
from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.answers import Answers
from guide.core.catalogue import Sign
from guide.core.safety.profile import ProfileItem
from guide.core.safety.situation import Situation, Stopped
from guide.core.safety.verdict import (
    is_touched,
    items_in_force,
    judge,
    muscle_zones,
    present_signs,
    sign_places,
)
from tests.core.builders import catalogue, place
from tests.core.safety.world import (
    CALM,
    FAR,
    FIT,
    HEALTHY,
    NOW,
    WORLD,
    C,
    E,
    U,
    draw,
    flag,
    present,
    profile,
    visit,
)  # fmt: skip


def test_calm_answers_close_nothing() -> None:
    verdict = judge(WORLD, visit("neck.side"))
    assert (verdict.level, verdict.map_closed, verdict.stretch_closed) == (None, False, False)
    assert verdict.closed_places == verdict.light_places == frozenset()
    assert verdict.reasons == ()


@pytest.mark.parametrize("sign", ["RF-CHEST.breathless", "RF-CHEST.cough"])
def test_an_emergency_or_urgent_sign_closes_everything_even_when_wiped_off(sign: str) -> None:
    verdict = judge(WORLD, visit("neck.side", answers=present(sign)))
    assert verdict.map_closed
    assert verdict.stretch_closed
    assert verdict.reasons == (sign,)


def test_the_worst_sign_gives_the_level_and_comes_first() -> None:
    answers = present("RF-CHEST.lump", "RF-CHEST.cough", "RF-CHEST.breathless")
    verdict = judge(WORLD, visit("chest.front", answers=answers))
    assert verdict.level is E
    assert verdict.reasons == ("RF-CHEST.breathless", "RF-CHEST.cough", "RF-CHEST.lump")


def test_a_sign_of_two_flags_counts_with_the_stricter_level() -> None:
    mild = flag("RF-A", ("*",), Sign("RF-A.x", C, ""))
    grave = flag("RF-B", ("*",), Sign("RF-A.x", E, ""))
    for flags in ((mild, grave), (grave, mild)):
        world = catalogue(flags=flags)
        assert judge(world, visit("neck.side", answers=present("RF-A.x"))).level is E
        assert len(present_signs(world, present("RF-A.x"))) == 1


def test_a_clinician_sign_whose_place_is_wiped_off_closes_all_its_zones_on_both_sides() -> None:
    neck = flag("RF-NECK", ("neck.*",), Sign("RF-NECK.lump", C, ""))
    world = catalogue(FIT, flags=(neck,), zones=("neck.side", "neck.back", "leg.calf"))
    verdict = judge(world, visit("leg.calf", answers=present("RF-NECK.lump")))
    wide = {Place(zone, Side.MIDLINE) for zone in ("neck.side", "neck.back")}
    assert verdict.closed_places == wide
    assert all(is_touched(FIT, side, verdict.closed_places) for side in (Side.LEFT, Side.RIGHT))


def test_a_clinician_sign_closes_its_painted_places_and_one_that_modifies_makes_them_light() -> (
    None
):
    situation = visit("neck.side", "leg.calf", answers=present("RF-NECK.hands"))
    verdict = judge(WORLD, situation)
    assert (verdict.level, verdict.map_closed) == (C, False)
    assert verdict.closed_places == {place("neck.side")}
    assert sign_places(WORLD, situation, "RF-NECK.hands") == {place("neck.side")}
    thin = judge(WORLD, visit("neck.side", "leg.calf", answers=present("RF-NECK.thin_skin")))
    assert thin.closed_places == frozenset()
    assert thin.light_places == {place("neck.side")}


def test_a_condition_does_not_soften_a_sign_that_is_there() -> None:
    older = flag("RF-O", ("neck.*?fifty_or_over",), Sign("RF-O.x", C, "", when="numb"))
    verdict = judge(catalogue(flags=(older,)), visit("neck.side", answers=present("RF-O.x")))
    assert verdict.closed_places == {place("neck.side")}


def test_a_child_and_what_changes_daily_close_the_map() -> None:
    child = judge(WORLD, visit(profile=replace(HEALTHY, adult=False)))
    assert (child.map_closed, child.stretch_closed, child.reasons) == (True, True, ("child",))
    fever = judge(WORLD, visit(answers=replace(CALM, no_pressure=frozenset({"NP-FEVER"}))))
    assert (fever.map_closed, fever.stretch_closed) == (True, True)
    drunk = judge(WORLD, visit(answers=replace(CALM, no_pressure=frozenset({"NP-DRUNK"}))))
    assert (drunk.map_closed, drunk.stretch_closed) == (True, False)
    unknown = judge(WORLD, visit(answers=replace(CALM, no_pressure=frozenset({"NP-OLD"}))))
    assert unknown.stretch_closed


@pytest.mark.parametrize(
    ("entry", "closed"),
    [
        ("thin_blood", (False, False)),
        ("stroke", (True, False)),
        ("told_to_stop", (True, True)),
        ("of_a_newer_version", (True, True)),
    ],
)
def test_a_profile_entry_closes_as_far_as_it_says(entry: str, closed: tuple[bool, bool]) -> None:
    verdict = judge(WORLD, visit(profile=profile(entry)))
    assert (verdict.map_closed, verdict.stretch_closed) == closed
    assert verdict.reasons == ((entry,) if closed[0] else ())


@pytest.mark.parametrize(("reason", "level"), [("chest", E), ("dizzy", U)])
def test_a_grave_stop_closes_everything_and_a_lesser_one_not(reason: str, level: object) -> None:
    verdict = judge(WORLD, visit(stopped=(Stopped(reason, "fit", Side.LEFT),)))
    assert (verdict.level, verdict.map_closed, verdict.stretch_closed) == (level, True, True)
    assert verdict.reasons == (reason,)
    for mild in ("tingling", "done"):
        assert not judge(WORLD, visit(stopped=(Stopped(mild, "fit", Side.LEFT),))).map_closed


def test_treatments_that_are_over_are_out_of_force_once_the_time_is_known() -> None:
    items = (ProfileItem("wound", since="2026-11-01"), ProfileItem("thin_blood"))
    situation = Situation(profile=replace(HEALTHY, items=items))
    assert items_in_force(WORLD, situation) == items
    assert items_in_force(WORLD, replace(situation, now_utc=NOW)) == items[1:]


def test_a_muscle_is_touched_where_it_refers_lies_or_crosses() -> None:
    assert muscle_zones(FAR) == {"leg.calf", "neck.back"}
    assert is_touched(FIT, Side.RIGHT, frozenset({place("neck.side")}))
    assert not is_touched(FIT, Side.LEFT, frozenset({place("neck.side")}))
    assert is_touched(FAR, Side.RIGHT, frozenset({place("neck.back")}))
    for side in Side:
        assert is_touched(FIT, side, frozenset({place("head.top")}))
        assert is_touched(FIT, side, frozenset({place("belly.middle")}))
    assert not is_touched(FIT, Side.RIGHT, frozenset())


def test_ages_of_old_answers_do_not_count() -> None:
    answers = replace(CALM, adult=False)
    assert not judge(WORLD, Situation(draw("neck.side"), answers, HEALTHY)).map_closed
    assert not judge(WORLD, Situation(answers=Answers(adult=False))).map_closed
