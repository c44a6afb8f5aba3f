"""A long page that a few letters make short."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from guide.i18n import _
from guide.ui.controls import label
from guide.ui.learn.article import Article, Block
from guide.ui.learn.lit import Lit
from guide.ui.reading import Kit


class FilteredArticle(Article):
    """Things under headings; the filter leaves those that have its letters in their words."""

    def __init__(self, kit: Kit, title: str, subtitle: str, filter_words: str) -> None:
        super().__init__(kit, title, subtitle)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(filter_words)
        self.filter.setAccessibleName(filter_words)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter)
        self.filter.returnPressed.connect(self._to_first)
        self.head.addSpacing(kit.look.gap(6))
        self.head.addWidget(self.filter)
        self.nothing = label(_("Nothing has this in its words."), "quiet")
        self.nothing.hide()
        self.head.addWidget(self.nothing)
        self._things: dict[Block, list[tuple[QWidget, str]]] = {}

    def add_things(
        self,
        title: str,
        content: QWidget,
        things: list[tuple[QWidget, str]],
        lit: Lit | None = None,
    ) -> Block:
        """Add a heading; ``things`` are parts of ``content`` with the words they are found by."""
        block = self.add(title, content, lit)
        self._things[block] = [(thing, words.casefold()) for thing, words in things]
        return block

    def left(self) -> list[QWidget]:
        """What the filter leaves."""
        every = (thing for things in self._things.values() for thing, _words in things)
        return [thing for thing in every if not thing.isHidden()]

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        wanted, any_left = text.strip().casefold(), False
        for block, things in self._things.items():
            found = False
            for thing, words in things:
                thing.setVisible(wanted in words)
                found = found or wanted in words
            block.setVisible(found)
            any_left = any_left or found
        self.nothing.setVisible(not any_left)

    @Slot()
    def _to_first(self) -> None:
        """Enter opens the only row that is left, else goes to the first of them."""
        rows = [thing for thing in self.left() if isinstance(thing, QAbstractButton)]
        if len(rows) == 1:
            rows[0].click()
        elif rows:
            rows[0].setFocus()
