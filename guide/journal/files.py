"""Private folders and whole files: nobody else reads them, and nothing is ever half written."""

import os
import tempfile
from datetime import datetime
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_OTHERS = 0o077


def make_private_folder(folder: Path) -> bool:
    """Make `folder` (and its parents) for this person alone; True when it was found looser.

    The mode is set after making, so that no umask changes it. Raises OSError.
    """
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        folder.chmod(PRIVATE_FOLDER)
        return False
    return _tighten(folder, PRIVATE_FOLDER)


def tighten_file(path: Path) -> bool:
    """Take the others' rights off a file of ours; True when it was found looser."""
    return _tighten(path, PRIVATE_FILE)


def _tighten(path: Path, mode: int) -> bool:
    if os.name != "posix" or not path.stat().st_mode & _OTHERS:
        return False
    path.chmod(mode)
    return True


def create_private_file(path: Path) -> None:
    """Make an empty file for this person alone; FileExistsError when there is one."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE)
    try:
        _keep_private(handle)
    finally:
        os.close(handle)


def _keep_private(handle: int) -> None:
    if os.name == "posix":  # whatever the umask took away or left
        os.fchmod(handle, PRIVATE_FILE)


def write_whole(path: Path, content: bytes) -> None:
    """Write `path` whole or not at all, readable by this person alone. Raises OSError.

    A draft beside it is synced, then renamed over it, then the folder is synced: after a power
    cut there is the old file or the new one.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".draft", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _keep_private(file.fileno())
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make the content of `path` durable. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` durable, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_aside(path: Path, now: datetime) -> Path:
    """Rename `path` to a dated name beside it that nobody has; return the new path.

    ``journal.sqlite3`` becomes ``journal-damaged-2026-11-22-150405.sqlite3``. Raises OSError.
    """
    stem = f"{path.stem}-damaged-{now:%Y-%m-%d-%H%M%S}"
    number, target = 1, path.with_name(stem + path.suffix)
    while os.path.lexists(target):
        number += 1
        target = path.with_name(f"{stem}-{number}{path.suffix}")
    path.rename(target)
    sync_folder(path.parent)
    return target
