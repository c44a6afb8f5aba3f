"""The frame of every panel: a scrolling column, and a foot that stays; some with a way back."""

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from guide.app.map_state import MapState
from guide.core.anatomy import Chosen
from guide.core.catalogue import Catalogue
from guide.ui.controls import button, dress, empty, frame, label, row, scrolled
from guide.ui.look import Look
from guide.ui.requests import MapRequests
from guide.words import muscle_name


class SidePanel(QWidget):
    """A column that scrolls; what is put into ``foot`` stays below it."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__()
        self.look, self.catalogue, self.requests = look, catalogue, requests
        self._column = QWidget()
        self._column.setProperty("kind", "scrolled")
        self.body = QVBoxLayout(self._column)
        edge = look.gap(24)
        self._leave_below(0)
        self.body.setSpacing(look.gap(12))
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area = scrolled(self._column)
        self._foot_frame = frame("foot")
        self.foot = QVBoxLayout(self._foot_frame)
        self.foot.setContentsMargins(edge, look.gap(12), edge, look.gap(16))
        self.foot.setSpacing(look.gap(8))
        self._foot_frame.hide()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.area, 1)
        self._whole.addWidget(self._foot_frame)

    def show_foot(self, shown: bool = True) -> None:
        """Show or hide what stays below."""
        self._foot_frame.setVisible(shown)

    def show_state(self, state: MapState) -> None:
        """Show what ``state`` says."""
        raise NotImplementedError

    def bring_up(self, part: QWidget) -> None:
        """Scroll until ``part`` of the column stands at the top, however little is below it."""
        self._leave_below(0)
        self.area.fit()
        top = part.mapTo(self._column, QPoint(0, 0)).y() - self.look.gap(8)
        missing = top + self.area.viewport().height() - self._column.height()
        if missing > 0:
            self._leave_below(missing)
            self.area.fit()
        self.area.verticalScrollBar().setValue(top)

    def to_top(self) -> None:
        """Bring the beginning into sight."""
        self._leave_below(0)
        self.area.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Bring the keyboard to where the person goes on, and the top into sight."""
        self.to_top()

    def _leave_below(self, empty: int) -> None:
        edge = self.look.gap(24)
        self.body.setContentsMargins(edge, edge, edge, self.look.gap(16) + empty)


class OpenedPanel(SidePanel):
    """A panel about one muscle, opened from another one.

    The way back stands above the column, and beside it the muscle with its side as soon as the
    title is out of sight: a technique is never read without its side.
    """

    def __init__(
        self, look: Look, catalogue: Catalogue, requests: MapRequests, way_back: str
    ) -> None:
        super().__init__(look, catalogue, requests)
        self._back = button(way_back, "link")
        dress(self._back, look, "back", "accent_text", 16)
        self._back.clicked.connect(requests.close_guidance)
        self._title: QLabel | None = None
        self._of = label("", "strong")
        self._of.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        policy = self._of.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the column must not move when it comes
        self._of.setSizePolicy(policy)
        self._of.hide()
        line = row(self._back, self._of, spacing=look.gap(12))
        line.setStretch(1, 1)
        line.setContentsMargins(look.gap(24), look.gap(8), look.gap(24), look.gap(8))
        self._whole.insertWidget(0, frame("header", line))
        self.content = QVBoxLayout()
        self.content.setSpacing(look.gap(12))
        self.body.addLayout(self.content)
        self.area.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def begin_with(self, chosen: Chosen) -> None:
        """Empty the column, and put the muscle and its side at the beginning."""
        muscle = self.catalogue.muscles[chosen.muscle]
        name = muscle_name(muscle, chosen.side)
        empty(self.content)
        self._title = label(name, "title")
        self._of.setText(name)
        self.content.addWidget(self._title)
        self.content.addWidget(label(muscle.latin, "note"))

    def take_focus(self) -> None:
        """To the way back; what follows is read from there."""
        super().take_focus()
        self._back.setFocus()

    @Slot(int)
    def _on_scrolled(self, to: int) -> None:
        title = self._title
        self._of.setVisible(title is not None and title.geometry().bottom() < to)
