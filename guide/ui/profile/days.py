"""When a treatment was: a few answers instead of a calendar; the nearest day of each counts."""

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.i18n import _
from guide.ui.chips import Chips
from guide.ui.controls import label
from guide.ui.look import Look

DAYS = (0, 1, 2, 3, 5, 8, 15, 29, 57, 85)  # days ago, the most recent day that an answer means
HOURS = 24  # of a day


class DayPicker(QWidget):
    """How many days ago something was."""

    changed = Signal()

    def __init__(self, look: Look, name: str, today: date, hours: int | None) -> None:
        """``hours`` is how long it counts: what is longer ago is one answer.

        ``name`` is what is asked for, for a screen reader.
        """
        super().__init__()
        self._today, self._since = today, ""
        self._days = offered(hours)
        words = [*(_days_ago(days) for days in self._days[:-1]), _("Longer ago")]
        choices = list(zip(self._days, words, strict=True))
        self.days = Chips(look, f"{name}: {_('When?')}", choices)
        self.days.changed.connect(self._on_changed)
        self._unsaid = label(_("Nothing chosen: it counts until you say when."), "note")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.gap(8))
        whole.addWidget(label(_("When?"), "label"))
        whole.addWidget(self.days)
        whole.addWidget(self._unsaid)

    def since(self) -> str:
        """The day as an ISO date; empty while nothing is chosen."""
        return self._since

    def show_since(self, since: str) -> None:
        """Show the answer that ``since`` (ISO, or empty) falls under, without a signal."""
        self._since = since
        self._unsaid.setVisible(not since)
        if not since:
            self.days.select([])
            return
        ago = (self._today - date.fromisoformat(since)).days
        self.days.select([max((days for days in self._days if days <= ago), default=0)])

    @Slot()
    def _on_changed(self) -> None:
        (days,) = [value for value in self.days.values() if isinstance(value, int)]
        self._since = (self._today - timedelta(days=days)).isoformat()
        self._unsaid.hide()
        self.changed.emit()


def offered(hours: int | None) -> tuple[int, ...]:
    """The answers for what counts for ``hours``: as long as it counts, and one beyond."""
    if hours is None:
        return DAYS
    within = tuple(days for days in DAYS if days * HOURS <= hours)
    return DAYS[: len(within) + 1]


def _days_ago(days: int) -> str:
    return {
        0: _("Today"),
        1: _("Yesterday"),
        2: _("2 days ago"),
        3: _("3 or 4 days ago"),
        5: _("5 to 7 days ago"),
        8: _("1 to 2 weeks ago"),
        15: _("2 to 4 weeks ago"),
        29: _("4 to 8 weeks ago"),
        57: _("8 to 12 weeks ago"),
    }[days]
