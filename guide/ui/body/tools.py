"""The bars around the figure: views and figure; undo, clear and strength; zoom."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from guide.app.map_state import MapState
from guide.core.anatomy import View
from guide.core.aspect import Aspect
from guide.core.drawing import Strength
from guide.i18n import _
from guide.ui.controls import button, column, dress, label, row
from guide.ui.directions import aspect_title, view_name, view_words
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.requests import MapRequests
from guide.ui.segmented import Segmented
from guide.words import strength_word


class TopBar(QWidget):
    """The list of areas, the views, and the way to layers, close-ups and bodies."""

    def __init__(self, look: Look, requests: MapRequests) -> None:
        super().__init__()
        self._look, self._requests, self._aspect = look, requests, Aspect()
        self.views = Segmented(
            _("View"),
            [
                (view, view_name(view), f"{view_words(view)} ({key})")
                for key, view in enumerate(View, 1)
            ],
        )
        self.views.chosen.connect(requests.view)
        self.areas = IconButton(look, "list", _("List of areas"))
        self.areas.setCheckable(True)
        self.before = IconButton(look, "back", _("View before ([)"))
        self.after = IconButton(look, "forward", _("Next view (])"))
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.shown_view = label("", "strong", wrap=False)
        self.steps = QWidget()
        self.steps.setLayout(row(self.before, self.shown_view, self.after, spacing=2))
        self.show_more = IconButton(look, "layers", _("Layers, close-ups and body (L)"))
        self.show_more.setCheckable(True)
        self._flow = FlowLayout(self, spacing=look.gap(8), centred=True)
        for made in (self.areas, self.views, self.steps, self.show_more):
            self._flow.addWidget(made)
        self.make_compact(False)

    def show_state(self, state: MapState) -> None:
        """Show which view is chosen."""
        self._aspect = state.intent.sight.aspect
        self.views.select(self._aspect.view)
        self.shown_view.setText(aspect_title(self._aspect))

    def make_compact(self, compact: bool) -> None:
        """In little room: one view's name with arrows."""
        self.views.setVisible(not compact)
        self.steps.setVisible(compact)
        side = self._look.gap(2 if compact else 12)
        self._flow.setContentsMargins(side, self._look.gap(12), side, 0)

    @Slot()
    def _on_before(self) -> None:
        self._requests.view.emit(next_view(self._aspect, -1))

    @Slot()
    def _on_after(self) -> None:
        self._requests.view.emit(next_view(self._aspect, 1))


def next_view(aspect: Aspect, step: int) -> View:
    """The standard view after or before ``aspect``; from between two views the front."""
    views = list(View)
    if aspect.view is None:
        return View.FRONT
    return views[(views.index(aspect.view) + step) % len(views)]


class ZoomBar(QWidget):
    """Closer, further, and the whole figure: in a corner of the map."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.closer = IconButton(look, "zoom-in", _("Zoom in (+)"))
        self.away = IconButton(look, "zoom-out", _("Zoom out (-)"))
        self.whole = IconButton(look, "fit", _("Whole figure (0)"))
        self.setLayout(column(self.closer, self.away, self.whole, spacing=2, margin=look.gap(10)))


class BottomBar(QWidget):
    """Undo and clear, and how strong."""

    def __init__(self, look: Look, requests: MapRequests) -> None:
        super().__init__()
        self._look = look
        self.undo = button(_("Undo"), "secondary")
        self.undo.setAccessibleName(_("Undo"))
        self.undo.setToolTip(_("Undo the last change (Ctrl+Z)"))
        self.undo.clicked.connect(requests.undo)
        self.clear = button(_("Clear"), "secondary")
        self.clear.setAccessibleName(_("Clear"))
        self.clear.setToolTip(_("Take everything off the drawing"))
        self.clear.clicked.connect(requests.clear)
        self.strengths = Segmented(
            _("How strong"),
            [(each, strength_word(each).capitalize(), strength_word(each)) for each in Strength],
        )
        self.strengths.chosen.connect(requests.strength)
        self._draw_icons()
        look.changed.connect(self._draw_icons)
        self._flow = FlowLayout(self, centred=True)
        for made in (self.undo, self.clear, self.strengths):
            self._flow.addWidget(made)
        self.make_compact(False)

    def show_state(self, state: MapState) -> None:
        """Show what is chosen and what can be pressed."""
        self.undo.setEnabled(state.may_undo)
        self.clear.setEnabled(bool(state.intent.drawing.marks))
        self.strengths.select(state.intent.strength)

    def make_compact(self, compact: bool) -> None:
        """In little room: pictures without words, close together; one line even at 200 %."""
        gap = self._look.gap
        for made, word in ((self.undo, _("Undo")), (self.clear, _("Clear"))):
            made.setText("" if compact else word)
            made.setStyleSheet(f"padding: {gap(8)}px;" if compact else "")
        self._flow.setSpacing(gap(4 if compact else 10))
        side = gap(4 if compact else 12)
        self._flow.setContentsMargins(side, 0, side, gap(14))
        for made, strength in zip(self.strengths.buttons, Strength, strict=True):
            made.setText("" if compact else strength_word(strength).capitalize())

    @Slot()
    def _draw_icons(self) -> None:
        dress(self.undo, self._look, "undo")
        dress(self.clear, self._look, "clear")
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


class IconButton(QPushButton):
    """A quiet button that is only an icon, drawn again when the look changes."""

    def __init__(self, look: Look, icon: str, name: str) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self.setProperty("kind", "tool")
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        dress(self, self._look, self._icon, size=20)
