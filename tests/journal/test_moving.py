"""A journal that is moved is whole at every moment, in one place or the other."""

import errno
import os
from datetime import datetime
from pathlib import Path

import pytest

from guide.journal.places import own_folder
from guide.journal.store import Damage, Journal, JournalError
from tests.journal import samples


@pytest.fixture
def filled(journal: Journal) -> Journal:
    journal.save_map(samples.a_map())
    journal.save_session(samples.a_session(map_id=samples.a_map().id))
    journal.save_unfinished(samples.an_unfinished(5))
    journal.save_profile(samples.a_profile())
    return journal


def keep_nothing() -> None:
    """As if the setting had been saved."""


def test_a_journal_goes_on_in_the_new_folder(
    filled: Journal, folder: Path, tmp_path: Path, now: datetime
) -> None:
    new = own_folder(tmp_path / "stick")
    kept: list[bool] = []
    filled.move_to(new, now, lambda: kept.append((new / "journal.sqlite3").exists()))
    assert kept == [True], "the copy is there before the next start is told of it"
    assert list(folder.iterdir()) == [], "nothing of the journal stays behind"
    filled.save_session(samples.a_session(6))
    filled.close()
    with Journal.open(new, now, create=False) as journal:
        assert (journal.notices, journal.damage()) == ((), Damage())
        assert len(journal.sessions()) == 2
        assert journal.maps() == (samples.a_map(),)
        assert journal.unfinished() == samples.an_unfinished(5)
        assert journal.profile() == samples.a_profile()
    assert {path.stat().st_mode & 0o777 for path in new.iterdir()} == {0o600}


def test_a_folder_with_a_journal_is_refused(filled: Journal, tmp_path: Path, now: datetime) -> None:
    other = tmp_path / "other"
    with Journal.open(other / "unknot", now) as journal:
        journal.save_session(samples.a_session(9))
    with pytest.raises(JournalError, match="has a journal already"):
        filled.move_to(own_folder(other), now, keep_nothing)
    with Journal.open(other / "unknot", now) as journal:
        assert [session.id for session in journal.sessions()] == [samples.an_id(9)]
    filled.save_session(samples.a_session(6))


def test_a_setting_that_cannot_be_saved_leaves_the_journal_where_it_is(
    filled: Journal, folder: Path, tmp_path: Path, now: datetime
) -> None:
    def refuse() -> None:
        raise JournalError("The disk is full.")

    with pytest.raises(JournalError, match="disk is full"):
        filled.move_to(own_folder(tmp_path / "stick"), now, refuse)
    assert list((tmp_path / "stick" / "unknot").iterdir()) == []
    filled.save_session(samples.a_session(6))
    assert filled.path.parent == folder
    assert len(filled.sessions()) == 2


def test_a_copy_that_cannot_be_synced_is_not_trusted(
    filled: Journal, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", broken)
        with pytest.raises(JournalError, match="Input/output error"):
            filled.move_to(own_folder(tmp_path / "stick"), now, keep_nothing)
    assert list((tmp_path / "stick" / "unknot").iterdir()) == []
    assert len(filled.sessions()) == 1


def test_a_place_that_cannot_be_written_is_said(filled: Journal, now: datetime) -> None:
    with pytest.raises(JournalError, match="could not be written"):
        filled.move_to(Path("/proc"), now, keep_nothing)
    assert len(filled.sessions()) == 1


def test_a_journal_that_cannot_be_written_is_not_moved(tmp_path: Path, now: datetime) -> None:
    journal = Journal.open(Path("/proc/nowhere"), now)
    with pytest.raises(JournalError, match="cannot be moved"):
        journal.move_to(tmp_path, now, keep_nothing)
