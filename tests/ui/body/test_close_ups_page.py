"""Every close-up is there by name and side."""

import pytest
from pytestqt.qtbot import QtBot

from guide.core.aspect import Aspect, of_close_up
from guide.core.orientation import CloseUp, Side
from guide.core.sight import Sight, seen_from
from guide.ui.body.close_ups_page import CloseUpsPage
from guide.ui.look import Look


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> CloseUpsPage:
    made = CloseUpsPage(look)
    qtbot.addWidget(made)
    made.show_sight(Sight())
    return made


def test_every_close_up_has_a_button_for_each_side(page: CloseUpsPage) -> None:
    wanted = {of_close_up(each, side) for each in CloseUp for side in each.sides}
    assert set(page.buttons) == wanted
    names = [made.accessibleName() for made in page.buttons.values()]
    assert len(set(names)) == len(names)
    assert "Palm of the hand · its left" in names


def test_a_button_asks_for_its_close_up_and_back(qtbot: QtBot, page: CloseUpsPage) -> None:
    near = of_close_up(CloseUp.FOOT_SOLE, Side.RIGHT)
    assert not page.whole.isEnabled()
    with qtbot.waitSignal(page.asked) as asked:
        page.buttons[near].click()
    assert asked.args == [seen_from(Sight(), near)]
    assert not page.buttons[near].isChecked()  # not before it is shown
    page.show_sight(seen_from(Sight(), near._replace(turn=15.0)))
    assert [aspect for aspect, made in page.buttons.items() if made.isChecked()] == [near]
    with qtbot.waitSignal(page.asked) as asked:
        page.whole.click()
    assert asked.args is not None
    assert asked.args[0].aspect == Aspect()
