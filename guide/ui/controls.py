"""Small parts that every page is made of; they ask and show, and decide nothing."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from guide.ui.look import Look


def label(text: str, role: str = "body", wrap: bool = True) -> QLabel:
    """A label of plain text in the style of ``role`` (see `guide.ui.stylesheet`)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setMinimumWidth(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def button(text: str, kind: str = "secondary") -> QPushButton:
    """A push button in the style of ``kind``; an ampersand in the text stays one."""
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    # A click leaves the keyboard where it is: on the map its keys go on working.
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def dress(made: QPushButton, look: Look, icon: str, colour: str = "ink", size: int = 18) -> None:
    """Give a button an icon in a token's colour, as large as the text size asks for."""
    made.setIcon(look.icon(icon, colour, size))
    made.setIconSize(QSize(look.px(size), look.px(size)))


def frame(kind: str, layout: QLayout | None = None) -> QFrame:
    """A frame in the style of ``kind``, with ``layout`` inside."""
    made = QFrame()
    made.setProperty("kind", kind)
    if layout is not None:
        made.setLayout(layout)
    return made


def in_tab_order(widgets: Sequence[QWidget]) -> None:
    """Let the Tab key go through ``widgets`` in this order: what is made later comes last."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets that lie directly in ``layout``, in order."""
    items = [layout.itemAt(index) for index in range(layout.count())]
    found = [item.widget() for item in items if item is not None]
    return [widget for widget in found if widget is not None]


def rule() -> QFrame:
    """A thin horizontal line."""
    return frame("rule")


def column(*things: QWidget | QLayout, spacing: int = 8, margin: int = 0) -> QVBoxLayout:
    """A vertical layout of ``things``."""
    layout = QVBoxLayout()
    _fill(layout, things, spacing, margin)
    return layout


def row(*things: QWidget | QLayout, spacing: int = 8, margin: int = 0) -> QHBoxLayout:
    """A horizontal layout of ``things``."""
    layout = QHBoxLayout()
    _fill(layout, things, spacing, margin)
    return layout


def _fill(
    layout: QBoxLayout, things: tuple[QWidget | QLayout, ...], spacing: int, margin: int
) -> None:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    for thing in things:
        if isinstance(thing, QWidget):
            layout.addWidget(thing)
        else:
            layout.addLayout(thing)


def empty(layout: QLayout) -> None:
    """Take everything out of ``layout`` and let it be deleted."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


class Scrolled(QScrollArea):
    """Scrolls up and down only; its content is exactly as high as its wrapped text needs."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something in the content has grown or shrunk."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text wraps anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the content the width of the view and the height that follows from it."""
        content, width = self.widget(), self.viewport().width()
        layout = content.layout() if content is not None else None
        if content is None or layout is None:
            return
        high = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        content.resize(width, max(high, layout.totalMinimumSize().height() if high < 0 else 0))


def scrolled(content: QWidget) -> Scrolled:
    """``content`` in an area that scrolls up and down only."""
    return Scrolled(content)
