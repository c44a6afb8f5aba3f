"""Search: one field, and what is found below it as one types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from guide.app.learn import Address, Page
from guide.core.anatomy import Chosen
from guide.core.catalogue import Catalogue
from guide.core.search import Found, Kind
from guide.i18n import _, n_
from guide.ui.controls import column, empty, frame, label
from guide.ui.learn.article import Article
from guide.ui.learn.lit import muscle_lit, whole_body, zone_lit
from guide.ui.learn.rows import LinkRow
from guide.ui.reading import Kit

MOST = 12  # rows; more letters find fewer
REST_MS = 250


class SearchArticle(Article):
    """Rows of what was found, best first; Enter opens the first, arrow keys go through them."""

    typed = Signal(str)

    def __init__(
        self, kit: Kit, words: str, found: Sequence[Found], nearest: Sequence[str]
    ) -> None:
        super().__init__(kit, _("Search"))
        self.field = _Field()
        self.field.setPlaceholderText(_("A muscle, a place, a symptom, a word"))
        self.field.setAccessibleName(_("Search for a muscle, a place, a symptom or a word"))
        self.field.setClearButtonEnabled(True)
        self.field.setText(words)
        self.field.textChanged.connect(self.typed)
        self.field.returnPressed.connect(self._open_first)
        self.field.downwards.connect(self._to_first)
        self.head.addWidget(self.field)
        self._said = label("", "note")
        self.head.addWidget(self._said)
        self._rows: QVBoxLayout = column(spacing=kit.look.gap(8))
        self.rows: list[LinkRow] = []
        self._rest = QTimer(self)  # the figure follows when one has stopped typing
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._light_first)
        self.add("", frame("bare", self._rows), whole_body())
        self.begin()
        self.show_found(words, found, nearest)

    def show_found(self, words: str, found: Sequence[Found], nearest: Sequence[str]) -> None:
        """Show what was found for ``words``, or the words that are spelt alike."""
        empty(self._rows)
        self.rows = [self._row(each) for each in found[:MOST]]
        for made in self.rows:
            self._rows.addWidget(made)
        self._rest.start()
        if not words.strip():
            self._said.setText(_("Type a few letters. Ctrl+K comes back here from anywhere."))
        elif found:
            self._said.setText(found_words(len(found)))
        else:
            self._said.setText(nothing_words(words, nearest))

    def take_focus(self) -> None:
        """The keyboard types."""
        if not self.field.hasFocus():
            self.field.setFocus()
            self.field.selectAll()

    def _row(self, found: Found) -> LinkRow:
        example = " · ".join(part for part in (kind_words(found.kind), found.line) if part)
        address = address_of(self.kit.catalogue, found)
        made = LinkRow(self.kit.look, address, found.title, example)
        made.followed.connect(self.kit.requests.learn)
        made.pointed.connect(self._on_pointed)
        return made

    @Slot(object)
    def _on_pointed(self, address: Address) -> None:
        catalogue = self.kit.catalogue
        if address.page is Page.MUSCLE:
            self.lit.emit(muscle_lit(catalogue, Chosen(address.id, address.side)))
        elif address.page is Page.ZONE:
            self.lit.emit(zone_lit(catalogue.zones[address.id]))

    @Slot()
    def _light_first(self) -> None:
        if self.rows:
            self._on_pointed(self.rows[0].address)

    @Slot()
    def _open_first(self) -> None:
        if self.rows:
            self.rows[0].click()

    @Slot()
    def _to_first(self) -> None:
        if self.rows:
            self.rows[0].setFocus()


class _Field(QLineEdit):
    """The arrow down leaves for what was found."""

    downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow down, and all that a field knows."""
        if event.key() == Qt.Key.Key_Down:
            self.downwards.emit()
        else:
            super().keyPressEvent(event)


def address_of(catalogue: Catalogue, found: Found) -> Address:
    """Where what was found is read; a stretch is read with the first muscle it stretches."""
    match found.kind:
        case Kind.STRETCH:
            return Address(Page.MUSCLE, catalogue.stretches[found.id].muscles[0])
        case Kind.TERM:
            return Address(Page.TERMS, found.id)
        case Kind.SOURCE:
            return Address(Page.SOURCES, found.id)
    return Address(Page(found.kind.value), found.id)


def kind_words(kind: Kind) -> str:
    """What was found, in a word."""
    return {
        Kind.MUSCLE: _("Muscle"),
        Kind.ZONE: _("Area"),
        Kind.STRETCH: _("Stretch"),
        Kind.LESSON: _("Lesson"),
        Kind.TERM: _("Word"),
        Kind.SOURCE: _("Source"),
    }[kind]


def nothing_words(words: str, nearest: Sequence[str]) -> str:
    """That nothing was found, with the words that are spelt alike."""
    if not nearest:
        return _("Nothing has “{words}” in it.").format(words=words.strip())
    return _("Nothing has “{words}” in it. Did you mean: {nearest}?").format(
        words=words.strip(), nearest=", ".join(nearest)
    )


def found_words(count: int) -> str:
    """How much was found, and that more letters find less where it is much."""
    if count > MOST:
        return _("The best {most}; more letters find fewer").format(most=MOST)
    return n_("{count} page found", "{count} pages found", count).format(count=count)
