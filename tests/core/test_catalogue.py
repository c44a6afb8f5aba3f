"""What facts say of themselves."""

import pytest
from msgspec.structs import replace

from guide.core.catalogue import Referral
from guide.core.safety_facts import SafetyClass
from tests.core.builders import muscle, point


@pytest.mark.parametrize(
    ("safety", "self_press", "pressed"),
    [
        (SafetyClass.GREEN, True, True),
        (SafetyClass.AMBER, True, True),
        (SafetyClass.RED, True, False),
        (SafetyClass.GREEN, False, False),
    ],
)
def test_red_muscles_and_those_without_a_point_to_reach_are_not_pressed(
    safety: SafetyClass, self_press: bool, pressed: bool
) -> None:
    points = (point("a.hidden", self_press=False), point("a.one", self_press=self_press))
    assert muscle("a", safety=safety, points=points).may_be_pressed is pressed


def test_a_point_refers_to_its_own_zones_and_the_muscle_s_spillover() -> None:
    points = (replace(point("a.one"), refers_to=("x", "y")), point("a.two"))
    whole = muscle("a", ("x", "z"), ("y", "w"), ("w",), points=points)
    assert whole.pattern() == whole.referral
    assert whole.pattern("a.one") == Referral(("x", "y"), ("w",), ("w",))
    assert whole.pattern("a.two") == Referral((), ("y", "w"), ("w",))
    with pytest.raises(KeyError):
        whole.pattern("a.three")
