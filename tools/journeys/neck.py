"""Journey 1: from the sore side of a neck to the guidance of one muscle."""

import re

from tools.journeys.person import Person

ZONE = "Lower back of the neck · its right"
MUSCLE = "Upper trapezius, right"
OTHER_SIDE = re.compile(r"\b(its )?left\b", re.IGNORECASE)


def find_the_muscle(person: Person) -> None:
    """Click the right lower back of the neck, answer, and open the upper trapezius."""
    person.begin("neck")
    with person.step("Type the command, and see the figure"):
        person.open()
        person.find("Where does it hurt[?]", patience=60)
        person.find("Body map, seen from the front")
    with person.step("Turn to the back"):
        person.click("View: Back")
        person.find("Body map, seen from the back")
    with person.step("Click the right lower back of the neck"):
        painted = person.click(ZONE, "button")
        person.expect("Body map, seen from the back" in painted.inside, "it lies off the map")
        person.find("Take off: " + ZONE)
        no_other_side(person)
    answer(person)
    with person.step("Read the ranking"):
        person.find("Where it may come from")
        row = person.find(r"\d+, " + MUSCLE + r", .*")
        person.expect("lower back of the neck" in row.words, f"no reason is given: {row.words}")
        person.point(row)
        no_other_side(person)
    with person.step("Open the upper trapezius"):
        person.click(r"\d+, " + MUSCLE + r", .*")
        person.find(MUSCLE)
        person.find("First, take care")
        person.find("Not reviewed by a clinician[.]")
        no_other_side(person)
    for tab, words in (
        ("Find it", r".*finger-widths.*"),
        ("Press it", r"\d+–\d+ of 10"),
        ("Stretch it", r".*pull from the right side of the neck.*"),
        ("Keeps it going", r".*Shoulders held high.*"),
        ("Evidence", r".*tested on this very muscle.*"),
    ):
        with person.step(f"Read: {tab}"):
            person.click(tab)
            person.find(words)
            person.find(MUSCLE)


def answer(person: Person) -> None:
    """Answer what is asked, as somebody whose neck simply aches; count what must be clicked."""
    clicks = 1  # the neck itself
    with person.step("What fits best: aching or stiff, since today or some days"):
        person.find("What fits best[?]")
        person.click(r"Aching or stiff, since today or some days .*")
        clicks += 1
    with person.step("About you: none of these"):
        person.find("About you", "label")
        lines = asked(person, "About you")
        person.expect(len(lines) == 8, f"{len(lines)} lines are asked at once")
        person.click("None of these")
        person.wait_until_gone(lines[0])
        clicks += 1
    title, page = "Is any of this true for you now?", 0
    person.find(re.escape(title))
    while title in person.words():
        page += 1
        with person.step(f"None of the signs, page {page}"):
            lines = asked(person, title)
            person.expect(0 < len(lines) <= 8, f"{len(lines)} lines are asked at once")
            person.click("None of these")
            person.wait_until_gone(lines[0])
            clicks += 1
    with person.step(f"After {clicks} clicks it may be pressed"):
        person.find("Press: .*")
        person.expect(clicks <= 5, f"it took {clicks} clicks")


def asked(person: Person, title: str) -> list[str]:
    """The lines that stand below ``title``."""
    lines = [seen for seen in person.look() if "check box" in seen.role]
    return [seen.words for seen in lines if seen.description == title]


def no_other_side(person: Person) -> None:
    """Nothing beside the figure and the list may speak of the left: the right was clicked."""
    for element in person.look():
        place = any(
            name.startswith("Body map") or name in ("Areas of the body", "View")
            for name in element.inside
        )
        wrong = OTHER_SIDE.search(element.words) and "Left and right are" not in element.words
        person.expect(place or not wrong, f"this says left: {element.words!r}")
