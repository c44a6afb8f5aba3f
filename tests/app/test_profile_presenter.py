"""The profile is told once, kept, and a grave stop stays in it until a clinician has looked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guide.app.profile_presenter import ProfilePresenter
from guide.core.anatomy import Place, Side
from guide.core.safety.profile import TOLD_TO_STOP, Profile, ProfileItem
from guide.journal.errors import JournalError
from guide.journal.store import Journal
from tests.app.fakes import FakeClock

SHOULDER = frozenset({Place("shoulder.lateral", Side.LEFT)})
TOLD = Profile(True, False, (ProfileItem("injection", SHOULDER, "2026-11-20"),), asked=True)
STOP = ProfileItem(TOLD_TO_STOP, since="2026-11-22")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "journal", FakeClock().wall()) as opened:
        yield opened


@pytest.fixture
def presenter(qtbot: QtBot) -> ProfilePresenter:
    return ProfilePresenter(FakeClock().wall)


@pytest.fixture
def seen(presenter: ProfilePresenter) -> list[Profile]:
    profiles: list[Profile] = []
    presenter.changed.connect(profiles.append)
    return profiles


def test_what_was_told_is_there_at_the_next_start(
    presenter: ProfilePresenter, journal: Journal, seen: list[Profile]
) -> None:
    presenter.use_journal(journal)
    assert seen == [Profile()]
    presenter.keep(TOLD)
    assert seen == [Profile(), TOLD]
    later = ProfilePresenter(FakeClock().wall)
    later.use_journal(journal)
    assert later.profile == TOLD


def test_what_was_told_before_the_journal_was_open_is_kept_beside_what_it_holds(
    presenter: ProfilePresenter, journal: Journal
) -> None:
    journal.save_profile(Profile(True, True, (ProfileItem("cancer"),), asked=True))
    presenter.keep(TOLD)
    presenter.use_journal(journal)
    assert presenter.profile == replace(TOLD, items=(ProfileItem("cancer"), *TOLD.items))
    assert journal.profile() == presenter.profile


def test_the_same_told_again_says_nothing(
    presenter: ProfilePresenter, journal: Journal, seen: list[Profile]
) -> None:
    presenter.use_journal(journal)
    presenter.keep(TOLD)
    presenter.keep(TOLD)
    assert seen == [Profile(), TOLD]


def test_a_grave_stop_is_kept_with_its_day(presenter: ProfilePresenter, journal: Journal) -> None:
    presenter.use_journal(journal)
    presenter.keep(TOLD)
    presenter.stop("chest")
    presenter.stop("chest")
    assert journal.profile() == replace(TOLD, items=(STOP, *TOLD.items))


def test_no_other_answer_takes_a_grave_stop_out(
    presenter: ProfilePresenter, journal: Journal
) -> None:
    presenter.use_journal(journal)
    presenter.stop("chest")
    presenter.keep(TOLD)
    assert presenter.profile.items == (STOP, *TOLD.items)
    presenter.keep(Profile(asked=True))
    assert journal.profile().items == (STOP,)


def test_a_clinician_who_has_looked_ends_it(presenter: ProfilePresenter, journal: Journal) -> None:
    presenter.use_journal(journal)
    presenter.keep(TOLD)
    presenter.stop("chest")
    presenter.clinician_has_looked()
    assert journal.profile() == TOLD
    presenter.keep(replace(TOLD, items=(STOP, *TOLD.items)))
    assert journal.profile() == TOLD, "only a grave stop brings it back"


def test_everything_can_be_taken_back_but_a_grave_stop(
    presenter: ProfilePresenter, journal: Journal
) -> None:
    presenter.use_journal(journal)
    presenter.keep(TOLD)
    presenter.stop("chest")
    presenter.forget()
    assert journal.profile() == presenter.profile == Profile(items=(STOP,))


def test_a_journal_that_was_emptied_asks_again(
    presenter: ProfilePresenter, journal: Journal, seen: list[Profile]
) -> None:
    presenter.use_journal(journal)
    presenter.keep(TOLD)
    journal.delete_all()
    presenter.refresh()
    assert seen[-1] == presenter.profile == Profile()


def test_what_cannot_be_kept_is_said_and_holds_for_now(
    presenter: ProfilePresenter, journal: Journal, seen: list[Profile]
) -> None:
    said: list[str] = []
    presenter.failed.connect(said.append)
    presenter.use_journal(journal)
    journal.close()
    presenter.keep(TOLD)
    assert seen[-1] == TOLD
    assert len(said) == 1
    assert "not saved" in said[0]


def test_a_profile_that_cannot_be_read_is_said(presenter: ProfilePresenter) -> None:
    class Unreadable:
        def profile(self) -> Profile:
            raise JournalError("The journal's file is damaged.")

        def save_profile(self, profile: Profile) -> None:
            raise AssertionError("nothing was told")

    said: list[str] = []
    presenter.failed.connect(said.append)
    presenter.use_journal(Unreadable())
    assert said == ["The journal's file is damaged."]
    assert presenter.profile == Profile()
