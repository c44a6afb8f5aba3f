"""From a damaged file comes what is healthy, and nothing else."""

from datetime import datetime
from pathlib import Path

import pytest

from guide.core.safety.profile import Profile
from guide.journal.database import connect
from guide.journal.rescue import salvage
from guide.journal.store import Damage, Journal
from tests.journal import samples


@pytest.fixture
def aside(tmp_path: Path, now: datetime) -> Path:
    with Journal.open(tmp_path / "old", now) as journal:
        journal.save_map(samples.a_map())
        for number in range(1, 4):
            journal.save_session(samples.a_session(number, note=f"note {number}"))
        journal.save_profile(samples.a_profile())
    return tmp_path / "old" / "journal.sqlite3"


def test_healthy_entries_are_carried_over(aside: Path, journal: Journal) -> None:
    aside.write_bytes(aside.read_bytes().replace(b"note 2", b"note 9"))
    assert journal._connection is not None
    said = salvage(aside, journal._connection)
    assert said == "3 healthy entries were carried over."
    assert [session.note for session in journal.sessions()] == ["note 3", "note 1"]
    assert (journal.maps(), journal.damage()) == ((samples.a_map(),), Damage())
    assert journal.profile() == samples.a_profile()


def test_of_a_damaged_profile_the_healthy_part_is_carried_over_and_asked_again(
    aside: Path, journal: Journal
) -> None:
    aside.write_bytes(aside.read_bytes().replace(b"blood_thinners", b"flood_thinners"))
    assert journal._connection is not None
    said = salvage(aside, journal._connection)
    assert said.startswith("4 healthy entries were carried over. A part of what you told")
    found = journal.profile()
    assert (found.asked, [item.entry for item in found.items]) == (False, ["injection"])
    assert journal.damage() == Damage()


def test_an_old_journal_has_no_profile_to_lose(tmp_path: Path, journal: Journal) -> None:
    old = Path(__file__).parent / "fixtures" / "journal_v1.sqlite3"
    assert journal._connection is not None
    assert salvage(old, journal._connection) == "2 healthy entries were carried over."
    assert (journal.profile(), journal.damage()) == (Profile(), Damage())


def test_a_file_without_entries_says_nothing(tmp_path: Path, journal: Journal) -> None:
    (tmp_path / "list").write_text("eggs")
    assert journal._connection is not None
    assert salvage(tmp_path / "list", journal._connection) == ""
    assert salvage(tmp_path, journal._connection) == ""


def test_entries_that_cannot_be_written_are_said_and_none_is_half_there(
    aside: Path, folder: Path, now: datetime
) -> None:
    Journal.open(folder, now).close()
    connection = connect(folder / "journal.sqlite3")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with Journal.open(aside.parent, now) as journal:
        for number in range(10, 60):
            journal.save_session(samples.a_session(number, note="n" * 900))
    said = salvage(aside, connection)
    connection.close()
    assert said.startswith("Nothing could be carried over: The disk is full")
    with Journal.open(folder, now) as journal:
        assert (journal.sessions(), journal.maps(), journal.notices) == ((), (), ())
