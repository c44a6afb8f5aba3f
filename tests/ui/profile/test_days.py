"""When it was: answers as far back as it counts, the nearest day of each, and one beyond."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from guide.core.catalogue import Catalogue
from guide.core.safety.profile import ProfileItem, counts
from guide.ui.look import Look
from guide.ui.profile.days import DAYS, DayPicker, offered
from tests.ui.panels.reading import said
from tests.ui.profile.samples import TODAY, with_samples

UNSAID = "Nothing chosen: it counts until you say when."


@pytest.mark.parametrize(
    ("hours", "texts"),
    [
        (48, ["Today", "Yesterday", "2 days ago", "Longer ago"]),
        (96, ["Today", "Yesterday", "2 days ago", "3 or 4 days ago", "Longer ago"]),
    ],
)
def test_as_many_answers_as_it_counts(
    qtbot: QtBot, look: Look, hours: int, texts: list[str]
) -> None:
    picker = DayPicker(look, "A shot", TODAY, hours)
    qtbot.addWidget(picker)
    assert [chip.text() for chip in picker.days.chips] == texts


def test_only_the_last_answer_is_over(catalogue: Catalogue) -> None:
    known = with_samples(catalogue)
    for name, hours in (("shot", 96), ("needles", 48)):
        *within, beyond = offered(hours)
        days = [(TODAY - timedelta(days=ago)).isoformat() for ago in (*within, beyond)]
        told = [counts(ProfileItem(name, since=since), known, TODAY) for since in days]
        assert told == [True] * len(within) + [False]


def test_nothing_chosen_is_no_day(qtbot: QtBot, look: Look) -> None:
    picker = DayPicker(look, "A shot", TODAY, None)
    qtbot.addWidget(picker)
    assert picker.since() == ""
    assert UNSAID in said(picker)
    with qtbot.waitSignal(picker.changed):
        picker.days.chips[1].click()
    assert picker.since() == "2026-11-21"
    assert UNSAID not in said(picker)


def test_a_day_that_is_shown_stays_exactly_that_day(qtbot: QtBot, look: Look) -> None:
    picker = DayPicker(look, "A shot", TODAY, None)
    qtbot.addWidget(picker)
    with qtbot.assertNotEmitted(picker.changed):
        picker.show_since("2026-11-16")  # six days ago: "5 to 7 days ago" is lit
    assert picker.since() == "2026-11-16"
    assert picker.days.values() == [5]


def test_a_day_ahead_is_shown_as_today(qtbot: QtBot, look: Look) -> None:
    picker = DayPicker(look, "A shot", TODAY, None)
    qtbot.addWidget(picker)
    picker.show_since("2026-11-30")
    assert picker.days.values() == [DAYS[0]]
