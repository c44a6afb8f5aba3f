"""The running screen: every key does what the chips say, and the side is never in doubt."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.session_state import Stage
from guide.core.session import HoldEnd, Status, StepKind
from guide.ui.session.keys import KeyChip, Request
from tests.ui.session.conftest import Stand


def step(stand: Stand) -> StepKind:
    assert stand.state.session is not None
    return stand.state.session.step.kind


def chip(stand: Stand, request: Request) -> KeyChip:
    chips = stand.page.running.findChildren(KeyChip)
    return next(c for c in chips if c.chip.request is request and not c.isHidden())


def test_it_says_what_where_and_on_which_side(stand: Stand) -> None:
    stand.press()
    running = stand.page.running
    assert running._title.text() == "Upper trapezius"
    assert running._side.text() == "RIGHT"
    assert "ridge" in running._where.text()
    assert running.ring.accessibleName() == "Hold, right"
    assert running._progress.text().startswith("hold 1 of 2 · ")


def test_a_tap_on_any_key_means_it_has_eased(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    running = stand.page.running
    assert step(stand) is StepKind.HOLD
    with qtbot.waitSignal(running.tap_requested, timeout=2000):
        qtbot.keyClick(running, Qt.Key.Key_F)
    assert step(stand) is StepKind.RELEASE
    assert stand.state.session is not None
    assert stand.state.session.holds[0].end is HoldEnd.EASED


def test_a_double_tap_goes_back(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    running = stand.page.running
    with (
        qtbot.assertNotEmitted(running.tap_requested, wait=300),
        qtbot.waitSignal(running.back_requested, timeout=2000),
    ):
        qtbot.keyClick(running, Qt.Key.Key_F)
        qtbot.keyClick(running, Qt.Key.Key_G)
    assert step(stand) in (StepKind.GET_READY, StepKind.REST)


def test_a_key_that_is_held_stops(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    running = stand.page.running
    with qtbot.waitSignal(running.stop_requested, timeout=3000):
        qtbot.keyPress(running, Qt.Key.Key_F)
    qtbot.keyRelease(running, Qt.Key.Key_F)
    assert stand.state.stage is Stage.WHY


def test_a_click_anywhere_is_a_tap_and_holding_it_stops(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    running = stand.page.running
    with qtbot.waitSignal(running.tap_requested, timeout=2000):
        qtbot.mouseClick(running, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(running.stop_requested, timeout=3000):
        qtbot.mousePress(running, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(running, Qt.MouseButton.LeftButton)
    assert stand.state.stage is Stage.WHY


def test_escape_stops_at_once(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    qtbot.keyPress(stand.page.running, Qt.Key.Key_Escape)
    assert stand.state.stage is Stage.WHY


def test_the_stop_button_does_not_wait_for_the_release(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    button = chip(stand, Request.STOP)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert stand.state.stage is Stage.WHY


def test_space_pauses_and_goes_on(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    running = stand.page.running
    for status, words in ((Status.PAUSED, "go on"), (Status.RUNNING, "pause")):
        qtbot.keyClick(running, Qt.Key.Key_Space)
        assert stand.state.session is not None
        assert stand.state.session.status is status
        assert chip(stand, Request.PAUSE).text() == words


def test_plus_adds_ten_seconds(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    assert stand.state.session is not None
    before = stand.state.session.step_seconds
    qtbot.keyClick(stand.page.running, Qt.Key.Key_Plus)
    assert stand.state.session.step_seconds == before + 10


def test_digits_say_how_it_feels(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    qtbot.keyClicks(stand.page.running, "5")
    assert stand.state.during == 5
    assert step(stand) is StepKind.HOLD
    qtbot.keyClicks(stand.page.running, "8")
    assert step(stand) is StepKind.RELEASE


def test_enter_on_a_chip_presses_it_and_space_still_pauses(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    skip = chip(stand, Request.SKIP)
    skip.setFocus()
    qtbot.keyClick(skip, Qt.Key.Key_Space)
    assert stand.state.session is not None
    assert stand.state.session.status is Status.PAUSED
    qtbot.keyClick(skip, Qt.Key.Key_Space)
    qtbot.keyClick(skip, Qt.Key.Key_Return)
    assert stand.state.stage is Stage.RATE  # there was one spot: skipping it ends the session


def test_a_stretch_is_skipped_and_repeated_by_its_chips(stand: Stand, qtbot: QtBot) -> None:
    stand.stretch()
    assert stand.state.session is not None
    index = stand.state.session.index
    qtbot.mouseClick(chip(stand, Request.SKIP), Qt.MouseButton.LeftButton)
    assert stand.state.session.index > index
    stand.wait(12.0)
    assert step(stand) is StepKind.HOLD
    qtbot.mouseClick(chip(stand, Request.REPEAT), Qt.MouseButton.LeftButton)
    assert step(stand) is not StepKind.HOLD
    assert stand.page.running._side.text() == "LEFT"


def test_a_midline_stretch_names_no_side(stand: Stand) -> None:
    stand.stretch()
    assert stand.state.session is not None
    while stand.state.session.step.side.value != "midline":
        stand.presenter.run.skip()
    assert stand.page.running._side.isHidden()


def test_what_does_not_work_is_marked(stand: Stand) -> None:
    stand.presenter.run._player.broken = True  # type: ignore[attr-defined]
    stand.presenter.run._keeper.failed = True  # type: ignore[attr-defined]
    stand.press()
    assert stand.page.running._signs.text() == "no sound · the screen may go dark"


def test_narrow_windows_keep_ring_side_and_stop(stand: Stand, qapp: QApplication) -> None:
    stand.press()
    running = stand.page.running
    stand.page.resize(640, 480)
    qapp.processEvents()
    assert not running._right.isVisible()
    for widget in (running.ring, running._side, chip(stand, Request.STOP)):
        assert widget.isVisible()
        corner = widget.mapTo(stand.page, widget.rect().bottomRight())
        assert stand.page.rect().contains(corner)
