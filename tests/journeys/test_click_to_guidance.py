"""Somebody whose neck hurts clicks it, is asked what must be asked, and reads what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guide.app.map_state import Panel
from guide.bootstrap import Program, build
from guide.core.anatomy import Place, Side, View
from guide.core.catalogue import Level
from guide.journal.places import find_places
from guide.ui.panels.drawing import PaintedPanel
from guide.ui.panels.guidance import GuidancePanel
from guide.ui.panels.questions import QuestionsPanel
from guide.ui.panels.rank_row import RankRow
from guide.ui.panels.ranking import RankingPanel
from guide.ui.trouble import Trouble
from tests.ui.small_atlas import write_atlas
from tests.ui.steps import noon, sign_of

NECK = Place("neck.posterior_lower", Side.RIGHT)
FIRST_VISIT, LATER_VISIT = 5, 4  # clicks, from the neck to a "Press" that is seen


@contextmanager
def visit(qtbot: QtBot, qapp: QApplication, folder: Path) -> Iterator[Program]:
    """The program in a home of its own in ``folder``, which a later visit finds again."""
    if not (folder / "assets").exists():
        write_atlas(folder / "assets")
    places = find_places({"UNKNOT_HOME": str(folder / "home")})
    made = build(qapp, places, Trouble(places.cache), lambda: 0.0, noon, assets=folder / "assets")
    made.window.show()
    qtbot.waitUntil(lambda: made.started)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with visit(qtbot, qapp, tmp_path) as made:
        yield made


class Hand:
    """The mouse of a person, and how often it clicked."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self._qtbot, self._program, self.clicks = qtbot, program, 0

    def click_the_neck(self) -> None:
        """Turn to the back by a key, and click the right lower back of the neck."""
        body = self._program.page.body
        self._qtbot.keyClicks(body, "2")
        assert self._program.map.state.intent.sight.aspect.view is View.BACK
        point = body.point_of(NECK)
        assert point is not None
        self._qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=point.toPoint())
        self.clicks += 1

    def click(self, made: QAbstractButton) -> None:
        """Click when it is laid out and seen."""
        self._qtbot.waitUntil(lambda: made.isVisible() and made.height() > 10)
        assert made.isEnabled()
        self._qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
        self.clicks += 1

    def press(self, text: str) -> None:
        """Click the button of the window that says ``text``, as soon as it is seen."""
        self._qtbot.waitUntil(lambda: bool(self._seen(text)))
        self.click(self._seen(text)[0])

    def _seen(self, text: str) -> list[QAbstractButton]:
        found = self._program.window.findChildren(QAbstractButton)
        return [made for made in found if made.isVisible() and _says(made) == text]

    def answer(self, present: str = "") -> None:
        """Tell an ordinary story; of the rest only the line ``present`` applies."""
        panel = self._program.page.panel
        assert isinstance(panel, PaintedPanel)
        self.click(panel.stories.rows[0])
        for _screen in range(30):
            panel = self._program.page.panel
            if self._program.map.state.panel is not Panel.ASKING:
                return
            assert isinstance(panel, QuestionsPanel)
            rows = panel.buttons()
            if present and present in rows:
                self.click(rows[present])
                self.press("1 applies: go on")
            else:
                self.press("None of these")
        pytest.fail("the questions do not end")


def _says(made: QAbstractButton) -> str:
    return made.text() or made.accessibleName()


@pytest.fixture
def hand(qtbot: QtBot, program: Program) -> Hand:
    return Hand(qtbot, program)


def _shows(qtbot: QtBot, program: Program, text: str) -> None:
    """Wait until the panel says ``text``."""
    qtbot.waitUntil(lambda: text in _texts(program.page.panel))


def _texts(within: QWidget) -> str:
    return "\n".join(made.text() for made in within.findChildren(QLabel) if made.isVisible())


def _may_press(program: Program) -> bool:
    buttons = program.page.panel.findChildren(QPushButton)
    return any(made.text() == "Press" and made.isVisible() for made in buttons)


def test_a_stiff_neck_is_five_clicks_from_press(qtbot: QtBot, program: Program, hand: Hand) -> None:
    hand.click_the_neck()
    hand.answer()
    qtbot.waitUntil(lambda: _may_press(program))
    assert hand.clicks <= FIRST_VISIT
    hand.press("Press")
    assert program.rest.sessions.state.setup is not None


