"""The session page: one stage at a time, dark unless contrast is wanted."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.session_state import Stage
from guide.core.anatomy import Side
from guide.ui.look import Look
from guide.ui.session.page import session_tokens
from guide.ui.tokens import CONTRAST, DARK, LIGHT, SESSION
from tests.ui.session.conftest import MUSCLE, Stand


def test_a_session_is_dark_and_contrast_stays_contrast() -> None:
    assert session_tokens(LIGHT) == session_tokens(DARK) == SESSION
    assert session_tokens(CONTRAST) is CONTRAST


def test_every_stage_has_its_screen(stand: Stand) -> None:
    stand.presenter.prepare_pressure(MUSCLE, Side.RIGHT)
    assert stand.page._stack.currentWidget() is stand.page.setup
    stand.presenter.begin()
    assert stand.page._stack.currentWidget() is stand.page.running
    assert stand.page.running.hasFocus()
    stand.presenter.stop()
    assert stand.page._stack.currentWidget() is stand.page.why


def test_a_new_look_reaches_the_session(stand: Stand, look: Look, qapp: QApplication) -> None:
    stand.press()
    look.tokens, look.scale = CONTRAST, 2.0
    look.changed.emit()
    qapp.processEvents()
    assert stand.page._look.tokens is CONTRAST
    assert stand.page._look.scale == 2.0
    assert "#000000" in stand.page.styleSheet()


def test_a_page_that_nobody_sees_draws_less(stand: Stand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stand.page.hidden_changed) as hidden:
        stand.page.hide()
    assert hidden.args == [True]
    with qtbot.waitSignal(stand.page.hidden_changed) as hidden:
        stand.page.show()
    assert hidden.args == [False]


def test_nothing_is_shown_when_nothing_runs(stand: Stand) -> None:
    stand.press()
    stand.presenter.stop()
    stand.presenter.read_advice()
    stand.presenter.leave()
    assert stand.state.stage is Stage.NONE
