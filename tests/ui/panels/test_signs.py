"""Lines of signs and of what changes from day to day, answered together."""

import pytest
from pytestqt.qtbot import QtBot

from guide.core.catalogue import Catalogue
from guide.ui.choices import CheckRow
from guide.ui.look import Look
from guide.ui.panels.signs import SignsScreen
from guide.ui.requests import MapRequests


@pytest.fixture
def requests(look: Look) -> MapRequests:
    return MapRequests(look)


@pytest.fixture
def items(catalogue: Catalogue) -> tuple[str, ...]:
    flag = next(flag for flag in catalogue.red_flags.values() if len(flag.signs) > 2)
    return (*(sign.id for sign in flag.signs[:3]), next(iter(catalogue.no_pressure)))


@pytest.fixture
def screen(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, items: tuple[str, ...]
) -> SignsScreen:
    made = SignsScreen(look, catalogue, requests, items)
    qtbot.addWidget(made)
    return made


def test_every_line_is_said_with_its_example(
    screen: SignsScreen, catalogue: Catalogue, items: tuple[str, ...]
) -> None:
    signs = {sign.id: sign for flag in catalogue.red_flags.values() for sign in flag.signs}
    names = [made.accessibleName() for made in screen.rows()]
    assert names == [
        *(f"{signs[item].text} {signs[item].example}".strip() for item in items[:3]),
        catalogue.no_pressure[items[3]].text,
    ]


def test_none_is_an_answer(qtbot: QtBot, screen: SignsScreen, requests: MapRequests) -> None:
    with qtbot.waitSignal(requests.items) as told:
        screen.answer_none()
    assert told.args == [frozenset()]


def test_what_is_ticked_is_told(
    qtbot: QtBot, screen: SignsScreen, requests: MapRequests, items: tuple[str, ...]
) -> None:
    for row in (screen.rows()[1], screen.rows()[3]):
        assert isinstance(row, CheckRow)
        with qtbot.waitSignal(screen.counted):
            row.click()
    assert screen.ticked() == 2
    with qtbot.waitSignal(requests.items) as told:
        screen.answer_these()
    assert told.args == [frozenset({items[1], items[3]})]
