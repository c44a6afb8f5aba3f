"""The map page: list of areas, figure, and the panel that the state asks for.

It is made with the figure and with empty frames of the right sizes, which is all that the first
paint shows; `MapPage.begin` fills the frames, and the figure stays where it is.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from guide.atlas.library import Library
from guide.core.orientation import FigureName, View
from guide.i18n import _
from guide.ui.body.body_map import BodyMap
from guide.ui.controls import button, dress, frame, in_tab_order
from guide.ui.directions import view_name
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look

if TYPE_CHECKING:
    from guide.app.map_state import MapState, Panel
    from guide.core.catalogue import Catalogue
    from guide.ui.body.drawer import Drawer
    from guide.ui.body.zone_list import ZoneList
    from guide.ui.panels.panel import SidePanel
    from guide.ui.requests import MapRequests

Layout = TypeVar("Layout", QVBoxLayout, QHBoxLayout, QGridLayout)

PANEL_LEAST, PANEL_MOST, PANEL_SHARE = 380, 560, 0.37
COMPACT_BELOW = 540
DRAWER_WIDTH = 296
LIST_WIDTH, LIST_FROM = 280, 1320  # the list is docked from this width at 100 % text


class MapPage(QWidget):
    """Renders the map's state; what a person asks for leaves through ``requests``."""

    def __init__(
        self, look: Look, pictures: FigurePictures, library: Library, figure: FigureName
    ) -> None:
        super().__init__()
        self._look, self._library = look, library
        self.body = BodyMap(look, pictures, library, figure)
        self._list_lines = _bare(QVBoxLayout())
        self._list_frame = frame("list", self._list_lines)
        self._stack = QStackedWidget()
        beside = _bare(QVBoxLayout())
        beside.addWidget(self._stack)
        self._side: QFrame = frame("side", beside)
        self._middle = _bare(QGridLayout())
        self._middle.addWidget(self.body, 1, 0)
        self._middle.setRowStretch(1, 1)
        self._middle.setColumnStretch(0, 1)
        self._whole = _bare(QHBoxLayout(self))
        self._whole.addWidget(self._list_frame)
        self._whole.addWidget(frame("paper", self._middle), 1)
        self._whole.addWidget(self._side)
        self._begun = self._compact = False
        self.list: ZoneList | None = None
        self._panels: dict[Panel, SidePanel] = {}
        self._other_view: View | None = None
        self._fit()

    def begin(self, catalogue: "Catalogue", requests: "MapRequests", state: "MapState") -> None:
        """Fill the frames, show ``state`` and answer from now on."""
        from PySide6.QtGui import QKeySequence, QShortcut

        from guide.ui.body.facts import MapFacts

        self._catalogue, self.requests, self._state = catalogue, requests, state
        self.body.begin(MapFacts(catalogue), state)
        self.body.hovered.connect(requests.hover)
        self.body.painted.connect(requests.paint)
        self.body.undo_requested.connect(requests.undo)
        self.body.view_requested.connect(requests.view)
        self.body.sight_requested.connect(requests.see)
        self.body.muscle_pointed.connect(requests.point)
        self.body.muscle_chosen.connect(requests.choose)
        self.body.more_requested.connect(self._toggle_drawer)
        self._make_bars()
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(requests.undo)
        self._begun = True
        self._fit()
        self._show_panel(state.panel)
        self.dock_list()
        self.show_state(state)

    def _make_bars(self) -> None:
        """What lies above, below and on the figure."""
        from guide.ui.body.peel_bar import PeelBar
        from guide.ui.body.tools import BottomBar, TopBar, ZoomBar

        look, align = self._look, Qt.AlignmentFlag
        self.top: TopBar = TopBar(look, self.requests)
        self.top.areas.toggled.connect(self._show_list)
        self.top.views.approached.connect(self.body.looking.prepare)
        self.bottom: BottomBar = BottomBar(look, self.requests)
        self.zooms: ZoomBar = ZoomBar(look)
        self.zooms.closer.clicked.connect(self.body.looking.zoom_in)
        self.zooms.away.clicked.connect(self.body.looking.zoom_out_step)
        self.zooms.whole.clicked.connect(self.body.looking.zoom_out)
        self.turn = button("", "secondary")
        dress(self.turn, look, "turn")
        self.turn.clicked.connect(self._turn_to_lit)
        self.turn.hide()
        self.peel: PeelBar = PeelBar(look, self._catalogue)
        self.peel.asked.connect(self.requests.see)
        self.drawer: Drawer | None = None
        self.top.show_more.toggled.connect(self._show_drawer)
        self._middle.addWidget(self.top, 0, 0, 1, 2)
        self._middle.addWidget(self.peel, 1, 0, align.AlignLeft | align.AlignBottom)
        self._middle.addWidget(self.turn, 1, 0, align.AlignHCenter | align.AlignBottom)
        self._middle.addWidget(self.zooms, 1, 0, align.AlignRight | align.AlignBottom)
        self._middle.addWidget(self.bottom, 2, 0, 1, 2)
        in_tab_order([self.top.show_more, self.body])  # which was there before the bars

    # -- state in -----------------------------------------------------------------------------

    def show_state(self, state: "MapState") -> None:
        """Show ``state``: the figure first, then what stands beside it."""
        before, self._state = self._state, state
        self.body.render(state)
        self.top.show_state(state)
        self.bottom.show_state(state)
        self.peel.show_state(state)
        if self.drawer is not None:
            self.drawer.show_sight(state.intent.sight)
        if self.list is not None:
            self.list.show_state(state)
        self._offer_turn()
        if state.panel is not before.panel:
            focused = QApplication.focusWidget()
            had_focus = focused is not None and self._stack.isAncestorOf(focused)
            self._show_panel(state.panel)
            self.panel.show_state(state)
            if had_focus:
                self.panel.take_focus()
        else:
            self.panel.show_state(state)

    @property
    def panel(self) -> "SidePanel":
        """The panel that is shown."""
        return self._panels[self._state.panel]

    def _show_panel(self, panel: "Panel") -> None:
        if panel not in self._panels:
            made = _panel_class(panel)(self._look, self._catalogue, self.requests)
            self._panels[panel] = made
            self._stack.addWidget(made)
        self._stack.setCurrentWidget(self._panels[panel])

    def rebuild_panels(self) -> None:
        """Make the panels again: their spaces follow the text size."""
        if not self._begun:
            return
        for made in self._panels.values():
            self._stack.removeWidget(made)
            made.deleteLater()
        self._panels = {}
        self._show_panel(self._state.panel)
        self.panel.show_state(self._state)
        if self.drawer is not None:
            self.drawer.deleteLater()
            self.drawer = None
            self._show_drawer(self.top.show_more.isChecked())
        self._fit()

    # -- lit muscle that is not seen from here ------------------------------------------------

    def _offer_turn(self) -> None:
        lit = self._state.lit
        self._other_view = None
        if lit is not None and not self.body.shows_lit():
            self._other_view = self._view_of(lit.muscle)
        self.turn.setVisible(self._other_view is not None)
        if self._other_view is not None:
            view = view_name(self._other_view).lower()
            self.turn.setText(_("Turn to see it: {view}").format(view=view))

    def _view_of(self, muscle: str) -> View | None:
        """The first view in which ``muscle`` or its main pattern is seen."""
        lit, figure = self._state.lit, self._state.intent.sight.figure
        assert lit is not None
        main = self._catalogue.muscles[muscle].referral.main
        for view in View:
            shapes = self._library.shapes(figure, view)
            if any((spot.muscle, spot.side) == (muscle, lit.side) for spot in shapes.muscles):
                return view
            if any(place.zone in main and place.side is lit.side for place in shapes.zones):
                return view
        return None

    @Slot()
    def _turn_to_lit(self) -> None:
        if self._other_view is not None:
            self.requests.view.emit(self._other_view)

    # -- layers, close-ups, body --------------------------------------------------------------

    @Slot(bool)
    def _show_drawer(self, shown: bool) -> None:
        if shown and self.drawer is None:
            from guide.ui.body.drawer import Drawer

            self.drawer = Drawer(self._look, self._catalogue, self.requests)
            self.drawer.closed.connect(self._toggle_drawer)
            self.drawer.show_sight(self._state.intent.sight)
            self._place_drawer()
        if self.drawer is not None:
            self.drawer.setVisible(shown)

    @Slot()
    def _toggle_drawer(self) -> None:
        """By a key: the keyboard goes along."""
        self.top.show_more.toggle()
        if self.drawer is not None:
            (self.drawer.tabs[0] if self.drawer.isVisible() else self.body).setFocus()

    def _place_drawer(self) -> None:
        """Beside the figure, which makes room; over it where there is none."""
        if self.drawer is None:
            return
        self._middle.addWidget(self.drawer, 1, 0 if self._compact else 1, 1, 1)
        wide = 16777215 if self._compact else self._look.px(DRAWER_WIDTH)
        self.drawer.setMaximumWidth(wide)
        self.drawer.setMinimumWidth(0 if self._compact else wide)

    # -- room ---------------------------------------------------------------------------------

    @Slot(bool)
    def _show_list(self, shown: bool) -> None:
        if shown and self.list is None:
            from guide.ui.body.zone_list import ZoneList

            self.list = ZoneList(self._look, self._catalogue)
            self.list.hovered.connect(self.requests.hover)
            self.list.painted.connect(self.requests.paint)
            self.list.show_state(self._state)
            self._list_lines.addWidget(self.list)
        self._give_room(shown)
        if shown and self.list is not None and self.top.areas.hasFocus():
            self.list.filter.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel its share; keep the list docked where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look, width = self._look, self.width()
        self._middle.setRowMinimumHeight(0, look.bar_height() + look.gap(12))
        self._middle.setRowMinimumHeight(2, look.bar_height() + look.gap(14))
        least = min(look.px(PANEL_LEAST), round(width * 0.58))
        most = max(look.px(PANEL_MOST), least)
        side = min(max(round(width * PANEL_SHARE), least), most)
        self._side.setFixedWidth(side)
        self._make_compact(width - side < look.px(COMPACT_BELOW))

    def _make_compact(self, compact: bool) -> None:
        """In little room the bars are short, and the list stands in the figure's place."""
        if self._begun:
            self.top.make_compact(compact)
            self.bottom.make_compact(compact)
            self.peel.make_compact(compact)
        if compact:
            self._list_frame.setMaximumWidth(16777215)
            self._list_frame.setMinimumWidth(0)
            self._middle.addWidget(self._list_frame, 1, 0)
        else:
            self._list_frame.setFixedWidth(self._look.px(LIST_WIDTH))
            self._whole.insertWidget(0, self._list_frame)
        self._compact = compact
        if self._begun:
            self._place_drawer()
            self._give_room(self.top.areas.isChecked())
        else:  # the list's room is kept free: the figure must not jump when it comes
            self._list_frame.setVisible(self._has_room() and not compact)

    def _give_room(self, listed: bool) -> None:
        """Show the list or not, and the figure unless the list takes its place."""
        self._list_frame.setVisible(listed)
        self.body.setVisible(not (self._compact and listed))
        self.zooms.setVisible(not (self._compact and listed))

    def dock_list(self) -> None:
        """Show the list at once where there is room for it."""
        if self._has_room():
            self.top.areas.setChecked(True)

    def _has_room(self) -> bool:
        return self.width() >= self._look.px(LIST_FROM)


def _panel_class(
    panel: "Panel",
) -> "Callable[[Look, Catalogue, MapRequests], SidePanel]":
    """The class of a panel; those that a start does not need are imported when shown."""
    from guide.app.map_state import Panel

    if panel in (Panel.START, Panel.PAINTED):
        from guide.ui.panels.drawing import PaintedPanel, StartPanel

        return StartPanel if panel is Panel.START else PaintedPanel
    if panel is Panel.ASKING:
        from guide.ui.panels.questions import QuestionsPanel

        return QuestionsPanel
    if panel is Panel.CLOSED:
        from guide.ui.panels.closed import ClosedPanel

        return ClosedPanel
    if panel is Panel.RANKING:
        from guide.ui.panels.ranking import RankingPanel

        return RankingPanel
    if panel is Panel.MUSCLE:
        from guide.ui.panels.muscle import MusclePanel

        return MusclePanel
    from guide.ui.panels.guidance import GuidancePanel

    return GuidancePanel


def _bare(layout: Layout) -> Layout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
