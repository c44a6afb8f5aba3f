"""The lock of the only window; a light module, because every start asks for it."""

from pathlib import Path

from PySide6.QtCore import QLockFile

LOCK_NAME = "window.lock"


def take_lock(folder: Path) -> QLockFile | None:
    """The lock of the only window, or None when another one holds it.

    Raises OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = QLockFile(str(folder / LOCK_NAME))
    lock.setStaleLockTime(0)  # only a dead process loses it, never a slow one
    if lock.tryLock(0):
        return lock
    if lock.error() == QLockFile.LockError.LockFailedError:
        return None
    raise PermissionError(f"{folder} cannot be written")
