"""Whatever storage answers becomes one sentence that says what to do."""

import errno
import sqlite3

import pytest

from guide.journal.errors import JournalError, database_sentence, file_sentence, is_damage, told


def of_sqlite(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("sqlite's own words")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_FULL", "The disk is full"),
        ("SQLITE_BUSY", "in use by another program"),
        ("SQLITE_LOCKED_SHAREDCACHE", "in use by another program"),
        ("SQLITE_READONLY_DIRECTORY", "its folder is read-only"),
        ("SQLITE_CANTOPEN", "its folder is read-only"),
        ("SQLITE_CONSTRAINT_CHECK", "outside what the journal keeps (sqlite's own words)"),
        ("SQLITE_CORRUPT_INDEX", "damaged"),
        ("SQLITE_NOTADB", "damaged"),
        ("SQLITE_IOERR_FSYNC", "The disk reported an error (sqlite's own words)"),
    ],
)
def test_the_database_is_put_into_words(name: str, words: str) -> None:
    with pytest.raises(JournalError) as raised, told():
        raise of_sqlite(name)
    assert words in str(raised.value)
    assert isinstance(raised.value.__cause__, sqlite3.Error)


def test_a_garbled_message_is_damage() -> None:
    error = UnicodeDecodeError("utf-8", b"\xc0", 0, 1, "invalid start byte")
    assert is_damage(error)
    assert "damaged" in database_sentence(error)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_has_one_sentence(number: int) -> None:
    assert file_sentence(OSError(number, "x")) == database_sentence(of_sqlite("SQLITE_FULL"))


def test_a_file_error_names_the_place() -> None:
    said = file_sentence(PermissionError(errno.EACCES, "Permission denied", "/x/y"))
    assert "Permission denied: /x/y" in said
    assert "could not be written (OSError)" in file_sentence(OSError())


@pytest.mark.parametrize(
    "error", [OverflowError(), UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogate")]
)
def test_what_cannot_be_kept_is_said(error: Exception) -> None:
    with pytest.raises(JournalError, match="cannot be kept"), told():
        raise error


def test_a_mistake_of_the_program_is_not_dressed_up() -> None:
    with pytest.raises(KeyError), told():
        raise KeyError("a mistake")
