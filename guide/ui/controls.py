"""Small parts that every page is made of; they ask and show, and decide nothing."""

from PySide6.QtCore import Qt
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
    return made


def frame(kind: str, layout: QLayout | None = None) -> QFrame:
    """A frame in the style of ``kind``, with ``layout`` inside."""
    made = QFrame()
    made.setProperty("kind", kind)
    if layout is not None:
        made.setLayout(layout)
    return made


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


def scrolled(content: QWidget) -> QScrollArea:
    """``content`` in an area that scrolls up and down only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    area.setWidget(content)
    content.setAutoFillBackground(False)
    return area
