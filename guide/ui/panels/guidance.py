"""The guidance of one muscle: cautions first, then what to do, graded and with its sources."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from guide.app.map_state import Advice, MapState, Offer
from guide.core.anatomy import Chosen
from guide.core.catalogue import Catalogue
from guide.i18n import _
from guide.ui.controls import button, empty, frame, label, row
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.panels import sections
from guide.ui.panels.actions import Actions, ReadButton
from guide.ui.panels.candidate import class_words
from guide.ui.panels.cautions import CautionCard
from guide.ui.panels.panel import OpenedPanel
from guide.ui.reading import Kit
from guide.ui.requests import MapRequests


class GuidancePanel(OpenedPanel):
    """Everything that is said about the chosen muscle; technique only where it is permitted."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__(look, catalogue, requests, _("All muscles"))
        self._kit = Kit(look, catalogue, requests)
        self._shown: tuple[Advice, str | None] | None = None
        self._tab = ""
        self._tabs: dict[str, int] = {}
        self._group: QButtonGroup | None = None
        self._pages: list[QWidget] = []
        self._cautions: CautionCard | None = None

    def show_state(self, state: MapState) -> None:
        """Show the chosen muscle of ``state``."""
        advice, doubted = state.advice, state.intent.taking_back
        if advice is None or self._shown == (advice, doubted):
            return
        fresh = self._shown is None or self._shown[0].chosen != advice.chosen
        self._shown = advice, doubted
        if fresh:
            self._tab, self._cautions = "", None
        self._build(advice, doubted)
        if fresh:
            self.to_top()

    def open_section(self, name: str) -> None:
        """Bring the section ``name`` (see `sections.Section`) to the front, and up into sight.

        The cautions above it stood there first; they can take all of a small screen.
        """
        if name not in self._tabs:
            return
        self._turn_to(name)
        if self.isVisible() and self._group is not None:
            self.bring_up(self._group.button(0))

    def _turn_to(self, name: str) -> None:
        self._tab = name
        for at, page in enumerate(self._pages):
            page.setVisible(at == self._tabs[name])
        assert self._group is not None
        self._group.button(self._tabs[name]).setChecked(True)

    def _build(self, advice: Advice, doubted: str | None) -> None:
        opened = self._cautions is not None and self._cautions.opened
        self.begin_with(advice.chosen)
        self._group, self._cautions = None, None
        self._pages, self._tabs = [], {}
        self.content.addLayout(self._badge(advice.chosen, advice.offer))
        for notice in sections.notices(self._kit, advice, doubted):
            self.content.addWidget(notice)
        guidance = advice.guidance
        if guidance is not None and guidance.cautions:
            self._cautions = CautionCard(self._kit, guidance, opened)
            self.content.addWidget(self._cautions)
        about = sections.about(self._kit, advice.chosen, guidance)
        self._tabbed(
            [
                sections.Section("about", _("About"), about),
                *sections.technique(self._kit, advice),
                *sections.background(self._kit, guidance),
            ]
        )
        read = ReadButton(self.requests, advice.chosen)
        self.content.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(label(_("Not reviewed by a clinician."), "note"))
        actions = Actions(self.look, self.catalogue, self.requests, advice)
        empty(self.foot)
        large = self.look.scale > 1.4
        self.show_foot(not large)
        (self.content if large else self.foot).addWidget(actions)

    def _badge(self, chosen: Chosen, offer: Offer) -> FlowLayout:
        icon, words = class_words(self.catalogue.muscles[chosen.muscle], offer.press)
        picture = QLabel()
        picture.setPixmap(self.look.pixmap(icon, self.look.px(18), "quiet"))
        line = FlowLayout(spacing=self.look.gap(8))
        badge = row(picture, label(words, "label", wrap=False), spacing=self.look.gap(6))
        badge.setContentsMargins(self.look.gap(10), self.look.gap(5), self.look.gap(10), 5)
        line.addWidget(frame("chip", badge))
        return line

    def _tabbed(self, pages: list[sections.Section]) -> None:
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
        self.content.addLayout(bar)
        for page in self._pages:
            self.content.addWidget(page)
        if self._tab in self._tabs:
            self._turn_to(self._tab)

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self.open_section(next(name for name, at in self._tabs.items() if at == index))
