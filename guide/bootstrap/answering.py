"""The second stage of the start: what makes the painted figure answer.

Content, settings, the profile, the map's presenter, and what is beside the figure.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot

from guide.app.map_presenter import MapPresenter
from guide.app.profile_presenter import ProfilePresenter
from guide.app.settings_presenter import SettingsPresenter
from guide.i18n import _
from guide.ids import new_id
from guide.journal import settings as settings_file
from guide.journal.settings import Settings
from guide.packs.opening import open_shelf
from guide.ui.requests import MapRequests, connect_map

if TYPE_CHECKING:
    from guide.bootstrap.program import Program
    from guide.ui.map_page import MapPage


class Answering(QObject):
    """Ties the map page to its presenter, and settings to looks."""

    def __init__(self, program: "Program") -> None:
        """Raises `ContentError` or `AtlasError` when the installation is damaged."""
        super().__init__(program)
        self._program, window, page = program, program.window, program.page
        settings, problem = settings_file.load(program.places.settings_file, program.wall())
        self.shelf, self.packs = open_shelf(program.places.data)
        self.catalogue = self.shelf.catalogue
        program.pictures.packed = self.shelf.picture
        self.map = MapPresenter(self.catalogue, self.shelf.guidance, program.wall, new_id, self)
        self._show_figure(settings)
        self.settings = SettingsPresenter(program.places.settings_file, settings, self)
        self.profile = ProfilePresenter(program.wall, self)
        self.requests = MapRequests(self)
        connect_map(self.requests, self.map)
        window.add_page("map", _("Map"), self._map_page)
        page.begin(self.catalogue, self.requests, self.map.state)
        window.show_page("map")
        self.map.changed.connect(page.show_state)
        self.map.failed.connect(window.tell)
        self.map.profile_told.connect(self.profile.keep)
        self.map.stop_withdrawn.connect(self.profile.clinician_has_looked)
        self.profile.changed.connect(self.map.use_profile)
        self.profile.failed.connect(window.tell)
        self.settings.changed.connect(self._on_settings)
        self.settings.failed.connect(window.tell)
        self.requests.setting.connect(self.settings.change)
        program.look.changed.connect(page.rebuild_panels)
        program.appearance.follow(settings.visible)  # a damaged file was read in part
        if problem:
            window.tell(problem)
        page.body.setFocus()

    def _map_page(self) -> "MapPage":
        return self._program.page

    @Slot(object)
    def _on_settings(self, settings: Settings) -> None:
        self._program.appearance.follow(settings.visible)
        self._show_figure(settings)

    def _show_figure(self, settings: Settings) -> None:
        sight, s = self.map.state.intent.sight, settings
        self.map.see(replace(sight, figure=s.figure, build=s.build, clothed=s.clothed))
