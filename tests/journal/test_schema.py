"""The journal's file grows from version to version, wholly or not at all."""

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from guide.journal import schema
from guide.journal.store import Damage, Journal, NoticeKind
from tests.journal import samples

FIXTURES = Path(__file__).parent / "fixtures"


def user_version(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return schema.version_of(connection)
    finally:
        connection.close()


def a_mood(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE mood (id INTEGER PRIMARY KEY) STRICT")


def a_mistake(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE mood (id INTEGER PRIMARY KEY) STRICT")
    raise sqlite3.OperationalError("the step fails half way")


@pytest.fixture
def old(folder: Path) -> Path:
    """The journal that version 1 wrote, as it was released."""
    folder.mkdir(mode=0o700)
    path = folder / "journal.sqlite3"
    shutil.copyfile(FIXTURES / "journal_v1.sqlite3", path)
    path.chmod(0o600)
    return path


def test_the_journal_of_version_1_is_read(old: Path, now: datetime) -> None:
    with Journal.open(old.parent, now) as journal:
        assert (journal.notices, journal.damage()) == ((), Damage())
        assert journal.maps() == (samples.a_map(),)
        assert journal.sessions() == (samples.a_session(map_id=samples.a_map().id),)
        assert journal.unfinished() == samples.an_unfinished(7)


def test_the_journal_of_version_2_is_read(folder: Path, now: datetime) -> None:
    folder.mkdir(mode=0o700)
    shutil.copyfile(FIXTURES / "journal_v2.sqlite3", folder / "journal.sqlite3")
    (folder / "journal.sqlite3").chmod(0o600)
    with Journal.open(folder, now) as journal:
        assert (journal.notices, journal.damage()) == ((), Damage())
        assert journal.maps() == (samples.a_map(),)
        assert journal.sessions() == (samples.a_session(map_id=samples.a_map().id),)
        assert journal.unfinished() == samples.an_unfinished(7)
        assert journal.profile() == samples.a_profile()


def test_a_step_brings_an_old_journal_up_to_date(
    old: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, a_mood])
    with Journal.open(old.parent, now) as journal:
        assert (journal.notices, journal.saves) == ((), True)
        assert len(journal.sessions()) == 1
        journal.save_session(samples.a_session(5))
    assert user_version(old) == len(schema.MIGRATIONS)
    with Journal.open(old.parent, now) as journal:
        assert (journal.notices, len(journal.sessions())) == ((), 2)


def test_a_step_that_fails_leaves_the_old_journal(
    old: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, a_mistake])
        with Journal.open(old.parent, now) as journal:
            assert [notice.kind for notice in journal.notices] == [NoticeKind.NOT_SAVING]
            assert "left as it is" in journal.notices[0].text
    assert old.read_bytes() == before
    with Journal.open(old.parent, now) as journal:
        assert len(journal.sessions()) == 1


def test_an_older_program_leaves_the_newer_journal(
    old: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, a_mood])
        Journal.open(old.parent, now).close()
    with Journal.open(old.parent, now) as journal:
        assert [notice.kind for notice in journal.notices] == [NoticeKind.NEWER]
    assert user_version(old) == len(schema.MIGRATIONS) + 1


def test_the_tables_are_told_on_the_first_page(folder: Path, now: datetime) -> None:
    """So that no broken page but the first makes everything else unreadable."""
    Journal.open(folder, now).close()
    first = (folder / "journal.sqlite3").read_bytes()[:4096]
    assert first[100] == 13, "a leaf: it has no pages below it"


def test_every_table_is_strict_and_sealed() -> None:
    connection = sqlite3.connect(":memory:")
    schema.migrate(connection)
    tables = connection.execute(
        "SELECT name, wr, strict FROM pragma_table_list WHERE schema='main'"
    )
    found = {name: (wr, strict) for name, wr, strict in tables if not name.startswith("sqlite_")}
    assert found == dict.fromkeys(
        (
            "meta",
            "maps",
            "marks",
            "sessions",
            "holds",
            "felt",
            "unfinished",
            "profile",
        ),
        (1, 1),
    )
    for table in found:
        columns = connection.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchall()
        assert columns[-1] == ("checksum",)
    connection.close()
