"""After a session: why it was stopped, what follows, how it was, and where it was saved."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QPushButton

from guide.app.session_state import Begin, PageState, Wish
from guide.app.session_words import duration, side_word, subject_name
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Level
from guide.core.session import Status
from guide.i18n import _, n_
from guide.ui.choices import ChoiceRow
from guide.ui.controls import button, column, empty, frame, row
from guide.ui.look import Look
from guide.ui.session.panel import StagePanel, flowing
from guide.ui.session.scale_row import ScaleRow


class WhyPanel(StagePanel):
    """Asks why it was stopped."""

    reason_requested = Signal(str)
    none_requested = Signal()

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__(look, widest=1120)
        self.say(_("Stopped. Why?"), _("Take the pressure off and sit down. One answer is enough."))
        self._none = button(_("No special reason"))
        self._none.clicked.connect(self.none_requested)
        first = row(self._none)
        first.addStretch(1)
        self.body.addLayout(first)
        self._grid = QGridLayout()
        self._grid.setSpacing(look.gap(10))
        self.body.addLayout(self._grid)
        self._rows: list[ChoiceRow] = []
        for reason in catalogue.stop_reasons.values():
            made = ChoiceRow(look, reason.text)
            made.setProperty("reason", reason.id)
            made.clicked.connect(self._on_reason)
            self._rows.append(made)
        self._columns = 0
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them; the gravest reasons stay on top."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= self.look.px(860) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for made in self._rows:
            self._grid.removeWidget(made)
        for number, made in enumerate(self._rows):
            self._grid.addWidget(made, number // columns, number % columns)
        for column_number in range(2):
            self._grid.setColumnStretch(column_number, 1 if column_number < columns else 0)

    def focus_first(self) -> None:
        """The harmless answer comes first, so that a key pressed in haste does no harm."""
        self.begin(self._none)

    @Slot()
    def _on_reason(self) -> None:
        made = self.sender()
        if made is not None:
            self.reason_requested.emit(str(made.property("reason")))


class AdvicePanel(StagePanel):
    """What follows from the reason; an emergency fills the page."""

    read_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._what = flowing("", "heading")
        self._frame = frame("emergency", column(self._what, margin=24))
        self.body.addWidget(self._frame)
        self._go_on = self.add_button(button(_("I have read this"), "primary"))
        self._go_on.clicked.connect(self.read_requested)

    def show_state(self, page: PageState) -> None:
        """Show the advice of the reason that was given."""
        reason = page.reason
        if reason is None:
            return
        headings = {
            Level.EMERGENCY: _("This may be an emergency"),
            Level.URGENT: _("Get medical advice today"),
            Level.CLINICIAN: _("Let a clinician look at this"),
            None: _("What to do now"),
        }
        emergency = reason.level is Level.EMERGENCY
        self.say(headings[reason.level], reason.text, page.problem)
        kind = "emergency" if emergency else "caution" if reason.level else "card"
        self._frame.setProperty("kind", kind)
        self._frame.style().unpolish(self._frame)
        self._frame.style().polish(self._frame)
        words = reason.what_to_do
        self._what.setText(words)
        roles = {"emergency": "emergency", "caution": "caution"}
        self._what.setProperty("role", roles.get(kind, "body"))
        self._what.setProperty("large", emergency)
        self._what.style().unpolish(self._what)
        self._what.style().polish(self._what)

    def focus_first(self) -> None:
        """There is one way on."""
        self.begin(self._go_on)


class RatePanel(StagePanel):
    """How was it: before, during, after, and a note."""

    before_requested = Signal(int)
    after_requested = Signal(int)
    note_written = Signal(str)
    save_requested = Signal()
    leave_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.before = ScaleRow(look, _("Pain before, from 0 to 10"))
        self.after = ScaleRow(look, _("Pain now, from 0 to 10"))
        self.before.chosen.connect(self.before_requested)
        self.after.chosen.connect(self.after_requested)
        self._during = flowing("", "quiet")
        self._note = QPlainTextEdit()
        self._note.setPlaceholderText(_("A note for yourself, if you like"))
        self._note.setAccessibleName(_("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setMaximumHeight(look.px(96))
        self._note.textChanged.connect(self._on_note)
        for widget in (
            flowing(_("How much does it hurt now?"), "label"),
            self.after,
            flowing(_("And before?"), "label"),
            self.before,
            self._during,
            self._note,
        ):
            self.body.addWidget(widget)
        self._save = self.add_button(button(_("Save"), "primary"))
        self._save.clicked.connect(self.save_requested)
        self._drop = self.add_button(button(_("Leave without saving"), "quiet"))
        self._drop.clicked.connect(self.leave_requested)

    def show_state(self, page: PageState) -> None:
        """Show what was said so far."""
        session = page.session
        finished = session is not None and session.status is Status.FINISHED
        holds = len(session.holds) if session is not None else 0
        done = n_("{count} hold done.", "{count} holds done.", holds).format(count=holds)
        title = _("Done. How was it?") if finished else _("Stopped. How was it?")
        text = _("{done} Sit for a minute or two before you stand up.").format(done=done)
        self.say(title, text, page.problem)
        self.before.select(page.before)
        self.after.select(page.after)
        during = _("Strongest while it ran: {value} of 10.")
        self._during.setText("" if page.during is None else during.format(value=page.during))
        self._during.setVisible(page.during is not None)
        if self._note.toPlainText() != page.note:
            self._note.blockSignals(True)
            self._note.setPlainText(page.note)
            self._note.blockSignals(False)

    def focus_first(self) -> None:
        """A digit answers at once."""
        self.begin(self.after)

    @Slot()
    def _on_note(self) -> None:
        self.note_written.emit(self._note.toPlainText())


class SavedPanel(StagePanel):
    """It is in the journal; and what may follow."""

    offer_requested = Signal(object)  # Wish
    leave_requested = Signal()
    journal_requested = Signal()

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__(look)
        self._catalogue = catalogue
        self._numbers = flowing("", "heading")
        self._offers = column(spacing=look.gap(10))
        self._offer_title = flowing(_("Next, if you like: move gently"), "label")
        self._wishes: dict[QPushButton, Wish] = {}
        self.body.addWidget(self._numbers)
        self.body.addWidget(self._offer_title)
        self.body.addLayout(self._offers)
        self._done = self.add_button(button(_("Done"), "primary"))
        self._done.clicked.connect(self.leave_requested)
        journal = self.add_button(button(_("Open the journal")))
        journal.clicked.connect(self.journal_requested)

    def show_state(self, page: PageState) -> None:
        """Show the record and the offers."""
        record = page.record
        if record is None:
            return
        name = subject_name(self._catalogue, record.subject)
        if record.side is not Side.MIDLINE:
            name = f"{name}, {side_word(record.side)}"
        text = _("{name}, {time}. It is in your journal, on this computer alone.")
        self.say(_("Saved"), text.format(name=name, time=duration(record.seconds)))
        both = record.before is not None and record.after is not None
        words = _("Pain before {before}, after {after}.")
        self._numbers.setText(
            words.format(before=record.before, after=record.after) if both else ""
        )
        self._numbers.setVisible(both)
        self._show_offers(page.offers)

    def focus_first(self) -> None:
        """The first offer, or done."""
        self.begin(next(iter(self._wishes), self._done))

    def _show_offers(self, offers: tuple[Wish, ...]) -> None:
        empty(self._offers)
        self._wishes = {}
        self._offer_title.setVisible(bool(offers))
        for wish in offers:
            if wish.begin is Begin.MOVEMENTS:
                text = _("Slow movements")
            else:
                text = _("Stretch: {name}").format(name=subject_name(self._catalogue, wish.subject))
                if wish.side is not Side.MIDLINE:
                    text = f"{text} · {side_word(wish.side)}"
            made = button(text)
            made.clicked.connect(self._on_offer)
            self._wishes[made] = wish
            line = row(made)
            line.addStretch(1)
            self._offers.addLayout(line)

    @Slot()
    def _on_offer(self) -> None:
        made = self.sender()
        if isinstance(made, QPushButton) and made in self._wishes:
            self.offer_requested.emit(self._wishes[made])
