"""After a session: why, what follows, how it was, and where it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guide.app.session_state import Begin, Stage
from guide.core.catalogue import Catalogue
from guide.ui.session.after import ChoiceRow
from tests.ui.session.conftest import Stand


def why(stand: Stand, reason: str) -> ChoiceRow:
    rows = stand.page.why.findChildren(ChoiceRow)
    return next(row for row in rows if row.property("reason") == reason)


def test_every_reason_is_offered_and_the_harmless_answer_has_the_keyboard(
    stand: Stand, catalogue: Catalogue
) -> None:
    stand.press()
    stand.presenter.stop()
    rows = stand.page.why.findChildren(ChoiceRow)
    assert [row.property("reason") for row in rows] == list(catalogue.stop_reasons)
    assert stand.page.why._none.hasFocus()


def test_an_emergency_shows_what_to_do(stand: Stand, qtbot: QtBot, catalogue: Catalogue) -> None:
    stand.press()
    stand.presenter.stop()
    with qtbot.waitSignal(stand.presenter.emergency_reported) as told:
        why(stand, "chest").click()
    assert told.args == ["chest"]
    advice = stand.page.advice
    assert advice.heading.text() == "This may be an emergency"
    assert advice._what.text() == catalogue.stop_reasons["chest"].what_to_do
    assert advice._frame.property("kind") == "emergency"
    qtbot.keyClick(advice._go_on, Qt.Key.Key_Space)
    assert stand.state.stage is Stage.SAVED
    assert stand.page.saved._offer_title.isHidden()


def test_rating_by_keyboard_and_saving(stand: Stand, qtbot: QtBot) -> None:
    stand.press()
    stand.presenter.feel(5)
    stand.presenter.stop()
    qtbot.keyClick(stand.page.why._none, Qt.Key.Key_Space)
    rate = stand.page.rate
    assert rate.heading.text() == "Stopped. How was it?"
    assert rate.after.hasFocus()
    qtbot.keyClicks(rate.after, "2")
    qtbot.keyClicks(rate.before, "6")
    qtbot.keyClicks(rate._note, "Desk day")
    assert "5 of 10" in rate._during.text()
    rate._save.click()
    (record,) = stand.journal.saved
    assert (record.before, record.after, record.note) == (6, 2, "Desk day")
    assert "before 6, after 2" in stand.page.saved._numbers.text()
    assert "on this computer" in stand.page.saved.text.text()


def test_a_save_that_failed_is_told_with_the_sentence(stand: Stand) -> None:
    stand.press()
    stand.presenter.stop()
    stand.presenter.read_advice()
    stand.journal.failing = "The disk is full."
    stand.page.rate._save.click()
    assert stand.page.rate.problem.text() == "The disk is full."
    assert not stand.page.rate.problem.isHidden()


def test_offers_after_pressing_can_be_taken(stand: Stand) -> None:
    stand.press(until=0.0)
    while stand.state.stage is Stage.RUNNING:
        stand.wait(1.0)
    stand.presenter.save()
    made = [b for b in stand.page.saved.findChildren(QPushButton) if "Stretch" in b.text()]
    made[0].click()
    assert stand.state.stage is Stage.SETUP
    assert stand.state.wish is not None
    assert stand.state.wish.begin is Begin.STRETCH
    assert stand.state.wish.side.value == "right"
