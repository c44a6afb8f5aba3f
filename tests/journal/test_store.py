"""The journal keeps what it was given, once, and forgets what it was told to forget."""

import os
import resource
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.core.anatomy import Side
from guide.core.records import MapRecord, SessionRecord
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.session import HoldDone, HoldEnd, SessionKind
from guide.journal import rows, sealed
from guide.journal.store import Damage, Journal, JournalError, NoticeKind, Wanted
from tests.journal import samples, strategies
from tests.journal.conftest import NOW

replace = msgspec.structs.replace


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def test_a_new_journal_is_empty_private_and_says_nothing(journal: Journal, folder: Path) -> None:
    assert (journal.saves, journal.read_only, journal.notices) == (True, False, ())
    assert (journal.maps(), journal.sessions(), journal.unfinished()) == ((), (), None)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_no_umask_makes_a_file_of_the_journal_readable_for_others(
    folder: Path, now: datetime, umask: int
) -> None:
    before = os.umask(umask)
    try:
        with Journal.open(folder, now) as journal:
            journal.save_session(samples.a_session())
            journal.export_json(folder / "out.json")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(modes, 0o600)
    assert {"journal.sqlite3", "journal.sqlite3-journal", "out.json"} <= modes.keys()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_looser_rights_are_tightened_and_said_once(folder: Path, now: datetime) -> None:
    Journal.open(folder, now).close()
    folder.chmod(0o755)
    (folder / "journal.sqlite3").chmod(0o644)
    with Journal.open(folder, now) as journal:
        assert [notice.kind for notice in journal.notices] == [NoticeKind.TIGHTENED]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "journal.sqlite3").stat().st_mode) == 0o600
    with Journal.open(folder, now) as journal:
        assert journal.notices == ()


def test_what_was_saved_is_there_after_the_next_start(folder: Path, now: datetime) -> None:
    painted, done = samples.a_map(), samples.a_session(map_id=samples.a_map().id)
    with Journal.open(folder, now) as journal:
        journal.save_map(painted)
        journal.save_session(done)
    with Journal.open(folder, now) as journal:
        assert journal.maps() == (painted,)
        assert journal.sessions() == (done,)
        assert journal.damage() == Damage()


@settings(max_examples=60)
@given(
    maps=st.lists(strategies.maps, max_size=3), sessions=st.lists(strategies.sessions, max_size=3)
)
def test_any_record_comes_back_as_it_was(
    maps: list[MapRecord], sessions: list[SessionRecord], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("round") / "data"
    with Journal.open(folder, NOW) as journal:
        for painted in maps:
            journal.save_map(painted)
        for done in sessions:
            journal.save_session(done)
        first = journal.maps(), journal.sessions()
        assert journal.damage() == Damage()
    with Journal.open(folder, NOW) as journal:
        assert (journal.maps(), journal.sessions()) == first
    assert first[0] == tuple({painted.id: painted for painted in maps}.values())[::-1]
    assert first[1] == tuple({done.id: done for done in sessions}.values())[::-1]


def test_a_save_that_is_tried_again_does_not_double(journal: Journal) -> None:
    for _attempt in range(3):
        journal.save_map(samples.a_map())
        journal.save_session(samples.a_session())
    assert len(journal.maps()) == len(journal.sessions()) == 1
    assert journal.damage() == Damage()


def test_saving_again_replaces_and_keeps_its_place(journal: Journal) -> None:
    journal.save_session(samples.a_session(1))
    journal.save_session(samples.a_session(2))
    journal.save_session(samples.a_session(1, note="looked again"))
    assert [session.note for session in journal.sessions()] == ["eased a little", "looked again"]


def test_a_map_saved_again_keeps_its_sessions(journal: Journal) -> None:
    painted = samples.a_map()
    journal.save_map(painted)
    journal.save_session(samples.a_session(map_id=painted.id))
    journal.save_map(replace(painted, marks=painted.marks[:1]))
    assert journal.sessions()[0].map_id == painted.id
    assert journal.maps()[0].marks == painted.marks[:1]


def test_the_order_is_that_of_saving_whatever_the_clock_said(journal: Journal) -> None:
    journal.save_session(samples.a_session(1, at="2027-01-01T00:00:00Z"))
    journal.save_session(samples.a_session(2, at="2026-01-01T00:00:00Z"))
    assert [session.id for session in journal.sessions()] == [samples.an_id(2), samples.an_id(1)]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [4, 3, 2, 1]),
        (Wanted(kind=SessionKind.STRETCH), [4]),
        (Wanted(side=Side.RIGHT), [2]),
        (Wanted(subject="infraspinatus"), [3]),
        (Wanted(since="2026-11-22T00:00:00Z"), [4, 3, 2]),
        (Wanted(until="2026-11-22T00:00:00Z"), [1]),
        (Wanted(kind=SessionKind.PRESSURE, side=Side.LEFT), [3, 1]),
    ],
)
def test_sessions_are_filtered(journal: Journal, wanted: Wanted, numbers: list[int]) -> None:
    journal.save_session(samples.a_session(1, at="2026-11-21T23:59:59Z"))
    journal.save_session(samples.a_session(2, side=Side.RIGHT))
    journal.save_session(samples.a_session(3, subject="infraspinatus"))
    stretch = samples.a_session(4, kind=SessionKind.STRETCH, side=Side.MIDLINE)
    journal.save_session(replace(stretch, holds=()))
    assert [s.id for s in journal.sessions(wanted)] == [samples.an_id(n) for n in numbers]


