"""The window: name, navigation of the pages that exist, and one place for notices.

It is made with an empty header of the right height, which is filled with the first page that is
added.
"""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from guide.i18n import _
from guide.ui.controls import button, dress, frame, in_tab_order, label
from guide.ui.look import Look

LEAST = (1024, 700)
USUAL = (1440, 900)
SEARCH = 316  # pixels at 100 % text


class MainWindow(QWidget):
    """Header and pages; a session covers both."""

    page_shown = Signal(str)
    search_requested = Signal()
    hidden_changed = Signal(bool)
    closing = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setWindowTitle("Unknot")
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self._builders: dict[str, Callable[[], QWidget]] = {}
        self.pages: dict[str, QWidget] = {}
        self._nav: dict[str, QPushButton] = {}
        self._bar = QHBoxLayout()
        self._header = frame("header", self._bar)
        self._notice: _Notice | None = None
        self._search: QPushButton | None = None
        self._stack = QStackedWidget()
        self._session: QWidget | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        # LEAST is the least, whatever the pages say.
        self._lines.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._lines.addWidget(self._header)
        self._lines.addWidget(self._stack, 1)
        self._dress()
        look.changed.connect(self._dress)

    def _furnish(self) -> None:
        """Give the window its icon, and the header its mark and name."""
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_nav)
        self._mark = QLabel()
        self._bar.addWidget(self._mark)
        self._name = label("Unknot", "heading", wrap=False)
        self._bar.addWidget(self._name)
        self._bar.addSpacing(self._look.gap(16))
        self._bar.addStretch(1)
        self.setWindowIcon(QIcon(self._look.pixmap("mark", 64, "accent")))
        self._draw_mark()
        self._look.changed.connect(self._draw_mark)

    def add_search(self) -> None:
        """Put the way to the search at the right of the header, and its key."""
        self._search = button("", "field")
        self._search.setAccessibleName(_("Search, Ctrl+K"))
        dress(self._search, self._look, "search", "quiet", 16)
        self._search.clicked.connect(self.search_requested)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.search_requested)
        self._bar.addWidget(self._search)
        in_tab_order([[*self._nav.values()][-1], self._search])
        self._fit_header()

    def show_first(self, name: str, page: QWidget) -> None:
        """Show a page that is there before the navigation."""
        self.pages[name] = page
        self._stack.addWidget(page)

    def add_page(self, name: str, title: str, build: Callable[[], QWidget]) -> None:
        """Add a page to the navigation; it is built when it is first shown."""
        if not self._nav:
            self._furnish()
        self._builders[name] = build
        made = button(title, "nav")
        made.setCheckable(True)
        made.setAccessibleName(_("Go to: {page}").format(page=title))
        index = len(self._nav)
        self._nav[name] = made
        self._group.addButton(made, index)
        self._bar.insertWidget(3 + index, made)
        in_tab_order([*self._nav.values()][-2:])
        key = QShortcut(QKeySequence(f"Alt+{index + 1}"), self)
        key.activated.connect(made.click)
        self._fit_header()

    def page(self, name: str) -> QWidget:
        """The page ``name``, built now if it was not shown yet."""
        if name not in self.pages:
            self.pages[name] = self._builders[name]()
            self._stack.addWidget(self.pages[name])
        return self.pages[name]

    def show_page(self, name: str) -> None:
        """Bring a page to the front, with the header."""
        page = self.page(name)
        self._nav[name].setChecked(True)
        self._header.show()
        self._stack.setCurrentWidget(page)
        self.page_shown.emit(name)

    def nav_names(self) -> list[str]:
        """The names of the pages in the navigation, in order."""
        return list(self._nav)

    def current_page(self) -> str:
        """The name of the page that the navigation shows."""
        return next((name for name, made in self._nav.items() if made.isChecked()), "")

    def show_session(self, page: QWidget) -> None:
        """Let a session cover the window."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._header.hide()
        self._stack.setCurrentWidget(page)

    def leave_session(self) -> None:
        """Back to the page that was shown before the session."""
        self.show_page(self.current_page())

    def tell(self, sentence: str) -> None:
        """Show one sentence that the person must know, until it is put away."""
        if self._notice is None:
            self._notice = _Notice(self._look)
            self._lines.insertWidget(1, self._notice)
        self._notice.tell(sentence)

    def told(self) -> str:
        """The sentence that is shown, or nothing."""
        return self._notice.text() if self._notice else ""

    def raise_up(self) -> None:
        """Come to the front, however hidden."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def geometry_bytes(self) -> bytes:
        """Size and place of the window, to be kept."""
        return bytes(self.saveGeometry().data())

    def restore(self, geometry: bytes) -> None:
        """Take size and place that were kept; nonsense changes nothing."""
        self.restoreGeometry(QByteArray(geometry))

    def changeEvent(self, event: QEvent) -> None:
        """Say when the window is minimised or shown again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.hidden_changed.emit(self.isMinimized())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The header has more room, or less."""
        super().resizeEvent(event)
        if self._nav:
            self._fit_header()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window closes, before it does."""
        self.closing.emit()
        super().closeEvent(event)

    @Slot(int)
    def _on_nav(self, index: int) -> None:
        self.show_page(list(self._nav)[index])

    @Slot()
    def _dress(self) -> None:
        look, edge = self._look, self._look.gap(8)
        self._header.setFixedHeight(max(look.bar_height() - 6, look.px(28)) + 2 * edge + 1)
        self._bar.setContentsMargins(look.gap(20), edge, look.gap(20), edge)
        self._bar.setSpacing(edge)

    def _fit_header(self) -> None:
        """Let the search's words, the name, the mark and at last the paddings give way."""
        look, nav = self._look, [*self._nav.values()]
        mark, name = self._mark.sizeHint().width(), self._name.sizeHint().width()
        _restyle(nav, "tight", False)
        room = self._room_beside(nav)
        if room < 0:
            _restyle(nav, "tight", True)
            room = self._room_beside(nav)
        self._mark.setVisible(mark <= room)
        self._name.setVisible(mark + name <= room)
        if self._search is not None:
            wide = room - mark - name >= look.px(SEARCH)
            words = _("Search a muscle, a place, a word") + "   Ctrl K"
            self._search.setText(words if wide else "")
            _restyle([self._search], "kind", "field" if wide else "tool")
            self._search.setMinimumWidth(look.px(SEARCH) if wide else 0)

    def _room_beside(self, nav: list[QPushButton]) -> int:
        """Pixels that the navigation, and the icon of the search, leave free."""
        edges, look = self._bar.contentsMargins(), self._look
        between = self._bar.spacing() * (len(nav) + 3)
        icon = look.px(16) + 2 * look.gap(5) + 4 if self._search is not None else 0
        wide = sum(made.sizeHint().width() for made in nav)
        return self.width() - edges.left() - edges.right() - between - icon - wide

    @Slot()
    def _draw_mark(self) -> None:
        look = self._look
        self._mark.setPixmap(look.pixmap("mark", look.px(28), "accent", self.devicePixelRatioF()))
        if self._search is not None:
            dress(self._search, look, "search", "quiet", 16)
        self._fit_header()


def _restyle(buttons: list[QPushButton], name: str, value: object) -> None:
    """Give ``buttons`` a property that the stylesheet looks at."""
    for made in buttons:
        if made.property(name) != value:
            made.setProperty(name, value)
            made.style().unpolish(made)
            made.style().polish(made)


class _Notice(QWidget):
    """One sentence across the window, and a button that puts it away."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._label = label("", "caution")
        self._away = button(_("Put away"), "secondary")
        self._away.clicked.connect(self.hide)
        inner = QHBoxLayout()
        inner.setContentsMargins(look.gap(16), look.gap(8), look.gap(8), look.gap(8))
        inner.addWidget(self._label, 1)
        inner.addWidget(self._away)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.gap(16), look.gap(8), look.gap(16), look.gap(8))
        outer.addWidget(frame("caution", inner))
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show ``sentence``."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def text(self) -> str:
        """What is shown, or nothing."""
        return "" if self.isHidden() else self._label.text()
