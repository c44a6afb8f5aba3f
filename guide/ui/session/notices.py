"""Instead of a session: why not now, or what was cut short."""

from PySide6.QtCore import Signal

from guide.app.session_state import PageState
from guide.app.session_words import side_word, subject_name
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.i18n import _, n_
from guide.ui.controls import button, column, empty, frame
from guide.ui.dates import began
from guide.ui.look import Look
from guide.ui.session.panel import StagePanel, flowing


class RefusedPanel(StagePanel):
    """Words instead of a session."""

    leave_requested = Signal()

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__(look)
        self._catalogue = catalogue
        self._reasons = column(spacing=look.gap(12))
        self.body.addLayout(self._reasons)
        self._back = self.add_button(button(_("Go back"), "primary"))
        self._back.clicked.connect(self.leave_requested)

    def show_state(self, page: PageState) -> None:
        """Show every reason once."""
        name = subject_name(self._catalogue, page.wish.subject) if page.wish else ""
        self.say(_("Not now"), name)
        empty(self._reasons)
        for sentence in page.refusal:
            self._reasons.addWidget(
                frame("caution", column(flowing(sentence, "caution"), margin=16))
            )

    def focus_first(self) -> None:
        """There is one way on."""
        self.begin(self._back)


class OfferPanel(StagePanel):
    """A session was cut short when the program ended: record it, go on, or drop it."""

    record_requested = Signal()
    go_on_requested = Signal()
    discard_requested = Signal()

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__(look)
        self._catalogue = catalogue
        self._record = self.add_button(button(_("Record what was done"), "primary"))
        self._record.clicked.connect(self.record_requested)
        self._go_on = self.add_button(button(_("Go on, with a rest first")))
        self._go_on.clicked.connect(self.go_on_requested)
        drop = self.add_button(button(_("Drop it"), "quiet"))
        drop.clicked.connect(self.discard_requested)

    def show_state(self, page: PageState) -> None:
        """Say what it was."""
        if page.unfinished is None:
            return
        record = page.unfinished.record
        name = subject_name(self._catalogue, record.subject)
        if record.side is not Side.MIDLINE:
            name = f"{name}, {side_word(record.side)}"
        holds = len(record.holds)
        done = n_("{count} hold was done", "{count} holds were done", holds).format(count=holds)
        text = _("{name}, {when}: {done} before Unknot was closed.").format(
            name=name, when=began(record), done=done
        )
        self.say(
            _("A session was cut short"), text, " ".join((*page.refusal, page.problem)).strip()
        )
        self._go_on.setVisible(page.may_go_on)

    def focus_first(self) -> None:
        """Keeping is the careful answer."""
        self.begin(self._record)
