"""What the pictures are made with: one look, the real content and figure, an own journal."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QEventLoop, QSize, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from guide.app.learn_presenter import Books
from guide.app.map_presenter import MapPresenter
from guide.atlas.library import Library
from guide.content import drawing, glossary, guidance, lessons, load, search_index
from guide.core.anatomy import Place, Side
from guide.core.drawing import Strength
from guide.core.safety import After, Onset, PainKind, Profile, QuestionKind
from guide.i18n import _
from guide.journal.store import Journal
from guide.resources import asset_root
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.map_page import MapPage
from guide.ui.requests import MapRequests, connect_map
from guide.ui.tokens import LIGHT, Tokens
from guide.ui.window import MainWindow

ORDINARY = Profile(adult=True, fifty_or_over=False, asked=True)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Scene:
    """Everything a screen needs, in one theme, text size and window size."""

    def __init__(
        self, folder: Path, tokens: Tokens = LIGHT, scale: float = 1.0, size: QSize | None = None
    ) -> None:
        """``folder`` takes the journal of the pictures."""
        self.size = size or QSize(1440, 900)
        self.look = Look(tokens, scale, motion=False)
        self.look.apply()
        self.catalogue, self.library = load(), Library(asset_root())
        self.pictures = FigurePictures(self.look)
        self.folder = folder
        self._seconds, self._ids = 0.0, count(1)

    def wall(self) -> datetime:
        """A clock that stands at noon, and moves with `clock`."""
        return NOON + timedelta(seconds=self._seconds)

    def clock(self) -> float:
        """A clock that stands still until `pass_time`."""
        return self._seconds

    def pass_time(self, seconds: float) -> None:
        """Let both clocks go on."""
        self._seconds += seconds

    def new_id(self) -> str:
        """The next id."""
        return f"{next(self._ids):032x}"

    def journal(self) -> Journal:
        """An empty journal in a folder of its own; the caller closes it."""
        return Journal.open(self.folder / self.new_id(), self.wall())

    def books(self) -> Books:
        """The real lessons, words and guidance."""
        return Books(lessons, glossary, guidance, drawing, search_index)

    def map(self) -> "MapScene":
        """The map page in its window."""
        return MapScene(self)

    def window(self, page: QWidget, name: str = "map") -> MainWindow:
        """``page`` inside the window with its navigation, in the size of the scene."""
        window = MainWindow(self.look)
        for key, title in (
            ("map", _("Map")),
            ("routines", _("Stretch")),
            ("learn", _("Learn")),
            ("journal", _("Journal")),
            ("profile", _("About you")),
            ("settings", _("Settings")),
        ):
            window.add_page(key, title, lambda: page)
        window.add_search()
        window.resize(self.size)
        window.show_page(name)
        page.setFocus()
        return window


class MapScene:
    """The map page with its presenter; every step is a request, as from a person."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.journal = scene.journal()
        self.presenter = MapPresenter(scene.catalogue, guidance, scene.wall, scene.new_id)
        self.presenter.use_journal(self.journal)
        self.requests = MapRequests()
        connect_map(self.requests, self.presenter)
        intent = self.presenter.state.intent
        self.page = MapPage(scene.look, scene.pictures, scene.library, intent.sight.figure)
        self.window = scene.window(self.page)
        for thing in (self.presenter, self.requests):
            thing.setParent(self.window)
        self.window.destroyed.connect(self.journal.close)
        self.window.show()
        settle()
        self.page.begin(scene.catalogue, self.requests, self.presenter.state)
        self.presenter.changed.connect(self.page.show_state)
        self.page.body.setFocus()

    def see(self, **changes: object) -> "MapScene":
        """Show the figure otherwise: fields of `Sight`."""
        self.presenter.see(replace(self.presenter.state.intent.sight, **changes))
        return self

    def paint(self, *marks: tuple[str, Side, Strength]) -> "MapScene":
        """Paint zones with strengths."""
        for zone, side, strength in marks:
            self.presenter.choose_strength(strength)
            self.presenter.paint(Place(zone, side))
        settle()
        return self

    def answer_all(self) -> "MapScene":
        """Answer the questions as somebody with an ordinary ache."""
        self.answer_until(None)
        return self

    def answer_until(self, kind: QuestionKind | None) -> None:
        """The same until the question ``kind`` stands there."""
        presenter = self.presenter
        while (question := presenter.state.findings.question) is not None:
            if question.kind is kind:
                return
            match question.kind:
                case QuestionKind.STORY:
                    presenter.tell(Onset.DAYS, After.NOTHING, frozenset({PainKind.ACHE}))
                case QuestionKind.ABOUT:
                    presenter.about(ORDINARY)
                case QuestionKind.SIGNS:
                    presenter.answer_items(frozenset())


class State(msgspec.Struct, frozen=True):
    """One picture: which screen, in which state, and how to build the window for it."""

    screen: str
    state: str
    build: Callable[[Scene], QWidget]


def settle() -> None:
    """Let everything that is due happen: layouts, idle work, pictures that are being read."""
    application = QApplication.instance()
    assert application is not None
    for _round in range(4):
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QThreadPool.globalInstance().waitForDone()


def wait_for_pictures(window: QWidget) -> None:
    """Wait for the large pictures that the maps in ``window`` are reading."""
    from guide.ui.body.body_map import BodyMap
    from guide.ui.scene_picture import ScenePicture

    for body in window.findChildren(BodyMap):
        body.grab()
        body.figure.wait()
        settle()
        while not body.looking.at_rest:  # the window goes on while the figure is being drawn
            application = QApplication.instance()
            assert application is not None
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for picture in window.findChildren(ScenePicture):
        picture.grab()
        picture.wait()
    settle()
