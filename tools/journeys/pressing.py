"""Journey 2: a short pressure session, in real time."""

from tools.journeys.neck import MUSCLE, no_other_side
from tools.journeys.person import Person

HOLD, MORE = 30, 10  # seconds of the shortest hold of this muscle, and of one press of "+"


def press_along(person: Person) -> None:
    """Press the first spot twice: one hold to its end, the other until it has eased."""
    person.begin("pressing")
    with person.step("Start the pressure session"):
        person.click("Start pressure session")
        person.find("Upper trapezius · right")
        no_other_side(person)
    with person.step("Shortest time to get ready, pain now 6"):
        person.click("Time to get ready", "slider")
        person.press("Home")
        person.find("5 s")
        person.click("Pain now, from 0 to 10")
        person.press("6")
        person.expect_described("Pain now, from 0 to 10", "6 of 10")
    with person.step("Begin: get ready"):
        person.click("Begin")
        person.find("Get ready, right")
        person.find("RIGHT")
        person.find("Picture: .*, right")
        no_other_side(person)
    with person.step("Hold, discomfort 5, then 4"):
        person.find("Hold, right", patience=20)
        person.press("5", "4")
        person.find("4 of 10")
        person.expect_described("Discomfort so far", "5, 4")
    with person.step("Ten seconds more"):
        left = person.seconds_left("Hold, right")
        person.press("plus")
        more = person.seconds_left("Hold, right")
        person.expect(left + MORE - 4 <= more <= left + MORE, f"{left} s became {more} s")
    with person.step("The hold ends by itself"):
        person.find("Let go, right", patience=HOLD + MORE)
        no_other_side(person)
    with person.step("Rest"):
        person.find("Rest, right", patience=10)
    with person.step("The second hold: it has eased (any key)"):
        person.find("Hold, right", patience=45)
        person.press("3")
        person.press("e")
        person.find("Let go, right", patience=3)
    with person.step("Done: rate it 2, and write a note"):
        person.find("Done. How was it[?]")
        person.press("2")
        person.expect_described("Pain now, from 0 to 10", "2 of 10")
        person.click("Note")
        person.write("Easier to turn the head.")
        person.find("Note")
    with person.step("Save"):
        person.click("Save")
        person.find("Saved")
        person.find(f"{MUSCLE}, .* It is in your journal, on this computer alone[.]")
        person.find("Pain before 6, after 2[.]")
        no_other_side(person)
    with person.step("Back to the guidance"):
        person.click("Done")
        person.find(MUSCLE)
