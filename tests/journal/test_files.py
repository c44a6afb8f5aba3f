"""Whole files, private files, dated names."""

import errno
import os
import stat
from datetime import datetime
from pathlib import Path

import pytest

from guide.journal.files import make_private_folder, set_aside, tighten_file, write_whole

STEPS = ("mkstemp", "fchmod", "fsync", "replace")


def fail_at(patched: pytest.MonkeyPatch, step: str, number: int) -> None:
    """Make the call `number` of `step` fail as on a full disk."""
    owner, name = {
        "mkstemp": ("tempfile", "mkstemp"),
        "fchmod": ("os", "fchmod"),
        "fsync": ("os", "fsync"),
        "replace": ("pathlib.Path", "replace"),
    }[step]
    calls = []
    real = getattr(Path if owner == "pathlib.Path" else __import__(owner), name)

    def failing(*args: object, **named: object) -> object:
        calls.append(args)
        if len(calls) == number:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*args, **named)

    patched.setattr(f"{owner}.{name}", failing)


@pytest.mark.parametrize("step", STEPS)
def test_a_write_that_fails_anywhere_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "kept.json"
    write_whole(path, b"old")
    with monkeypatch.context() as patched:
        fail_at(patched, step, 1)
        with pytest.raises(OSError, match="No space"):
            write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path], "no draft is left"


def test_a_folder_that_cannot_be_synced_is_told_with_the_new_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept.json"
    write_whole(path, b"old")
    with monkeypatch.context() as patched:
        fail_at(patched, "fsync", 2)
        with pytest.raises(OSError, match="No space"):
            write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_file_is_written_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "a name\nwith ü.json"
    before = os.umask(0)
    try:
        write_whole(path, b"content")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"content"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_folder_is_private_and_a_loose_one_is_tightened(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert not make_private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o750)
    assert make_private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not make_private_folder(folder)


def test_a_loose_file_is_tightened(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("x")
    path.chmod(0o640)
    assert tighten_file(path)
    assert not tighten_file(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_set_aside_takes_a_free_name(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "journal.sqlite3"
    names = []
    for content in ("1", "2"):
        path.write_text(content)
        names.append(set_aside(path, now).name)
    assert names == [
        "journal-damaged-2026-11-22-150405.sqlite3",
        "journal-damaged-2026-11-22-150405-2.sqlite3",
    ]
    assert [(tmp_path / name).read_text() for name in names] == ["1", "2"]
