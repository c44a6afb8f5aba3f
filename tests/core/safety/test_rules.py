"""Which rules concern a request: every selector on its own, and together."""

from typing import Any

import pytest
from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.safety.profile import ProfileItem
from guide.core.safety.rules import Bound, rules_for, rules_in_force
from guide.core.safety.situation import Request
from guide.core.safety_facts import Act, SafetyClass
from tests.core.builders import catalogue, place
from tests.core.safety.world import FIT, HEALTHY, NOW, WORLD, entry, profile, rule, visit

PRESS = Request(Act.PRESS, "fit", Side.RIGHT)


def concerned(request: Request, **selectors: Any) -> bool:
    bound = Bound(rule("x.y", **selectors), personal=True)
    return bound in rules_for(WORLD, (bound,), request)


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        ({}, True),
        ({"acts": (Act.PRESS,)}, True),
        ({"acts": (Act.STRETCH, Act.MOVE)}, False),
        ({"muscles": ("fit", "far")}, True),
        ({"muscles": ("far",)}, False),
        ({"regions": ("neck",)}, True),
        ({"regions": ("leg",)}, False),
        ({"zones": ("shoulder.*",)}, True),
        ({"zones": ("head.*",)}, False),  # it refers there, and lies elsewhere
        ({"muscles": ("far",), "zones": ("neck.*",)}, True),  # either suffices
        ({"muscles": ("far",), "regions": ("neck",)}, True),
        ({"classes": (SafetyClass.GREEN,)}, True),
        ({"classes": (SafetyClass.AMBER,)}, False),
        ({"classes": (SafetyClass.AMBER,), "muscles": ("fit",)}, False),  # all are needed
        ({"tools": ("@tool",)}, False),  # no tool was named
        ({"postures": ("wall",)}, False),
        ({"stretches": ("lean",)}, False),
    ],
)
def test_a_muscle_is_selected(selectors: dict[str, Any], expected: bool) -> None:
    assert concerned(PRESS, **selectors) is expected


@pytest.mark.parametrize(
    ("tool", "names", "expected"),
    [
        ("fingers", ("fingers",), True),
        ("fingers", ("@hand",), True),
        ("fingers", ("@tool", "@device", "@body_weight"), False),
        ("ball_wall", ("@body_weight",), True),
        ("cane", ("@body_weight",), False),
        ("gun", ("@device",), True),
        ("unheard_of", ("@hand",), True),  # it may be of any kind
        ("unheard_of", ("fingers",), False),
    ],
)
def test_a_tool_is_selected_by_name_kind_or_weight(
    tool: str, names: tuple[str, ...], expected: bool
) -> None:
    assert concerned(replace(PRESS, tool=tool), tools=names) is expected


def test_a_posture_and_a_stretch_are_selected() -> None:
    assert concerned(replace(PRESS, posture="bed"), postures=("bed", "floor"))
    assert not concerned(replace(PRESS, posture="chair"), postures=("bed",))
    stretch = Request(Act.STRETCH, "fit", Side.RIGHT, stretch="lean")
    assert concerned(stretch, stretches=("lean",))
    assert not concerned(stretch, stretches=("calf",))


def test_a_stretch_that_bends_the_spine_says_so_itself() -> None:
    lean = WORLD.stretches["lean"]
    bound = Bound(rule("x.y", bends_spine=True), personal=True)
    wish = Request(Act.STRETCH, "fit", Side.RIGHT, stretch="lean")
    for bends in (True, False):
        world = replace(WORLD, stretches={"lean": replace(lean, bends_spine=bends)})
        assert (bound in rules_for(world, (bound,), wish)) is bends
    assert bound not in rules_for(WORLD, (bound,), PRESS)


def test_with_a_point_only_its_own_zones_count() -> None:
    low = replace(PRESS, point="fit.low")
    assert concerned(low, zones=("shoulder.top",))
    assert not concerned(low, zones=("neck.side",))


@pytest.mark.parametrize(
    ("places", "side", "expected"),
    [
        ((), Side.RIGHT, True),  # nothing named: everywhere
        ((place("neck.side"),), Side.RIGHT, True),
        ((place("neck.side"),), Side.LEFT, False),
        ((Place("neck.side", Side.MIDLINE),), Side.LEFT, True),
        ((place("leg.calf"),), Side.RIGHT, False),
    ],
)
def test_a_given_rule_concerns_the_named_places_alone(
    places: tuple[Place, ...], side: Side, expected: bool
) -> None:
    bound = Bound(rule("x.y", given=True), True, frozenset(places))
    request = replace(PRESS, side=side)
    assert (bound in rules_for(WORLD, (bound,), request)) is expected
    everywhere = replace(bound, rule=rule("x.y"))
    assert everywhere in rules_for(WORLD, (everywhere,), request)


def test_a_danger_zones_rule_takes_its_zones_unless_it_names_a_place() -> None:
    top = Bound(rule("top.x"), False, zones=("shoulder.top",))
    assert top in rules_for(WORLD, (top,), PRESS)
    assert top not in rules_for(WORLD, (top,), replace(PRESS, point="fit.rim"))
    own = replace(top, rule=rule("top.x", muscles=("far",)))
    assert own not in rules_for(WORLD, (own,), PRESS)


def test_a_tools_own_rules_come_with_it() -> None:
    far = Request(Act.PRESS, "far", Side.RIGHT, tool="ball_wall")
    assert [bound.rule.id for bound in rules_for(WORLD, (), far)] == ["ball_wall.spine"]
    assert not list(rules_for(WORLD, (), replace(far, tool="fingers")))


def test_in_force_are_the_profiles_rules_with_their_places_and_all_danger_zones() -> None:
    places = (place("neck.side"),)
    bounds = rules_in_force(WORLD, visit(profile=profile("wound", places=places)))
    assert [(b.rule.id, b.personal, b.places, b.zones) for b in bounds] == [
        ("wound.there", True, frozenset(places), ()),
        ("top.light", False, frozenset(), ("shoulder.top",)),
    ]
    over = replace(HEALTHY, items=(ProfileItem("wound", since="2026-11-01"),))
    left = rules_in_force(WORLD, visit(profile=over, now_utc=NOW))
    assert [bound.rule.id for bound in left] == ["top.light"]


@pytest.mark.parametrize(
    ("named", "whole"),
    [
        ("hand.palm", {"hand.palm", "arm.outer", "chest.front"}),
        ("chest.front", {"hand.palm", "arm.outer", "chest.front"}),
        ("leg.calf", {"leg.calf"}),
        ("head.top", {"head.top"}),  # not on a limb
    ],
)
def test_a_place_may_stand_for_its_whole_limb(named: str, whole: set[str]) -> None:
    swollen = entry("swollen", rule("swollen.there", given=True, refuse=True), whole_limb=True)
    zones = ("hand.palm", "arm.outer", "chest.front", "leg.calf", "head.top")
    world = catalogue(FIT, zones=zones, entries=(swollen,))
    (bound,) = rules_in_force(world, visit(profile=profile("swollen", places=(place(named),))))
    assert bound.places == {place(zone) for zone in whole}
