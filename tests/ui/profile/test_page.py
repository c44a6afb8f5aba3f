"""The page about the person: every change holds at once, and says what follows from it."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.core.catalogue import Catalogue
from guide.core.safety.profile import TOLD_TO_STOP, Profile, ProfileItem
from guide.ui.chips import Chip
from guide.ui.look import Look
from guide.ui.profile.page import ProfilePage
from tests.ui.panels.reading import press, pressable, said
from tests.ui.profile.samples import TODAY, with_samples

LOOKED = "A clinician has looked at it"


@pytest.fixture
def page(qtbot: QtBot, look: Look, catalogue: Catalogue) -> ProfilePage:
    made = ProfilePage(look, with_samples(catalogue), Profile(), lambda: TODAY)
    qtbot.addWidget(made)
    return made


def test_it_says_what_it_is(page: ProfilePage) -> None:
    text = "\n".join(said(page))
    for words in ("stays on this computer", "for adults", "no diagnosis", "reviewed by a clin"):
        assert words in text


def test_every_entry_says_what_follows(page: ProfilePage, catalogue: Catalogue) -> None:
    known = with_samples(catalogue).profile_entries
    assert set(page.entries) == set(known) - {TOLD_TO_STOP}
    for name, row in page.entries.items():
        assert known[name].effect in row.check.accessibleName()


def test_a_tick_is_told_at_once_and_leaves_the_rest(qtbot: QtBot, page: ProfilePage) -> None:
    stopped, thin = ProfileItem(TOLD_TO_STOP), ProfileItem("thin_blood")
    page.show_profile(Profile(True, False, (stopped,), asked=True))
    with qtbot.waitSignal(page.changed) as told:
        page.entries["thin_blood"].check.click()
    assert told.args == [Profile(True, False, (stopped, thin), asked=True)]
    with qtbot.waitSignal(page.changed) as told:
        page.entries["thin_blood"].check.click()
    assert told.args == [Profile(True, False, (stopped,), asked=True)]


def test_an_age_is_an_answer(qtbot: QtBot, page: ProfilePage) -> None:
    chip = next(made for made in page.findChildren(Chip) if made.text() == "50 or over")
    with qtbot.waitSignal(page.changed) as told:
        chip.click()
    assert told.args == [Profile(True, True, (), asked=True)]


def test_an_entry_without_an_age_leaves_the_age_to_be_asked(
    qtbot: QtBot, page: ProfilePage
) -> None:
    with qtbot.waitSignal(page.changed) as told:
        page.entries["thin_blood"].check.click()
    assert told.args == [Profile(items=(ProfileItem("thin_blood"),), asked=False)]


def test_a_grave_stop_stands_first_and_only_a_clinician_ends_it(
    qtbot: QtBot, page: ProfilePage
) -> None:
    assert LOOKED not in pressable(page)
    page.show_profile(Profile(True, False, (ProfileItem(TOLD_TO_STOP),), asked=True))
    assert LOOKED in pressable(page)
    with qtbot.waitSignal(page.cleared):
        press(page, LOOKED)


def test_everything_can_be_taken_back_at_the_end_of_the_page(
    qtbot: QtBot, page: ProfilePage
) -> None:
    press(page, "Forget all of this")
    with qtbot.waitSignal(page.forgotten):
        press(page, "Forget it")


def test_what_is_shown_is_not_told(qtbot: QtBot, page: ProfilePage) -> None:
    profile = Profile(True, True, (ProfileItem("shot", since="2026-11-21"),), asked=True)
    with qtbot.assertNotEmitted(page.changed):
        page.show_profile(profile)
    assert page.entries["shot"].item() == profile.items[0]


def test_a_day_later_it_is_a_day_longer_ago(qtbot: QtBot, look: Look, catalogue: Catalogue) -> None:
    now = [TODAY]
    shot = ProfileItem("shot", since="2026-11-21")
    page = ProfilePage(look, with_samples(catalogue), Profile(items=(shot,)), lambda: now[0])
    qtbot.addWidget(page)
    now[0] = TODAY + timedelta(days=1)
    QApplication.sendEvent(page, QShowEvent())
    days = page.entries["shot"].days
    assert days is not None
    assert [chip.text() for chip in days.days.chips if chip.isChecked()] == ["2 days ago"]
    assert page.entries["shot"].item() == shot


def test_larger_text_keeps_what_was_said(page: ProfilePage, look: Look) -> None:
    page.show_profile(Profile(True, False, (ProfileItem("veins"),), asked=True))
    look.set(look.tokens, 2.0, False)
    assert page.entries["veins"].item() == ProfileItem("veins")
    look.set(look.tokens, 1.0, False)
