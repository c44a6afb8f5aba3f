"""The drawer beside the figure: layers, close-ups and the body, one at a time."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from guide.core.catalogue import Catalogue
from guide.core.sight import Sight
from guide.i18n import _
from guide.ui.body.close_ups_page import CloseUpsPage
from guide.ui.body.figures_page import FiguresPage
from guide.ui.body.layers_page import LayersPage
from guide.ui.controls import button, scrolled
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.requests import MapRequests

EDGE = 12  # pixels at 100 %


class Drawer(QFrame):
    """Three pages with tabs; Escape closes it."""

    closed = Signal()

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "side")
        self.setAccessibleName(_("What the figure shows"))
        self.layers = LayersPage(look, catalogue)
        self.close_ups = CloseUpsPage(look)
        self.figures = FiguresPage(look)
        self.layers.asked.connect(requests.see)
        self.close_ups.asked.connect(requests.see)
        self.figures.asked.connect(requests.setting)
        self._pages = (self.layers, self.close_ups, self.figures)
        self._group = QButtonGroup(self)
        self.tabs: list[QPushButton] = []
        lines = QVBoxLayout(self)
        edge = look.gap(EDGE)
        lines.setContentsMargins(edge, edge, edge, edge)
        lines.setSpacing(look.gap(8))
        lines.addWidget(self._tab_bar())
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        for page in self._pages:
            inside.addWidget(page)
        self._area = scrolled(inner)
        lines.addWidget(self._area, 1)
        self.open(0)

    def minimumSizeHint(self) -> QSize:
        """It scrolls where there is little room."""
        return QSize(120, 120)

    def open(self, index: int) -> None:
        """Show the page ``index``: layers, close-ups, body."""
        for at, page in enumerate(self._pages):
            page.setVisible(at == index)
        self.tabs[index].setChecked(True)
        self._area.verticalScrollBar().setValue(0)
        self._area.fit()

    def show_sight(self, sight: Sight) -> None:
        """Show what is chosen."""
        for page in self._pages:
            page.show_sight(sight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _tab_bar(self) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made, spacing=self._look.gap(4))
        for index, name in enumerate((_("Layers"), _("Close-ups"), _("Body"))):
            tab = button(name, "tab")
            tab.setCheckable(True)
            self._group.addButton(tab, index)
            self.tabs.append(tab)
            flow.addWidget(tab)
        self._group.idClicked.connect(self._on_tab)
        return made

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self.open(index)
