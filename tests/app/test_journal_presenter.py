"""The history page: filters, one entry, and deleting that asks first."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guide.app.journal_presenter import Asking, JournalPresenter, Looking, Period
from guide.core.anatomy import Place, Side
from guide.core.answers import Answers
from guide.core.drawing import Mark, Strength
from guide.core.records import MapRecord, SessionRecord
from guide.core.session import SessionKind
from guide.journal.store import Journal
from tests.app.fakes import FakeClock


def record(number: int, at: str, **changes: object) -> SessionRecord:
    values: dict[str, object] = {
        "id": f"{number:032x}",
        "kind": SessionKind.PRESSURE,
        "subject": "trapezius_upper",
        "side": Side.RIGHT,
        "at": at,
        "offset_minutes": 60,
        "seconds": 120.0,
        "completed": True,
        "stop_reason": None,
        "before": 6,
        "during": 5,
        "after": 3,
        "note": "",
        "map_id": None,
        "holds": (),
        "felt": (),
    }
    return SessionRecord(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    made = Journal.open(tmp_path / "journal", FakeClock().wall())
    made.save_session(record(1, "2026-06-01T10:00:00Z"))
    made.save_session(record(2, "2026-11-01T10:00:00Z", side=Side.LEFT, before=None))
    made.save_session(record(3, "2026-11-22T09:00:00Z", kind=SessionKind.STRETCH, subject="reset"))
    return made


@pytest.fixture
def presenter(journal: Journal, qtbot: QtBot) -> JournalPresenter:
    made = JournalPresenter(journal, FakeClock().wall)
    made.refresh()
    return made


def ids(presenter: JournalPresenter) -> list[int]:
    return [int(entry.id, 16) for entry in presenter.state.entries]


def test_the_last_entry_comes_first(presenter: JournalPresenter) -> None:
    assert ids(presenter) == [3, 2, 1]
    assert presenter.state.total == 3
    assert presenter.state.subjects == ("reset", "trapezius_upper")


@pytest.mark.parametrize(
    ("looking", "expected"),
    [
        (Looking(kind=SessionKind.STRETCH), [3]),
        (Looking(side=Side.LEFT), [2]),
        (Looking(subject="trapezius_upper"), [2, 1]),
        (Looking(period=Period.WEEK), [3]),
        (Looking(period=Period.MONTH), [3, 2]),
        (Looking(subject="nothing"), []),
    ],
)
def test_a_filter_leaves_what_fits(
    presenter: JournalPresenter, looking: Looking, expected: list[int]
) -> None:
    presenter.look_at(looking)
    assert ids(presenter) == expected
    assert presenter.state.total == 3
    presenter.look_at_all()
    assert ids(presenter) == [3, 2, 1]


def test_the_chart_shows_only_entries_with_both_numbers(presenter: JournalPresenter) -> None:
    assert [int(pair.id, 16) for pair in presenter.state.pairs] == [1, 3]


def test_deleting_one_asks_first_and_is_final(
    presenter: JournalPresenter, journal: Journal, qtbot: QtBot
) -> None:
    presenter.ask_delete()
    assert presenter.state.asking is Asking.NOTHING  # nothing is chosen
    presenter.choose(f"{2:032x}")
    presenter.ask_delete()
    assert presenter.state.asking is Asking.DELETE_ONE
    presenter.keep()
    presenter.delete()
    assert len(journal.sessions()) == 3
    presenter.ask_delete()
    with qtbot.waitSignal(presenter.deleted):
        presenter.delete()
    assert ids(presenter) == [3, 1]
    assert presenter.state.chosen is None
    assert presenter.state.message


def test_deleting_everything_takes_the_damaged_files_too(
    presenter: JournalPresenter, journal: Journal
) -> None:
    aside = journal.path.with_name(f"{journal.path.stem}-damaged-2026-01-01.sqlite3")
    aside.write_bytes(b"old")
    presenter.ask_delete_all()
    assert presenter.state.set_aside == 1
    presenter.delete()
    assert presenter.state.entries == ()
    assert presenter.state.total == 0
    assert not aside.exists()


def test_an_entry_that_the_filter_hides_is_no_longer_chosen(presenter: JournalPresenter) -> None:
    presenter.choose(f"{2:032x}")
    presenter.look_at(Looking(side=Side.RIGHT))
    assert presenter.state.chosen is None


def test_exports_say_how_much_and_where(presenter: JournalPresenter, tmp_path: Path) -> None:
    presenter.export_json(str(tmp_path / "out.json"))
    presenter.export_csv(str(tmp_path / "out.csv"))
    assert (tmp_path / "out.json").stat().st_size
    assert "3 entries" in presenter.state.message
    assert "out.csv" in presenter.state.message


def test_an_export_that_fails_says_why(presenter: JournalPresenter, tmp_path: Path) -> None:
    presenter.export_json(str(tmp_path / "nowhere" / "out.json"))
    assert presenter.state.problem
    assert not presenter.state.message


def test_a_closed_journal_deletes_nothing_and_says_so(
    presenter: JournalPresenter, journal: Journal
) -> None:
    journal.close()
    presenter.choose(f"{2:032x}")
    presenter.ask_delete()
    presenter.delete()
    assert presenter.state.problem
    assert not presenter.state.saves or presenter.state.problem


def test_what_is_wrong_with_the_journal_is_told_until_it_was_read(tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "journal.sqlite3").write_bytes(b"not a journal at all" * 100)
    with Journal.open(folder, FakeClock().wall()) as journal:
        presenter = JournalPresenter(journal, FakeClock().wall)
        assert any("set aside" in notice for notice in presenter.state.notices)
        presenter.dismiss()
        assert presenter.state.notices == ()


def test_an_entry_brings_the_map_it_began_from(journal: Journal, qtbot: QtBot) -> None:
    mark = Mark(Place("head.temple", Side.LEFT), Strength.MILD)
    visit = MapRecord("f" * 32, "2026-11-22T10:00:00Z", 60, (mark,), Answers())
    journal.save_map(visit)
    journal.save_session(record(4, "2026-11-22T10:01:00Z", map_id=visit.id))
    presenter = JournalPresenter(journal, FakeClock().wall)
    presenter.refresh()
    presenter.choose(f"{4:032x}")
    assert presenter.state.visit == visit
    presenter.choose(f"{3:032x}")
    assert presenter.state.visit is None
    presenter.choose("")
    assert presenter.state.visit is None
