"""What a pack may state becomes a form of ours, with what the guard must believe of a stranger."""

from msgspec.structs import fields

from guide.content.forms import StretchFile
from guide.core.catalogue import Sides
from guide.packs.forms import PackMovement, PackStretch


def test_a_stretch_bends_the_spine_and_has_no_pose_of_ours() -> None:
    stretch = PackStretch(
        "a-b", Sides.EACH, "chair", ("masseter",), 20, ("ST99",), "a.png"
    ).as_ours()
    assert (stretch.bends_spine, stretch.pose) == (True, "")
    assert (stretch.id, stretch.hold, stretch.muscles) == ("a-b", 20, ("masseter",))


def test_a_pack_cannot_state_what_the_guard_goes_by() -> None:
    ours = {field.name for field in fields(StretchFile)}
    theirs = {field.name for field in fields(PackStretch)}
    assert ours - theirs == {"bends_spine", "pose"}


def test_a_movement_keeps_its_time() -> None:
    assert PackMovement("a-b", 30, ("masseter",)).as_ours().seconds == 30
