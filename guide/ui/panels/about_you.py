"""About you, asked once: age and six groups in one screen, and the entries of ticked groups."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from guide.core.catalogue import Catalogue
from guide.core.safety import PAGE
from guide.core.safety.profile import TOLD_TO_STOP, Profile
from guide.core.safety_facts import ProfileEntry
from guide.i18n import _
from guide.ui.choices import CheckRow
from guide.ui.controls import empty
from guide.ui.look import Look
from guide.ui.panels.screen import Screen
from guide.ui.profile.entry import EntryRow
from guide.ui.requests import MapRequests

CHILD, FIFTY = "under_18", "fifty_or_over"


class AboutYouScreen(Screen):
    """The first screen asks for groups; every further one for eight entries of what was ticked."""

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        requests: MapRequests,
        profile: Profile,
        today: date,
    ) -> None:
        """What ``profile`` says already, from the page about the person, is ticked."""
        super().__init__(look)
        self._catalogue, self._requests, self._today = catalogue, requests, today
        self.profile = profile
        self._groups: dict[str, CheckRow] = {}
        self._entries: dict[str, EntryRow] = {}
        self._items = {item.entry: item for item in profile.items}
        self._ticked_groups = self._said(profile)
        self._page = 0  # 0 are the groups, then pages of entries
        self._show()

    def rows(self) -> list[QWidget]:
        """The lines of this page, and what ticked ones ask for."""
        opened = [made for row in self._entries.values() for made in row.tab_order()]
        return [*self._groups.values(), *opened]

    def ticked(self) -> int:
        """How many apply."""
        checks = [*self._groups.values(), *(row.check for row in self._entries.values())]
        return sum(made.isChecked() for made in checks)

    def answer_none(self) -> None:
        """Nothing on this page applies."""
        self._answer()

    def answer_these(self) -> None:
        """What is ticked applies; it goes to the next page, or is told when there is none."""
        self._answer()

    def go_back(self) -> bool:
        """To the page before."""
        if not self._page:
            return False
        self._keep()
        self._page -= 1
        self._show()
        return True

    def _said(self, profile: Profile) -> frozenset[str]:
        """The lines of the first page that ``profile`` speaks of."""
        entries = self._catalogue.profile_entries
        asked = self._items.keys() & entries.keys() - {TOLD_TO_STOP}
        told = {entries[name].group for name in asked}
        ages = {CHILD: profile.adult is False, FIFTY: profile.fifty_or_over is True}
        return frozenset(told | {name for name, true in ages.items() if true})

    def _answer(self) -> None:
        self._keep()
        self._page += 1
        if CHILD in self._ticked_groups or not self._asked_here():
            self._tell()
        else:
            self._show()

    def _tell(self) -> None:
        asked = [entry.id for entry in self._of_ticked_groups()]
        items = tuple(self._items[id_] for id_ in asked if id_ in self._items)
        child = CHILD in self._ticked_groups
        fifty = FIFTY in self._ticked_groups
        self._page -= 1  # it stands here still when the next question is taken back
        self._requests.about.emit(Profile(not child, fifty, () if child else items, asked=True))

    def _keep(self) -> None:
        """Remember what this page says."""
        if not self._page:
            ticked = {name for name, made in self._groups.items() if made.isChecked()}
            self._ticked_groups = frozenset(ticked)
            return
        for name, row in self._entries.items():
            item = row.item()
            if item is None:
                self._items.pop(name, None)
            else:
                self._items[name] = item

    def _of_ticked_groups(self) -> list[ProfileEntry]:
        """The entries that are asked; one is never asked, the program adds it itself."""
        return [
            entry
            for entry in self._catalogue.profile_entries.values()
            if entry.group in self._ticked_groups and entry.id != TOLD_TO_STOP
        ]

    def _asked_here(self) -> list[ProfileEntry]:
        first = (self._page - 1) * PAGE
        return self._of_ticked_groups()[first : first + PAGE]

    def _show(self) -> None:
        empty(self.lines)
        self._groups, self._entries = {}, {}
        if self._page:
            self._show_entries()
        else:
            self._show_groups()
        self.turned.emit()

    def _show_groups(self) -> None:
        self.title = _("About you")
        self.why = _("Does any of this apply to you? Asked once, and kept on this computer only.")
        self._group(CHILD, _("I am under 18"), "")
        self._group(FIFTY, _("I am 50 or over"), "")
        for group in self._catalogue.profile_groups.values():
            self._group(group.id, group.text, group.example)

    def _group(self, name: str, text: str, example: str) -> None:
        made = CheckRow(self.look, text, example)
        made.setChecked(name in self._ticked_groups)
        made.toggled.connect(self._on_group)
        self._groups[name] = made
        self.lines.addWidget(made)

    def _show_entries(self) -> None:
        self.title = _("Which of these?")
        self.why = _("Tick every one that applies; where it asks for an area or a day, choose it.")
        for entry in self._asked_here():
            made = EntryRow(self.look, self._catalogue, entry, self._today)
            made.show_item(self._items.get(entry.id))
            made.changed.connect(self.counted)
            self._entries[entry.id] = made
            self.lines.addWidget(made)

    @Slot()
    def _on_group(self) -> None:
        """Nobody is under 18 and over 50: the later tick holds."""
        young, old = self._groups[CHILD], self._groups[FIFTY]
        if young.isChecked() and old.isChecked():
            other = old if self.sender() is young else young
            other.setChecked(False)
        self.counted.emit()
