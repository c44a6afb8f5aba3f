"""Every state of the page about the person."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from guide.app.areas import places_in
from guide.core.anatomy import Side
from guide.core.safety import TOLD_TO_STOP, Profile, ProfileItem
from guide.ui.profile.page import ProfilePage
from tools.gallery.scene import NOON, ORDINARY, Scene, State


def states() -> list[State]:
    """All of them."""
    return [
        State("profile", "empty", _with(Profile())),
        State("profile", "entries", _entries),
        State("profile", "a session was stopped", _with(_stopped())),
    ]


def _stopped() -> Profile:
    return replace(ORDINARY, items=(ProfileItem(TOLD_TO_STOP),))


def _with(profile: Profile) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        page = ProfilePage(scene.look, scene.catalogue, profile, NOON.date)
        return scene.window(page, "profile")

    return build


def _entries(scene: Scene) -> QWidget:
    veins = ProfileItem("varicose_veins", places_in(scene.catalogue, "calf", Side.LEFT))
    profile = replace(ORDINARY, items=(ProfileItem("blood_thinners"), veins))
    return _with(profile)(scene)
