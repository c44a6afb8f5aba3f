"""The settings page, and the notices of the window."""

from PySide6.QtWidgets import QWidget

from guide.journal.settings import Settings
from guide.ui.settings_page import SettingsPage
from tools.gallery.scene import Scene, State


def states() -> list[State]:
    """All of them."""
    return [State("settings", "all", _settings), State("map", "notice", _notice)]


def _settings(scene: Scene) -> QWidget:
    page = SettingsPage(scene.look, Settings(), scene.folder)
    window = scene.window(page, "settings")
    window.show()
    return window


def _notice(scene: Scene) -> QWidget:
    made = scene.map()
    made.window.tell("The journal in this folder can be read but not written.")
    return made.window
