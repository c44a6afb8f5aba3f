"""The settings: a change is checked, kept and said to all at once."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from guide.journal.errors import JournalError
from guide.journal.settings import Settings, Value, save


class SettingsPresenter(QObject):
    """Holds the settings of the person and writes every change."""

    changed = Signal(object)  # Settings
    failed = Signal(str)  # one sentence: the change holds for now, but could not be kept

    def __init__(self, path: Path, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.settings = settings

    @Slot(str, object)
    def change(self, key: str, value: Value) -> None:
        """Give the setting ``key`` the ``value``; raises `msgspec.ValidationError` for nonsense."""
        values = {**msgspec.to_builtins(self.settings), key: value}
        changed = msgspec.convert(values, Settings)
        if changed == self.settings:
            return
        self.settings = changed
        self.changed.emit(changed)
        try:
            save(self._path, changed)
        except JournalError as error:
            self.failed.emit(str(error))
