"""The bars ask for what their buttons say, and say what is chosen."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.core.anatomy import Place, Side, View
from guide.core.catalogue import Catalogue
from guide.core.drawing import Strength
from guide.ui.body.tools import BottomBar, TopBar, ZoomBar, strength_picture
from guide.ui.look import Look
from guide.ui.requests import MapRequests
from tests.ui.steps import make_presenter


@pytest.fixture
def presenter(qapp: QApplication, catalogue: Catalogue) -> MapPresenter:
    return make_presenter(catalogue)


def test_views_are_asked_for(qtbot: QtBot, look: Look, presenter: MapPresenter) -> None:
    requests = MapRequests()
    bar = TopBar(look, requests)
    qtbot.addWidget(bar)
    bar.show_state(presenter.state)
    with qtbot.waitSignal(requests.view) as view:
        bar.views.buttons[1].click()
    assert view.args == [View.BACK]


def test_in_little_room_arrows_turn(qtbot: QtBot, look: Look, presenter: MapPresenter) -> None:
    requests = MapRequests()
    bar = TopBar(look, requests)
    qtbot.addWidget(bar)
    bar.show_state(presenter.state)
    bar.make_compact(True)
    assert bar.views.isHidden()
    assert bar.shown_view.text() == "Front"
    with qtbot.waitSignal(requests.view) as after:
        bar.after.click()
    with qtbot.waitSignal(requests.view) as before:
        bar.before.click()
    assert (after.args, before.args) == ([View.BACK], [View.SOLES])


def test_undo_and_clear_can_be_pressed_when_there_is_something(
    qtbot: QtBot, look: Look, presenter: MapPresenter
) -> None:
    requests = MapRequests()
    bar = BottomBar(look, requests)
    qtbot.addWidget(bar)
    bar.show_state(presenter.state)
    assert not bar.undo.isEnabled()
    assert not bar.clear.isEnabled()
    presenter.paint(Place("head.temple", Side.LEFT))
    bar.show_state(presenter.state)
    with qtbot.waitSignals([requests.undo, requests.clear]):
        bar.undo.click()
        bar.clear.click()


def test_without_words_the_buttons_still_have_names(qtbot: QtBot, look: Look) -> None:
    bar = BottomBar(look, MapRequests())
    qtbot.addWidget(bar)
    bar.make_compact(True)
    for made in (bar.undo, bar.clear, *bar.strengths.buttons):
        assert made.text() == ""
        assert made.accessibleName()


def test_strengths_are_shapes_too(look: Look) -> None:
    pictures = [strength_picture(look, strength).toImage() for strength in Strength]
    ink = look.colour("accent").rgb()
    filled = [
        sum(p.pixel(x, y) == ink for x in range(p.width()) for y in range(p.height()))
        for p in pictures
    ]
    assert filled[0] < filled[1] < filled[2]


def test_zoom_buttons_have_names(qtbot: QtBot, look: Look) -> None:
    bar = ZoomBar(look)
    qtbot.addWidget(bar)
    assert [made.accessibleName() for made in (bar.closer, bar.away, bar.whole)] == [
        "Zoom in (+)",
        "Zoom out (-)",
        "Whole figure (0)",
    ]
