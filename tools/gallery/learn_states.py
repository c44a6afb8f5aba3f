"""The pages of Learn."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from guide.app.learn import Address, Page
from guide.app.learn_presenter import LearnPresenter
from guide.core.anatomy import Side
from guide.core.drawing import Strength
from guide.ui.learn.page import LearnPage
from guide.ui.reading import Kit
from tools.gallery.scene import MapScene, Scene, State, settle

UPPER = Address(Page.MUSCLE, "trapezius_upper")
NECK = ("neck.posterior_lower", Side.RIGHT, Strength.MODERATE)


def states() -> list[State]:
    """All of them."""
    return [
        State("learn", "lessons", at(Address(Page.LESSONS))),
        State("learn", "lesson", at(Address(Page.LESSON, "felt_elsewhere"))),
        State("learn", "lesson, further down", at(Address(Page.LESSON, "needling"), 3)),
        State("learn", "muscles", at(Address(Page.MUSCLES))),
        State("learn", "muscle, nothing painted", at(UPPER)),
        State("learn", "muscle, answered", at(UPPER, answered=True)),
        State("learn", "muscle, press it", at(UPPER, 5, answered=True)),
        State("learn", "muscle, never pressed", at(Address(Page.MUSCLE, "longus_colli"))),
        State("learn", "areas", at(Address(Page.ZONES))),
        State("learn", "area", at(Address(Page.ZONE, "head.temple"))),
        State("learn", "search", at(Address(Page.SEARCH, "temple"))),
        State("learn", "search, nothing found", at(Address(Page.SEARCH, "trapezus"))),
        State("learn", "words", at(Address(Page.TERMS))),
        State("learn", "sources", at(Address(Page.SOURCES, "HOU02"))),
    ]


def at(address: Address, section: int = 0, answered: bool = False) -> Callable[[Scene], QWidget]:
    """Build the page at an address, read as far as ``section``."""

    def build(scene: Scene) -> QWidget:
        made = open_learn(scene.map(), scene)
        if answered:
            made.map.paint(NECK).answer_all()
        made.presenter.open(address)
        settle()
        if section and made.page.article is not None:
            made.page.article.step(section)
        return made.window

    return build


class LearnScene:
    """The page of Learn in its window, with the map behind it."""

    def __init__(self, map_: MapScene, page: LearnPage, presenter: LearnPresenter) -> None:
        self.map, self.page, self.presenter = map_, page, presenter
        self.window = map_.scene.window(page, "learn")
        presenter.changed.connect(page.show_state)
        presenter.setParent(self.window)
        map_.window.setParent(self.window)
        map_.window.hide()
        self.window.show()
        page.show_state(presenter.state)


def open_learn(map_: MapScene, scene: Scene) -> LearnScene:
    """Learn at its first page."""
    presenter = LearnPresenter(scene.catalogue, scene.books(), map_.presenter)
    kit = Kit(scene.look, scene.catalogue, map_.requests)
    page = LearnPage(kit, scene.books(), scene.pictures, scene.library)
    return LearnScene(map_, page, presenter)
