"""A file is judged before it is trusted, and made whole or not at all."""

import sqlite3
from pathlib import Path

import pytest

from guide.journal import rows
from guide.journal.database import (
    Damaged,
    Newer,
    beside,
    blames_file,
    connect,
    create_file,
    look,
    migrate,
    verify,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "journal.sqlite3"
    create_file(made)
    return made


def test_a_new_file_is_trusted_and_alone(path: Path) -> None:
    look(path)
    connection = connect(path)
    verify(connection, path)
    migrate(connection)
    connection.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_could_not_be_made_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(connection: sqlite3.Connection, key: str, value: int) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(rows, "set_meta", broken)
        with pytest.raises(sqlite3.OperationalError):
            create_file(tmp_path / "journal.sqlite3")
    assert not (tmp_path / "journal.sqlite3").exists()
    create_file(tmp_path / "journal.sqlite3")
    look(tmp_path / "journal.sqlite3")


@pytest.mark.parametrize(
    ("statement", "trouble"),
    [
        ("PRAGMA user_version = 9", Damaged),
        ("CREATE TABLE more (x)", Damaged),
        ("DROP TABLE felt", Damaged),
        ("DELETE FROM meta WHERE key = 'maps'", Damaged),
        ("UPDATE meta SET value = 5 WHERE key = 'high_water'", Damaged),
        ("DROP TABLE meta", Damaged),
    ],
)
def test_what_we_did_not_make_is_not_trusted(
    path: Path, statement: str, trouble: type[Exception]
) -> None:
    connection = connect(path)
    connection.execute(statement)
    with pytest.raises(trouble):
        verify(connection, path)
    connection.close()


def test_a_version_of_later_is_newer(path: Path) -> None:
    connection = connect(path)
    rows.set_meta(connection, "schema", 9)
    connection.execute("PRAGMA user_version = 9")
    with pytest.raises(Newer):
        verify(connection, path)
    connection.close()


def test_an_error_of_the_disk_does_not_blame_the_file() -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = "SQLITE_IOERR_READ"
    assert not blames_file(error)
    error.sqlite_errorname = "SQLITE_CORRUPT"
    assert blames_file(error)


def test_what_sqlite_puts_beside_a_file_is_found(path: Path) -> None:
    assert beside(path) == []
    (path.parent / f"{path.name}-wal").touch()
    assert [file.name for file in beside(path)] == ["journal.sqlite3-wal"]
