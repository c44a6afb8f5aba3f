"""The choices before a session."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guide.app.session_state import Stage
from guide.core.anatomy import Side
from guide.core.safety import ProfileItem
from tests.ui.session.conftest import MUSCLE, ROUTINE, Stand


def test_it_shows_dose_spots_and_what_is_left_today(stand: Stand) -> None:
    stand.presenter.prepare_pressure(MUSCLE, Side.RIGHT)
    setup = stand.page.setup
    assert setup.heading.text() == "Upper trapezius · right"
    assert "4 to 5 of 10" in setup._dose.text()
    assert "0 of 2" in setup._today.text()
    assert list(setup._rows) == ["trapezius_upper.trp1", "trapezius_upper.trp2"]


def test_choices_reach_the_presenter_and_come_back(stand: Stand, qtbot: QtBot) -> None:
    stand.presenter.prepare_pressure(MUSCLE, Side.RIGHT)
    setup = stand.page.setup
    setup._rows["trapezius_upper.trp2"].click()
    setup._hold._slider.setValue(45)
    setup._ready._slider.setValue(20)
    qtbot.keyClicks(setup.before, "6")
    state = stand.state
    assert state.setup is not None
    assert state.setup.spots == ("trapezius_upper.trp1", "trapezius_upper.trp2")
    assert (state.setup.hold, state.setup.get_ready, state.before) == (45, 20, 6)
    assert setup._hold._value.text() == "45 s"
    for row in setup._rows.values():
        row.click()
    assert not setup._begin.isEnabled()


def test_the_way_comes_first_and_decides_what_can_be_chosen(stand: Stand) -> None:
    stand.presenter.prepare_pressure("infraspinatus", Side.RIGHT)
    setup = stand.page.setup
    rows = setup._way_rows
    assert rows[0].accessibleName() == "Fingers round the back of the shoulder Sitting on a chair"
    assert rows[0].isChecked()
    assert list(setup._rows) == ["infraspinatus.trp2"]
    assert setup._limits_card.isHidden()
    assert "4 to 5 of 10" in setup._dose.text()
    lying = next(row for row in rows if row.accessibleName().startswith("Lying on a ball"))
    lying.click()
    state = stand.state.setup
    assert state is not None
    assert state.chosen is not None
    assert state.chosen.way.tool == "ball_floor"
    assert list(setup._rows) == ["infraspinatus.trp1", "infraspinatus.trp2"]
    assert state.spots == ("infraspinatus.trp2",), "what was chosen and still fits stays"
    assert "carries your weight" in setup._limits.text()
    assert lying.isChecked()
    assert not rows[0].isChecked()


def test_another_muscle_offers_its_own_ways(stand: Stand) -> None:
    stand.presenter.prepare_pressure("infraspinatus", Side.RIGHT)
    first = [row.accessibleName() for row in stand.page.setup._way_rows]
    stand.presenter.leave()
    stand.presenter.prepare_pressure(MUSCLE, Side.RIGHT)
    assert [row.accessibleName() for row in stand.page.setup._way_rows] != first
    stand.presenter.leave()
    stand.presenter.prepare_routine(ROUTINE)
    assert stand.page.setup._ways.isHidden()
    assert stand.page.setup._with.isHidden()


def test_the_keyboard_starts_at_begin(stand: Stand, qtbot: QtBot) -> None:
    stand.presenter.prepare_pressure(MUSCLE, Side.RIGHT)
    assert stand.page.setup._begin.hasFocus()
    qtbot.keyClick(stand.page.setup._begin, Qt.Key.Key_Space)
    assert stand.state.stage is Stage.RUNNING


def test_time_to_get_ready_is_kept_in_a_stretch_too(stand: Stand) -> None:
    stand.presenter.prepare_routine(ROUTINE)
    assert stand.page.setup._spots.isHidden()
    stand.page.setup._ready._slider.setValue(25)
    stand.presenter.begin()
    assert stand.state.session is not None
    assert stand.state.session.step.seconds == 25


def test_one_can_think_better_of_it(stand: Stand, qtbot: QtBot) -> None:
    stand.presenter.prepare_routine(ROUTINE)
    with qtbot.waitSignal(stand.presenter.closed):
        stand.page.setup.leave_requested.emit()
    assert stand.state.stage is Stage.NONE


def test_limits_are_said_with_their_reasons(stand: Stand) -> None:
    stand.presenter.prepare_pressure(MUSCLE, Side.RIGHT)
    setup = stand.page.setup
    assert setup._limits_card.isHidden()
    stand.presenter.leave()
    stand.gate.items = tuple(ProfileItem(name) for name in ("osteoporosis", "widespread_pain"))
    stand.presenter.prepare_pressure(MUSCLE, Side.RIGHT)
    said = setup._limits.text().splitlines()
    assert not setup._limits_card.isHidden()
    assert len(said) == len(set(said)) >= 2
    assert any("brittle" in line for line in said)
    assert setup._dose.text() == "Stay at 2 of 10 or below."
