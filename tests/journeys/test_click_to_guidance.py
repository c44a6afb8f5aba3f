"""Somebody whose neck hurts clicks it, is asked what must be asked, and reads what to do."""

from collections.abc import Iterator
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
from guide.ui.panels.guidance import GuidancePanel
from guide.ui.panels.questions import QuestionsPanel
from guide.ui.panels.rank_row import RankRow
from guide.ui.trouble import Trouble
from tests.ui.small_atlas import write_atlas
from tests.ui.steps import noon, sign_of

NECK = Place("neck.posterior_lower", Side.RIGHT)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    write_atlas(tmp_path / "assets")
    places = find_places({"UNKNOT_HOME": str(tmp_path / "home")})
    made = build(qapp, places, Trouble(places.cache), lambda: 0.0, noon, assets=tmp_path / "assets")
    made.window.show()
    qtbot.waitUntil(lambda: made.started)
    yield made
    made.close()


def _click_the_neck(qtbot: QtBot, program: Program) -> None:
    body = program.page.body
    qtbot.keyClicks(body, "2")
    assert program.map.state.intent.view is View.BACK
    point = body.point_of(NECK)
    assert point is not None
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=point.toPoint())


def _press(qtbot: QtBot, within: QWidget, text: str) -> None:
    found = [b for b in within.findChildren(QPushButton) if b.text() == text]
    assert found, f"no button {text!r}"
    _click(qtbot, found[-1])


def _answer(qtbot: QtBot, program: Program, present: str = "") -> int:
    """Answer with the mouse; ``present`` is the text of a line that applies. Counts clicks."""
    _press(qtbot, program.page.panel, "See where it may come from")
    clicks = 1
    for _screen in range(30):
        if program.map.state.panel is not Panel.ASKING:
            return clicks
        panel = program.page.panel
        assert isinstance(panel, QuestionsPanel)
        rows = panel.buttons()
        if not panel.checks():
            clicks += _click(qtbot, list(rows.values())[1])
        elif "Burning" in rows:
            clicks += 1 + _click(qtbot, next(iter(rows.values())))
            _press(qtbot, panel, "Go on")
        elif present and present in rows:
            clicks += _click(qtbot, rows[present])
            _press(qtbot, panel, "1 applies: go on")
        else:
            _press(qtbot, panel, "None of these")
        clicks += 1
    pytest.fail("the questions do not end")


def _click(qtbot: QtBot, made: QAbstractButton) -> int:
    """Click when it is laid out and seen; the click itself is counted by the caller."""
    qtbot.waitUntil(lambda: made.isVisible() and made.height() > 10)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    return 0


def _shows(qtbot: QtBot, program: Program, text: str) -> None:
    """Wait until the panel says ``text``."""
    qtbot.waitUntil(lambda: text in _texts(program.page.panel))


def _texts(within: QWidget) -> str:
    return "\n".join(made.text() for made in within.findChildren(QLabel) if made.isVisible())


def test_a_stiff_neck_leads_to_how_to_press(qtbot: QtBot, program: Program) -> None:
    _click_the_neck(qtbot, program)
    assert program.map.state.intent.drawing.places == (NECK,)
    _shows(qtbot, program, "Lower back of the neck · its right")
    assert _answer(qtbot, program) <= 14
    assert program.map.state.panel is Panel.RANKING
    rows = program.page.panel.findChildren(RankRow)
    names = [row.accessibleName() for row in rows]
    assert any("Upper trapezius, right" in name for name in names)
    upper = next(row for row in rows if "Upper trapezius, right" in row.accessibleName())
    _click(qtbot, upper)
    panel = program.page.panel
    assert isinstance(panel, GuidancePanel)
    _shows(qtbot, program, "Not reviewed by a clinician")
    shown = _texts(panel)
    assert shown.index("First, take care") < shown.index("Not reviewed by a clinician")
    _press(qtbot, panel, "Press it")
    _shows(qtbot, program, "of 10")
    _shows(qtbot, program, "0 of")
    assert program.rest.journal.maps()[0].marks[0].place == NECK
    _press(qtbot, panel, "Start pressure session")
    assert program.rest.sessions.state.setup is not None


def test_an_emergency_hides_every_technique_and_a_slip_can_be_taken_back(
    qtbot: QtBot, program: Program
) -> None:
    sign_id = sign_of(program.catalogue, Level.EMERGENCY, NECK.zone)
    signs = {s.id: s for flag in program.catalogue.red_flags.values() for s in flag.signs}
    text = f"{signs[sign_id].text} {signs[sign_id].example}".strip()
    _click_the_neck(qtbot, program)
    _answer(qtbot, program, present=text)
    assert program.map.state.panel is Panel.CLOSED
    for number in ("112", "999", "911"):
        _shows(qtbot, program, number)
    program.rest.sessions.prepare_pressure("trapezius_upper", Side.RIGHT)
    assert program.rest.sessions.state.setup is None
    program.rest.sessions.leave()
    _press(qtbot, program.page.panel, "I ticked this by mistake")
    _press(qtbot, program.page.panel, "It is not true: take it back")
    assert program.map.state.panel is not Panel.CLOSED


def test_the_whole_way_by_keyboard(qtbot: QtBot, program: Program) -> None:
    program.window.activateWindow()
    body = program.page.body
    body.setFocus()
    qtbot.keyClicks(body, "2")
    qtbot.waitUntil(lambda: "Lower back of the neck · its left" in body.zones.names())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        focused = QApplication.focusWidget()
        qtbot.keyClick(focused or body, key)
    assert program.map.state.intent.drawing.places == (NECK,)
    go = next(
        made
        for made in program.page.panel.findChildren(QPushButton)
        if made.text() == "See where it may come from"
    )
    go.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(go, Qt.Key.Key_Space)
    assert program.map.state.panel is Panel.ASKING
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Under 18"
    questions = program.page.panel
    assert isinstance(questions, QuestionsPanel)
    qtbot.waitUntil(lambda: all(row.isVisible() for row in questions.buttons().values()))
    qtbot.keyClick(focused, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    answers = program.map.state.intent.answers
    assert (answers.adult, answers.fifty_or_over) == (True, False)


def test_settings_hold_at_once_and_after_a_new_start(
    qtbot: QtBot, program: Program, qapp: QApplication
) -> None:
    program.window.show_page("settings")
    page = program.window.pages["settings"]
    _press(qtbot, page, "200 %")
    _press(qtbot, page, "Dark")
    assert program.look.scale == pytest.approx(2.0)
    assert program.look.tokens.dark
    again = build(qapp, program.places, Trouble(program.places.cache), lambda: 0.0, noon)
    assert again.look.tokens.dark
    again.answer()
    assert again.settings.settings == program.settings.settings
    again.close()


def test_an_unforeseen_error_stops_the_session_and_is_said(
    qtbot: QtBot, program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    _click_the_neck(qtbot, program)
    _answer(qtbot, program)
    sessions = program.rest.sessions
    sessions.prepare_pressure("trapezius_upper", Side.RIGHT)
    sessions.begin()
    assert sessions.active
    error = RuntimeError("broken")
    program.trouble.caught(RuntimeError, error, None)
    assert not sessions.active
    assert "stopped" in program.window.told()
    assert "broken" in capsys.readouterr().err
