"""Builds every object and opens the window; nothing imports this module but the door.

First the window with the figure is shown; the journal, the other pages and the server for later
starts come after the first paint.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLockFile, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from guide.app import clock
from guide.app.map_presenter import MapPresenter
from guide.app.settings_presenter import SettingsPresenter
from guide.atlas.library import AtlasError, Library
from guide.content import ContentError, guidance, load
from guide.core.anatomy import View
from guide.core.catalogue import Guidance
from guide.i18n import _, language
from guide.journal import settings as settings_file
from guide.journal.errors import JournalError
from guide.journal.places import Places, find_places, own_folder
from guide.journal.settings import Settings, Value, Voice
from guide.resources import asset_root
from guide.ui.appearance import Appearance
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look, start_style
from guide.ui.map_page import MapPage
from guide.ui.requests import MapRequests, connect_map
from guide.ui.trouble import Trouble
from guide.ui.window import MainWindow
from guide.ui.window_lock import take_lock

if TYPE_CHECKING:
    from guide.ui.session.page import SessionPage

BENCH = "UNKNOT_BENCH_OUT"
GEOMETRY = "window.geometry"


def run(arguments: Sequence[str]) -> int:
    """Open the window (or make the tour) and return the exit code."""
    folder = tour_folder(arguments)
    application = QApplication(["unknot"])
    application.setApplicationName("Unknot")
    application.setDesktopFileName("io.github.unknot.Unknot")
    if folder is not None:
        from guide.ui.tour import make_tour

        return make_tour(application, folder, build)
    places = find_places(os.environ)
    trouble = Trouble(places.cache)
    trouble.watch()
    lock = _lock_or_raise(places)
    if isinstance(lock, int):
        return lock
    try:
        program = build(application, places, trouble)
    except (ContentError, AtlasError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    program.window.show()
    code = application.exec()
    program.close()
    trouble.close()
    if lock is not None:
        lock.unlock()
    return code


def build(
    application: QApplication,
    places: Places,
    trouble: Trouble,
    now: Callable[[], float] = clock.now,
    wall: Callable[[], datetime] = clock.wall,
    assets: Path | None = None,
) -> "Program":
    """Every object of the window, up to its first paint; ``assets`` holds the figure."""
    return Program(application, places, trouble, now, wall, assets or asset_root())


class Program(QObject):
    """Owns what lives as long as the window, and ties requests to those who answer them."""

    def __init__(
        self,
        application: QApplication,
        places: Places,
        trouble: Trouble,
        now: Callable[[], float],
        wall: Callable[[], datetime],
        assets: Path,
    ) -> None:
        super().__init__()
        self.places, self.trouble, self.now, self.wall = places, trouble, now, wall
        self.started = False
        settings, problem = settings_file.load(places.settings_file, wall())
        start_style(application)
        self.look = Look()
        self.appearance = Appearance(application, self.look)
        self.appearance.follow(settings)
        self.look.apply()
        self.library = Library(assets)
        self.pictures = FigurePictures(self.look)
        self.pictures.prefetch(self.library.picture(settings.figure, View.FRONT, large=False))
        self.catalogue = load()
        self.map = MapPresenter(self.catalogue, _guidance, wall, new_id, self)
        self.map.show_figure(settings.figure)
        self.settings = SettingsPresenter(places.settings_file, settings, self)
        self.requests = MapRequests(self)
        self.window = MainWindow(self.look)
        self.window.restore(_read(places.config / GEOMETRY))
        trouble.tell_by(self.window.tell)
        self.page = MapPage(
            self.look, self.pictures, self.library, self.catalogue, self.requests, self.map.state
        )
        self.window.add_page("map", _("Map"), self._map_page)
        self.window.show_page("map")
        connect_map(self.requests, self.map)
        self.map.changed.connect(self.page.show_state)
        self.map.failed.connect(self.window.tell)
        self.page.body.figure.failed.connect(self.window.tell)
        self.settings.changed.connect(self._on_settings)
        self.settings.failed.connect(self.window.tell)
        self.look.changed.connect(self.page.rebuild_panels)
        self.window.closing.connect(self._on_closing)
        if problem:
            self.window.tell(problem)
        self.page.body.first_painted.connect(
            self._after_first_paint, Qt.ConnectionType.QueuedConnection
        )
        self.page.body.setFocus()

    def _map_page(self) -> MapPage:
        return self.page

    @Slot()
    def _after_first_paint(self) -> None:
        """The figure is seen: bring in the rest, piece by piece."""
        _bench()
        self.page.complete()
        QTimer.singleShot(0, self, self.finish)

    @Slot()
    def finish(self) -> None:
        """Open the journal, add the other pages, listen for later starts; done only once."""
        if self.started:
            return
        self.started = True
        self.page.complete()
        self.rest = Rest(self)
        self.trouble.stop_with(self.rest.halt)

    @Slot(object)
    def _on_settings(self, settings: Settings) -> None:
        self.appearance.follow(settings)
        if settings.figure is not self.map.state.intent.figure:
            self.map.show_figure(settings.figure)

    @Slot()
    def _on_closing(self) -> None:
        if self.started:
            self.rest.halt()
        try:
            self.places.config.mkdir(parents=True, exist_ok=True, mode=0o700)
            (self.places.config / GEOMETRY).write_bytes(self.window.geometry_bytes())
        except OSError as error:
            sys.stderr.write(f"{error}\n")  # the size is forgotten, nothing else

    def close(self) -> None:
        """Let go of the journal, the threads and the window."""
        self.page.body.figure.wait()
        if self.started:
            self.rest.close()
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()


class Rest(QObject):
    """What the first paint does not need: journal, sessions, the other pages, later starts."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        from guide.app.awake import ScreenKeeper
        from guide.app.journal_presenter import JournalPresenter
        from guide.app.session_presenter import SessionPresenter
        from guide.app.sound import TonePlayer
        from guide.app.speech import SystemVoice
        from guide.journal.store import Journal
        from guide.ui.one_window import RaiseServer
        from guide.ui.plotting import Plotting

        self._program, self._window = program, program.window
        settings, wall = program.settings.settings, program.wall
        chosen = settings.data_folder
        folder = Path(chosen) if chosen else program.places.data
        self.journal = Journal.open(folder, wall(), create=not chosen)
        for notice in self.journal.notices:
            self._window.tell(notice.text)
        program.map.use_journal(self.journal)
        self.player, self.keeper = TonePlayer(clock=program.now), ScreenKeeper()
        self.sessions = SessionPresenter(
            program.catalogue,
            self.journal,
            program.map,
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
        self.server = RaiseServer(program.places.cache, self)
        self.server.raise_requested.connect(self._window.raise_up)
        self._add_pages()
        self._connect()
        self._on_settings(settings)
        self.sessions.offer_unfinished()

    def _add_pages(self) -> None:
        window = self._window
        window.add_page("routines", _("Stretch"), self._routines_page)
        window.add_page("journal", _("Journal"), self._journal_page)
        window.add_page("settings", _("Settings"), self._settings_page)

    def _connect(self) -> None:
        program, sessions = self._program, self.sessions
        requests = program.requests
        requests.pressure.connect(sessions.prepare_pressure)
        requests.stretch.connect(sessions.prepare_stretch)
        requests.routine.connect(sessions.prepare_routine)
        sessions.opened.connect(self._show_session)
        sessions.closed.connect(self._window.leave_session)
        sessions.questions_requested.connect(self._ask_first)
        sessions.recorded.connect(self._on_recorded)
        sessions.emergency_reported.connect(program.map.report)
        program.map.answered.connect(sessions.ask_again)
        program.settings.changed.connect(self._on_settings)
        self._window.hidden_changed.connect(sessions.set_hidden)

    def _routines_page(self) -> QWidget:
        from guide.ui.session.connect import connect_routines
        from guide.ui.session.routines import RoutinesPage

        program = self._program
        page = RoutinesPage(program.look, program.pictures, program.library, program.catalogue)
        connect_routines(page, self.sessions)
        return page

    def _journal_page(self) -> QWidget:
        from guide.ui.journal.connect import connect_journal
        from guide.ui.journal.page import JournalPage

        page = JournalPage(self._program.look, self._program.catalogue, self.plotting)
        connect_journal(page, self.history)
        self.history.refresh()
        return page

    def _settings_page(self) -> QWidget:
        from guide.ui.settings_page import SettingsPage

        settings = self._program.settings
        page = SettingsPage(self._program.look, settings.settings, self._program.places.data)
        page.change_requested.connect(self._change_setting)
        settings.changed.connect(page.show_settings)
        return page

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
        from guide.app.session_state import Options

        spoken = settings.voice is not Voice.OFF
        self.sessions.set_options(Options(settings.sound, spoken, settings.get_ready))
        if self._session_page is not None:
            self._session_page.show_figure(settings.figure)

    def halt(self) -> None:
        """Stop what runs and keep what was done."""
        self.sessions.halt()

    def close(self) -> None:
        """Let go of sound, screen, socket and journal."""
        self.sessions.halt()
        self.plotting.wait()
        self.player.close()
        self.keeper.release()
        self.server.close()
        self.journal.close()


def new_id() -> str:
    """An id for a record."""
    from uuid import uuid4  # the first paint needs none

    return uuid4().hex


def _guidance(muscle: str) -> Guidance | None:
    return guidance(muscle, language())


def _lock_or_raise(places: Places) -> QLockFile | int | None:
    """The lock of this window; an exit code when another one was raised; None without a lock."""
    try:
        lock = take_lock(places.cache)
    except OSError:
        return None  # nothing can be written there: then nothing is shared either
    if lock is not None:
        return lock
    from guide.ui.one_window import raise_first

    if raise_first(places.cache):
        return 0
    sys.stderr.write(_("Unknot is running already, but its window does not answer.") + "\n")
    return 1


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _bench() -> None:
    """Tell a measuring program that the figure is painted, and what was imported until then."""
    target = os.environ.get(BENCH)
    if not target:
        return
    painted = time.monotonic_ns()
    import json

    line = json.dumps({"paint_ns": painted, "modules": sorted(sys.modules)})
    with Path(target).open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def tour_folder(arguments: Sequence[str]) -> Path | None:
    """The folder after ``--tour``, or None; leaves with a sentence for any other argument."""
    match list(arguments):
        case []:
            return None
        case ["--tour", folder]:
            return Path(folder)
        case _:
            said = " ".join(arguments)
            text = _("Unknot does not understand {said!r}. Try: unknot --tour FOLDER, or --help")
            raise SystemExit(text.format(said=said))
