"""Learn: the page that is read, the figure beside it, and the ways back and on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QMouseEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from guide.app.learn import SHELVES, Address, Page
from guide.app.learn_presenter import Books, LearnState
from guide.atlas.library import Library
from guide.core.anatomy import FigureName
from guide.i18n import _
from guide.ui.controls import button, dress, frame
from guide.ui.figure_picture import FigurePictures
from guide.ui.flow import FlowLayout
from guide.ui.learn.article import COLUMN, Article
from guide.ui.learn.figure import FigureColumn
from guide.ui.learn.glossary import GlossaryArticle
from guide.ui.learn.lesson import lesson_article
from guide.ui.learn.lists import MusclesArticle, ZonesArticle
from guide.ui.learn.muscle import MuscleArticle
from guide.ui.learn.search import SearchArticle
from guide.ui.learn.sources import SourcesArticle
from guide.ui.learn.start import start_article
from guide.ui.learn.zone import ZoneArticle
from guide.ui.reading import Kit

FIGURE_LEAST = 320  # pixels: a narrower figure is none
SHELF_OF = {Page.LESSON: Page.LESSONS, Page.MUSCLE: Page.MUSCLES, Page.ZONE: Page.ZONES}


class LearnPage(QWidget):
    """Shows a `LearnState`; what a person asks for are signals."""

    open_requested = Signal(object)  # Address
    back_requested = Signal()
    forward_requested = Signal()
    search_requested = Signal(str)
    side_requested = Signal(object)  # Side
    map_requested = Signal(str, object)  # muscle, side
    opened = Signal()  # the page is shown: look again what may be said

    def __init__(self, kit: Kit, books: Books, pictures: FigurePictures, library: Library) -> None:
        super().__init__()
        self._kit, self._books = kit._replace(role="read"), books
        self._state: LearnState | None = None
        self._read_to: dict[Address, int] = {}
        self.article: Article | None = None
        self.setProperty("kind", "panel")
        self._bar = QHBoxLayout()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addLayout(self._bar)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(0)
        self._text = QVBoxLayout()
        self.figure = FigureColumn(kit.look, pictures, library)
        self._columns.addLayout(self._text, 1)
        self._columns.addWidget(self.figure, 1)
        self._lines.addLayout(self._columns, 1)
        self._make_bar()
        for keys, slot in (
            (QKeySequence.StandardKey.Back, self.back_requested),
            (QKeySequence.StandardKey.Forward, self.forward_requested),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        kit.look.changed.connect(self._rebuild)

    # -- state in -------------------------------------------------------------------------------

    @Slot(object)
    def show_state(self, state: LearnState) -> None:
        """Show the page where ``state`` is."""
        before, self._state = self._state, state
        if isinstance(self.article, SearchArticle) and state.here.page is Page.SEARCH:
            self.article.show_found(state.here.id, state.found, state.nearest)
            self.article.take_focus()
            return
        if before is not None and self.article is not None:
            self._read_to[before.here] = self.article.scrolled_to()
        self._show_article()
        assert self.article is not None
        fresh = before is None or before.here != state.here
        went_along = before is not None and before.trail.ahead != state.trail.ahead
        self._lines.activate()
        if not fresh or went_along:
            self.article.scroll_to(self._read_to.get(state.here, 0))
        elif state.here.id:
            self.article.go_to(state.here.id)
        if fresh:
            self.take_focus()

    def show_figure(self, figure: FigureName) -> None:
        """Draw this figure."""
        self.figure.show_figure(figure)

    def take_focus(self) -> None:
        """The keyboard reads on from the top."""
        if self.article is not None and self.isVisible():
            self.article.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """The page is opened: the answers may have changed."""
        super().showEvent(event)
        self.opened.emit()
        self.take_focus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse's own keys for back and forward."""
        if event.button() is Qt.MouseButton.BackButton:
            self.back_requested.emit()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.forward_requested.emit()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figure stands beside the text where there is room."""
        super().resizeEvent(event)
        self._fit()

    # -- making ---------------------------------------------------------------------------------

    def _make_bar(self) -> None:
        look = self._kit.look
        self._back = button(_("Back"), "quiet")
        dress(self._back, look, "back", "ink", 16)
        self._back.clicked.connect(self.back_requested)
        self._shelves = QButtonGroup(self)
        flow = FlowLayout(spacing=look.gap(4))
        flow.addWidget(self._back)
        for index, (page, title) in enumerate(shelf_titles().items()):
            tab = button(title, "tab")
            tab.setCheckable(True)
            tab.setAccessibleName(_("Go to: {page}").format(page=title))
            self._shelves.addButton(tab, index)
            flow.addWidget(tab)
            assert page is SHELVES[index]
        self._shelves.idClicked.connect(self._on_shelf)
        self.swap = button("", "secondary")
        self.swap.setCheckable(True)
        self.swap.toggled.connect(self._fit)
        flow.addWidget(self.swap)
        flow.setContentsMargins(look.gap(20), look.gap(8), look.gap(20), look.gap(8))
        self._bar.addWidget(frame("header", flow), 1)

    def _show_article(self) -> None:
        state = self._state
        assert state is not None
        if self.article is not None:
            self._text.removeWidget(self.article)
            self.article.hide()
            self.article.deleteLater()
        self.article = self._make(state)
        self.article.lit.connect(self.figure.show_lit)
        if self.article.current is not None and self.article.current.lit is not None:
            self.figure.show_lit(self.article.current.lit)
        self._text.addWidget(self.article)
        self._back.setEnabled(bool(state.trail.behind))
        shelf = SHELF_OF.get(state.here.page, state.here.page)
        self._shelves.setExclusive(False)
        for page, tab in zip(SHELVES, self._shelves.buttons(), strict=True):
            tab.setChecked(page is shelf)
        self._shelves.setExclusive(True)
        self._fit()

    def _make(self, state: LearnState) -> Article:
        kit, books, here = self._kit, self._books, state.here
        match here.page:
            case Page.LESSON:
                return lesson_article(kit, books.lessons()[here.id], books.drawing)
            case Page.MUSCLES:
                return MusclesArticle(kit)
            case Page.MUSCLE:
                assert state.told is not None
                made = MuscleArticle(kit, state.told)
                made.side_chosen.connect(self.side_requested)
                made.map_requested.connect(self.map_requested)
                return made
            case Page.ZONES:
                return ZonesArticle(kit)
            case Page.ZONE:
                return ZoneArticle(kit, here.id)
            case Page.TERMS:
                return GlossaryArticle(kit, books.glossary(), here.id)
            case Page.SEARCH:
                search = SearchArticle(kit, here.id, state.found, state.nearest)
                search.typed.connect(self.search_requested)
                return search
            case Page.SOURCES:
                return SourcesArticle(kit, books.lessons(), state.used, here.id)
        return start_article(kit, books.lessons(), books.drawing)

    @Slot()
    def _rebuild(self) -> None:
        """The text has another size, or other colours."""
        while self._bar.count():
            item = self._bar.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self._make_bar()
        if self._state is not None:
            self._show_article()

    @Slot(int)
    def _on_shelf(self, index: int) -> None:
        self.open_requested.emit(Address(SHELVES[index]))

    @Slot()
    def _fit(self) -> None:
        """Text and figure side by side; in little room one of them, and that is said."""
        look = self._kit.look
        wanted = self.article is not None and not self.article.alone
        text = look.px(COLUMN) + 2 * look.gap(24)
        beside = wanted and self.width() - text >= FIGURE_LEAST
        alone = wanted and not beside and self.swap.isChecked()
        self.swap.setVisible(wanted and not beside)
        self.swap.setText(_("Text") if alone else _("Figure"))
        room = _("There is no room for the figure beside text of this size.")
        self.swap.setToolTip(room)
        self.swap.setAccessibleName(_("Show the text") if alone else _("Show the figure"))
        self.swap.setAccessibleDescription(room)
        self.figure.setVisible(beside or alone)
        if self.article is not None:
            self.article.setVisible(not alone)
        if beside:
            self.figure.setMaximumWidth(self.width() - max(text, round(self.width() * 0.48)))
        else:
            self.figure.setMaximumWidth(16777215)


def shelf_titles() -> dict[Page, str]:
    """The lists that one can always go to."""
    return {
        Page.LESSONS: _("Lessons"),
        Page.MUSCLES: _("Muscles"),
        Page.ZONES: _("Areas"),
        Page.TERMS: _("Words"),
        Page.SOURCES: _("Sources"),
    }