def test_the_running_session_is_offered_until_it_is_saved(folder: Path, now: datetime) -> None:
    with Journal.open(folder, now) as journal:
        for step in (0, 1, 0, 1):
            journal.save_unfinished(replace(samples.an_unfinished(), step_index=step))
    with Journal.open(folder, now) as journal:
        assert journal.unfinished() == samples.an_unfinished()
        journal.save_session(samples.a_session(7))
        assert journal.unfinished() is not None, "another session is none of its business"
        journal.save_session(samples.a_session())
        assert journal.unfinished() is None


@settings(max_examples=60)
@given(first=strategies.profiles, last=strategies.profiles)
def test_any_profile_comes_back_as_it_was(
    first: Profile, last: Profile, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("profile") / "data"
    with Journal.open(folder, NOW) as journal:
        assert journal.profile() == Profile()
        journal.save_profile(first)
        journal.save_profile(last)
    with Journal.open(folder, NOW) as journal:
        assert (journal.profile(), journal.damage(), journal.notices) == (last, Damage(), ())


def test_a_profile_that_cannot_be_kept_is_refused_and_the_last_one_stays(journal: Journal) -> None:
    journal.save_profile(samples.a_profile())
    with pytest.raises(JournalError, match="outside what the journal keeps"):
        journal.save_profile(Profile(items=(ProfileItem("cancer"),) * 1001))
    with pytest.raises(JournalError, match="cannot be kept"):
        journal.save_profile(Profile(items=(ProfileItem("\ud800"),)))
    assert journal.profile() == samples.a_profile()


def test_a_damaged_profile_is_said_and_asked_again(folder: Path, now: datetime) -> None:
    with Journal.open(folder, now) as journal:
        journal.save_profile(samples.a_profile())
        assert journal._connection is not None
        journal._connection.execute("UPDATE profile SET body = '{}' WHERE id = 2")
    with Journal.open(folder, now) as journal:
        assert [notice.kind for notice in journal.notices] == [NoticeKind.INCOMPLETE]
        assert "You will be asked again" in journal.notices[0].text
        found = journal.profile()
        assert found == replace(samples.a_profile(), items=found.items, asked=False)
        assert found.items == samples.a_profile().items[:1], "what is healthy still counts"
        journal.save_profile(samples.a_profile())
        assert (journal.profile(), journal.damage()) == (samples.a_profile(), Damage())


def test_the_running_session_can_be_forgotten(journal: Journal) -> None:
    journal.save_unfinished(samples.an_unfinished())
    journal.clear_unfinished()
    assert journal.unfinished() is None


def test_a_deleted_session_leaves_no_byte_behind(journal: Journal, folder: Path) -> None:
    journal.save_session(samples.a_session(1, note="PLAINLY READABLE " * 200))
    journal.save_session(samples.a_session(2, note="another"))
    assert b"PLAINLY READABLE" in all_bytes(folder)
    assert journal.delete(samples.an_id(1))
    assert b"PLAINLY" not in all_bytes(folder)
    assert [session.note for session in journal.sessions()] == ["another"]
    assert not journal.delete(samples.an_id(1))
    assert journal.damage() == Damage()


def test_a_deleted_map_leaves_its_sessions(journal: Journal) -> None:
    painted = samples.a_map()
    journal.save_map(painted)
    journal.save_session(samples.a_session(map_id=painted.id))
    assert journal.delete(painted.id)
    assert (journal.maps(), journal.sessions()[0].map_id) == ((), None)
    assert journal.damage() == Damage()
    journal.save_session(samples.a_session(8, map_id=painted.id))
    assert journal.sessions()[0].map_id is None, "a session outlives its map"


def test_delete_all_leaves_no_byte_behind(journal: Journal, folder: Path) -> None:
    journal.save_map(samples.a_map())
    for number in range(40):
        journal.save_session(samples.a_session(number, note=f"PLAINLY READABLE {number} " * 9))
    journal.save_unfinished(samples.an_unfinished(3, note="PLAINLY READABLE too"))
    journal.save_profile(Profile(items=(ProfileItem("PLAINLY_READABLE"),), asked=True))
    journal.delete_all()
    assert (journal.maps(), journal.sessions(), journal.unfinished()) == ((), (), None)
    assert (journal.profile(), journal.damage()) == (Profile(), Damage())
    content = all_bytes(folder)
    assert not any(word in content for word in (b"PLAINLY", b"levator", b"neck.side", b"RF-HEAD"))
    journal.save_session(samples.a_session())
    assert journal.damage() == Damage()


A_HOLD = samples.a_session().holds[0]


@pytest.mark.parametrize(
    "bad",
    [
        replace(samples.a_session(), id="not an id"),
        replace(samples.a_session(), before=11),
        replace(samples.a_session(), after=-1),
        replace(samples.a_session(), before=2**70),
        replace(samples.a_session(), seconds=float("nan")),
        replace(samples.a_session(), seconds=float("inf")),
        replace(samples.a_session(), note="\ud800"),
        replace(samples.a_session(), note="x" * 10_001),
        replace(samples.a_session(), at="22.11.2026"),
        replace(samples.a_session(), offset_minutes=99999),
        replace(samples.a_session(), subject=""),
        replace(samples.a_session(), holds=(replace(A_HOLD, held=95.1),)),
        replace(samples.a_session(), holds=(replace(A_HOLD, planned=90.5),)),
        replace(samples.a_session(), holds=(replace(A_HOLD, repeat=0),)),
        replace(samples.a_session(), felt=(samples.Felt(1.0, 12),)),
    ],
    ids=lambda record: "",
)
def test_what_cannot_be_true_is_refused_whole(journal: Journal, bad: SessionRecord) -> None:
    good = samples.a_session(5)
    journal.save_session(good)
    with pytest.raises(JournalError, match="not saved"):
        journal.save_session(bad)
    assert journal.sessions() == (good,)
    journal.save_session(samples.a_session())
    assert len(journal.sessions()) == 2


def test_a_side_or_an_ending_that_does_not_exist_is_refused(journal: Journal) -> None:
    hold = HoldDone("x", Side.LEFT, 1, 30, 30, HoldEnd.EASED, None)
    journal.save_session(replace(samples.a_session(), holds=(hold,)))
    connection = journal._connection  # the tables themselves must refuse
    assert connection is not None
    for statement in (
        "UPDATE holds SET side = 'up'",
        "UPDATE holds SET ended = 'done'",
        "UPDATE holds SET held = 'long'",
        "UPDATE sessions SET kind = 'massage'",
        "UPDATE sessions SET before = 'much'",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)


def test_the_connection_is_set_up_for_durability_and_privacy(journal: Journal) -> None:
    connection = journal._connection
    assert connection is not None

    def pragma(name: str) -> object:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert {name: pragma(name) for name in ("journal_mode", "locking_mode", "busy_timeout")} == {
        "journal_mode": "delete",
        "locking_mode": "exclusive",
        "busy_timeout": 5000,
    }
    assert [pragma(n) for n in ("synchronous", "secure_delete", "foreign_keys")] == [3, 1, 1]
    assert [pragma(n) for n in ("trusted_schema", "cell_size_check")] == [0, 1]


def test_a_closed_journal_saves_nothing_and_says_so(folder: Path, now: datetime) -> None:
    journal = Journal.open(folder, now)
    journal.close()
    with pytest.raises(JournalError, match="closed"):
        journal.save_session(samples.a_session())
    assert journal.sessions() == ()


# Faults.


def fill_up(journal: Journal) -> tuple[int, str]:
    """Save until that fails; return how many were acknowledged, and what was said then."""
    for number in range(10_000):
        try:
            journal.save_session(samples.a_session(number, note="n" * 500))
        except JournalError as error:
            return number, str(error)
    raise AssertionError("the disk never became full")


@pytest.fixture
def full_at() -> Iterator[Callable[[int], None]]:
    """Let no file of this process grow beyond so many bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def limit(size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))

    yield limit
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_database_loses_nothing_and_goes_on_when_freed(journal: Journal) -> None:
    connection = journal._connection
    assert connection is not None
    connection.execute("PRAGMA max_page_count = 40").fetchall()
    count, said = fill_up(journal)
    assert "The disk is full" in said
    assert count > 10
    assert len(journal.sessions()) == count
    connection.execute("PRAGMA max_page_count = 4000").fetchall()
    journal.save_session(samples.a_session(count, note="n" * 500))
    assert len(journal.sessions()) == count + 1
    assert journal.damage() == Damage()


def test_a_write_that_fails_loses_nothing_and_goes_on_afterwards(
    folder: Path, now: datetime, full_at: Callable[[int], None]
) -> None:
    with Journal.open(folder, now) as journal:
        full_at(80 * 1024)
        acknowledged, said = fill_up(journal)
        assert "The disk reported an error" in said
        assert len(journal.sessions()) == acknowledged > 10
        full_at(resource.RLIM_INFINITY)
        journal.save_session(samples.a_session(acknowledged, note="n" * 500))
    with Journal.open(folder, now) as journal:
        assert len(journal.sessions()) == acknowledged + 1
        assert (journal.damage(), journal.notices) == (Damage(), ())


def test_a_broken_row_is_reported_and_not_shown(folder: Path, now: datetime) -> None:
    with Journal.open(folder, now) as journal:
        for number in (1, 2, 3):
            journal.save_session(samples.a_session(number, note=f"note {number}"))
    path = folder / "journal.sqlite3"
    path.write_bytes(path.read_bytes().replace(b"note 2", b"note 9"))
    with Journal.open(folder, now) as journal:
        assert [notice.kind for notice in journal.notices] == [NoticeKind.INCOMPLETE]
        assert "1 entry of the journal is damaged or missing" in journal.notices[0].text
        assert [session.note for session in journal.sessions()] == ["note 3", "note 1"]
        assert journal.damage() == Damage(sessions=(samples.an_id(2),))
        assert journal.delete(samples.an_id(2))
        assert journal.damage() == Damage()


def test_a_lost_hold_or_mark_damages_its_record(journal: Journal) -> None:
    journal.save_map(samples.a_map())
    journal.save_session(samples.a_session())
    connection = journal._connection
    assert connection is not None
    connection.execute("DELETE FROM holds WHERE ordinal = 0")
    connection.execute("DELETE FROM marks WHERE ordinal = 1")
    assert journal.damage() == Damage((samples.a_map().id,), (samples.a_session().id,))
    assert (journal.sessions(), journal.maps()) == ((), ())


def test_a_lost_entry_is_said_at_the_next_start(folder: Path, now: datetime) -> None:
    with Journal.open(folder, now) as journal:
        for number in (1, 2):
            journal.save_session(samples.a_session(number))
        assert journal._connection is not None
        journal._connection.execute("DELETE FROM sessions WHERE id = ?", (samples.an_id(1),))
    with Journal.open(folder, now) as journal:
        assert [notice.kind for notice in journal.notices] == [NoticeKind.INCOMPLETE]
        assert journal.damage() == Damage(missing=1)


def test_a_form_that_is_not_known_is_reported_and_not_fatal(folder: Path, now: datetime) -> None:
    with Journal.open(folder, now) as journal:
        journal.save_map(samples.a_map(1))
        journal.save_map(samples.a_map(2))
        assert journal._connection is not None
        strange = (samples.an_id(2), 9, "2026-11-22T15:04:05Z", 0, '{"onset": "yesteryear"}', 0)
        rows.remove(journal._connection, "maps", samples.an_id(2))
        sealed.insert(journal._connection, "maps", strange)
        rows.set_meta(journal._connection, "maps", 2)
        sealed.insert(journal._connection, "unfinished", (1, '{"of": "another time"}'))
    with Journal.open(folder, now) as journal:
        assert journal.damage() == Damage(maps=(samples.an_id(2),), unfinished=True)
        assert (journal.maps(), journal.unfinished()) == ((samples.a_map(1),), None)
        journal.save_unfinished(samples.an_unfinished())
        assert journal.delete(samples.an_id(2))
        assert journal.damage() == Damage()


def test_files_set_aside_can_be_deleted_too(folder: Path, now: datetime) -> None:
    folder.mkdir()
    (folder / "journal.sqlite3").write_text("my shopping list")
    with Journal.open(folder, now) as journal:
        (aside,) = journal.set_aside_files()
        journal.delete_all()
        assert aside.read_text() == "my shopping list"
        journal.delete_set_aside()
        assert journal.set_aside_files() == ()


def test_the_journal_imports_no_qt() -> None:
    script = (
        "import guide.journal.store, guide.journal.settings, sys;"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0
