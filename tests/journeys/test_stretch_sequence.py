"""Somebody follows the neck and shoulder reset, with pictures, and finds it in the journal."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.session_state import Stage
from guide.content import load
from guide.core.anatomy import Side
from guide.core.session import HoldEnd, SessionKind, StepKind
from tests.app.fakes import FakeClock
from tests.journeys.visits import Visit, visit
from tests.ui.small_atlas import write_atlas
from tests.ui.small_poses import write_poses

ROUTINE = "neck_and_shoulder_reset"


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Visit]:
    assets = tmp_path / "assets"
    write_atlas(assets)
    write_poses(assets, load())
    with visit(qtbot, qapp, tmp_path / "home", assets, FakeClock()) as made:
        yield made


def begin(here: Visit) -> None:
    here.paint_and_answer()
    here.program.requests.routine.emit(ROUTINE)
    here.press("Begin")
    assert here.state.stage is Stage.RUNNING


def step_kind(here: Visit) -> StepKind:
    assert here.state.session is not None
    return here.state.session.step.kind


def test_the_whole_reset_gives_both_sides_the_same_time(here: Visit) -> None:
    begin(here)
    began = here.clock.seconds
    pictured: set[tuple[str, bool]] = set()
    while here.state.stage is Stage.RUNNING:
        here.wait(1.0)
        pose = here.page.running.pose.pose
        shown = pose and pose._shown
        if shown is not None:
            pictured.add((shown[1], shown[2]))
    assert 5 * 60 <= here.clock.seconds - began <= 7 * 60
    here.press("Save")
    (record,) = here.program.rest.journal.sessions()
    assert (record.kind, record.subject, record.completed) == (SessionKind.STRETCH, ROUTINE, True)
    held: Counter[Side] = Counter()
    for hold in record.holds:
        assert hold.end is HoldEnd.COMPLETED
        held[hold.side] += round(hold.held)
    assert held[Side.LEFT] == held[Side.RIGHT] >= 100
    routine = here.program.catalogue.routines[ROUTINE]
    assert len(routine.stretches) >= 6
    assert {pose for pose, _ in pictured} == set(routine.stretches)
    assert ("ear_to_shoulder", True) in pictured  # the left is the mirror image
    assert ("ear_to_shoulder", False) in pictured


def test_one_can_pause_go_back_skip_and_leave_midway(here: Visit, qtbot: QtBot) -> None:
    begin(here)
    running = here.page.running
    here.wait(15.0)
    assert step_kind(here) is StepKind.HOLD
    assert here.says("Ear to shoulder")
    qtbot.keyClick(running, Qt.Key.Key_Space)
    assert here.says("Neck and shoulder reset")
    here.clock.seconds += 300.0
    qtbot.keyClick(running, Qt.Key.Key_Space)
    qtbot.keyClick(running, Qt.Key.Key_Backspace)
    running.skip_requested.emit()
    assert here.says("LEFT")
    here.wait(15.0)
    qtbot.keyPress(running, Qt.Key.Key_Escape)
    here.press("No special reason")
    here.press("Save")
    (record,) = here.program.rest.journal.sessions()
    assert not record.completed
    ends = [hold.end for hold in record.holds]
    assert ends[0] is HoldEnd.PAUSED
    assert ends[-1] is HoldEnd.STOPPED


def test_a_routine_is_not_begun_before_the_questions_are_answered(here: Visit) -> None:
    here.program.requests.routine.emit(ROUTINE)
    assert here.state.stage is Stage.NONE
    assert here.program.map.state.findings.question is not None


def test_the_routines_page_starts_the_reset(here: Visit) -> None:
    here.paint_and_answer()
    here.program.window.show_page("routines")
    assert here.says("About 6 minutes")
    here.press("Start")
    assert here.state.stage is Stage.SETUP
