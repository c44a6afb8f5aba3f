"""Every key of the map does what its help says."""

from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import Mock

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from guide.core.anatomy import Chosen, Side, View
from guide.core.aspect import Aspect, of_close_up
from guide.core.orientation import CloseUp
from guide.core.sight import Layer, Sight, peel, put_back
from guide.ui.body.body_map import BodyMap
from guide.ui.body.keys import press
from guide.ui.body.walk import LEFT

MUSCLE = Chosen("trapezius_upper", Side.LEFT)
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def body() -> Any:
    sight = replace(Sight(), layers=frozenset({Layer.SUPERFICIAL}))
    names = ("looking", "view_requested", "sight_requested", "more_requested", "walk")
    fakes = {name: Mock() for name in (*names, "paint_hovered")}
    return SimpleNamespace(sight=sight, pointed=MUSCLE, **fakes)


def _press(body: Any, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = PLAIN) -> bool:
    return press(cast(BodyMap, body), QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def test_arrows_walk_turn_and_push(body: Any) -> None:
    assert _press(body, Qt.Key.Key_Left)
    body.walk.assert_called_once_with(LEFT)
    assert _press(body, Qt.Key.Key_Left, modifiers=SHIFT)
    body.looking.look_from.assert_called_once_with(Aspect(15.0))
    assert _press(body, Qt.Key.Key_Left, modifiers=CTRL)
    assert body.looking.push.call_args.args[0] > 0


@pytest.mark.parametrize(
    ("text", "method"), [("+", "zoom_in"), ("-", "zoom_out_step"), ("0", "zoom_out")]
)
def test_signs_zoom(body: Any, text: str, method: str) -> None:
    assert _press(body, Qt.Key.Key_unknown, text)
    getattr(body.looking, method).assert_called_once_with()


def test_digits_and_brackets_ask_for_views(body: Any) -> None:
    for text, view in (("2", View.BACK), ("]", View.BACK), ("[", View.SOLES)):
        assert _press(body, Qt.Key.Key_unknown, text)
        body.view_requested.emit.assert_called_with(view)


def test_letters_peel_put_back_and_open_the_drawer(body: Any) -> None:
    assert _press(body, Qt.Key.Key_P, "p")
    peeled = peel(body.sight, MUSCLE)
    body.sight_requested.emit.assert_called_with(peeled)
    body.sight = peeled
    assert _press(body, Qt.Key.Key_P, "P", SHIFT)
    body.sight_requested.emit.assert_called_with(put_back(peeled))
    assert _press(body, Qt.Key.Key_L, "l")
    body.more_requested.emit.assert_called_once_with()


def test_escape_leaves_a_close_up_and_means_nothing_else(body: Any) -> None:
    assert not _press(body, Qt.Key.Key_Escape)
    body.sight = replace(body.sight, aspect=of_close_up(CloseUp.ARMPIT, Side.LEFT))
    assert _press(body, Qt.Key.Key_Escape)
    body.looking.go_out.assert_called_once_with()


@pytest.mark.parametrize("text", ["x", "", "9"])
def test_other_keys_mean_nothing(body: Any, text: str) -> None:
    assert not _press(body, Qt.Key.Key_unknown, text)
