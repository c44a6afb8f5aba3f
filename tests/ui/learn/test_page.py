"""The page of Learn shows where one is, remembers where one was, and has room for the figure."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guide.app.learn import SHELVES, Address, Page
from guide.app.learn_presenter import Books, LearnPresenter
from guide.atlas.library import Library
from guide.core.anatomy import FigureName, Side
from guide.ui.figure_picture import FigurePictures
from guide.ui.learn.lists import MusclesArticle
from guide.ui.learn.muscle import MuscleArticle
from guide.ui.learn.page import LearnPage
from guide.ui.learn.search import SearchArticle
from guide.ui.look import Look
from guide.ui.reading import Kit
from guide.ui.tokens import DARK, LIGHT
from tests.ui.panels.reading import press


@pytest.fixture
def page(
    qtbot: QtBot,
    kit: Kit,
    books: Books,
    pictures: FigurePictures,
    library: Library,
    learn: LearnPresenter,
) -> Iterator[LearnPage]:
    made = LearnPage(kit, books, pictures, library)
    qtbot.addWidget(made)
    learn.changed.connect(made.show_state)
    made.open_requested.connect(learn.open)
    made.back_requested.connect(learn.back)
    made.forward_requested.connect(learn.forward)
    made.search_requested.connect(learn.search)
    made.side_requested.connect(learn.turn_to)
    kit.requests.learn.connect(learn.open)
    made.show_state(learn.state)
    made.setMinimumSize(640, 480)
    made.resize(1300, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.figure.picture.wait()


def _tab(page: LearnPage) -> str:
    tabs = [b for b in page.findChildren(QPushButton) if b.property("kind") == "tab"]
    return next((tab.text() for tab in tabs if tab.isChecked()), "")


@pytest.mark.parametrize(
    "address",
    [
        *(Address(page) for page in SHELVES),
        Address(Page.LESSON, "felt_elsewhere"),
        Address(Page.MUSCLE, "trapezius_upper"),
        Address(Page.ZONE, "head.temple"),
        Address(Page.TERMS, "referred_pain"),
        Address(Page.SOURCES, "HOU02"),
    ],
)
def test_every_kind_of_page_is_shown(
    page: LearnPage, learn: LearnPresenter, address: Address
) -> None:
    learn.open(address)
    assert page.article is not None
    assert page.article.isVisible()
    assert _tab(page)


def test_the_shelves_lead_to_their_lists(page: LearnPage, learn: LearnPresenter) -> None:
    press(page, "Muscles")
    assert learn.state.here == Address(Page.MUSCLES)
    assert isinstance(page.article, MusclesArticle)
    learn.open(Address(Page.MUSCLE, "trapezius_upper"))
    assert _tab(page) == "Muscles"


def test_the_way_back_by_button_key_and_mouse(
    qtbot: QtBot, page: LearnPage, learn: LearnPresenter
) -> None:
    back = next(b for b in page.findChildren(QPushButton) if b.text() == "Back")
    assert not back.isEnabled()
    for name in ("trapezius_upper", "levator_scapulae", "rhomboids"):
        learn.open(Address(Page.MUSCLE, name))
    assert back.isEnabled()
    back.click()
    assert learn.state.here.id == "levator_scapulae"
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert learn.state.here.id == "trapezius_upper"
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert learn.state.here.id == "levator_scapulae"
    for button, expected in (
        (Qt.MouseButton.BackButton, "trapezius_upper"),
        (Qt.MouseButton.ForwardButton, "levator_scapulae"),
        (Qt.MouseButton.LeftButton, "levator_scapulae"),
    ):
        at = QPointF(5, 5)
        kind = QMouseEvent.Type.MouseButtonPress
        none = Qt.KeyboardModifier.NoModifier
        page.mousePressEvent(QMouseEvent(kind, at, at, button, button, none))
        assert learn.state.here.id == expected


def test_going_back_one_reads_on_where_one_was(page: LearnPage, learn: LearnPresenter) -> None:
    learn.open(Address(Page.MUSCLES))
    assert page.article is not None
    page.article.scroll_to(700)
    learn.open(Address(Page.MUSCLE, "trapezius_upper"))
    assert page.article.scrolled_to() == 0
    learn.back()
    assert page.article.scrolled_to() == 700


def test_the_other_side_is_lit(page: LearnPage, learn: LearnPresenter) -> None:
    learn.open(Address(Page.MUSCLE, "trapezius_upper"))
    assert page.figure.lit.words == "Upper trapezius, right"
    assert isinstance(page.article, MuscleArticle)
    page.article.side_chosen.emit(Side.LEFT)
    assert page.figure.lit.words == "Upper trapezius, left"
    assert len(learn.state.trail.behind) == 1


def test_in_little_room_text_and_figure_take_turns(
    look: Look, page: LearnPage, learn: LearnPresenter
) -> None:
    learn.open(Address(Page.MUSCLE, "trapezius_upper"))
    assert page.figure.isVisible()
    assert not page.swap.isVisible()
    page.resize(800, 600)
    assert not page.figure.isVisible()
    assert page.swap.isVisible()
    assert page.swap.accessibleName() == "Show the figure"
    page.swap.click()
    assert page.figure.isVisible()
    assert page.article is not None
    assert not page.article.isVisible()
    assert page.swap.accessibleName() == "Show the text"
    page.swap.click()
    assert page.article.isVisible()
    learn.open(Address(Page.SOURCES))
    assert not page.swap.isVisible()


def test_another_look_and_another_figure_are_taken(
    look: Look, page: LearnPage, learn: LearnPresenter
) -> None:
    learn.open(Address(Page.MUSCLE, "trapezius_upper"))
    before = page.article
    look.set(DARK, 1.5, False)
    assert page.article is not before
    page.show_figure(FigureName.MALE)
    assert page.figure.lit.words == "Upper trapezius, right"


def test_typing_goes_on_while_pages_are_found(
    qtbot: QtBot, page: LearnPage, learn: LearnPresenter
) -> None:
    learn.open(Address(Page.SEARCH))
    before = page.article
    assert isinstance(before, SearchArticle)
    qtbot.keyClicks(before.field, "temple")
    assert page.article is before
    assert before.field.text() == "temple"
    assert learn.state.here == Address(Page.SEARCH, "temple")
    learn.open(Address(Page.ZONE, "head.temple"))
    learn.back()
    assert isinstance(page.article, SearchArticle)
    assert page.article.field.text() == "temple"


@pytest.mark.parametrize(
    "address",
    [
        Address(Page.LESSONS),
        Address(Page.LESSON, "needling"),
        Address(Page.MUSCLE, "gluteus_medius"),
        Address(Page.ZONE, "head.temple"),
        Address(Page.TERMS),
    ],
)
def test_nothing_is_cut_off_at_twice_the_text(
    look: Look, page: LearnPage, learn: LearnPresenter, qapp: QApplication, address: Address
) -> None:
    page.resize(1024, 620)
    look.set(LIGHT, 2.0, False)
    learn.open(address)
    qapp.processEvents()
    assert page.article is not None
    for made in page.article.findChildren(QLabel):
        if made.text() and made.isVisible() and made.wordWrap():
            assert made.heightForWidth(made.width()) <= made.height() + 1, made.text()
        elif made.text() and made.isVisible():
            assert made.sizeHint().width() <= made.width() + 1, made.text()
    for button in page.article.findChildren(QPushButton):
        if button.isVisible():
            assert button.sizeHint().width() <= button.width() + 1, button.text()
