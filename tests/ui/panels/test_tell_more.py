"""Three short questions on one screen."""

import pytest
from pytestqt.qtbot import QtBot

from guide.core.safety import After, Answers, Onset, PainKind
from guide.ui.look import Look
from guide.ui.panels.tell_more import TellMoreScreen
from guide.ui.requests import MapRequests


@pytest.fixture
def screen(qtbot: QtBot, look: Look) -> TellMoreScreen:
    made = TellMoreScreen(look, MapRequests(), Answers())
    qtbot.addWidget(made)
    return made


def _choose(screen: TellMoreScreen, *texts: str) -> None:
    for text in texts:
        chips = [*screen.onset.chips, *screen.after.chips, *screen.kinds.chips]
        next(chip for chip in chips if chip.text() == text).click()


def test_it_goes_on_when_all_three_are_answered(screen: TellMoreScreen) -> None:
    for text in ("For some weeks", "Effort, or an unusual load", "Burning"):
        assert not screen.may_go_on()
        _choose(screen, text)
    assert screen.may_go_on()
    assert (screen.these_text(), screen.none_text()) == ("Go on", "")


def test_all_is_told_at_once(qtbot: QtBot, look: Look) -> None:
    requests = MapRequests()
    screen = TellMoreScreen(look, requests, Answers())
    qtbot.addWidget(screen)
    _choose(screen, "Since today", "Nothing in particular", "Burning", "Numb or tingling")
    with qtbot.waitSignal(requests.tell) as told:
        screen.answer_these()
    kinds = frozenset({PainKind.BURNING, PainKind.NUMB})
    assert told.args == [Onset.TODAY, After.NOTHING, kinds]


def test_what_was_said_before_is_chosen(qtbot: QtBot, look: Look) -> None:
    told = Answers(after=After.FALL, kinds=frozenset({PainKind.SHARP}))
    screen = TellMoreScreen(look, MapRequests(), told)
    qtbot.addWidget(screen)
    assert screen.after.values() == [After.FALL]
    assert screen.kinds.values() == [PainKind.SHARP]
    assert screen.onset.values() == []
    assert not screen.may_go_on()


def test_the_tab_key_meets_every_chip(screen: TellMoreScreen) -> None:
    assert len(screen.rows()) == len(Onset) + len(After) + len(PainKind)
