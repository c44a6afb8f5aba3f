"""What is printed, and what programs get: nothing that the oracle forbids, no number above it."""

import json
import re
from datetime import date

import pytest
from msgspec.structs import replace

from guide.app.card import compose
from guide.cli import as_json, main, printed
from guide.core.advice import advise
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Catalogue, Guidance
from guide.core.drawing import Drawing
from guide.paper import sided
from tests.safety.people import Person, dealt, people
from tests.safety.tally import tell

SIDES = (Side.LEFT, Side.RIGHT)
DAY = date(2026, 11, 23)


def on_paper(person: Person) -> Person:
    """The same person at the terminal: the questions are printed, the profile is known."""
    situation = replace(person.situation, drawing=Drawing(), on_paper=True, stopped=())
    return replace(person, situation=situation)


def readers(catalogue: Catalogue) -> list[Person]:
    """Those whose profile says it all, and a child."""
    return [
        on_paper(person)
        for person in people(catalogue)
        if person.told or person.name in ("healthy", "child")
    ]


def test_the_printed_page_of_a_muscle(
    catalogue: Catalogue, guidance: dict[str, Guidance], share: int
) -> None:
    pages = 0
    for number, person in enumerate(readers(catalogue)):
        for muscle in dealt(guidance, number, share):
            text = guidance[muscle]
            for side in SIDES:
                advice = advise(catalogue, person.situation, catalogue.muscles[muscle], side, text)
                lines = printed.muscle_page(catalogue, advice, person.situation.profile)
                page = " ".join(" ".join(lines).split())
                check_page(person, catalogue, text, side, page)
                pages += 1
    tell(f"{pages} printed pages")


def test_the_card_of_a_muscle(
    catalogue: Catalogue, guidance: dict[str, Guidance], share: int
) -> None:
    """Answered or not: the questions stand on the card, or they were answered before."""
    cards = 0
    for number, person in enumerate(readers(catalogue)):
        for muscle in dealt(guidance, number, share):
            for side, answered in ((Side.LEFT, True), (Side.RIGHT, False)):
                text, chosen = guidance[muscle], Chosen(muscle, side)
                made = compose(catalogue, person.situation, answered, chosen, text, DAY)
                parts = (part for block in made.blocks for part in block.parts)
                said = " ".join(item.text for part in parts for item in part)
                check_page(person, catalogue, text, side, said)
                cards += 1
    tell(f"{cards} cards")


def check_page(person: Person, catalogue: Catalogue, text: Guidance, side: Side, page: str) -> None:
    """No step of a forbidden way or stretch, no number above the least restrictive point's."""
    about = (person.name, text.muscle, side)
    ways = (*text.press, *text.stroke)
    forbidden = [way for way in ways if person.forbids(catalogue, text.muscle, side, way)]
    shared = {step for way in ways if way not in forbidden for step in way.steps}
    for way in forbidden:
        for step in set(way.steps) - shared:
            assert step not in page, (about, way.title)
    for name in text.stretches:
        if person.forbids_stretch(catalogue, name, side):
            assert sided(catalogue.stretches[name].move, side) not in page, (about, name)
    most = most_allowed(person, catalogue, text, side)
    numbers = {"discomfort": "never above (\\d+)", "hold": "Hold (?:\\d+ to )?(\\d+) seconds"}
    for limit, number in numbers.items():
        for found in re.findall(number, page):
            assert int(found) <= most[limit], (about, limit)


def most_allowed(
    person: Person, catalogue: Catalogue, text: Guidance, side: Side
) -> dict[str, int]:
    """The largest number that any pressable point of the muscle may reach."""
    points = [p.id for p in catalogue.muscles[text.muscle].points if p.self_press]
    each = [person.limits(catalogue, text.muscle, side, point) for point in points]
    return {
        name: max((limits[name] for limits in each), default=0) for name in ("discomfort", "hold")
    }


def test_what_programs_get(catalogue: Catalogue, guidance: dict[str, Guidance], share: int) -> None:
    answers = 0
    for number, person in enumerate(readers(catalogue)):
        for muscle in dealt(guidance, number, share):
            text = guidance[muscle]
            for side in SIDES:
                advice = advise(catalogue, person.situation, catalogue.muscles[muscle], side, text)
                told = json.loads(json.dumps(as_json.muscle_page(catalogue, advice)))
                about = (person.name, muscle, side)
                both = (told["press"] or {}).get("ways", ()), (told["stroke"] or {}).get("ways", ())
                shown = {tuple(way["steps"]) for ways in both for way in ways}
                for way in (*text.press, *text.stroke):
                    if person.forbids(catalogue, muscle, side, way):
                        assert way.steps not in shown, (about, way.title)
                for way in (told["press"] or {}).get("ways", ()):
                    how = way["tool"], way["posture"]
                    each = [person.limits(catalogue, muscle, side, p, *how) for p in way["points"]]
                    assert way["discomfort_cap"] <= max(least["discomfort"] for least in each)
                    assert way["hold_seconds"][1] <= max(least["hold"] for least in each)
                for stretch in told["stretch"]:
                    assert not person.forbids_stretch(catalogue, stretch["id"], side), about
                for point in (told["press"] or {}).get("points", ()):
                    least = person.limits(catalogue, muscle, side, point["id"])
                    assert point["discomfort_cap"] <= least["discomfort"], about
                    assert point["hold_seconds"][1] <= least["hold"], about
                answers += 1
    tell(f"{answers} answers for programs")


def test_the_command_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """Words on the command line reach the guard."""
    assert main(["muscle", "rhomboids", "--side", "right", "--json"]) == 0
    free = json.loads(capsys.readouterr().out)
    assert main(["muscle", "rhomboids", "--side", "right", "--with", "osteoporosis", "--json"]) == 0
    brittle = json.loads(capsys.readouterr().out)
    tools = [{way["tool"] for way in each["press"]["ways"]} for each in (free, brittle)]
    assert "ball_wall" in tools[0] - tools[1]
    assert main(["muscle", "rhomboids", "--side", "right", "--with", "blood_thinners"]) == 0
    assert "Press it" not in capsys.readouterr().out
    assert main(["find", "neck.posterior_lower", "--with", "loose_joints", "--json"]) == 0
    ranking = json.loads(capsys.readouterr().out)["ranking"]
    assert {row["press"] for row in ranking if row["muscle"] == "trapezius_upper"} == {"refuse"}
