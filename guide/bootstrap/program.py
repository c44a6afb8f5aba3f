"""The start: builds every object up to the first paint of the figure, and opens the window.

First the window with the figure is shown; what comes after the first paint is built by
`guide.bootstrap.rest`.
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from guide.app import clock
from guide.app.map_presenter import MapPresenter
from guide.app.settings_presenter import SettingsPresenter
from guide.atlas.library import AtlasError, Library
from guide.content import ContentError, guidance, load
from guide.core.anatomy import View
from guide.core.catalogue import Guidance
from guide.i18n import _, language
from guide.ids import new_id
from guide.journal import settings as settings_file
from guide.journal.places import Places, find_places
from guide.journal.settings import Settings
from guide.resources import asset_root
from guide.ui.appearance import Appearance
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look, start_type
from guide.ui.map_page import MapPage
from guide.ui.requests import MapRequests, connect_map
from guide.ui.trouble import Trouble
from guide.ui.window import MainWindow
from guide.ui.window_lock import take_lock

BENCH = "UNKNOT_BENCH_OUT"
GEOMETRY = "window.geometry"


def run(arguments: Sequence[str]) -> int:
    """Open the window (or make the tour) and return the exit code."""
    folder = tour_folder(arguments)
    # A style that is chosen here needs no wrapper, and so no enums of it, before the first paint.
    application = QApplication(["unknot", "-style", "fusion"])
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
        start_type(application)
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
        _bench(self.page.body)
        self.page.complete()
        QTimer.singleShot(0, self, self.finish)

    @Slot()
    def finish(self) -> None:
        """Open the journal, add the other pages, listen for later starts; done only once."""
        if self.started:
            return
        self.started = True
        self.page.complete()
        from guide.bootstrap.rest import Rest

        self.rest = Rest(self)
        gc.freeze()  # what stands now stays: going through it would hold up a click for 20 ms
        gc.enable()  # see the door
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
    from guide.bootstrap.one_window import raise_first

    if raise_first(places.cache):
        return 0
    sys.stderr.write(_("Unknot is running already, but its window does not answer.") + "\n")
    return 1


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _bench(body: QWidget) -> None:
    """Tell a measuring program that the figure is painted, where, and what was imported."""
    target = os.environ.get(BENCH)
    if not target:
        return
    painted = time.monotonic_ns()
    import json

    modules = sorted(sys.modules)
    corner = body.mapToGlobal(QPoint(0, 0))
    place = (corner.x(), corner.y(), body.width(), body.height())
    line = json.dumps({"paint_ns": painted, "modules": modules, "map": place})
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
