"""The context menu offers what can be done now, and nothing else."""

from typing import cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Catalogue
from guide.core.sight import Layer, Sight, peel, put_back, put_back_all
from guide.ui.body.body_map import BodyMap
from guide.ui.body.facts import MapFacts
from guide.ui.body.menu import peel_menu

UPPER, LOWER = Chosen("trapezius_upper", Side.LEFT), Chosen("trapezius_lower", Side.RIGHT)
SHOWN = replace(Sight(), layers=frozenset({Layer.SUPERFICIAL}))


class _Map(QWidget):
    """What the menu needs of the map."""

    sight_requested = Signal(object)
    sight: Sight = SHOWN
    pointed: Chosen | None = None


@pytest.fixture
def body(qtbot: QtBot) -> _Map:
    made = _Map()
    qtbot.addWidget(made)
    return made


def _menu(body: _Map, catalogue: Catalogue) -> dict[str, object]:
    menu = peel_menu(cast(BodyMap, body), MapFacts(catalogue))
    asked: list[object] = []
    body.sight_requested.connect(asked.append)
    found: dict[str, object] = {}
    for action in menu.actions() if menu else []:
        action.trigger()
        found[action.text()] = asked[-1]
    return found


def test_on_nothing_there_is_no_menu(body: _Map, catalogue: Catalogue) -> None:
    assert peel_menu(cast(BodyMap, body), MapFacts(catalogue)) is None


def test_it_peels_the_muscle_under_the_pointer(body: _Map, catalogue: Catalogue) -> None:
    body.pointed = UPPER
    assert _menu(body, catalogue) == {"Peel off Upper trapezius, left": peel(SHOWN, UPPER)}


def test_it_puts_back_the_last_or_all(body: _Map, catalogue: Catalogue) -> None:
    body.sight = peel(peel(SHOWN, UPPER), LOWER)
    assert _menu(body, catalogue) == {
        "Put back Lower trapezius, right": put_back(body.sight),
        "Put back all": put_back_all(body.sight),
    }
