"""One window a person: a second start brings the first one to the front.

The two meet in a file of the cache folder, which only this person can open: the later start writes
a word into it, and the first window, which watches the file, wipes the word out as its answer.
"""

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QThread, Signal, Slot

CALL_NAME = "window.call"
ANSWER_MS, LOOK_MS = 2000, 10


class RaiseServer(QObject):
    """Listens for later starts."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = folder / CALL_NAME
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_changed)
        self.listening = self._wipe() and self._watcher.addPath(str(self._path))

    @Slot(str)
    def _on_changed(self, _path: str) -> None:
        if _waiting(self._path):  # our own wiping is a change too
            self._wipe()
            self.raise_requested.emit()

    def _wipe(self) -> bool:
        """Empty the file, also of what was left by a killed program; False where it cannot be."""
        try:
            os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Stop listening."""
        self._watcher.removePath(str(self._path))


def raise_first(folder: Path) -> bool:
    """Ask the window that runs already to come to the front; False when it does not answer."""
    path = folder / CALL_NAME
    try:
        with path.open("r+b") as file:
            file.write(b"raise")
    except OSError:
        return False
    for _look in range(ANSWER_MS // LOOK_MS):
        if not _waiting(path):
            return True
        QThread.msleep(LOOK_MS)
    return False


def _waiting(path: Path) -> bool:
    """Whether a word stands in the file."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False
