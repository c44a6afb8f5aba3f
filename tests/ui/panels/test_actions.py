"""What can be begun is what is permitted, on the chosen side."""

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Offer
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Catalogue, PressWay, Sides
from guide.core.safety import Decision, Outcome, ProfileItem
from guide.ui.look import Look
from guide.ui.panels.actions import Actions, StretchButton, WayButton
from guide.ui.requests import MapRequests
from tests.ui.panels.reading import press, pressable
from tests.ui.steps import HEALTHY

FREE, SHUT = Decision(Outcome.ALLOW), Decision(Outcome.REFUSE, ("red",))
UPPER = Chosen("trapezius_upper", Side.LEFT)


def _actions(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    presenter: MapPresenter,
    offer: Offer,
) -> Actions:
    presenter.choose(UPPER.muscle, UPPER.side)
    assert presenter.state.advice is not None
    made = Actions(look, catalogue, requests, replace(presenter.state.advice, offer=offer))
    qtbot.addWidget(made)
    return made


def test_sessions_begin_on_the_chosen_side(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    actions = _actions(qtbot, look, catalogue, requests, ranked, Offer(FREE, FREE, ()))
    with qtbot.waitSignal(requests.pressure) as pressure:
        press(actions, "Start pressure session")
    assert pressure.args == ["trapezius_upper", Side.LEFT]
    with qtbot.waitSignal(requests.stretch) as stretch:
        press(actions, "Stretch")
    assert (stretch.args or [None, None])[1] is Side.LEFT
    routine = next(iter(catalogue.routines.values()))
    with qtbot.waitSignal(requests.routine) as begun:
        press(actions, routine.name)
    assert begun.args == [routine.id]


def test_a_way_begins_on_the_chosen_side_and_the_middle_on_the_right(
    qtbot: QtBot, requests: MapRequests
) -> None:
    way = PressWay("fingers", "chair", (), (), "Fingers")
    for side, begun in ((Side.LEFT, Side.LEFT), (Side.MIDLINE, Side.RIGHT)):
        made = WayButton(requests, Chosen(UPPER.muscle, side), way)
        qtbot.addWidget(made)
        assert made.accessibleName() == "Start with: Fingers"
        with qtbot.waitSignal(requests.press_with) as asked:
            made.click()
        assert asked.args == [UPPER.muscle, begun, way]


def test_nothing_that_is_closed_can_be_begun(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    only = _actions(qtbot, look, catalogue, requests, ranked, Offer(SHUT, FREE, ()))
    assert "Start pressure session" not in pressable(only)
    assert "Stretch" in pressable(only)
    ranked.use_profile(replace(HEALTHY, items=(ProfileItem("loose_joints"),)))
    assert ranked.state.advice is not None
    none = Actions(look, catalogue, requests, ranked.state.advice)
    qtbot.addWidget(none)
    assert pressable(none) == ["Print a card"]
    with qtbot.waitSignal(requests.card) as printed:
        press(none, "Print a card")
    assert printed.args == ["trapezius_upper", Side.LEFT]


def test_a_stretch_of_the_middle_has_no_side(
    qtbot: QtBot, catalogue: Catalogue, requests: MapRequests
) -> None:
    middle = next(s for s in catalogue.stretches.values() if s.sides is Sides.MIDLINE)
    made = StretchButton(requests, middle, Side.LEFT)
    qtbot.addWidget(made)
    with qtbot.waitSignal(requests.stretch) as begun:
        made.click()
    assert begun.args == [middle.id, Side.MIDLINE]


def test_a_routine_that_may_not_be_done_whole_is_not_offered(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    free = Offer(FREE, FREE, ())
    routine = next(iter(catalogue.routines.values())).name
    assert routine in pressable(_actions(qtbot, look, catalogue, requests, ranked, free))
    ranked.use_profile(replace(HEALTHY, items=(ProfileItem("loose_joints"),)))
    shown = pressable(_actions(qtbot, look, catalogue, requests, ranked, free))
    assert routine not in shown
