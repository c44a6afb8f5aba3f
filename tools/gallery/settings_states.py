"""The settings page, and the notices of the window."""

from PySide6.QtWidgets import QScrollArea, QWidget

from guide.app.packs_presenter import PackRow, PacksState
from guide.journal.settings import Settings
from guide.ui.packs_card import PacksCard
from guide.ui.settings_page import SettingsPage
from tools.gallery.scene import Scene, State, settle


def states() -> list[State]:
    """All of them."""
    return [
        State("settings", "all", _settings),
        State("settings", "packs", _packs),
        State("settings", "pack_offered", _offered),
        State("settings", "pack_refused", _refused),
        State("map", "notice", _notice),
    ]


def _settings(scene: Scene) -> QWidget:
    page = SettingsPage(scene.look, Settings(), scene.folder)
    window = scene.window(page, "settings")
    window.show()
    return window


THIGHS = PackRow(
    "thigh_care",
    "Thigh care",
    "Version 1.0, by A. Physio. Licence: CC BY 4.0.",
    ("1 stretch", "1 movement", "1 routine", "1 lesson"),
    "From the pack Thigh care, checked by nobody but its author.",
)
GERMAN = PackRow(
    "deutsch",
    "Deutsche Texte",
    "Version 2.1, by A. Translator. Licence: CC BY 4.0.",
    ("In de: the texts of 118 muscles, 104 stretches and movements, 20 lessons",),
    "From the pack Deutsche Texte, checked by nobody but its author.",
)
CHANGED = PackRow(
    "knees",
    "knees",
    problem="The pack Knees was changed on the disk after it was checked, and is not used. "
    "Remove it, and add it anew.",
)


def _packs(scene: Scene) -> QWidget:
    told = "Thigh care was added. It is used from the next start of Unknot."
    return _with_packs(scene, PacksState((CHANGED, THIGHS), told=told))


def _offered(scene: Scene) -> QWidget:
    return _with_packs(scene, PacksState((THIGHS,), offered=GERMAN))


def _refused(scene: Scene) -> QWidget:
    wrong = (
        "The pack was not added. stretches/knees-far_bend/facts.toml, line 5: the hold is 300 s. "
        "Keep it between 5 and 60 s."
    )
    return _with_packs(scene, PacksState(wrong=wrong))


def _with_packs(scene: Scene, state: PacksState) -> QWidget:
    """The page scrolled to its last card."""

    def card() -> QWidget:
        return PacksCard(scene.look, state)

    page = SettingsPage(scene.look, Settings(), scene.folder, card)
    window = scene.window(page, "settings")
    window.show()
    settle()
    area = page.findChild(QScrollArea)
    assert area is not None
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return window


def _notice(scene: Scene) -> QWidget:
    made = scene.map()
    made.window.tell("The journal in this folder can be read but not written.")
    return made.window
