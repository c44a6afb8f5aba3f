"""Every request of the page reaches the presenter, and nothing is left unanswered."""

from unittest.mock import MagicMock, create_autospec

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QApplication

from guide.app.map_presenter import MapPresenter
from guide.core.anatomy import Place, Side, View
from guide.core.safety import After, Onset, PainKind
from guide.ui.requests import MapRequests, connect_map

# The session presenter and the window answer these.
ELSEWHERE = {"card", "learn", "press_with", "pressure", "profile", "routine", "setting", "stretch"}


def test_requests_reach_the_slot_that_answers_them(qapp: QApplication) -> None:
    requests, presenter = MapRequests(), create_autospec(MapPresenter, instance=True)
    connect_map(requests, presenter)
    place = Place("head.temple", Side.LEFT)
    requests.paint.emit(place)
    presenter.paint.assert_called_once_with(place)
    requests.view.emit(View.BACK)
    presenter.turn.assert_called_once_with(View.BACK)
    story = Onset.DAYS, After.EFFORT, frozenset({PainKind.ACHE})
    requests.tell.emit(*story)
    presenter.tell.assert_called_once_with(*story)
    requests.choose.emit("trapezius_upper", Side.RIGHT)
    presenter.choose.assert_called_once_with("trapezius_upper", Side.RIGHT)


def test_no_request_is_forgotten(qapp: QApplication) -> None:
    requests, presenter = MapRequests(), MagicMock(spec=MapPresenter)
    connect_map(requests, presenter)
    own = [name for name in vars(MapRequests) if not name.startswith("_")]
    signals = {name for name in own if isinstance(getattr(requests, name), SignalInstance)}
    unheard = {
        name
        for name in signals - {"staticMetaObject"}
        if not QObject.receivers(requests, _signature(requests, name))
    }
    assert unheard == ELSEWHERE


def _signature(requests: MapRequests, name: str) -> str:
    meta = requests.metaObject()
    found = [meta.method(i) for i in range(meta.methodCount())]
    text = next(
        bytes(method.methodSignature().data()).decode()
        for method in found
        if bytes(method.name().data()).decode() == name
    )
    return f"2{text}"
