"""The third stage of the start: what neither the figure nor the map needs.

Journal, sessions, the other pages, and the server that hears later starts.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, Slot

from guide.app.awake import ScreenKeeper
from guide.app.journal_presenter import JournalPresenter
from guide.app.learn import Address, Page
from guide.app.session_presenter import SessionPresenter
from guide.app.session_state import Options
from guide.app.sound import TonePlayer
from guide.app.speech import SystemVoice
from guide.bootstrap.cards import Cards
from guide.bootstrap.memory import give_back_large, keep_working
from guide.bootstrap.one_window import RaiseServer
from guide.i18n import _, language
from guide.ids import new_id
from guide.journal import settings as settings_file
from guide.journal.errors import JournalError
from guide.journal.places import own_folder
from guide.journal.settings import Settings, Value, Voice
from guide.journal.store import Journal
from guide.ui.plotting import Plotting

if TYPE_CHECKING:
    from guide.app.packs_presenter import PacksPresenter
    from guide.bootstrap.learning import Learning
    from guide.bootstrap.program import Program
    from guide.ui.journal.page import JournalPage
    from guide.ui.learn.page import LearnPage
    from guide.ui.packs_card import PacksCard
    from guide.ui.profile.page import ProfilePage
    from guide.ui.session.page import SessionPage
    from guide.ui.session.routines import RoutinesPage
    from guide.ui.settings_page import SettingsPage


class Rest(QObject):
    """Journal, sessions, the other pages, and the server that hears later starts."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        give_back_large()
        self._program, self._window = program, program.window
        settings, wall = program.settings.settings, program.wall
        chosen = settings.data_folder
        folder = Path(chosen) if chosen else program.places.data
        self.journal = Journal.open(folder, wall(), create=not chosen)
        for notice in self.journal.notices:
            self._window.tell(notice.text)
        for found in program.packs:
            if found.problem:
                self._window.tell(found.problem)
        program.map.use_journal(self.journal)
        program.profile.use_journal(self.journal)
        self.player, self.keeper = TonePlayer(clock=program.now), ScreenKeeper()
        self.sessions = SessionPresenter(
            program.catalogue,
            self.journal,
            program.map,
            program.map.read_guidance,
            self.player,
            self.keeper,
            program.now,
            wall,
            new_id,
            SystemVoice(language(), self),
            self,
        )
        self.history = JournalPresenter(self.journal, wall, self)
        self.plotting = Plotting(self)
        self._session_page: SessionPage | None = None
        self._routines: RoutinesPage | None = None
        self._packs: PacksPresenter | None = None
        self._learning: Learning | None = None
        self.server = RaiseServer(program.places.cache, self)
        self.server.raise_requested.connect(self._window.raise_up)
        program.page.body.renderer.drawn.connect(self._on_drawn)
        self.cards = Cards(program, self)
        self._add_pages()
        self._connect()
        self._on_settings(settings)
        self.sessions.offer_unfinished()

    @Slot()
    def _on_drawn(self) -> None:
        """The figure is turned, for the first time: more pictures follow."""
        self._program.page.body.renderer.drawn.disconnect(self._on_drawn)
        keep_working()

    def _add_pages(self) -> None:
        window = self._window
        window.add_page("routines", _("Stretch"), self._routines_page)
        window.add_page("learn", _("Learn"), self._learn_page)
        window.add_page("journal", _("Journal"), self._journal_page)
        window.add_page("profile", _("About you"), self._profile_page)
        window.add_page("settings", _("Settings"), self._settings_page)
        window.add_search()

    def _connect(self) -> None:
        program, sessions = self._program, self.sessions
        requests = program.requests
        requests.profile.connect(self._show_profile)
        requests.learn.connect(self._read)
        self._window.search_requested.connect(self._search)
        requests.pressure.connect(sessions.prepare_pressure)
        requests.press_with.connect(sessions.prepare_pressure)
        requests.stretch.connect(sessions.prepare_stretch)
        requests.routine.connect(sessions.prepare_routine)
        sessions.opened.connect(self._show_session)
        sessions.closed.connect(self._window.leave_session)
        sessions.questions_requested.connect(self._ask_first)
        sessions.recorded.connect(self._on_recorded)
        sessions.stopped.connect(program.map.report)
        sessions.emergency_reported.connect(program.profile.stop)
        program.map.answered.connect(sessions.ask_again)
        program.settings.changed.connect(self._on_settings)
        self.history.deleted.connect(program.profile.refresh)
        self.history.deleted.connect(program.map.refresh)
        self._window.hidden_changed.connect(sessions.set_hidden)

    def _routines_page(self) -> "RoutinesPage":
        from guide.ui.session.connect import connect_routines
        from guide.ui.session.routines import RoutinesPage

        program = self._program
        page = RoutinesPage(program.look, program.pictures, program.library, program.catalogue)
        page.show_figure(program.settings.settings.figure)
        connect_routines(page, self.sessions)
        self._routines = page
        return page

    def _learn_page(self) -> "LearnPage":
        from guide.bootstrap.learning import Learning

        self._learning = Learning(self._program, self)
        return self._learning.page

    @Slot(object)
    def _read(self, address: Address) -> None:
        self._window.show_page("learn")
        assert self._learning is not None
        self._learning.presenter.open(address)

    @Slot()
    def _search(self) -> None:
        self._read(Address(Page.SEARCH))

    def _journal_page(self) -> "JournalPage":
        from guide.ui.journal.connect import connect_journal
        from guide.ui.journal.page import JournalPage

        page = JournalPage(self._program.look, self._program.catalogue, self.plotting)
        connect_journal(page, self.history)
        page.map_requested.connect(self._show_map)
        self.history.refresh()
        return page

    def _profile_page(self) -> "ProfilePage":
        from guide.ui.profile.page import ProfilePage

        program, kept = self._program, self._program.profile
        page = ProfilePage(program.look, program.catalogue, kept.profile, self._day)
        page.changed.connect(kept.keep)
        page.cleared.connect(kept.clinician_has_looked)
        page.forgotten.connect(kept.forget)
        kept.changed.connect(page.show_profile)
        return page

    def _day(self) -> date:
        return self._program.wall().date()

    def _settings_page(self) -> "SettingsPage":
        from guide.ui.settings_page import SettingsPage

        settings = self._program.settings
        places, look = self._program.places, self._program.look
        page = SettingsPage(look, settings.settings, places.data, self._packs_card)
        page.change_requested.connect(self._change_setting)
        settings.changed.connect(page.show_settings)
        return page

    def _packs_card(self) -> "PacksCard":
        from guide.app.packs_presenter import PacksPresenter
        from guide.packs.opening import ours, packs_folder
        from guide.ui.packs_card import PacksCard

        program = self._program
        if self._packs is None:
            folder = packs_folder(program.places.data)
            self._packs = PacksPresenter(folder, ours, program.packs, self)
        kept = self._packs
        card = PacksCard(program.look, kept.state)
        card.chosen.connect(kept.look_at)
        card.added.connect(kept.add)
        card.left.connect(kept.leave)
        card.removed.connect(kept.remove)
        kept.changed.connect(card.show_state)
        return card

    @Slot(str, object)
    def _change_setting(self, key: str, value: Value) -> None:
        if key == "data_folder":
            self._move_journal(str(value))
        else:
            self._program.settings.change(key, value)

    def _move_journal(self, chosen: str) -> None:
        """Take the journal to a folder of its own in ``chosen``, or to the usual one for ""."""
        program = self._program
        folder = own_folder(Path(chosen)) if chosen else program.places.data
        if folder == self.journal.path.parent:
            return
        if not chosen and not self.journal.saves:  # its drive is away: begin at home again
            program.settings.change("data_folder", "")
            self._window.tell(_("The usual folder counts from the next start."))
            return
        value = str(folder) if chosen else ""

        def keep() -> None:  # must raise, so that a setting that is not kept moves nothing
            wanted = msgspec.structs.replace(program.settings.settings, data_folder=value)
            settings_file.save(program.places.settings_file, wanted)

        try:
            self.journal.move_to(folder, program.wall(), keep)
        except JournalError as error:
            self._window.tell(str(error))
        if self.journal.path.parent == folder:
            program.settings.change("data_folder", value)

    @Slot()
    def _show_session(self) -> None:
        if self._session_page is None:
            from guide.ui.session.connect import connect_session
            from guide.ui.session.page import SessionPage

            program = self._program
            page = SessionPage(
                program.look,
                program.pictures,
                program.library,
                program.catalogue,
                self.plotting,
                self._window,
            )
            page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # its ground is its own
            page.show_figure(program.settings.settings.figure)
            page.journal_requested.connect(self._show_journal)
            connect_session(page, self.sessions)
            self._session_page = page
        self._window.show_session(self._session_page)

    @Slot()
    def _show_journal(self) -> None:
        self.sessions.leave()
        self._window.show_page("journal")

    @Slot()
    def _show_profile(self) -> None:
        self._window.show_page("profile")

    @Slot()
    def _show_map(self) -> None:
        self._window.show_page("map")

    @Slot()
    def _ask_first(self) -> None:
        self._window.show_page("map")
        self._program.map.ask()
        self._program.page.panel.take_focus()

    @Slot(object)
    def _on_recorded(self, _record: object) -> None:
        self._program.map.refresh()
        self.history.refresh()

    @Slot(object)
    def _on_settings(self, settings: Settings) -> None:
        spoken = settings.voice is not Voice.OFF
        self.sessions.set_options(Options(settings.sound, spoken, settings.get_ready))
        if self._session_page is not None:
            self._session_page.show_figure(settings.figure)
        if self._routines is not None:
            self._routines.show_figure(settings.figure)
        if self._learning is not None:
            self._learning.page.show_figure(settings.figure)

    def halt(self) -> None:
        """Stop what runs and keep what was done."""
        self.sessions.halt()

    def close(self) -> None:
        """Let go of sound, screen, socket and journal."""
        self.sessions.halt()
        if self._learning is not None:
            self._learning.page.figure.picture.wait()
        self.plotting.wait()
        self.player.close()
        self.keeper.close()
        self.server.close()
        self.journal.close()
