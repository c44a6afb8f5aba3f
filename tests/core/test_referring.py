"""What belongs to a zone, over the whole content."""

import pytest

from guide.content import load
from guide.core.catalogue import Level
from guide.core.referring import dangers_of, referring, signs_of

FACTS = load()


@pytest.mark.parametrize("zone", FACTS.zones)
def test_every_muscle_that_refers_to_a_zone_is_there_once(zone: str) -> None:
    found = referring(FACTS, zone)
    muscles = FACTS.muscles.values()
    assert set(found.main) == {each.id for each in muscles if zone in each.referral.main}
    assert set(found.spillover) == {each.id for each in muscles if zone in each.referral.spillover}
    assert len(set(found.main + found.spillover)) == len(found.main) + len(found.spillover)


def test_what_the_guides_name_comes_first_in_their_order() -> None:
    ranks = {row.muscle: row.rank for row in FACTS.guide_order if row.zone == "head.temple"}
    main = referring(FACTS, "head.temple").main
    named = [ranks[muscle] for muscle in main if muscle in ranks]
    assert len(named) > 1
    assert named == sorted(named)
    assert all(muscle in ranks for muscle in main[: len(named)])


def test_signs_are_told_once_at_their_gravest_level_the_worst_first() -> None:
    found = signs_of(FACTS, "head.temple")
    assert list(found) == [level for level in Level if level in found]
    assert Level.EMERGENCY in found
    ids = [sign.id for signs in found.values() for sign in signs]
    assert len(ids) == len(set(ids))
    for flag in FACTS.red_flags.values():
        if "head.*" in flag.zones:
            assert {sign.id for sign in flag.signs} <= set(ids)
    assert not {sign.id for sign in found[Level.EMERGENCY]} & {s.id for s in found[Level.URGENT]}


def test_dangers_lie_where_they_are_said_to_lie() -> None:
    assert "neck_front" in {danger.id for danger in dangers_of(FACTS, "neck.front")}
    assert "neck_front" not in {danger.id for danger in dangers_of(FACTS, "calf.upper")}
