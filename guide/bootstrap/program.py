"""The start in three stages, and the first of them: the window with the painted figure.

1. `Program` makes the window, its empty frames and the figure, and imports nothing else.
2. `Program.answer`, right after the first paint: content, questions, bars and panels
   (`guide.bootstrap.answering`). A person who is quicker than that is answered all the same.
3. `Program.finish`, after that: the journal, sessions, the other pages (`guide.bootstrap.rest`).
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLockFile, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

from guide.app import clock
from guide.atlas.library import AtlasError, Library
from guide.core.orientation import View
from guide.i18n import _
from guide.journal.places import Places, find_places
from guide.journal.visible import load_visible
from guide.resources import asset_root
from guide.ui.appearance import Appearance
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look, start_type
from guide.ui.map_page import MapPage
from guide.ui.trouble import Trouble
from guide.ui.window import MainWindow
from guide.ui.window_lock import take_lock

if TYPE_CHECKING:
    from datetime import datetime

    from guide.app.map_presenter import MapPresenter
    from guide.app.profile_presenter import ProfilePresenter
    from guide.app.settings_presenter import SettingsPresenter
    from guide.bootstrap.rest import Rest
    from guide.core.catalogue import Catalogue
    from guide.packs.shelf import Shelf
    from guide.packs.store import Installed
    from guide.ui.requests import MapRequests

BENCH = "UNKNOT_BENCH_OUT"
GEOMETRY = "window.geometry"
INPUT = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


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
    except AtlasError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    program.show()
    code = application.exec() or int(program.broken)
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
    wall: "Callable[[], datetime]" = clock.wall,
    assets: Path | None = None,
) -> "Program":
    """The first stage; ``assets`` holds the figure. Raises `AtlasError` when it is not there."""
    return Program(application, places, trouble, now, wall, assets or asset_root())


class Program(QObject):
    """Owns what lives as long as the window, and takes it through the three stages."""

    settings: "SettingsPresenter"  # these seven: from the second stage on
    catalogue: "Catalogue"
    shelf: "Shelf"
    packs: "tuple[Installed, ...]"  # as they were found
    map: "MapPresenter"
    profile: "ProfilePresenter"
    requests: "MapRequests"
    rest: "Rest"  # from the third stage on

    def __init__(
        self,
        application: QApplication,
        places: Places,
        trouble: Trouble,
        now: Callable[[], float],
        wall: "Callable[[], datetime]",
        assets: Path,
    ) -> None:
        super().__init__()
        self.places, self.trouble, self.now, self.wall = places, trouble, now, wall
        self.answers = self.started = self.broken = False
        self._watched: QWindow | None = None
        visible = load_visible(places.settings_file)
        start_type(application)
        self.look = Look()
        self.appearance = Appearance(application, self.look)
        self.appearance.follow(visible)
        self.look.apply()
        self.library = Library(assets)
        self.pictures = FigurePictures(self.look)
        self.pictures.prefetch(self.library.picture(visible.figure, View.FRONT, large=False))
        self.window = MainWindow(self.look)
        self.window.restore(_read(places.config / GEOMETRY))
        self.window.closing.connect(self._on_closing)
        trouble.tell_by(self.window.tell)
        self.page = MapPage(self.look, self.pictures, self.library, visible.figure)
        self.page.body.figure.failed.connect(self.window.tell)
        self.page.body.first_painted.connect(
            self._after_first_paint, Qt.ConnectionType.QueuedConnection
        )
        self.window.show_first("map", self.page)

    def show(self) -> None:
        """Show the window, and watch for a person who is quicker than the second stage."""
        self.window.show()
        self._watched = self.window.windowHandle()
        self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make ready what a key or a button is meant for, then let it through."""
        if event.type() in INPUT:
            self.answer()
        return False

    @Slot()
    def _after_first_paint(self) -> None:
        """The figure is seen: go on."""
        _bench(self.page.body)
        self.answer()
        QTimer.singleShot(0, self, self.finish)

    @Slot()
    def answer(self) -> None:
        """Enter the second stage, once: the map answers."""
        if self.answers or self.broken:
            return
        from guide.bootstrap.answering import Answering
        from guide.content import ContentError

        try:
            answering = Answering(self)
        except (ContentError, AtlasError) as error:
            self.broken = True
            sys.stderr.write(f"{error}\n")
            self.window.tell(str(error))
            return
        self.answers = True
        self.settings, self.catalogue = answering.settings, answering.catalogue
        self.shelf, self.packs = answering.shelf, answering.packs
        self.map, self.requests = answering.map, answering.requests
        self.profile = answering.profile
        if self._watched is not None:
            self._watched.removeEventFilter(self)

    @Slot()
    def finish(self) -> None:
        """Enter the third stage, once: the journal, the other pages, later starts."""
        self.answer()
        if self.started or self.broken:
            return
        self.started = True
        from guide.bootstrap.memory import give_back_freed
        from guide.bootstrap.rest import Rest

        self.rest = Rest(self)
        give_back_freed()
        gc.freeze()  # what stands now stays: going through it would hold up a click for 20 ms
        gc.enable()  # see the door
        self.trouble.stop_with(self.rest.halt)

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
        self.page.body.close_threads()
        if self.started:
            self.rest.close()
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()


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
