"""What stands on a card: only what is allowed, and nothing that makes it safe is cut before it."""

from datetime import date

import pytest
from msgspec.structs import replace

from guide import content
from guide.app.card import Block, Card, Tone, compose
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Catalogue
from guide.core.safety import Profile, ProfileItem, Situation
from guide.core.safety_facts import SafetyClass
from guide.paper import asked, dose_text, signs_of, to_tell, zones_of
from guide.words import decision_sentences

DAY = date(2026, 11, 23)
TECHNIQUE = {"Find it", "Press it", "Stroke it", "Stretch it", "Move it"}
FREE = Situation(on_paper=True)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.load()


def card(
    catalogue: Catalogue,
    muscle: str,
    situation: Situation = FREE,
    answered: bool = True,
    side: Side = Side.LEFT,
) -> Card:
    chosen = Chosen(muscle, side)
    return compose(catalogue, situation, answered, chosen, content.guidance(muscle), DAY)


def titles(made: Card) -> list[str]:
    return [block.title for block in made.blocks]


def text(blocks: tuple[Block, ...]) -> str:
    return " ".join(item.text for block in blocks for part in block.parts for item in part)


def told(*entries: str) -> Situation:
    return replace(FREE, profile=Profile(items=tuple(ProfileItem(entry) for entry in entries)))


def test_the_side_is_said_in_words_and_in_every_stretch(catalogue: Catalogue) -> None:
    for side in (Side.LEFT, Side.RIGHT):
        made = card(catalogue, "trapezius_upper", side=side)
        assert made.title == f"Upper trapezius, {side.value}"
        assert f"{side.value} side of the body" in made.subtitle
        said = text(made.blocks)
        assert "{side}" not in said
        assert f"the {side.value} shoulder stays low" in said
        assert f"the {side.other.value} shoulder stays low" not in said
    middle = card(catalogue, "trapezius_upper", side=Side.MIDLINE)
    assert "side of the body" not in middle.subtitle


def test_the_day_and_what_no_clinician_did_are_on_it(catalogue: Catalogue) -> None:
    made = card(catalogue, "rhomboids")
    assert "2026-11-23" in made.made
    assert "Not reviewed by a clinician" in made.foot[0]
    assert "answered on that day" in made.foot[1]
    assert "Answer them there" in card(catalogue, "rhomboids", answered=False).foot[1]


def test_an_answered_card_has_the_capped_dose_and_no_questions(catalogue: Catalogue) -> None:
    made = card(catalogue, "trapezius_upper")
    assert "Before anything is pressed" not in titles(made)
    assert titles(made)[:3] == ["First, take care", "Stop at once for any of these", "Find it"]
    assert "never above 6" in text(made.blocks)
    assert set(made.points) <= {p.id for p in catalogue.muscles["trapezius_upper"].points}
    assert made.points


def test_without_answers_the_questions_come_first(catalogue: Catalogue) -> None:
    made = card(catalogue, "gastrocnemius", Situation(), answered=False)
    first = made.blocks[0]
    assert (first.title, first.tone) == ("Before anything is pressed", Tone.QUESTION)
    said = text((first,))
    for sign in signs_of(catalogue, zones_of(catalogue.muscles["gastrocnemius"])):
        assert asked(sign).rstrip(".") in said
    for entry in to_tell(catalogue):
        assert entry.text in said
    assert "Some questions are still open" not in text(made.blocks)


def test_what_is_refused_is_not_there_and_the_reason_is(catalogue: Catalogue) -> None:
    bleeding = card(catalogue, "trapezius_upper", told("blood_thinners"))
    assert not {"Find it", "Press it"} & set(titles(bleeding))
    assert bleeding.points == ()
    entry = catalogue.profile_entries["blood_thinners"]
    assert entry.what_to_do in text(bleeding.blocks)
    stopped = card(catalogue, "trapezius_upper", told("told_to_stop"))
    assert not {"Find it", "Press it", "Stretch it", "Move it"} & set(titles(stopped))


