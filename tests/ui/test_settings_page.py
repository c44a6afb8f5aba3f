"""The page shows what is declared, and every change is asked for at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guide.core.anatomy import FigureName
from guide.journal.settings import Settings, declared
from guide.journal.visible import TextSize, Theme
from guide.ui.look import Look
from guide.ui.settings_page import SettingsPage
from guide.ui.window import MainWindow


@pytest.fixture
def page(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[SettingsPage]:
    made = SettingsPage(look, Settings(), tmp_path)
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("settings", "Settings", lambda: made)
    window.show_page("settings")
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.close()


def _press(qtbot: QtBot, page: SettingsPage, key: str, text: str) -> list[object]:
    found = [b for b in page.controls[key].findChildren(QPushButton) if b.text() == text]
    with qtbot.waitSignal(page.change_requested) as asked:
        qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    return list(asked.args or [])


def test_every_declared_setting_has_a_control(page: SettingsPage) -> None:
    assert list(page.controls) == [setting.key for setting in declared()]


def test_choices_ask_for_their_values(qtbot: QtBot, page: SettingsPage) -> None:
    assert _press(qtbot, page, "theme", "Dark") == ["theme", Theme.DARK]
    assert _press(qtbot, page, "text_size", "200 %") == ["text_size", TextSize.LARGEST]
    assert _press(qtbot, page, "figure", "Male") == ["figure", FigureName.MALE]
    assert _press(qtbot, page, "sound", "Off") == ["sound", False]


def test_a_number_goes_up_and_down_within_its_range(qtbot: QtBot, page: SettingsPage) -> None:
    less, more = page.controls["get_ready"].findChildren(QPushButton)
    with qtbot.waitSignal(page.change_requested) as asked:
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert asked.args == ["get_ready", 15]
    page.show_settings(Settings(get_ready=5))
    less, more = page.controls["get_ready"].findChildren(QPushButton)
    assert not less.isEnabled()
    assert more.isEnabled()


def test_the_folder_is_shown_and_can_be_the_usual_one_again(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    page.show_settings(Settings(data_folder=str(tmp_path / "other")))
    assert _press(qtbot, page, "data_folder", "Use the usual folder") == ["data_folder", ""]


def test_a_larger_text_builds_the_page_again_with_its_values(
    qtbot: QtBot, page: SettingsPage, look: Look
) -> None:
    page.show_settings(Settings(theme=Theme.DARK))
    look.set(look.tokens, 2.0, False)
    dark = [b for b in page.controls["theme"].findChildren(QPushButton) if b.text() == "Dark"]
    assert dark[0].isChecked()
    look.set(look.tokens, 1.0, False)
