"""Journey 3: the stretching routine, and both sessions in the journal."""

import re

from tools.journeys.person import Element, Person

ROUTINE = "Neck and shoulder reset"
DONE = "Done. How was it?"
LEAST = 6  # stretches that the routine must have
MOST = 60  # key presses after which the routine should long have ended
PICTURE = re.compile(r"Picture: (?P<name>[^·]*), (?P<side>left|right|middle)")


def stretch_along(person: Person) -> None:
    """Follow the first stretch in real time, the second side too, then skip forward by keys."""
    person.begin("stretching")
    with person.step("Open the routines"):
        person.click("Go to: Stretch")
        person.find(ROUTINE)
    with person.step("Choose the routine, shortest time to get ready, pain now 4"):
        person.click("Start: " + ROUTINE)
        person.click("Time to get ready", "slider")
        person.press("Home")
        person.click("Pain now, from 0 to 10")
        person.press("4")
        person.expect_described("Pain now, from 0 to 10", "4 of 10")
    with person.step("Begin: the right side is announced, and what comes next"):
        person.click("Begin")
        person.find("Get ready, right")
        shows(person, "Ear to shoulder", "right", "Ear to shoulder · left")
    with person.step("Hold the first stretch on the right"):
        person.find("Hold, right", patience=15)
        shows(person, "Ear to shoulder", "right", "Ear to shoulder · left")
    with person.step("After twenty seconds the side is switched by itself"):
        person.find("Switch side, left", patience=25)
        shows(person, "Ear to shoulder", "left", "Nose to armpit · right")
    with person.step("Hold it on the left"):
        person.find("Hold, left", patience=15)
        shows(person, "Ear to shoulder", "left", "Nose to armpit · right")
    skip_to_the_end(person)
    with person.step("Rate it 3, and save"):
        person.press("3")
        person.expect_described("Pain now, from 0 to 10", "3 of 10")
        person.click("Save")
        person.find("Saved")
        person.find("Pain before 4, after 3[.]")
    with person.step("Find both sessions in the journal"):
        person.click("Open the journal")
        person.find(".* · Upper trapezius, right, Pressure · .* · pain 6 → 2")
        person.find(f".* · {ROUTINE}, Stretch · .* · pain 4 → 3")
        person.expect_described("Pain before and after", ".*6 → 2.*4 → 3")
    with person.step("Open the pressure session in the journal"):
        person.click(".* · Upper trapezius, right, Pressure · .*")
        person.find(".*Easier to turn the head[.].*")


def skip_to_the_end(person: Person) -> None:
    """Press a key for every step that is left, and see every stretch with its picture."""
    shown: list[tuple[str, str]] = []
    for _press in range(MOST):
        seen = person.look()
        if any(element.words == DONE for element in seen):
            break
        now = pictured(seen)
        if now is not None and now not in shown:
            shown.append(now)
            with person.step(f"Skip forward by keys: {now[0]}, {now[1]}"):
                drawn(person, seen)
                person.expect(
                    now[1] == "middle" or now[1].upper() in [each.words for each in seen],
                    f"the picture is of the {now[1]}, the large word is not",
                )
        person.press("n")
        person.pause(0.35)  # a second press within 250 ms would mean "back"
    person.find(re.escape(DONE))
    names = dict.fromkeys(name for name, _side in shown)
    person.expect(len(names) >= LEAST, f"only {list(names)} were shown")
    for name in names:
        sides = [side for each, side in shown if each == name]
        person.expect(
            sides in (["right", "left"], ["left"], ["middle"]), f"{name} was shown for {sides}"
        )
    lone = [name for name in names if [each for each, _ in shown].count(name) == 1]
    one_sided = [name for name in lone if (name, "left") in shown]
    person.expect(one_sided in ([], ["Ear to shoulder"]), f"one side only: {one_sided}")


def pictured(seen: list[Element]) -> tuple[str, str] | None:
    """The stretch and side of the large picture."""
    matches = [PICTURE.fullmatch(element.words) for element in seen]
    return next(((found["name"], found["side"]) for found in matches if found), None)


def drawn(person: Person, seen: list[Element]) -> None:
    """Every picture must be there: where one cannot be read, its element says so."""
    for element in seen:
        if element.name.startswith("Picture: "):
            cannot = any(word in element.description for word in ("There are no", "cannot be"))
            person.expect(not cannot, f"{element.name}: {element.description}")


def shows(person: Person, stretch: str, side: str, following: str) -> None:
    """The picture, the large word and what comes next must agree."""
    person.find(f"Picture: {stretch}, {side}")
    drawn(person, person.look())
    person.find(side.upper())
    person.find(following)
    other = {"left": "RIGHT", "right": "LEFT"}[side]
    person.expect(other not in person.words(), f"the large word {other} shows for the {side}")
