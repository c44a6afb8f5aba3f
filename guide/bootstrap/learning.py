"""Learn, made when something is read for the first time."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from guide.app.learn_presenter import Books, LearnPresenter
from guide.app.map_state import Panel
from guide.content import drawing
from guide.core.anatomy import Chosen, Side
from guide.packs.pack import is_own
from guide.ui.body.best_view import best_view
from guide.ui.body.scene import Scene
from guide.ui.learn.page import LearnPage
from guide.ui.reading import Kit

if TYPE_CHECKING:
    from guide.bootstrap.program import Program


class Learning(QObject):
    """Ties the page to its presenter, and both to the map."""

    def __init__(self, program: "Program", parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        books = _books(program)
        self.presenter = LearnPresenter(program.catalogue, books, program.map, self)
        kit = Kit(program.look, program.catalogue, program.requests)
        self.page = LearnPage(kit, books, program.pictures, program.library)
        presenter, page = self.presenter, self.page
        page.show_figure(program.settings.settings.figure)
        presenter.changed.connect(page.show_state)
        page.open_requested.connect(presenter.open)
        page.back_requested.connect(presenter.back)
        page.forward_requested.connect(presenter.forward)
        page.search_requested.connect(presenter.search)
        page.side_requested.connect(presenter.turn_to)
        page.opened.connect(presenter.refresh)
        page.map_requested.connect(self._show_on_map)
        page.show_state(presenter.state)

    @Slot(str, object)
    def _show_on_map(self, muscle: str, side: Side) -> None:
        """The map with the muscle in sight; open questions come first."""
        program, chosen = self._program, Chosen(muscle, side)
        program.window.show_page("map")
        program.map.choose(muscle, side)
        if not program.page.body.shows_lit():
            figure = program.map.state.intent.sight.figure
            program.map.turn(best_view(program.library, figure, Scene(lit=chosen))[0])
        if program.map.state.intent.drawing.marks and program.map.state.panel is Panel.MUSCLE:
            program.map.ask()
        program.page.panel.take_focus()


def _books(program: "Program") -> Books:
    """What the shelf holds: our own content with the packs laid over it."""
    shelf = program.shelf

    def drawn(name: str) -> str | bytes:
        """A template of ours, or a picture of a pack, whose names have a hyphen."""
        return (shelf.picture(name) or "") if is_own(name) else drawing(name)

    return Books(shelf.lessons, shelf.glossary, shelf.guidance, drawn, cache(shelf.search_index))
