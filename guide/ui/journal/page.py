"""The history page: list, filter, one entry whole, before and after, export, delete."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from guide.app.journal_presenter import Asking, JournalState, Looking, Period
from guide.app.session_words import side_word, subject_name
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.session import SessionKind
from guide.i18n import _, n_
from guide.ui.controls import button, column, frame, label, row, scrolled
from guide.ui.dates import began
from guide.ui.drop_down import DropDown
from guide.ui.flow import FlowLayout
from guide.ui.journal.chart import BeforeAfterChart
from guide.ui.journal.entries import EntryList
from guide.ui.journal.question import Question
from guide.ui.journal.visit import visit_words
from guide.ui.journal.words import count_words, in_full, kind_word, period_words, what
from guide.ui.look import Look
from guide.ui.plotting import Plotting
from guide.ui.session.panel import flowing

SIDES = (Side.RIGHT, Side.LEFT, Side.MIDLINE)
NARROW = 760  # pixels at 100 % text: below that list and entry take turns


class JournalPage(QWidget):
    """Shows a `JournalState`; every wish is a signal."""

    looking_requested = Signal(object)  # Looking
    all_requested = Signal()
    entry_requested = Signal(str)
    delete_requested = Signal()
    delete_all_requested = Signal()
    keep_requested = Signal()
    confirmed = Signal()
    json_requested = Signal(str)  # path
    csv_requested = Signal(str)
    dismissed = Signal()
    map_requested = Signal()
    opened = Signal()  # the page is shown: read again

    def __init__(
        self, look: Look, catalogue: Catalogue, plotting: Plotting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._catalogue = look, catalogue
        self._chosen = False
        self.setProperty("kind", "panel")
        self.entries = EntryList(catalogue)
        self.entries.chosen.connect(self.entry_requested)
        self.chart = BeforeAfterChart(look, plotting)
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        """The page is opened: what is new must be there."""
        super().showEvent(event)
        self.opened.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page shows the list or the entry, not both."""
        super().resizeEvent(event)
        self._arrange()

    @Slot(object)
    def show_state(self, state: JournalState) -> None:
        """Show the entries, the chosen one, and what must be said."""
        self._count.setText(count_words(len(state.entries), state.total))
        self._show_filter(state)
        self._show_notices(state)
        chosen = state.chosen.id if state.chosen is not None else ""
        self.entries.show_entries(state.entries, chosen)
        page = self._empty if not state.total else self._none if not state.entries else self._full
        self._stack.setCurrentWidget(page)
        self._filter.setVisible(state.total > 0)
        self._foot.setVisible(state.total > 0 or state.asking is Asking.DELETE_ALL)
        self._show_chart(state)
        self._show_detail(state)
        self._show_question(state)

    # Parts

    def _build(self) -> None:
        look = self._look
        self._count = label("", "quiet", wrap=False)
        head = row(label(_("Journal"), "display", wrap=False), self._count, spacing=look.gap(14))
        head.addStretch(1)
        self._banner_words = flowing("", "caution")
        self._banner_close = button(_("I have read this"), "quiet")
        self._banner_close.clicked.connect(self.dismissed)
        inside = row(self._banner_words, self._banner_close, margin=look.gap(12))
        inside.setStretch(0, 1)
        self._banner = frame("caution", inside)
        self._message = flowing("", "quiet")
        self._stack = QStackedWidget()
        self._full, self._empty, self._none = (
            self._make_full(),
            self._make_empty(),
            self._make_none(),
        )
        for page in (self._full, self._empty, self._none):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.gap(32), look.gap(24), look.gap(32), look.gap(20))
        outer.setSpacing(look.gap(14))
        outer.addLayout(head)
        outer.addWidget(self._banner)
        outer.addWidget(self._make_filter())
        outer.addWidget(self._message)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self._make_foot())

    def _make_filter(self) -> QWidget:
        self._kind = DropDown(self._look, _("Kind of session"))
        self._subject = DropDown(self._look, _("Muscle or routine"))
        self._side = DropDown(self._look, _("Side"))
        self._period = DropDown(self._look, _("Period"))
        self._fill(self._kind, _("Everything"), [(k.value, kind_word(k)) for k in SessionKind])
        sides = [(side.value, side_word(side).capitalize()) for side in SIDES]
        self._fill(self._side, _("Both sides"), sides)
        periods = [(p.value, period_words(p)) for p in Period if p is not Period.ALL]
        self._fill(self._period, period_words(Period.ALL), periods)
        layout = FlowLayout(spacing=self._look.gap(10))
        for box in (self._kind, self._subject, self._side, self._period):
            box.activated.connect(self._on_filter)
            layout.addWidget(box)
        self._filter = frame("bare")
        self._filter.setLayout(layout)
        return self._filter

    def _make_full(self) -> QWidget:
        look = self._look
        self._detail_title = flowing("", "heading")
        self._detail = flowing("")
        self._visit_words = flowing("", "quiet")
        before = column(label(_("What you painted and answered"), "strong"), self._visit_words)
        self._visit = frame("bare", before)
        self._delete = button(_("Delete this entry"), "quiet")
        self._delete.clicked.connect(self.delete_requested)
        self._question_one = self._make_question()
        keys = row(self._delete)
        keys.addStretch(1)
        self._to_list = button(_("Back to the list"), "link")
        self._to_list.clicked.connect(self._on_to_list)
        lines = column(
            self._to_list,
            self._detail_title,
            self._detail,
            self._visit,
            keys,
            self._question_one,
            margin=look.gap(18),
        )
        self._detail_card = frame("card", lines)
        legend = label(_("○ before   ● after, from 0 to 10, as you entered it"), "note")
        self._chart_hint = flowing("", "note")
        self._chart_card = frame(
            "card",
            column(
                label(_("Pain before and after"), "strong"),
                legend,
                self.chart,
                self._chart_hint,
                margin=look.gap(18),
            ),
        )
        right = QWidget()
        right.setProperty("kind", "scrolled")
        lines = column(self._detail_card, self._chart_card, spacing=look.gap(16))
        lines.addStretch(1)
        right.setLayout(lines)
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.gap(20))
        self._aside = scrolled(right)
        layout.addWidget(self.entries, 5)
        layout.addWidget(self._aside, 6)
        return page

    def _make_empty(self) -> QWidget:
        go = button(_("Open the map"), "primary")
        go.clicked.connect(self.map_requested)
        return self._middle(
            _("Nothing here yet"),
            _("Click on the map where it hurts; your first session will appear here."),
            go,
        )

    def _make_none(self) -> QWidget:
        everything = button(_("Show all entries"), "primary")
        everything.clicked.connect(self.all_requested)
        text = _("No entry fits what is chosen above.")
        return self._middle(_("No entries"), text, everything)

    def _make_foot(self) -> QWidget:
        as_json, as_csv = button(_("Export as JSON")), button(_("Export as CSV"))
        as_json.clicked.connect(self._on_json)
        as_csv.clicked.connect(self._on_csv)
        self._everything = button(_("Delete everything"), "quiet")
        self._everything.clicked.connect(self.delete_all_requested)
        keys = FlowLayout(spacing=self._look.gap(10))
        for made in (as_json, as_csv, self._everything):
            keys.addWidget(made)
        self._question_all = self._make_question()
        lines = column(self._question_all)
        lines.addLayout(keys)
        self._foot = frame("bare", lines)
        return self._foot

    def _make_question(self) -> Question:
        made = Question(self._look)
        made.kept.connect(self.keep_requested)
        made.confirmed.connect(self.confirmed)
        return made

    def _middle(self, title: str, text: str, go: QPushButton) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        words = flowing(text, "quiet")
        words.setMaximumWidth(self._look.px(520))
        line = row(go)
        line.addStretch(1)
        layout.addLayout(column(label(title, "title", wrap=False), words, line, spacing=14))
        layout.addStretch(3)
        return page

    # Filling in

    def _fill(self, box: DropDown, everything: str, choices: list[tuple[str, str]]) -> None:
        box.clear()
        box.addItem(everything, "")
        for value, words in choices:
            box.addItem(words, value)

    def _show_filter(self, state: JournalState) -> None:
        known = [self._subject.itemData(index) for index in range(1, self._subject.count())]
        if known != list(state.subjects) or not self._subject.count():
            names = [(name, subject_name(self._catalogue, name)) for name in state.subjects]
            self._fill(self._subject, _("Every muscle and routine"), names)
        looking = state.looking
        for box, value in (
            (self._kind, looking.kind or ""),
            (self._subject, looking.subject or ""),
            (self._side, looking.side or ""),
            (self._period, "" if looking.period is Period.ALL else looking.period),
        ):
            box.setCurrentIndex(max(0, box.findData(str(value))))

    def _show_notices(self, state: JournalState) -> None:
        self._banner_words.setText("\n".join(state.notices))
        self._banner.setVisible(bool(state.notices))
        self._message.setText(state.problem or state.message)
        role = "caution" if state.problem else "quiet"
        if self._message.property("role") != role:
            self._message.setProperty("role", role)
            self._message.style().unpolish(self._message)
            self._message.style().polish(self._message)
        self._message.setVisible(bool(state.problem or state.message))

    def _show_chart(self, state: JournalState) -> None:
        if state.pairs:
            self.chart.prepare()
        self.chart.show_pairs(state.pairs)
        self._chart_hint.setVisible(len(state.pairs) < 2)
        self._chart_hint.setText(
            _("Answer how much it hurts before and after a session, and the dots appear here.")
        )

    def _show_detail(self, state: JournalState) -> None:
        record = state.chosen
        self._chosen = record is not None
        self._arrange()
        self._detail_card.setVisible(record is not None)
        if record is not None:
            self._detail_title.setText(f"{what(self._catalogue, record)} · {began(record)}")
            self._detail.setText(in_full(self._catalogue, record))
        self._visit.setVisible(state.visit is not None)
        if state.visit is not None:
            self._visit_words.setText(visit_words(self._catalogue, state.visit))
        self._delete.setEnabled(state.saves)
        self._everything.setEnabled(state.saves)

    def _show_question(self, state: JournalState) -> None:
        self._delete.setVisible(state.asking is not Asking.DELETE_ONE)
        self._question_one.ask(
            state.asking is Asking.DELETE_ONE,
            _("Delete this entry for good? It cannot be brought back."),
            _("Delete for good"),
        )
        words = n_(
            "Delete {count} entry, all maps and what you told about yourself for good? They"
            " cannot be brought back.",
            "Delete all {count} entries, all maps and what you told about yourself for good? They"
            " cannot be brought back.",
            state.total,
        ).format(count=state.total)
        if state.set_aside:
            aside = n_(
                "{count} damaged file that was set aside is deleted too.",
                "{count} damaged files that were set aside are deleted too.",
                state.set_aside,
            ).format(count=state.set_aside)
            words = f"{words} {aside}"
        everything = n_("Delete {count} entry", "Delete {count} entries", state.total)
        asked = state.asking is Asking.DELETE_ALL
        self._question_all.ask(asked, words, everything.format(count=state.total))

    def _arrange(self) -> None:
        narrow = self.width() < self._look.px(NARROW)
        self.entries.setVisible(not narrow or not self._chosen)
        self._aside.setVisible(not narrow or self._chosen)
        self._to_list.setVisible(narrow)

    # Requests

    @Slot()
    def _on_to_list(self) -> None:
        self.entry_requested.emit("")

    @Slot()
    def _on_filter(self) -> None:
        kind, side = self._kind.currentData(), self._side.currentData()
        period = self._period.currentData()
        self.looking_requested.emit(
            Looking(
                SessionKind(kind) if kind else None,
                self._subject.currentData() or None,
                Side(side) if side else None,
                Period(period) if period else Period.ALL,
            )
        )

    @Slot()
    def _on_json(self) -> None:
        if path := self._where("unknot-journal.json", _("JSON file (*.json)")):
            self.json_requested.emit(path)

    @Slot()
    def _on_csv(self) -> None:
        if path := self._where("unknot-journal.csv", _("CSV file (*.csv)")):
            self.csv_requested.emit(path)

    def _where(self, name: str, kinds: str) -> str:
        title = _("Export the journal")
        return QFileDialog.getSaveFileName(self, title, name, kinds)[0]
