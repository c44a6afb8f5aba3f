"""One button for everything: tap, double tap, hold."""

from pytestqt.qtbot import QtBot

from guide.app.one_button import OneButton


def test_a_tap_acts_after_the_wait_for_a_second_one(qtbot: QtBot) -> None:
    button = OneButton()
    with qtbot.assertNotEmitted(button.doubled), qtbot.waitSignal(button.tapped, timeout=1000):
        button.press()
        button.release()


def test_two_taps_are_one_double_tap(qtbot: QtBot) -> None:
    button = OneButton()
    with qtbot.assertNotEmitted(button.tapped, wait=300), qtbot.waitSignal(button.doubled):
        for _ in range(2):
            button.press()
            button.release()


def test_holding_is_neither_and_fires_while_still_held(qtbot: QtBot) -> None:
    button = OneButton()
    with qtbot.assertNotEmitted(button.tapped, wait=300):
        with qtbot.waitSignal(button.held, timeout=1500):
            button.press()
        button.release()


def test_what_was_begun_can_be_forgotten(qtbot: QtBot) -> None:
    button = OneButton()
    with qtbot.assertNotEmitted(button.tapped, wait=300):
        button.press()
        button.release()
        button.forget()
        button.release()
