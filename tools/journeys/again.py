"""What else must hold: one window a person, and nothing is lost when the current goes away."""

import sqlite3
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from tools.journeys.person import Person

SAME = 0.97  # share of the pixels that must be as before when the window is in front again


def raise_the_first(person: Person) -> None:
    """Cover the window; a second start must bring it back, and end."""
    person.begin("second")
    before = person.desk.picture()
    with person.step("Another program covers the window"):
        cover = person.desk.cover()
        person.wait_for("the cover is seen", lambda: likeness(before, person.desk.picture()) < 0.5)
    with person.step("Type the command again: the first window comes back"):
        second = person.desk.start()
        code = second.wait(60)
        person.expect(code == 0, f"the second start ended with {code}")
        person.wait_for(
            "the window is back", lambda: likeness(before, person.desk.picture()) > SAME
        )
    person.desk.end(cover)


def kill_and_offer(person: Person) -> None:
    """Kill the program during a hold; the next start must offer what was done."""
    person.begin("killed")
    with person.step("Press another muscle: levator scapulae"):
        person.click("Go to: Map")
        person.click("All muscles")
        person.click(r"\d+, Levator scapulae, right, .*")
        person.click("Start pressure session")
        person.click("Time to get ready", "slider")
        person.press("Home")
        person.click("Begin")
    with person.step("In the middle of its hold"):
        person.find("Hold, right", patience=20)
        person.press("4")
        person.pause(4.0)
    with person.step("kill -9, and type the command again: it offers what was done"):
        person.kill()
        person.open()
        person.find("A session was cut short", patience=60)
        person.find("Levator scapulae, right, .* before Unknot was closed[.]")
    with person.step("Record what was done"):
        person.click("Record what was done")
        person.find("Saved")
    with person.step("All three are in the journal"):
        person.click("Open the journal")
        for words in ("Levator scapulae, right", "Neck and shoulder reset", "Upper trapezius"):
            person.find(f".* · {words}.*", "list item")
    with person.step("Close the window"):
        person.close()
    with person.step("The file holds what was seen"):
        read_journal(person, person.desk.home / "data" / "journal.sqlite3")


def read_journal(person: Person, file: Path) -> None:
    """Look into the closed file with another program's eyes."""
    person.expect(file.stat().st_mode & 0o077 == 0, f"{file.name} can be read by others")
    connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    try:
        sessions = connection.execute(
            "SELECT id, subject, side, before, after, completed FROM sessions ORDER BY serial"
        ).fetchall()
        holds = connection.execute(
            "SELECT subject, side, ended, round(held) FROM holds WHERE session_id = ?"
            " ORDER BY ordinal",
            (sessions[0][0],),
        ).fetchall()
        levels = connection.execute(
            "SELECT level FROM felt WHERE session_id = ? ORDER BY ordinal", (sessions[0][0],)
        ).fetchall()
        marks = connection.execute("SELECT DISTINCT zone, side FROM marks").fetchall()
        broken = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    found = [session[1:] for session in sessions]
    person.expect(
        found
        == [
            ("trapezius_upper", "right", 6, 2, 1),
            ("neck_and_shoulder_reset", "midline", 4, 3, 1),
            ("levator_scapulae", "right", None, None, 0),
        ],
        f"the sessions in the file are {found}",
    )
    ends = [(side, ended) for _subject, side, ended, _held in holds]
    person.expect(
        ends == [("right", "completed"), ("right", "eased")] and holds[0][3] == 40.0,
        f"the holds in the file are {holds}",
    )
    person.expect([level for (level,) in levels] == [5, 4, 3], f"felt: {levels}")
    person.expect(marks == [("neck.posterior_lower", "right")], f"the map in the file: {marks}")
    person.expect(broken == "ok", f"the file is damaged: {broken}")


def likeness(one: QImage, other: QImage) -> float:
    """The share of pixels that are equal in both pictures."""
    first, second = (
        np.frombuffer(picture.constBits(), np.uint32, count=picture.width() * picture.height())
        for picture in (one, other)
    )
    return float(np.count_nonzero(first == second) / first.size)
