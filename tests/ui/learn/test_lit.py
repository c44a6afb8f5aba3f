"""What is lit is what the words say, on the side that they say."""

from guide.content import guidance, load
from guide.core.anatomy import Chosen, Place, Side
from guide.core.lessons import Cue
from guide.ui.learn import lit

FACTS = load()
LEFT = Chosen("trapezius_upper", Side.LEFT)


def test_the_side_of_a_muscle_is_the_side_of_its_picture_and_of_its_words() -> None:
    for made in (lit.muscle_lit(FACTS, LEFT), lit.referral_lit(FACTS, LEFT)):
        assert made.scene.lit == LEFT
        assert "left" in made.words
        assert "right" not in made.words
    assert lit.referral_lit(FACTS, LEFT).scene.main
    assert not lit.muscle_lit(FACTS, LEFT).scene.main


def test_the_bones_to_feel_for_are_those_of_the_text() -> None:
    found = (guidance(name) for name in sorted(FACTS.guided))
    told = next(each for each in found if each and "shoulder blade" in " ".join(each.find))
    made = lit.find_lit(FACTS, LEFT, told)
    assert made.scene.named
    assert "bones" in made.words
    silent = lit.find_lit(FACTS, LEFT, type(told)(*("m", "", (), (), (), "", (), (), (), ())))
    assert silent.scene.named == ()
    assert "bones" not in silent.words


def test_a_zone_is_lit_on_every_side_it_has() -> None:
    two = lit.zone_lit(FACTS.zones["head.temple"])
    assert {place.side for place in two.scene.main} == {Side.LEFT, Side.RIGHT}
    middle = next(zone for zone in FACTS.zones.values() if zone.midline and zone.on_skin)
    assert lit.zone_lit(middle).scene.main == (Place(middle.id, Side.MIDLINE),)
    inside = next(zone for zone in FACTS.zones.values() if not zone.on_skin)
    assert lit.zone_lit(inside).scene.main == ()
    assert "inside the mouth" in lit.zone_lit(inside).words


def test_a_cue_of_a_lesson_is_followed() -> None:
    right = Chosen("trapezius_upper", Side.RIGHT)
    assert lit.cue_lit(FACTS, Cue("muscle", right.muscle)) == lit.muscle_lit(FACTS, right)
    assert lit.cue_lit(FACTS, Cue("referral", right.muscle)) == lit.referral_lit(FACTS, right)
    temple = FACTS.zones["head.temple"]
    assert lit.cue_lit(FACTS, Cue("zone", temple.id)) == lit.zone_lit(temple)
    assert lit.whole_body().scene.is_empty
