"""The keys of the map."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from guide.core.aspect import STEP, stepped, turned_by
from guide.core.orientation import View
from guide.core.sight import peel, put_back
from guide.ui.body.tools import next_view
from guide.ui.body.walk import DOWN, LEFT, RIGHT, UP

if TYPE_CHECKING:
    from guide.ui.body.body_map import BodyMap

ARROWS = {
    Qt.Key.Key_Left: LEFT,
    Qt.Key.Key_Right: RIGHT,
    Qt.Key.Key_Up: UP,
    Qt.Key.Key_Down: DOWN,
}
PUSH = 60.0  # pixels of one key


def press(body: "BodyMap", event: QKeyEvent) -> bool:
    """Do what the key means; False when it means nothing here."""
    key, text = Qt.Key(event.key()), event.text()
    if key in ARROWS:
        _arrow(body, ARROWS[key], event.modifiers())
        return True
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        body.paint_hovered()
        return True
    if key == Qt.Key.Key_Escape and body.sight.aspect.close_up is not None:
        body.looking.go_out()
        return True
    return bool(text) and (_turns(body, text) or _zooms(body, text) or _peels(body, text))


def _arrow(body: "BodyMap", direction: tuple[float, float], modifiers: Qt.KeyboardModifier) -> None:
    """Walk; with Shift turn by a step, with Ctrl push a zoomed figure."""
    across, down = direction
    aspect = body.sight.aspect
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        turned = stepped(aspect, round(-across)) if across else turned_by(aspect, 0.0, down * STEP)
        body.looking.look_from(turned)
    elif modifiers & Qt.KeyboardModifier.ControlModifier:
        body.looking.push(-across * PUSH, -down * PUSH)
    else:
        body.walk(direction)


def _turns(body: "BodyMap", text: str) -> bool:
    aspect = body.sight.aspect
    if text in "[]":
        body.view_requested.emit(next_view(aspect, 1 if text == "]" else -1))
    elif text in "12345":
        body.view_requested.emit(list(View)[int(text) - 1])
    elif text in ",.":
        body.looking.look_from(stepped(aspect, -1 if text == "." else 1))
    else:
        return False
    return True


def _zooms(body: "BodyMap", text: str) -> bool:
    if text in "+=":
        body.looking.zoom_in()
    elif text == "-":
        body.looking.zoom_out_step()
    elif text == "0":
        body.looking.zoom_out()
    else:
        return False
    return True


def _peels(body: "BodyMap", text: str) -> bool:
    """L opens layers and close-ups, P peels the muscle on top off, Shift+P puts one back."""
    if text in "lL":
        body.more_requested.emit()
    elif text == "p" and body.pointed is not None:
        body.sight_requested.emit(peel(body.sight, body.pointed))
    elif text == "P" and body.sight.peeled:
        body.sight_requested.emit(put_back(body.sight))
    else:
        return False
    return True
