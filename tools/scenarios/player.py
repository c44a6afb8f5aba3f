"""Plays a written person in the real window, with the mouse, and remembers every screen."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from guide.app.map_state import Panel
from guide.bootstrap import Program
from guide.core.anatomy import Side, View
from guide.core.answers import After, Onset, PainKind
from guide.core.drawing import Mark
from guide.core.safety import Profile, QuestionKind
from guide.ui.names import after_words, kind_words, onset_words
from guide.ui.panels.stories import usual_stories
from guide.ui.profile.areas import AreaPicker
from guide.ui.profile.days import DayPicker, offered
from guide.ui.profile.entry import EntryRow
from guide.words import area_name, muscle_name
from tools.scenarios.texts import Scenario, Told, sided

STORIES = {"days": 0, "weeks": 1, "effort": 2}
TURNS = 400  # of the event loop, at most, until something is there


class Screen(msgspec.Struct, frozen=True):
    """What could be read on one screen."""

    name: str
    texts: tuple[str, ...]
    buttons: tuple[str, ...]


class Stuck(Exception):
    """Something that the scenario wants is not on the screen."""


class Player:
    """One person at one window."""

    def __init__(
        self, program: Program, scenario: Scenario, keep: Callable[[str], None] | None = None
    ) -> None:
        """``keep`` takes a picture of the window under a name."""
        self.program, self.scenario = program, scenario
        self.screens: list[Screen] = []
        self.asked: list[str] = []
        self.clicks = 0
        self._keep = keep

    def play(self) -> None:
        """From the first click on the figure to the advice, or to what stands in its way."""
        if self.scenario.known and not self.program.profile.profile.asked:
            self._be_known()
        for mark in self.scenario.marks:
            self._paint(mark)
        self._look("painted")
        self._tell_story()
        self._answer()
        self._look(self.program.map.state.panel.value)

    def offers(self, text: str) -> bool:
        """Whether the row of a muscle has a button that begins pressing it."""
        muscle, side = sided(text)
        name = muscle_name(self.program.catalogue.muscles[muscle], side)
        return any(f"Press: {name}" == made.accessibleName() for made in self._buttons())

    def read_guidance(self, text: str) -> None:
        """Open the guidance of a muscle, as its row does."""
        self.program.map.choose(*sided(text))
        _settle()
        self._look(f"guidance of {text.replace('@', ', ')}")

    # -- the steps ----------------------------------------------------------------------------

    def _be_known(self) -> None:
        told = self.scenario
        before = self.program.profile.profile.items
        known = Profile(told.adult, told.fifty_or_over, before, asked=True)
        self.program.profile.keep(known)
        _settle()

    def _paint(self, mark: Mark) -> None:
        body, presenter = self.program.page.body, self.program.map
        presenter.choose_strength(mark.strength)
        for view in (presenter.state.intent.sight.aspect.view, *View):
            presenter.turn(view)
            _settle()
            point = body.point_of(mark.place)
            if point is not None and body.place_at(point.x(), point.y()) == mark.place:
                where = point.toPoint()
                QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=where)
                self.clicks += 1
                break
        else:
            raise Stuck(f"{mark.place} cannot be clicked in any view")
        _settle()
        if mark.place not in presenter.state.intent.drawing.places:
            raise Stuck(f"{mark.place} was clicked and is not painted")

    def _tell_story(self) -> None:
        told = self.scenario
        if self.program.map.state.panel is not Panel.PAINTED:
            return  # closed already: a child, or a session that was stopped
        if told.story in STORIES:
            self._click(usual_stories()[STORIES[told.story]].text)
            return
        injury = told.story == "injury"
        self._click(
            "After a fall, a blow or another injury" if injury else "Something else: tell more"
        )
        onset = Onset(told.onset or "days")
        after = After.FALL if injury else After(told.after)
        kinds = [PainKind(kind) for kind in told.kinds] or [PainKind.ACHE]
        self._choose(onset_words(onset))
        self._choose(after_words(after))
        for kind in kinds:
            self._choose(kind_words(kind))
        self._look("told")
        self._click("Go on")

    def _answer(self) -> None:
        for _screen in range(40):
            state = self.program.map.state
            question = state.findings.question
            if state.panel is not Panel.ASKING or question is None:
                return
            if question.kind is QuestionKind.ABOUT:
                self._tell_about()
            elif question.kind is QuestionKind.SIGNS:
                self.asked += question.items
                self._tick(question.items)
            else:
                raise Stuck(f"asked again: {question.kind}")
        raise Stuck("the questions do not end")

    def _tell_about(self) -> None:
        told, catalogue = self.scenario, self.program.catalogue
        entries = [catalogue.profile_entries[each.entry] for each in told.profile]
        groups = dict.fromkeys(catalogue.profile_groups[entry.group].text for entry in entries)
        ticks = [*([] if told.adult else ["I am under 18"]), *groups]
        ticks += ["I am 50 or over"] if told.fifty_or_over else []
        for text in ticks:
            self._click(text)
        self._look("about you")
        self._go_on(bool(ticks))
        while self._about_is_open():
            ticked = [each for each in told.profile if self._entry(each) is not None]
            for each in ticked:
                self._tell_entry(each)
            self._look("about you, entries")
            self._go_on(bool(ticked))

    def _about_is_open(self) -> bool:
        question = self.program.map.state.findings.question
        return question is not None and question.kind is QuestionKind.ABOUT

    def _entry(self, told: Told) -> EntryRow | None:
        text = self.program.catalogue.profile_entries[told.entry].text
        rows = self.program.page.panel.findChildren(EntryRow)
        return next((row for row in rows if row.isVisible() and _says(row.check, text)), None)

    def _tell_entry(self, told: Told) -> None:
        row = self._entry(told)
        assert row is not None
        self._press(row.check)
        for text in told.areas:
            area, _side = sided(text)
            (picker,) = row.findChildren(AreaPicker)
            self._choose(area_name(area), picker)
        _settle()
        for area, sides in _sides(told).items():
            for other in {Side.LEFT, Side.RIGHT} - sides:
                self._leave_out(row, area, other)
        if told.days_ago is not None:
            (days_picker,) = row.findChildren(DayPicker)
            hours = self.program.catalogue.profile_entries[told.entry].hours
            answers = [days for days in offered(hours) if days <= told.days_ago]
            self._press(days_picker.days.chips[len(answers) - 1])

    def _leave_out(self, row: EntryRow, area: str, side: Side) -> None:
        """A newly chosen area counts on both sides: take one off."""
        (picker,) = row.findChildren(AreaPicker)
        word = "Your left" if side is Side.LEFT else "Your right"
        lines = [each for each in picker.findChildren(QWidget) if each.accessibleName() == area]
        self._choose(word, lines[-1])

    def _tick(self, items: tuple[str, ...]) -> None:
        present = [item for item in items if item in self.scenario.ticks]
        for item in present:
            self._click(self._text_of(item))
        self._look("signs")
        self._go_on(bool(present))

    def _text_of(self, item: str) -> str:
        catalogue = self.program.catalogue
        if item in catalogue.no_pressure:
            return catalogue.no_pressure[item].text
        signs = (sign for flag in catalogue.red_flags.values() for sign in flag.signs)
        return next(sign.text for sign in signs if sign.id == item)

    def _go_on(self, ticked: bool) -> None:
        if not ticked:
            self._click("None of these")
            return
        onward = [made for made in self._buttons() if made.text().endswith("go on")]
        if not onward:
            raise Stuck(f"no way on: {[made.text() for made in self._buttons()]}")
        self._press(onward[-1])

    # -- eyes and hand ------------------------------------------------------------------------

    def _look(self, name: str) -> None:
        _settle()
        panel = self.program.page.panel
        texts = [made.text() for made in panel.findChildren(QLabel) if made.isVisible()]
        buttons = [made.accessibleName() or made.text() for made in self._buttons()]
        self.screens.append(Screen(name, tuple(texts), tuple(buttons)))
        if self._keep is not None:
            self._keep(f"{len(self.screens):02}-{name}")

    def _buttons(self, within: QWidget | None = None) -> list[QAbstractButton]:
        found = (within or self.program.page.panel).findChildren(QAbstractButton)
        return [made for made in found if made.isVisible()]

    def _click(self, text: str) -> None:
        self._press(self._named(text, None))

    def _choose(self, text: str, within: QWidget | None = None) -> None:
        """Choose a chip, unless it is chosen already."""
        chip = self._named(text, within)
        if not chip.isChecked() or text in ("Your left", "Your right"):
            self._press(chip)

    def _named(self, text: str, within: QWidget | None) -> QAbstractButton:
        for _turn in range(TURNS):
            for made in self._buttons(within):
                if _says(made, text):
                    return made
            QApplication.processEvents()
        seen = [made.accessibleName() or made.text() for made in self._buttons(within)]
        raise Stuck(f"{self.scenario.id}: no button {text!r} among {seen}")

    def _press(self, made: QAbstractButton) -> None:
        if not made.isEnabled():
            raise Stuck(f"{self.scenario.id}: {made.text()!r} cannot be pressed")
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)
        self.clicks += 1
        _settle()


def stop_a_session(program: Program, scenario: Scenario) -> None:
    """The visit before: the same person presses, stops, and says why."""
    assert scenario.stopped is not None
    Player(program, scenario).play()
    sessions = program.rest.sessions
    sessions.prepare_pressure(*sided(scenario.stopped.muscle))
    sessions.begin()
    if not sessions.active:
        raise Stuck(f"{scenario.id}: {sessions.state.refusal}")
    sessions.stop()
    sessions.give_reason(scenario.stopped.reason)
    sessions.read_advice()
    _settle()


def _says(made: QAbstractButton, text: str) -> bool:
    """Whether a button says ``text``; a row says its example after it."""
    return any(said == text or said.startswith(f"{text} ") for said in _words(made))


def _words(made: QAbstractButton) -> tuple[str, str]:
    return made.text(), made.accessibleName()


def _sides(told: Told) -> dict[str, set[Side]]:
    found: dict[str, set[Side]] = {}
    for text in told.areas:
        area, side = sided(text)
        found.setdefault(area_name(area), set()).add(side)
    return found


def _settle() -> None:
    for _turn in range(4):
        QApplication.processEvents()
