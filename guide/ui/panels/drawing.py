"""The first panels: how to begin, and what is painted."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from guide.app.map_state import MapState
from guide.core.catalogue import Catalogue
from guide.core.drawing import Mark
from guide.core.safety import QuestionKind
from guide.i18n import _
from guide.ui.controls import button, column, dress, frame, in_tab_order, label, row
from guide.ui.look import Look
from guide.ui.names import place_words
from guide.ui.panels.panel import SidePanel
from guide.ui.panels.stories import Stories
from guide.ui.requests import MapRequests
from guide.words import strength_word


class StartPanel(SidePanel):
    """Nothing is painted yet: what to do first, and what this is."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__(look, catalogue, requests)
        self.body.addWidget(label(_("Where does it hurt?"), "title"))
        self.body.addWidget(
            label(
                _("Click every area that hurts on the figure, or choose it from the list."), "body"
            )
        )
        steps = (
            _("Choose how strong the pain is, then click the area. Paint as many as it takes."),
            _("Answer a few questions, so that nothing is pressed that a doctor should see."),
            _("See which muscles may refer pain there, and what you can do about them."),
        )
        lines = QVBoxLayout()
        lines.setSpacing(look.gap(12))
        for number, text in enumerate(steps, 1):
            mark = label(str(number), "number", wrap=False)
            mark.setFixedWidth(look.px(16))
            line = row(mark, label(text), spacing=look.gap(8))
            line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
            lines.addLayout(line)
        lines.setContentsMargins(*[look.gap(18)] * 4)
        self.body.addWidget(frame("card", lines))
        self.body.addWidget(
            label(
                _(
                    "Left and right are the figure's own: its left hand is your left hand. "
                    "Everything you enter stays on this computer. Unknot is for adults and is "
                    "no diagnosis."
                ),
                "note",
            )
        )

    def show_state(self, state: MapState) -> None:
        """It always says the same."""


class PaintedPanel(SidePanel):
    """What is painted, and below it the first question, or the way on to what is still open."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__(look, catalogue, requests)
        self._marks: tuple[Mark, ...] = ()
        self._rows: dict[Mark, _MarkRow] = {}
        self.body.addWidget(label(_("Where it hurts"), "title"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.gap(6))
        self.body.addLayout(self._lines)
        self.body.addSpacing(look.gap(8))
        self.stories = Stories(look, requests)
        self.body.addWidget(self.stories)
        self._go = button(_("Go on"), "primary")
        self._go.clicked.connect(requests.ask)
        card = column(
            label(_("A few more questions first"), "heading"),
            label(_("They find what a doctor should see instead of a thumb."), "quiet"),
            self._go,
            spacing=look.gap(10),
        )
        card.setContentsMargins(*[look.gap(18)] * 4)
        self._more = frame("card", card)
        self.body.addWidget(self._more)

    def show_state(self, state: MapState) -> None:
        """List the painted areas, and ask or invite to go on."""
        question = state.findings.question
        untold = question is not None and question.kind is QuestionKind.STORY
        self.stories.setVisible(untold)
        self._more.setVisible(not untold)
        if state.intent.drawing.marks != self._marks:
            self._marks = state.intent.drawing.marks
            self._list()

    def _list(self) -> None:
        """Make rows for new marks only: with many areas all of them would take 50 ms a click."""
        for mark in [mark for mark in self._rows if mark not in self._marks]:
            gone = self._rows.pop(mark)
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for index, mark in enumerate(self._marks):
            if mark not in self._rows:
                self._rows[mark] = _MarkRow(self.look, self.catalogue, self.requests, mark)
            if self._lines.indexOf(self._rows[mark]) != index:
                self._lines.insertWidget(index, self._rows[mark])
        removes = [self._rows[mark].remove for mark in self._marks]
        in_tab_order([*removes, *self.stories.rows, self._go])

    def take_focus(self) -> None:
        """To the first story, or the button that leads on."""
        super().take_focus()
        (self._go if self.stories.isHidden() else self.stories.rows[0]).setFocus()


class _MarkRow(QFrame):
    """A painted area in words, and the button that takes it off."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests, mark: Mark) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        name = place_words(catalogue, mark.place)
        text = column(label(name, "strong"), label(strength_word(mark.strength), "note"), spacing=2)
        self.remove = _RemoveButton(look, requests, mark, name)
        line = row(text, self.remove, spacing=look.gap(8))
        line.setContentsMargins(look.gap(16), look.gap(6), look.gap(8), look.gap(6))
        line.setStretch(0, 1)
        self.setLayout(line)


class _RemoveButton(QPushButton):
    """Takes one area off the drawing."""

    def __init__(self, look: Look, requests: MapRequests, mark: Mark, name: str) -> None:
        super().__init__()
        self._requests, self._place = requests, mark.place
        self.setProperty("kind", "quiet")
        dress(self, look, "close", "quiet")
        self.setToolTip(_("Take it off"))
        self.setAccessibleName(_("Take off: {area}").format(area=name))
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self._requests.erase.emit(self._place)
