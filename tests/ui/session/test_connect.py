"""Nothing on the session pages asks in vain, and a state that changes is shown."""

from guide.app.session_state import Begin, Stage, Wish
from guide.core.anatomy import Side
from guide.ui.session.connect import connect_routines
from guide.ui.session.routines import RoutinesPage
from tests.ui.session.conftest import MUSCLE, ROUTINE, Stand


def test_the_routines_page_starts_sessions(stand: Stand) -> None:
    page = RoutinesPage.__new__(RoutinesPage)
    RoutinesPage.__init__(
        page,
        stand.page._window_look,
        stand.page.running.spot._layer._pictures,
        stand.page.running.spot._library,
        stand.page.running._catalogue,
    )
    connect_routines(page, stand.presenter)
    assert page._state.routines
    page.wish_requested.emit(Wish(Begin.ROUTINE, ROUTINE, Side.MIDLINE))
    assert stand.state.stage is Stage.SETUP
    page.deleteLater()


def test_requests_of_the_running_screen_arrive(stand: Stand) -> None:
    stand.presenter.prepare_pressure(MUSCLE, Side.LEFT)
    stand.page.setup.begin_requested.emit()
    running = stand.page.running
    running.feel_requested.emit(4)
    assert stand.state.before == 4
    running.stop_requested.emit()
    stand.page.why.none_requested.emit()
    assert stand.state.stage is Stage.NONE
