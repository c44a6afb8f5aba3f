"""The conversation before advice: one screen at a time, large rows, "none" as an answer."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from guide.app.map_state import MapState
from guide.core.catalogue import Catalogue
from guide.core.safety import Question, QuestionKind
from guide.i18n import _
from guide.ui.controls import button, dress, in_tab_order, label, row
from guide.ui.look import Look
from guide.ui.panels.about_you import AboutYouScreen
from guide.ui.panels.panel import SidePanel
from guide.ui.panels.screen import Screen
from guide.ui.panels.signs import SignsScreen
from guide.ui.panels.tell_more import TellMoreScreen
from guide.ui.requests import MapRequests


class QuestionsPanel(SidePanel):
    """Shows the screen that the state's question asks for; every answer is a request."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__(look, catalogue, requests)
        self._question: Question | None = None
        self.screen_: Screen | None = None
        self._about: AboutYouScreen | None = None  # kept: who comes back finds the ticks again
        self._back = button(_("Back"), "link")
        dress(self._back, look, "back", "accent_text", 16)
        self._back.clicked.connect(self._on_back)
        self._leave = button(_("To the drawing"), "link")
        self._leave.clicked.connect(requests.leave)
        line = row(self._back, spacing=look.gap(8))
        line.addStretch(1)
        line.addWidget(self._leave)
        self.body.addLayout(line)
        self._title = label("", "title")
        self._why = label("", "quiet")
        self.body.addWidget(self._title)
        self.body.addWidget(self._why)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self._none = button("", "secondary")
        self._these = button("", "primary")
        self._none.clicked.connect(self._answer_none)
        self._these.clicked.connect(self._answer_these)
        self.foot.addLayout(row(self._none, self._these, spacing=look.gap(12)))
        self.show_foot()

    def show_state(self, state: MapState) -> None:
        """Put the question of ``state``, unless it stands here already."""
        question = state.findings.question
        if question is None or (question == self._question and not self._is_stale(state)):
            return
        self._question = question
        if self.screen_ is not None:
            self._put_away(self.screen_)
        self.screen_ = self._make(question, state)
        self._place.addWidget(self.screen_)
        self.screen_.show()
        self._turn()

    def _is_stale(self, state: MapState) -> bool:
        """Whether the person was asked about before something else was said about them."""
        about = self._about
        return about is self.screen_ and about is not None and about.profile != state.intent.profile

    def _put_away(self, screen: Screen) -> None:
        self._place.removeWidget(screen)
        screen.hide()
        if screen is not self._about:
            screen.deleteLater()

    def _make(self, question: Question, state: MapState) -> Screen:
        kept, profile = self._about, state.intent.profile
        if question.kind is QuestionKind.ABOUT and kept is not None and kept.profile == profile:
            return kept
        match question.kind:
            case QuestionKind.STORY:
                made: Screen = TellMoreScreen(self.look, self.requests, state.intent.answers)
            case QuestionKind.ABOUT:
                if kept is not None:
                    kept.deleteLater()
                assert state.today is not None  # only a print has no day
                made = self._about = AboutYouScreen(
                    self.look, self.catalogue, self.requests, profile, state.today
                )
            case QuestionKind.SIGNS:
                made = SignsScreen(self.look, self.catalogue, self.requests, question.items)
        made.counted.connect(self._count)
        made.turned.connect(self._turn)
        return made

    @Slot()
    def _turn(self) -> None:
        """The screen asks something new: title, order of keys, and the keyboard to the top."""
        assert self.screen_ is not None
        focused = QApplication.focusWidget()
        by_keyboard = focused is None or self.isAncestorOf(focused)
        self._title.setText(self.screen_.title)
        self._why.setText(self.screen_.why)
        rows = self.screen_.rows()
        for made in rows:
            made.setAccessibleDescription(made.accessibleDescription() or self.screen_.title)
        in_tab_order([self._back, self._leave, *rows, self._none, self._these])
        self._count()
        if by_keyboard:
            self.take_focus()
        else:
            super().take_focus()

    def take_focus(self) -> None:
        """To the first row of the question."""
        super().take_focus()
        rows = self.rows()
        if rows:
            rows[0].show()  # a row that is not shown yet cannot take the keyboard
            rows[0].setFocus()

    @Slot()
    def _count(self) -> None:
        """Two answers of equal weight; the one that fits what is ticked can be pressed."""
        screen = self.screen_
        assert screen is not None
        none = screen.none_text()
        self._none.setVisible(bool(none))
        self._none.setText(none)
        self._none.setEnabled(screen.ticked() == 0)
        self._these.setText(screen.these_text())
        self._these.setEnabled(screen.may_go_on())

    @Slot()
    def _on_back(self) -> None:
        if self.screen_ is None or not self.screen_.go_back():
            self.requests.back.emit()

    @Slot()
    def _answer_none(self) -> None:
        assert self.screen_ is not None
        self.screen_.answer_none()

    @Slot()
    def _answer_these(self) -> None:
        assert self.screen_ is not None
        self.screen_.answer_these()

    def answer_none(self) -> None:
        """Press what somebody presses to whom nothing of it applies."""
        self._none.click()

    def answer_ticked(self) -> None:
        """Press what somebody presses who has ticked or chosen something."""
        self._these.click()

    def rows(self) -> list[QWidget]:
        """What can be ticked or chosen now."""
        return self.screen_.rows() if self.screen_ is not None else []

    def buttons(self) -> dict[str, QAbstractButton]:
        """The same, by what each says."""
        return {
            made.accessibleName() or made.text(): made
            for made in self.rows()
            if isinstance(made, QAbstractButton)
        }
