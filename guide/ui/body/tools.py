"""The bars above and below the figure: views and zoom; undo, clear, strength, figure."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from guide.app.map_state import MapState
from guide.core.anatomy import FigureName, View
from guide.core.drawing import Strength
from guide.i18n import _
from guide.ui.choices import Segmented
from guide.ui.controls import button, row
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.names import figure_name, view_name, view_words
from guide.ui.requests import MapRequests
from guide.words import strength_word


class TopBar(QWidget):
    """The views of the figure, and the zoom."""

    def __init__(self, look: Look, requests: MapRequests) -> None:
        super().__init__()
        self.views = Segmented(
            _("View"),
            [
                (view, view_name(view), f"{view_words(view)} ({key})")
                for key, view in enumerate(View, 1)
            ],
        )
        self.views.chosen.connect(requests.view)
        self.areas = _tool(look, "list", _("List of areas"))
        self.areas.setCheckable(True)
        self.closer = _tool(look, "zoom-in", _("Zoom in (+)"))
        self.away = _tool(look, "zoom-out", _("Zoom out (-)"))
        self.whole = _tool(look, "fit", _("Whole figure (0)"))
        flow = FlowLayout(self, spacing=look.gap(8), centred=True)
        flow.setContentsMargins(look.gap(12), look.gap(12), look.gap(12), 0)
        flow.addWidget(self.areas)
        flow.addWidget(self.views)
        zooms = QWidget()
        zooms.setLayout(row(self.away, self.whole, self.closer, spacing=2))
        flow.addWidget(zooms)

    def show_state(self, state: MapState) -> None:
        """Show which view is chosen."""
        self.views.select(state.intent.view)


class BottomBar(QWidget):
    """Undo and clear, how strong, which figure."""

    def __init__(self, look: Look, requests: MapRequests) -> None:
        super().__init__()
        self._look = look
        self.undo = button(_("Undo"), "secondary")
        self.undo.setIcon(look.icon("undo"))
        self.undo.setToolTip(_("Undo the last change (Ctrl+Z)"))
        self.undo.clicked.connect(requests.undo)
        self.clear = button(_("Clear"), "secondary")
        self.clear.setIcon(look.icon("clear"))
        self.clear.setToolTip(_("Take everything off the drawing"))
        self.clear.clicked.connect(requests.clear)
        self.strengths = Segmented(
            _("How strong"),
            [(strength, strength_word(strength).capitalize(), "") for strength in Strength],
        )
        self.strengths.chosen.connect(requests.strength)
        self.figures = Segmented(
            _("Figure"), [(figure, "", figure_name(figure)) for figure in FigureName]
        )
        self.figures.chosen.connect(requests.figure)
        self._draw_icons()
        look.changed.connect(self._draw_icons)
        flow = FlowLayout(self, spacing=look.gap(10), centred=True)
        flow.setContentsMargins(look.gap(12), 0, look.gap(12), look.gap(14))
        for made in (self.undo, self.clear, self.strengths, self.figures):
            flow.addWidget(made)

    def show_state(self, state: MapState) -> None:
        """Show what is chosen and what can be pressed."""
        self.undo.setEnabled(state.may_undo)
        self.clear.setEnabled(bool(state.intent.drawing.marks))
        self.strengths.select(state.intent.strength)
        self.figures.select(state.intent.figure)

    @Slot()
    def _draw_icons(self) -> None:
        self.undo.setIcon(self._look.icon("undo"))
        self.clear.setIcon(self._look.icon("clear"))
        for made, figure in zip(self.figures.buttons, FigureName, strict=True):
            made.setIcon(self._look.icon(figure.value))
        for made, strength in zip(self.strengths.buttons, Strength, strict=True):
            made.setIcon(QIcon(strength_picture(self._look, strength)))
            made.setIconSize(QSize(self._look.px(18), self._look.px(18)))


def strength_picture(look: Look, strength: Strength, ratio: float = 2.0) -> QPixmap:
    """One, two or three bars in the colour of the strength: shape and colour say the same."""
    side = look.px(18)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for index in range(3):
        filled = index < strength
        painter.setBrush(look.colour("accent" if filled else "line"))
        high = side * (0.4 + 0.25 * index)
        wide = side * 0.24
        box = QRectF(index * side * 0.36, side - high, wide, high)
        painter.drawRoundedRect(box, wide / 3, wide / 3)
    painter.end()
    return pixmap


def _tool(look: Look, icon: str, name: str) -> QPushButton:
    made = _IconButton(look, icon)
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made


class _IconButton(QPushButton):
    """A quiet button that is only an icon, drawn again when the look changes."""

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self.setProperty("kind", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self.setIcon(self._look.icon(self._icon))
        self.setIconSize(QSize(self._look.px(20), self._look.px(20)))
