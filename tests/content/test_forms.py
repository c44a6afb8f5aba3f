"""From the forms of the files to values of the core."""

from guide.content.gather import gather
from guide.core.catalogue import Range, Sides
from guide.core.safety_facts import SafetyClass
from tests.content.folders import SOUND


def test_a_muscle_file_becomes_a_muscle() -> None:
    muscle = gather(SOUND).muscles["ridge"].value()
    assert muscle.safety_class is SafetyClass.GREEN
    assert muscle.dose.hold == Range(30, 60)
    assert muscle.dose.discomfort == Range(4, 6)
    assert muscle.points[0].zones == ("neck.angle",)
    assert muscle.points[0].light is False
    assert muscle.referral.main == ("head.temple",)
    assert muscle.tool_limits == {"pincer": "front rim only"}
    assert muscle.may_be_pressed


def test_what_is_not_written_has_its_plain_meaning() -> None:
    content = gather(SOUND)
    assert not content.muscles["deep"].value().may_be_pressed
    assert content.stretches["nod"].sides is Sides.MIDLINE
