"""Somebody presses along with a timed session, and finds it in the journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.session_state import Begin, Stage
from guide.core.anatomy import Side
from guide.core.session import HoldEnd, SessionKind, Status, StepKind
from tests.app.fakes import FakeClock
from tests.journeys.visits import Visit, visit
from tests.ui.small_atlas import write_atlas

MUSCLE = "trapezius_upper"


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    write_atlas(tmp_path / "assets")
    return tmp_path / "assets"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def here(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, assets: Path, clock: FakeClock
) -> Iterator[Visit]:
    with visit(qtbot, qapp, tmp_path / "home", assets, clock) as made:
        yield made


def begin(here: Visit, side: Side = Side.RIGHT) -> None:
    here.paint_and_answer()
    here.program.requests.pressure.emit(MUSCLE, side)
    assert here.state.stage is Stage.SETUP
    here.press("Begin")
    assert here.state.stage is Stage.RUNNING


def kind(here: Visit) -> StepKind:
    assert here.state.session is not None
    return here.state.session.step.kind


def test_a_session_by_keyboard_alone_from_the_choice_to_the_journal(
    here: Visit, qtbot: QtBot
) -> None:
    begin(here)
    running = here.page.running
    qtbot.keyClicks(running, "6")  # how it was before
    here.wait(14.0)
    assert kind(here) is StepKind.HOLD
    assert here.says("RIGHT")
    qtbot.keyClicks(running, "5")
    here.wait(12.0)
    with qtbot.waitSignal(running.tap_requested, timeout=3000):
        qtbot.keyClick(running, Qt.Key.Key_J)  # it has eased
    assert kind(here) is StepKind.RELEASE
    here.run_to_the_end()
    assert here.says("Done. How was it?")
    qtbot.keyClicks(here.page.rate.after, "3")
    here.press("Save")
    assert here.says("It is in your journal")
    (record,) = here.program.rest.journal.sessions()
    assert (record.kind, record.subject, record.side) == (
        SessionKind.PRESSURE,
        MUSCLE,
        Side.RIGHT,
    )
    assert (record.before, record.during, record.after, record.completed) == (6, 5, 3, True)
    assert [hold.end for hold in record.holds] == [HoldEnd.EASED, HoldEnd.COMPLETED]
    assert record.holds[0].eased_after == pytest.approx(12.0)
    assert record.map_id == here.program.rest.journal.maps()[0].id
    here.press("Open the journal")
    assert here.says("1 entry")
    assert here.state.stage is Stage.NONE


def test_the_stretch_of_the_muscle_is_offered_afterwards(here: Visit) -> None:
    begin(here)
    here.run_to_the_end()
    here.press("Save")
    here.press("Stretch: Ear to shoulder · right")
    assert here.state.wish is not None
    assert (here.state.wish.begin, here.state.wish.side) == (Begin.STRETCH, Side.RIGHT)


def test_a_second_session_too_soon_is_refused_with_the_reason(here: Visit) -> None:
    begin(here)
    here.run_to_the_end()
    here.press("Save")
    here.press("Done")
    here.program.requests.pressure.emit(MUSCLE, Side.RIGHT)
    assert here.state.stage is Stage.REFUSED
    assert here.says("Give it a few hours")


def test_stopping_asks_why_and_an_emergency_closes_the_map(here: Visit, qtbot: QtBot) -> None:
    begin(here)
    here.wait(20.0)
    qtbot.keyPress(here.page.running, Qt.Key.Key_Escape)
    assert here.says("Stopped. Why?")
    here.page.why.reason_requested.emit("chest")
    assert here.says("112")
    here.press("I have read this")
    (record,) = here.program.rest.journal.sessions()
    assert record.stop_reason == "chest"
    here.press("Done")
    here.program.requests.pressure.emit(MUSCLE, Side.LEFT)
    assert here.state.stage is Stage.REFUSED


def test_what_was_pressed_when_the_program_died_is_offered_at_the_next_start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, assets: Path, clock: FakeClock
) -> None:
    home = tmp_path / "home"
    with visit(qtbot, qapp, home, assets, clock) as first:
        begin(first)
        first.wait(60.0)
        kept = first.program.rest.journal.unfinished()
        assert kept is not None
        died = (home / "data" / "journal.sqlite3").read_bytes()
    (home / "data" / "journal.sqlite3").write_bytes(died)  # as it lay there at that moment
    clock.seconds += 120.0
    with visit(qtbot, qapp, home, assets, clock) as second:
        assert second.state.stage is Stage.OFFER
        assert second.says("1 hold was done")
        second.press("Record what was done")
        (record,) = second.program.rest.journal.sessions()
        assert not record.completed
        assert len(record.holds) == 1
        assert second.program.rest.journal.unfinished() is None


def test_a_machine_that_sleeps_ends_the_hold_and_going_on_rests_first(
    here: Visit, qtbot: QtBot
) -> None:
    begin(here)
    here.wait(20.0)
    here.clock.seconds += 3600.0
    here.program.rest.sessions.run.pass_time()
    assert here.state.session is not None
    assert here.state.session.status is Status.INTERRUPTED
    assert here.state.session.holds[0].end is HoldEnd.INTERRUPTED
    qtbot.keyClick(here.page.running, Qt.Key.Key_Space)
    assert here.state.session.status is Status.RUNNING
    assert kind(here) is StepKind.REST
