"""The lock of the only window."""

from pathlib import Path

import pytest

from guide.ui.window_lock import take_lock


def test_the_lock_is_held_by_one(tmp_path: Path) -> None:
    first = take_lock(tmp_path)
    assert first is not None
    assert take_lock(tmp_path) is None
    first.unlock()
    again = take_lock(tmp_path)
    assert again is not None
    again.unlock()


def test_the_folder_is_made_for_this_person_alone(tmp_path: Path) -> None:
    lock = take_lock(tmp_path / "cache")
    assert lock is not None
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700
    lock.unlock()


def test_where_no_folder_can_be_made_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="file"):
        take_lock(tmp_path / "file" / "cache")
