"""About you: eight lines once, and the entries of what was ticked."""

import pytest
from pytestqt.qtbot import QtBot

from guide.core.catalogue import Catalogue
from guide.core.safety import PAGE, TOLD_TO_STOP, Profile, ProfileItem
from guide.ui.choices import CheckRow
from guide.ui.look import Look
from guide.ui.panels.about_you import AboutYouScreen
from guide.ui.requests import MapRequests
from tests.ui.profile.samples import TODAY, with_samples


class _Talk:
    """The screen, what it told, and a hand that ticks."""

    def __init__(
        self, qtbot: QtBot, look: Look, catalogue: Catalogue, profile: Profile | None = None
    ) -> None:
        requests = MapRequests(look)
        self.screen = AboutYouScreen(look, catalogue, requests, profile or Profile(), TODAY)
        qtbot.addWidget(self.screen)
        self.told: list[Profile] = []
        requests.about.connect(self.told.append)

    def tick(self, beginning: str) -> None:
        rows = [row for row in self.screen.rows() if isinstance(row, CheckRow)]
        next(row for row in rows if row.accessibleName().startswith(beginning)).click()

    def lines(self) -> list[str]:
        return [row.accessibleName().partition(":")[0] for row in self.screen.rows()]


@pytest.fixture
def talk(qtbot: QtBot, look: Look, catalogue: Catalogue) -> _Talk:
    return _Talk(qtbot, look, with_samples(catalogue))


def test_the_real_screen_has_eight_lines(qtbot: QtBot, look: Look, catalogue: Catalogue) -> None:
    assert len(_Talk(qtbot, look, catalogue).screen.rows()) == PAGE


def test_none_of_these_is_a_grown_up_under_fifty(talk: _Talk) -> None:
    talk.screen.answer_none()
    assert talk.told == [Profile(adult=True, fifty_or_over=False, asked=True)]


def test_fifty_or_over_is_told(talk: _Talk) -> None:
    talk.tick("I am 50 or over")
    talk.screen.answer_these()
    assert talk.told == [Profile(adult=True, fifty_or_over=True, asked=True)]


def test_nobody_is_asked_more_who_is_under_eighteen(talk: _Talk) -> None:
    talk.tick("I am under 18")
    talk.tick("Blood")
    talk.screen.answer_these()
    assert talk.told == [Profile(adult=False, fifty_or_over=False, asked=True)]


def test_of_two_ages_the_later_tick_holds(talk: _Talk) -> None:
    talk.tick("I am under 18")
    talk.tick("I am 50 or over")
    assert talk.screen.ticked() == 1
    talk.screen.answer_these()
    assert talk.told[0].fifty_or_over


def test_a_group_opens_its_entries_eight_at_a_time(talk: _Talk) -> None:
    talk.tick("Blood")
    talk.tick("Something recent")
    talk.screen.answer_these()
    assert not talk.told
    first = talk.lines()
    assert len(first) == PAGE
    talk.tick("veins")
    talk.screen.answer_these()
    assert len(first + talk.lines()) == 12
    assert TOLD_TO_STOP not in first + talk.lines()
    talk.tick("other_7")
    talk.screen.answer_these()
    items = (ProfileItem("veins"), ProfileItem("other_7"))
    assert talk.told == [Profile(True, False, items, asked=True)]


def test_back_keeps_what_was_ticked_and_a_group_taken_off_takes_its_entries(
    qtbot: QtBot, talk: _Talk
) -> None:
    talk.tick("Blood")
    talk.screen.answer_these()
    talk.tick("thin_blood")
    with qtbot.waitSignal(talk.screen.turned):
        assert talk.screen.go_back()
    assert talk.screen.ticked() == 1
    assert not talk.screen.go_back()
    talk.screen.answer_these()
    assert talk.screen.ticked() == 1
    assert talk.screen.go_back()
    talk.tick("Blood")
    talk.screen.answer_none()
    assert talk.told[-1].items == ()


def test_who_comes_back_from_the_next_question_finds_the_last_page(talk: _Talk) -> None:
    talk.tick("Blood")
    talk.screen.answer_these()
    talk.screen.answer_none()
    talk.tick("veins")
    talk.screen.answer_these()
    assert [profile.items for profile in talk.told] == [(), (ProfileItem("veins"),)]


def test_what_was_said_on_the_page_is_never_lost_by_not_repeating_it(
    qtbot: QtBot, look: Look, catalogue: Catalogue
) -> None:
    veins = ProfileItem("veins")
    talk = _Talk(qtbot, look, with_samples(catalogue), Profile(items=(veins,)))
    assert talk.screen.ticked() == 1
    talk.screen.answer_these()
    assert talk.screen.ticked() == 1
    talk.screen.answer_these()
    assert talk.told == [Profile(True, False, (veins,), asked=True)]
