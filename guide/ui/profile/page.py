"""The page "About you": every entry with what follows from it; every change holds at once."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from guide.core.catalogue import Catalogue
from guide.core.safety.profile import TOLD_TO_STOP, Profile
from guide.i18n import _
from guide.ui.chips import Chips
from guide.ui.controls import button, column, empty, frame, label, scrolled
from guide.ui.look import Look
from guide.ui.profile.entry import EntryRow
from guide.ui.profile.forget import Forget

WIDTH = 760
AGES = ((False, False), (True, False), (True, True))  # adult, fifty or over


class ProfilePage(QWidget):
    """Age, and the entries group by group."""

    changed = Signal(object)  # Profile
    cleared = Signal()  # a clinician has looked at what stopped a session
    forgotten = Signal()  # everything that was told is taken back

    def __init__(
        self, look: Look, catalogue: Catalogue, profile: Profile, day: Callable[[], date]
    ) -> None:
        """``day`` says which day it is."""
        super().__init__()
        self._look, self._catalogue, self._profile = look, catalogue, profile
        self._day, self._today = day, day()
        self.entries: dict[str, EntryRow] = {}
        self._content = QWidget()
        self._content.setProperty("kind", "scrolled")
        self._lines = QVBoxLayout(self._content)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(self._content)
        outer.addWidget(self._area)
        look.changed.connect(self._build)
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, and no wider than it reads well."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The page is opened: "yesterday" may be another day than it was."""
        super().showEvent(event)
        if self._today != self._day():
            self._today = self._day()
            self._build()

    @Slot(object)
    def show_profile(self, profile: Profile) -> None:
        """Show a changed profile."""
        if profile != self._profile:
            self._profile = profile
            self._show()

    @Slot()
    def _build(self) -> None:
        look, at = self._look, self._area.verticalScrollBar().value()
        empty(self._lines)
        self._fit()
        self._lines.setSpacing(look.gap(12))
        self._lines.addWidget(label(_("About you"), "title"))
        self._lines.addWidget(
            label(
                _(
                    "What you say here changes what Unknot offers. It stays on this computer. "
                    "Unknot is for adults, it is no diagnosis, and what it says here has not "
                    "been reviewed by a clinician."
                ),
                "quiet",
            )
        )
        self._stopped = self._make_stopped()
        self._lines.addWidget(self._stopped)
        self._ages = Chips(
            look,
            _("How old are you?"),
            list(zip(AGES, (_("Under 18"), _("18 to 49"), _("50 or over")), strict=True)),
        )
        self._ages.changed.connect(self._on_age)
        self._lines.addWidget(self._card(label(_("How old are you?"), "heading"), self._ages))
        self.entries = {}
        for group in self._catalogue.profile_groups.values():
            rows = self._make_rows(group.id)
            self.entries |= rows
            self._lines.addWidget(self._card(label(group.text, "heading"), *rows.values()))
        forget = Forget(look)
        forget.agreed.connect(self.forgotten)
        self._lines.addWidget(forget)
        self._show()
        self._area.verticalScrollBar().setValue(at)

    def _make_rows(self, group: str) -> dict[str, EntryRow]:
        rows = {}
        for entry in self._catalogue.profile_entries.values():
            if entry.group == group and entry.id != TOLD_TO_STOP:
                row = EntryRow(self._look, self._catalogue, entry, self._today, entry.effect)
                row.changed.connect(self._on_entry)
                rows[entry.id] = row
        return rows

    def _make_stopped(self) -> QFrame:
        """What a session that was stopped for a grave reason leaves behind."""
        entry = self._catalogue.profile_entries[TOLD_TO_STOP]
        looked = button(_("A clinician has looked at it"), "secondary")
        looked.clicked.connect(self.cleared)
        lines = column(
            label(entry.text, "caution-strong"),
            label(entry.effect, "caution"),
            label(entry.what_to_do, "caution"),
            spacing=self._look.gap(8),
        )
        lines.addWidget(looked, 0, Qt.AlignmentFlag.AlignLeft)
        lines.setContentsMargins(*[self._look.gap(16)] * 4)
        return frame("caution", lines)

    def _card(self, *things: QWidget) -> QFrame:
        lines = column(*things, spacing=self._look.gap(8))
        lines.setContentsMargins(*[self._look.gap(16)] * 4)
        return frame("card", lines)

    def _fit(self) -> None:
        look = self._look
        side = max(look.gap(24), (self.width() - look.px(WIDTH)) // 2)
        self._lines.setContentsMargins(side, look.gap(24), side, look.gap(24))

    def _show(self) -> None:
        profile = self._profile
        items = {item.entry: item for item in profile.items}
        self._stopped.setVisible(TOLD_TO_STOP in items)
        told = profile.adult is not None and profile.fifty_or_over is not None
        self._ages.select([(profile.adult, profile.fifty_or_over)] if told else [])
        for name, row in self.entries.items():
            if row.item() != items.get(name):
                row.show_item(items.get(name))

    @Slot()
    def _on_age(self) -> None:
        for value in self._ages.values():
            if isinstance(value, tuple):
                adult, fifty = value
                self._tell(replace(self._profile, adult=adult, fifty_or_over=fifty))

    @Slot()
    def _on_entry(self) -> None:
        said = {name: row.item() for name, row in self.entries.items()}
        others = [item for item in self._profile.items if item.entry not in said]
        items = [item for item in said.values() if item is not None]
        self._tell(replace(self._profile, items=(*others, *items)))

    def _tell(self, profile: Profile) -> None:
        """An age or an entry is an answer: the screen of the first visit need not ask again."""
        self._profile = replace(profile, asked=profile.adult is not None)
        self.changed.emit(self._profile)