def test_a_red_muscle_says_why_and_who_can_help(catalogue: Catalogue) -> None:
    reds = [m.id for m in catalogue.muscles.values() if m.safety_class is SafetyClass.RED]
    written = [red for red in reds if red in catalogue.guided]
    assert written
    for red in written:
        made = card(catalogue, red)
        assert made.points == ()
        assert not any(block.presses for block in made.blocks)
        assert "Find it" not in titles(made)
        assert "Who can help" in titles(made)


def test_a_limited_stretch_is_held_no_longer_than_allowed(catalogue: Catalogue) -> None:
    shortened = 0
    for entry in catalogue.profile_entries.values():
        for rule in entry.rules:
            if rule.ceiling.hold is None or "stretch" not in rule.acts:
                continue
            made = card(catalogue, "trapezius_upper", told(entry.id))
            held = [b for b in made.blocks if b.title == "Stretch it"]
            seconds = [int(p[0].text.split()[-2]) for block in held for p in block.parts]
            assert all(each <= rule.ceiling.hold for each in seconds), entry.id
            shortened += bool(seconds)
    assert shortened
    free = card(catalogue, "trapezius_upper")
    assert any("20 seconds" in item.text for b in free.blocks for p in b.parts for item in p)


def test_technique_is_cut_before_what_makes_it_safe(catalogue: Catalogue) -> None:
    for muscle in sorted(catalogue.guided):
        guidance = content.guidance(muscle)
        assert guidance is not None
        made = card(catalogue, muscle, Situation(), answered=False)
        by_title = {block.title: block for block in made.blocks}
        last = max([turn(by_title[name], 0) for name in TECHNIQUE & by_title.keys()], default=0)
        kept = {
            "Before anything is pressed": 9,
            "Stop at once for any of these": 1,
            "First, take care": guidance.own_cautions,
        }
        for title, parts in kept.items():
            if title in by_title:
                assert turn(by_title[title], parts - 1) > last, (muscle, title)


TECHNIQUE = {"Find it", "Press it", "Stroke it", "Stretch it", "Move it"}


def turn(block: Block, left: int) -> int:
    """When no more than ``left`` parts of a block may be left; 0 when it is never cut."""
    return min((cut.turn for cut in block.cuts if cut.least <= left), default=0)


def test_a_muscle_without_text_has_no_technique(catalogue: Catalogue) -> None:
    made = compose(catalogue, FREE, True, Chosen("rhomboids", Side.LEFT), None, DAY)
    assert set(titles(made)) <= {"What holds for you", "Sources"}
    assert made.points == ()


def test_what_holds_for_the_person_is_said_once(catalogue: Catalogue) -> None:
    from guide.core.advice import advise

    situation = told("frail", "osteoporosis")
    guidance = content.guidance("rhomboids")
    advice = advise(catalogue, situation, catalogue.muscles["rhomboids"], Side.LEFT, guidance)
    (held,) = [b for b in card(catalogue, "rhomboids", situation).blocks if "holds" in b.title]
    said = [part[0].text for part in held.parts]
    assert len(said) == len(set(said))
    assert set(decision_sentences(catalogue, advice.press)) <= set(said)
    if advice.press.caps is not None:
        assert dose_text(advice.press.caps) in text(card(catalogue, "rhomboids", situation).blocks)


def test_a_way_says_what_holds_for_it_alone(catalogue: Catalogue) -> None:
    made = card(catalogue, "infraspinatus")
    (press,) = (block for block in made.blocks if block.title == "Press it")
    own = "With this, stay at 5 of 10 or below."
    (ball,) = (part for part in press.parts if any(item.text == own for item in part))
    texts = [item.text for item in ball]
    assert texts[texts.index(own) - 1] == "Lying on a ball, to spare both hands"
    assert "What holds for you" not in titles(made)
