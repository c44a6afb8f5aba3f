"""Every movement of the hand means one thing."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.ui.body.hand import Hand

LEFT, MIDDLE, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class Told:
    """What the hand has told, in order."""

    def __init__(self, hand: Hand) -> None:
        self.said: list[str] = []
        for name in ("pointed", "clicked", "turned", "let_go", "pushed", "zoomed"):
            getattr(hand, name).connect(lambda *_args, name=name: self.said.append(name))


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    widget = QWidget()
    qtbot.addWidget(widget)
    return Hand(widget)


def _event(
    kind: QEvent.Type,
    x: float,
    button: Qt.MouseButton,
    modifiers: Qt.KeyboardModifier = PLAIN,
) -> QMouseEvent:
    return QMouseEvent(kind, QPointF(x, 10), QPointF(x, 10), button, button, modifiers)


def _drag(hand: Hand, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier = PLAIN) -> list[str]:
    told = Told(hand)
    hand.press(_event(QEvent.Type.MouseButtonPress, 10, button, modifiers))
    hand.move(_event(QEvent.Type.MouseMove, 60, NONE, modifiers))
    hand.release(_event(QEvent.Type.MouseButtonRelease, 60, button, modifiers))
    return told.said


def test_a_click_that_trembles_is_a_click(hand: Hand) -> None:
    told = Told(hand)
    hand.press(_event(QEvent.Type.MouseButtonPress, 10, LEFT))
    hand.move(_event(QEvent.Type.MouseMove, 12, NONE))
    hand.release(_event(QEvent.Type.MouseButtonRelease, 12, LEFT))
    assert told.said == ["clicked"]


def test_a_drag_turns_and_other_drags_push(hand: Hand) -> None:
    assert _drag(hand, LEFT) == ["turned", "let_go"]
    assert _drag(hand, LEFT, SHIFT)[-1:] == ["pushed"]
    assert _drag(hand, MIDDLE)[-1:] == ["pushed"]
    hand.space = True
    assert _drag(hand, LEFT)[-1:] == ["pushed"]


def test_a_hand_that_holds_nothing_points(hand: Hand) -> None:
    told = Told(hand)
    hand.move(_event(QEvent.Type.MouseMove, 40, NONE))
    hand.release(_event(QEvent.Type.MouseButtonRelease, 40, LEFT))
    assert told.said == ["pointed"]


def _wheel(pixels: QPoint, angle: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> QWheelEvent:
    at = QPointF(10, 10)
    phase = Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, at, pixels, angle, NONE, modifiers, phase, False)


def test_a_wheel_zooms_and_two_fingers_push_what_is_zoomed(hand: Hand) -> None:
    told = Told(hand)
    hand.wheel(_wheel(QPoint(), QPoint(0, 120)))
    hand.wheel(_wheel(QPoint(0, 15), QPoint(0, 120)))
    hand.can_push = True
    hand.wheel(_wheel(QPoint(0, 15), QPoint(0, 120)))
    hand.wheel(_wheel(QPoint(0, 15), QPoint(0, 120), Qt.KeyboardModifier.ControlModifier))
    assert told.said == ["zoomed", "zoomed", "pushed", "zoomed"]
