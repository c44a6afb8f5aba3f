"""The guidance of one muscle: cautions first, then what to do, graded and with its sources."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QVBoxLayout, QWidget

from guide.app.map_state import MapState, Offer
from guide.core.anatomy import Chosen
from guide.core.catalogue import Catalogue
from guide.i18n import _, n_
from guide.ui.controls import button, dress, empty, frame, label, row
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.panels import sections
from guide.ui.panels.actions import Actions
from guide.ui.panels.candidate import class_words
from guide.ui.panels.panel import SidePanel
from guide.ui.requests import MapRequests
from guide.words import muscle_name

FIRST_CAUTIONS = 4


class GuidancePanel(SidePanel):
    """Everything that is said about the chosen muscle; technique only where it is permitted."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__(look, catalogue, requests)
        self._shown: tuple[object, ...] | None = None
        self._tab = ""
        self._back = button(_("All muscles"), "link")
        dress(self._back, look, "back", "accent_text", 16)
        self._back.clicked.connect(requests.close_guidance)
        self.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._content = QVBoxLayout()
        self._content.setSpacing(look.gap(12))
        self.body.addLayout(self._content)
        self._tabs: dict[str, int] = {}
        self._group: QButtonGroup | None = None
        self._pages: list[QWidget] = []
        self._all_cautions = False
        self._caution_texts: tuple[str, ...] = ()
        self._caution_at = 0
        self._caution_card: QFrame | None = None

    def show_state(self, state: MapState) -> None:
        """Show the chosen muscle of ``state``."""
        chosen = state.intent.chosen
        if chosen is None or state.offer is None:
            return
        key = chosen, state.guidance, state.offer, state.allowance, state.intent.taking_back
        if key == self._shown:
            return
        fresh = self._shown is None or self._shown[0] != chosen
        self._shown = key
        if fresh:
            self._tab, self._all_cautions = "", False
        self._build(state, chosen)
        if fresh:
            super().take_focus()

    def take_focus(self) -> None:
        """To the way back; what follows is read from there."""
        super().take_focus()
        self._back.setFocus()

    def open_section(self, name: str) -> None:
        """Bring the section ``name`` (see `sections.SECTIONS`) to the front."""
        if name in self._tabs:
            self._tab = name
            for at, page in enumerate(self._pages):
                page.setVisible(at == self._tabs[name])
            assert self._group is not None
            self._group.button(self._tabs[name]).setChecked(True)

    def _build(self, state: MapState, chosen: Chosen) -> None:
        empty(self._content)
        self._group = None
        self._pages, self._tabs = [], {}
        assert state.offer is not None
        self._head(chosen, state.offer)
        for notice in sections.notices(self.look, self.catalogue, self.requests, state, chosen):
            self._content.addWidget(notice)
        self._caution_at, self._caution_card = self._content.count(), None
        self._caution_texts = state.guidance.cautions if state.guidance else ()
        self._cautions(self._caution_texts)
        pages = sections.pages(self.look, self.catalogue, self.requests, state, chosen)
        self._tabbed(pages)
        self._content.addWidget(label(_("Not reviewed by a clinician."), "note"))
        actions = Actions(self.look, self.catalogue, self.requests, state, chosen)
        empty(self.foot)
        large = self.look.scale > 1.4
        self.show_foot(actions.anything and not large)
        if actions.anything:
            (self._content if large else self.foot).addWidget(actions)

    def _head(self, chosen: Chosen, offer: Offer) -> None:
        muscle = self.catalogue.muscles[chosen.muscle]
        icon, words = class_words(muscle, offer.press)
        picture = QLabel()
        picture.setPixmap(self.look.pixmap(icon, self.look.px(18), "quiet"))
        line = FlowLayout(spacing=self.look.gap(8))
        badge = row(picture, label(words, "label", wrap=False), spacing=self.look.gap(6))
        badge.setContentsMargins(self.look.gap(10), self.look.gap(5), self.look.gap(10), 5)
        line.addWidget(frame("chip", badge))
        self._content.addWidget(label(muscle_name(muscle, chosen.side), "title"))
        self._content.addWidget(label(muscle.latin, "note"))
        self._content.addLayout(line)

    def _cautions(self, cautions: tuple[str, ...]) -> None:
        """The first ones at once, those that hold for every muscle on request."""
        if not cautions:
            return
        lines = QVBoxLayout()
        lines.setSpacing(self.look.gap(6))
        lines.setContentsMargins(*[self.look.gap(14)] * 4)
        lines.addWidget(label(_("First, take care"), "caution-strong"))
        shown = cautions if self._all_cautions else cautions[:FIRST_CAUTIONS]
        for text in shown:
            lines.addWidget(label(text, "caution"))
        hidden = len(cautions) - len(shown)
        if hidden:
            text = n_("And {count} more: read it", "And {count} more: read them", hidden)
            more = button(text.format(count=hidden), "link")
            more.clicked.connect(self._show_cautions)
            lines.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        card = frame("caution", lines)
        self._content.insertWidget(self._caution_at, card)
        if self._caution_card is not None:
            self._content.removeWidget(self._caution_card)
            self._caution_card.deleteLater()
        self._caution_card = card

    @Slot()
    def _show_cautions(self) -> None:
        self._all_cautions = True
        self._cautions(self._caution_texts)

    def _tabbed(self, pages: list[tuple[str, str, QWidget]]) -> None:
        bar = FlowLayout(spacing=self.look.gap(2))
        self._group = QButtonGroup(self)
        for index, (name, title, page) in enumerate(pages):
            tab = button(title, "tab")
            tab.setCheckable(True)
            tab.setChecked(index == 0)
            self._group.addButton(tab, index)
            bar.addWidget(tab)
            if index:
                page.hide()
            self._pages.append(page)
            self._tabs[name] = index
        self._group.idClicked.connect(self._on_tab)
        self._content.addLayout(bar)
        for page in self._pages:
            self._content.addWidget(page)
        if self._tab in self._tabs:
            self.open_section(self._tab)

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self.open_section(next(name for name, at in self._tabs.items() if at == index))
