"""A changed setting is kept in its file and told; nonsense is refused."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.settings_presenter import SettingsPresenter
from guide.journal.settings import Settings
from guide.journal.visible import Theme


def test_a_change_is_told_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    presenter = SettingsPresenter(path, Settings())
    with qtbot.waitSignal(presenter.changed) as told:
        presenter.change("theme", Theme.DARK)
    assert told.args == [Settings(theme=Theme.DARK)]
    assert msgspec.json.decode(path.read_bytes(), type=Settings) == Settings(theme=Theme.DARK)


def test_the_same_value_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    presenter = SettingsPresenter(tmp_path / "settings.json", Settings())
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.change("sound", True)
    assert not (tmp_path / "settings.json").exists()


def test_nonsense_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    presenter = SettingsPresenter(tmp_path / "settings.json", Settings())
    with pytest.raises(msgspec.ValidationError):
        presenter.change("get_ready", 1000)
    assert presenter.settings == Settings()


def test_a_change_that_cannot_be_kept_holds_and_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    presenter = SettingsPresenter(blocked / "settings.json", Settings())
    with qtbot.waitSignal(presenter.failed):
        presenter.change("sound", False)
    assert presenter.settings.sound is False
