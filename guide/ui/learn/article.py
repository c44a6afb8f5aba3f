"""A column of sections to be read; it knows which one is under the reader's eye."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from guide.i18n import _
from guide.ui.controls import label, scrolled
from guide.ui.flow import FlowLayout
from guide.ui.learn.lit import Lit
from guide.ui.reading import Kit

COLUMN = 600  # pixels at 100 % text: about 65 characters
EYE = 0.3  # of the height: where one reads


class Block(QWidget):
    """A section: a quiet heading, what it says, and what the figure shows meanwhile."""

    def __init__(self, kit: Kit, title: str, content: QWidget, lit: Lit | None) -> None:
        super().__init__()
        self._look, self.title, self.lit = kit.look, title, lit
        self._current = False
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(kit.look.gap(16), 0, 0, 0)
        self.lines.setSpacing(kit.look.gap(8))
        if title:
            self.lines.addWidget(label(title, "heading"))
        self.lines.addWidget(content)

    def mark(self, current: bool) -> None:
        """Show that this is where one reads, or no longer."""
        if current != self._current:
            self._current = current
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet bar beside the section that is read."""
        if self._current and self.title:
            painter = QPainter(self)
            bar = self.rect().adjusted(0, 2, 0, 0)
            bar.setWidth(self._look.px(3))
            painter.fillRect(bar, self._look.colour("accent"))


class Article(QWidget):
    """Title, ways to jump, sections. Scrolling and the keyboard move the reader's eye."""

    lit = Signal(object)  # Lit

    def __init__(self, kit: Kit, title: str, subtitle: str = "", column: int = COLUMN) -> None:
        super().__init__()
        self.kit, self.title, self._wide = kit, title, column
        self.alone = False  # True where the figure has nothing to add
        self.blocks: list[Block] = []
        self._current: Block | None = None
        self._jumping = False
        look = kit.look
        self._inner = QWidget()
        self._inner.setProperty("kind", "scrolled")
        self.lines = QVBoxLayout(self._inner)
        self.lines.setSpacing(look.gap(22))
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area = scrolled(self._inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.head = QVBoxLayout()
        self.head.setContentsMargins(look.gap(16), 0, 0, 0)
        self.head.setSpacing(look.gap(6))
        self.head.addWidget(label(title, "display"))
        if subtitle:
            self.head.addWidget(label(subtitle, "quiet"))
        self.lines.addLayout(self.head)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(
            _("Arrow keys scroll, control with arrow up or down goes from section to section.")
        )
        self.area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    # -- making ---------------------------------------------------------------------------------

    def add(self, title: str, content: QWidget, lit: Lit | None = None) -> Block:
        """Add a section; without ``lit`` the figure stays as it is."""
        block = Block(self.kit, title, content, lit)
        self.blocks.append(block)
        self.lines.addWidget(block)
        return block

    def add_contents(self) -> None:
        """Ways to jump to the sections, below the title."""
        flow = FlowLayout(spacing=self.kit.look.gap(4))
        for block in self.blocks:
            if block.title:
                made = _Jump(block)
                made.asked.connect(self._on_asked)
                flow.addWidget(made)
        self.head.addLayout(flow)

    def begin(self) -> None:
        """Everything is there: the eye is at the first section."""
        self.lines.addStretch(1)
        self._look_at(self.blocks[0] if self.blocks else None)

    # -- reading --------------------------------------------------------------------------------

    @property
    def current(self) -> Block | None:
        """The section under the reader's eye."""
        return self._current

    def jump(self, block: Block, part: QWidget | None = None) -> None:
        """Bring a section, or a part of it, to the top."""
        self.area.fit()
        top = (part or block).mapTo(self._inner, QPoint(0, 0)).y()
        self._jumping = True
        self.area.verticalScrollBar().setValue(top - self.kit.look.gap(16))
        self._jumping = False
        self._look_at(block)

    def take_focus(self) -> None:
        """The keyboard reads."""
        self.setFocus()

    def go_to(self, _name: str, /) -> None:
        """Bring to the top what a link asked for; most pages begin with it."""

    def step(self, by: int) -> None:
        """To the next section, or to the one before."""
        if self._current is not None:
            at = self.blocks.index(self._current) + by
            self.jump(self.blocks[min(max(at, 0), len(self.blocks) - 1)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, or go from section to section."""
        bar, key = self.area.verticalScrollBar(), event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.step(1 if key == Qt.Key.Key_Down else -1)
                return
        by = {
            Qt.Key.Key_Down: self.kit.look.px(48),
            Qt.Key.Key_Up: -self.kit.look.px(48),
            Qt.Key.Key_PageDown: bar.pageStep() * 9 // 10,
            Qt.Key.Key_Space: bar.pageStep() * 9 // 10,
            Qt.Key.Key_PageUp: -bar.pageStep() * 9 // 10,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }.get(Qt.Key(key))
        if by is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + by)

    def whole(self) -> QPixmap:
        """All of the page's text as a picture."""
        return self._inner.grab()

    def scrolled_to(self) -> int:
        """How far one has read, in pixels."""
        return self.area.verticalScrollBar().value()

    def scroll_to(self, value: int) -> None:
        """Go on reading where one was."""
        self.area.fit()
        self.area.verticalScrollBar().setValue(value)

    @Slot(object)
    def _on_asked(self, block: Block) -> None:
        self.jump(block)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        if self._jumping or not self.blocks:
            return
        bar = self.area.verticalScrollBar()
        eye = value + EYE * self.area.viewport().height()
        above = [block for block in self.blocks if block.y() <= eye]
        at_end = bar.maximum() > 0 and value == bar.maximum()
        found = self.blocks[-1] if at_end else above[-1] if above else self.blocks[0]
        self._look_at(self.blocks[0] if value == 0 else found)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._inner.isAncestorOf(new):
            return
        self.area.ensureWidgetVisible(new, 0, self.kit.look.gap(32))
        for block in self.blocks:
            if block.isAncestorOf(new):
                self._look_at(block)

    def _look_at(self, block: Block | None) -> None:
        if block is self._current:
            return
        if self._current is not None:
            self._current.mark(False)
        self._current = block
        if block is not None:
            block.mark(True)
            if block.lit is not None:
                self.lit.emit(block.lit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, and no wider than it reads well."""
        look = self.kit.look
        side = max(look.gap(20), (self.width() - look.px(self._wide)) // 2)
        self.lines.setContentsMargins(side - look.gap(16), look.gap(24), side, look.gap(32))
        super().resizeEvent(event)


class _Jump(QPushButton):
    """Leads to a section."""

    asked = Signal(object)  # Block

    def __init__(self, block: Block) -> None:
        super().__init__(block.title.replace("&", "&&"))
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Go to the section: {title}").format(title=block.title))
        self._block = block
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self._block)