def test_a_later_visit_asks_less(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    clicks = []
    for _time in range(2):
        with visit(qtbot, qapp, tmp_path) as program:
            hand = Hand(qtbot, program)
            hand.click_the_neck()
            hand.answer()
            clicks.append(hand.clicks)
    first, later = clicks
    assert later <= LATER_VISIT < first


def test_a_stiff_neck_leads_to_how_to_press(qtbot: QtBot, program: Program, hand: Hand) -> None:
    hand.click_the_neck()
    assert program.map.state.intent.drawing.places == (NECK,)
    _shows(qtbot, program, "Lower back of the neck · its right")
    hand.answer()
    assert program.map.state.panel is Panel.RANKING
    rows = program.page.panel.findChildren(RankRow)
    upper = next(row for row in rows if "Upper trapezius, right" in row.accessibleName())
    hand.click(upper)
    panel = program.page.panel
    assert isinstance(panel, GuidancePanel)
    _shows(qtbot, program, "Not reviewed by a clinician")
    shown = _texts(panel)
    assert shown.index("First, take care") < shown.index("Not reviewed by a clinician")
    hand.press("Press it")
    _shows(qtbot, program, "of 10")
    _shows(qtbot, program, "0 of")
    assert program.rest.journal.maps()[0].marks[0].place == NECK
    hand.press("Start pressure session")
    assert program.rest.sessions.state.setup is not None


def test_an_emergency_hides_every_technique_and_a_slip_can_be_taken_back(
    qtbot: QtBot, program: Program, hand: Hand
) -> None:
    sign_id = sign_of(program.catalogue, Level.EMERGENCY, NECK.zone)
    signs = {s.id: s for flag in program.catalogue.red_flags.values() for s in flag.signs}
    hand.click_the_neck()
    hand.answer(present=f"{signs[sign_id].text} {signs[sign_id].example}".strip())
    assert program.map.state.panel is Panel.CLOSED
    for number in ("112", "999", "911"):
        _shows(qtbot, program, number)
    program.rest.sessions.prepare_pressure("trapezius_upper", Side.RIGHT)
    assert program.rest.sessions.state.setup is None
    program.rest.sessions.leave()
    hand.press("I ticked this by mistake")
    hand.press("It is not true: take it back")
    assert program.map.state.panel is not Panel.CLOSED


def test_what_was_said_about_the_person_limits_and_is_changed_on_the_page(
    qtbot: QtBot, program: Program, hand: Hand
) -> None:
    hand.click_the_neck()
    panel = program.page.panel
    assert isinstance(panel, PaintedPanel)
    hand.click(panel.stories.rows[0])
    group = program.catalogue.profile_groups["bones"]
    hand.press(f"{group.text} {group.example}")
    hand.press("1 applies: go on")
    entry = program.catalogue.profile_entries["osteoporosis"]
    hand.press(f"{entry.text} {entry.example}".strip())
    hand.press("1 applies: go on")
    while program.map.state.panel is Panel.ASKING:
        hand.press("None of these")
    assert program.rest.journal.profile().items[0].entry == "osteoporosis"
    program.map.choose("trapezius_upper", Side.RIGHT)
    _shows(qtbot, program, "brittle")
    hand.press("Change it on the page About you")
    assert program.window.current_page() == "profile"
    hand.press(f"{entry.text} {entry.effect}")
    assert program.rest.journal.profile().items == ()
    program.window.show_page("map")
    qtbot.waitUntil(lambda: "brittle" not in _texts(program.page.panel))


def test_the_whole_way_by_keyboard(qtbot: QtBot, program: Program) -> None:
    program.window.activateWindow()
    body = program.page.body
    body.setFocus()
    qtbot.keyClicks(body, "2")
    qtbot.waitUntil(lambda: "Lower back of the neck · its left" in body.zones.names())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget() or body, key)
    assert program.map.state.intent.drawing.places == (NECK,)
    painted = program.page.panel
    assert isinstance(painted, PaintedPanel)
    painted.stories.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(painted.stories.rows[0], Qt.Key.Key_Return)
    focused = _focused()
    assert focused.accessibleName() == "I am under 18"
    for _screen in range(20):
        if program.map.state.panel is not Panel.ASKING:
            break
        _tab_to(qtbot, "None of these")
        qtbot.keyClick(_focused(), Qt.Key.Key_Space)
    assert program.map.state.panel is Panel.RANKING
    assert _focused().accessibleName().startswith("1, ")
    ranking = program.page.panel
    assert isinstance(ranking, RankingPanel)
    qtbot.waitUntil(lambda: all(card.isVisible() for card in ranking.cards()))
    _tab_to(qtbot, "Press")
    qtbot.keyClick(_focused(), Qt.Key.Key_Space)
    assert program.rest.sessions.state.setup is not None


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _tab_to(qtbot: QtBot, text: str) -> None:
    """Press the Tab key until the button that says ``text`` has the keyboard."""
    for _key in range(40):
        focused = _focused()
        if isinstance(focused, QPushButton) and focused.text() == text:
            return
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    pytest.fail(f"the Tab key never comes to {text!r}")


def test_settings_hold_at_once_and_after_a_new_start(
    qtbot: QtBot, program: Program, qapp: QApplication
) -> None:
    program.window.show_page("settings")
    page = program.window.pages["settings"]
    for text in ("200 %", "Dark"):
        next(b for b in page.findChildren(QPushButton) if b.text() == text).click()
    assert program.look.scale == pytest.approx(2.0)
    assert program.look.tokens.dark
    again = build(qapp, program.places, Trouble(program.places.cache), lambda: 0.0, noon)
    assert again.look.tokens.dark
    again.answer()
    assert again.settings.settings == program.settings.settings
    again.close()


def test_an_unforeseen_error_stops_the_session_and_is_said(
    program: Program, hand: Hand, capsys: pytest.CaptureFixture[str]
) -> None:
    hand.click_the_neck()
    hand.answer()
    sessions = program.rest.sessions
    sessions.prepare_pressure("trapezius_upper", Side.RIGHT)
    sessions.begin()
    assert sessions.active
    error = RuntimeError("broken")
    program.trouble.caught(RuntimeError, error, None)
    assert not sessions.active
    assert "stopped" in program.window.told()
    assert "broken" in capsys.readouterr().err
