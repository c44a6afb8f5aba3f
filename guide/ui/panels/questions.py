"""The conversation before advice: one question at a time, large rows, "none" as an answer."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout

from guide.app.map_state import MapState
from guide.core.catalogue import Catalogue
from guide.core.safety import After, Onset, PainKind, Question, QuestionKind
from guide.i18n import _, n_
from guide.ui.choices import CheckRow, ChoiceRow
from guide.ui.controls import button, dress, empty, in_tab_order, label, row, widgets_in
from guide.ui.look import Look
from guide.ui.panels.panel import SidePanel
from guide.ui.requests import MapRequests

AGES = (("under_18", False, False), ("18_49", True, False), ("50", True, True))


class QuestionsPanel(SidePanel):
    """Shows the question of the state; every answer is a request."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__(look, catalogue, requests)
        self._question: Question | None = None
        self._checks: dict[str, CheckRow] = {}
        self._back = button(_("Back"), "link")
        dress(self._back, look, "back", "accent_text", 16)
        self._back.clicked.connect(requests.back)
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
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.gap(6))
        self.body.addLayout(self._rows)
        self._none = button("", "secondary")
        self._these = button("", "primary")
        self._none.clicked.connect(self._answer_none)
        self._these.clicked.connect(self._answer_these)
        self.foot.addLayout(row(self._none, self._these, spacing=look.gap(12)))

    def show_state(self, state: MapState) -> None:
        """Put the question of ``state``, unless it stands here already."""
        question = state.findings.question
        if question is None or question == self._question:
            return
        focused = QApplication.focusWidget()
        by_keyboard = focused is not None and self.isAncestorOf(focused)
        self._question = question
        empty(self._rows)
        self._checks = {}
        self._ask(question, state)
        rows = widgets_in(self._rows)
        for made in rows:
            made.setAccessibleDescription(self._title.text())
        in_tab_order([self._back, self._leave, *rows, self._none, self._these])
        checks = bool(self._checks)
        self.show_foot(checks)
        self._count()
        if by_keyboard:
            self.take_focus()
        else:
            super().take_focus()

    def take_focus(self) -> None:
        """To the first row of the question."""
        super().take_focus()
        rows = widgets_in(self._rows)
        if rows:
            rows[0].show()  # a row that is not shown yet cannot take the keyboard
            rows[0].setFocus()

    def _ask(self, question: Question, state: MapState) -> None:
        ask: dict[QuestionKind, Callable[[Question, MapState], None]] = {
            QuestionKind.ADULT: self._ask_age,
            QuestionKind.AGE: self._ask_age,
            QuestionKind.ONSET: self._ask_onset,
            QuestionKind.AFTER: self._ask_after,
            QuestionKind.KIND: self._ask_kind,
            QuestionKind.NO_PRESSURE: self._ask_no_pressure,
            QuestionKind.SIGNS: self._ask_signs,
        }
        ask[question.kind](question, state)

    def _say(self, title: str, why: str) -> None:
        self._title.setText(title)
        self._why.setText(why)

    def _ask_age(self, _question: Question, _state: MapState) -> None:
        self._say(_("How old are you?"), _("Some warning signs depend on age."))
        texts = (_("Under 18"), _("18 to 49"), _("50 or over"))
        for text, (_key, adult, fifty) in zip(texts, AGES, strict=True):
            self._rows.addWidget(_AgeRow(self.look, self.requests, text, adult, fifty))

    def _ask_onset(self, _question: Question, _state: MapState) -> None:
        self._say(_("Since when does it hurt?"), _("If it comes and goes: since it first came."))
        for text, value in (
            (_("Since today"), Onset.TODAY),
            (_("For some days"), Onset.DAYS),
            (_("For some weeks"), Onset.WEEKS),
            (_("For months or longer"), Onset.MONTHS),
        ):
            self._rows.addWidget(_ValueRow(self.look, text, self.requests.onset.emit, value))

    def _ask_after(self, _question: Question, _state: MapState) -> None:
        self._say(_("What did it begin after?"), _("After an injury other things come first."))
        for text, value in (
            (_("Nothing in particular"), After.NOTHING),
            (_("Effort, or an unusual load"), After.EFFORT),
            (_("A fall, a blow or another injury"), After.FALL),
        ):
            self._rows.addWidget(_ValueRow(self.look, text, self.requests.after.emit, value))

    def _ask_kind(self, _question: Question, _state: MapState) -> None:
        self._say(_("What does it feel like?"), _("Tick all that fit."))
        for text, kind in (
            (_("Aching, pulling or stiff"), PainKind.ACHE),
            (_("Sharp or stabbing"), PainKind.SHARP),
            (_("Burning"), PainKind.BURNING),
            (_("Numb or tingling"), PainKind.NUMB),
        ):
            self._check(kind.value, text)

    def _ask_no_pressure(self, question: Question, _state: MapState) -> None:
        self._say(
            _("Does any of this apply to you?"),
            _("With these, nothing is pressed before a clinician agrees."),
        )
        for name in question.items:
            self._check(name, self.catalogue.no_pressure[name].text)

    def _ask_signs(self, question: Question, _state: MapState) -> None:
        self._say(
            _("Is any of this true for you now?"),
            _("Signs that need a doctor rather than a thumb. Most people have none of them."),
        )
        signs = {sign.id: sign for flag in self.catalogue.red_flags.values() for sign in flag.signs}
        for name in question.items:
            self._check(name, signs[name].text, signs[name].example)

    def _check(self, name: str, text: str, example: str = "") -> None:
        made = CheckRow(self.look, text, example)
        made.toggled.connect(self._count)
        self._checks[name] = made
        self._rows.addWidget(made)

    @Slot()
    def _count(self) -> None:
        """Two answers of equal weight; the one that fits what is ticked can be pressed."""
        ticked = len(self._ticked())
        kind = self._question is not None and self._question.kind is QuestionKind.KIND
        self._none.setVisible(not kind)  # every pain feels like something
        if kind:
            self._these.setText(_("Go on"))
            self._these.setEnabled(ticked > 0)
            return
        self._none.setText(_("None of these"))
        self._these.setText(
            n_("{count} applies: go on", "{count} apply: go on", ticked).format(count=ticked)
            if ticked
            else _("Tick what applies")
        )
        self._none.setEnabled(ticked == 0)
        self._these.setEnabled(ticked > 0)

    def _ticked(self) -> list[str]:
        return [name for name, made in self._checks.items() if made.isChecked()]

    @Slot()
    def _answer_none(self) -> None:
        self._answer([])

    @Slot()
    def _answer_these(self) -> None:
        self._answer(self._ticked())

    def _answer(self, ticked: list[str]) -> None:
        if self._question is None:
            return
        question, self._question = self._question, None
        if question.kind is QuestionKind.KIND:
            self.requests.kinds.emit(frozenset(PainKind(name) for name in ticked))
        else:
            self.requests.items.emit(frozenset(ticked))

    def checks(self) -> list[CheckRow]:
        """The rows that can be ticked now."""
        return list(self._checks.values())

    def answer_ordinarily(self) -> None:
        """Press what somebody with an ordinary ache presses: the second choice, or none."""
        if not self._checks:
            list(self.buttons().values())[1].click()
        elif "ache" in self._checks:
            self._checks["ache"].click()
            self._these.click()
        else:
            self._none.click()

    def buttons(self) -> dict[str, QAbstractButton]:
        """What can be pressed now, by its text."""
        rows = widgets_in(self._rows)
        return {row.accessibleName(): row for row in rows if isinstance(row, QAbstractButton)}


class _ValueRow(ChoiceRow):
    """An answer that is one value."""

    def __init__(self, look: Look, text: str, ask: Callable[[object], None], value: object) -> None:
        super().__init__(look, text)
        self._ask, self._value = ask, value
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self._ask(self._value)


class _AgeRow(ChoiceRow):
    """An age: both questions about it in one answer."""

    def __init__(
        self, look: Look, requests: MapRequests, text: str, adult: bool, fifty: bool
    ) -> None:
        super().__init__(look, text)
        self._requests, self._adult, self._fifty = requests, adult, fifty
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self._requests.age.emit(self._adult, self._fifty)
