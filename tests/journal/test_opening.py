"""Whatever the file or the folder is: a journal opens or says why not, and nothing is lost."""

import os
import random
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from guide.core.records import MapRecord, SessionRecord
from guide.journal import schema
from guide.journal.store import Damage, Journal, JournalError, NoticeKind
from tests.journal import samples
from tests.journal.conftest import NOW

NAME = "journal.sqlite3"
ASIDE = "journal-damaged-2026-11-22-150405.sqlite3"


def filled(folder: Path, sessions: int = 25) -> tuple[list[MapRecord], list[SessionRecord]]:
    """Fill a journal in `folder`; return what it holds, the last saved first."""
    with Journal.open(folder, NOW) as journal:
        for number in range(5):
            journal.save_map(samples.a_map(number))
        for number in range(100, 100 + sessions):
            note = f"note {number} " * 20
            journal.save_session(samples.a_session(number, note, samples.an_id(number % 5)))
        for number in range(100, 100 + sessions, 7):
            journal.delete(samples.an_id(number))
        journal.save_unfinished(samples.an_unfinished(999))
        journal.save_profile(samples.a_profile())
        return list(journal.maps()), list(journal.sessions())


def kinds(journal: Journal) -> list[NoticeKind]:
    return [notice.kind for notice in journal.notices]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b"my shopping list", "another kind of file"),
        (b"SQLite format 3\x00" + b"\x00" * 20, "another kind of file"),
        (os.urandom(8192), "another kind of file"),
    ],
    ids=["empty", "text", "header-only", "noise"],
)
def test_another_file_is_set_aside_unchanged_and_said(
    folder: Path, now: datetime, content: bytes, why: str
) -> None:
    folder.mkdir(mode=0o700)
    (folder / NAME).write_bytes(content)
    (folder / NAME).chmod(0o600)
    with Journal.open(folder, now) as journal:
        assert kinds(journal) == [NoticeKind.SET_ASIDE]
        assert why in journal.notices[0].text
        assert ASIDE in journal.notices[0].text
        assert journal.saves
        journal.save_session(samples.a_session())
    assert (folder / ASIDE).read_bytes() == content
    with Journal.open(folder, now) as journal:
        assert (journal.notices, len(journal.sessions())) == ((), 1)


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_programs_database_is_set_aside_untouched(
    folder: Path, now: datetime, mode: str
) -> None:
    folder.mkdir(mode=0o700)
    other = sqlite3.connect(folder / NAME)
    other.execute(f"PRAGMA journal_mode = {mode}").fetchall()
    other.execute("CREATE TABLE sessions (id TEXT)")
    other.execute("INSERT INTO sessions VALUES ('mine')")
    other.commit()
    other.close()
    before = (folder / NAME).read_bytes()
    with Journal.open(folder, now) as journal:
        assert NoticeKind.SET_ASIDE in kinds(journal)
        assert journal.sessions() == ()
    assert (folder / ASIDE).read_bytes() == before


def test_a_folder_in_the_files_place_is_set_aside(folder: Path, now: datetime) -> None:
    (folder / NAME).mkdir(parents=True)
    (folder / NAME / "photo").write_text("x")
    with Journal.open(folder, now) as journal:
        assert NoticeKind.SET_ASIDE in kinds(journal)
        assert journal.saves
    assert (folder / ASIDE / "photo").read_text() == "x"


def test_a_second_damage_in_one_second_takes_another_name(folder: Path, now: datetime) -> None:
    folder.mkdir(mode=0o700)
    for number in range(3):
        (folder / NAME).write_text(f"list {number}")
        Journal.open(folder, now).close()
    kept = sorted(path.read_text() for path in folder.glob("journal-damaged-*"))
    assert kept == ["list 0", "list 1", "list 2"]


def test_a_newer_journal_is_left_in_place(folder: Path, now: datetime) -> None:
    filled(folder)
    connection = sqlite3.connect(folder / NAME)
    connection.execute("ALTER TABLE sessions ADD COLUMN mood INTEGER")
    connection.execute("DELETE FROM meta WHERE key = 'schema'")
    connection.execute("PRAGMA user_version = 3")
    connection.commit()
    connection.close()
    before = (folder / NAME).read_bytes()
    with Journal.open(folder, now) as journal:
        assert kinds(journal) == [NoticeKind.NEWER]
        assert "newer Unknot" in journal.notices[0].text
        assert journal.sessions() == ()
        with pytest.raises(JournalError, match="newer Unknot"):
            journal.save_session(samples.a_session())
    assert (folder / NAME).read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_a_version_number_that_was_flipped_is_damage_not_news(folder: Path, now: datetime) -> None:
    _maps, sessions = filled(folder)
    connection = sqlite3.connect(folder / NAME)
    connection.execute("PRAGMA user_version = 77")
    connection.close()
    with Journal.open(folder, now) as journal:
        assert kinds(journal) == [NoticeKind.SET_ASIDE]
        assert list(journal.sessions()) == sessions


def test_a_limit_rewritten_in_the_file_is_noticed(folder: Path, now: datetime) -> None:
    _maps, sessions = filled(folder)
    content = (folder / NAME).read_bytes()
    assert b"planned BETWEEN 0 AND 90" in content
    (folder / NAME).write_bytes(
        content.replace(b"planned BETWEEN 0 AND 90", b"planned BETWEEN 0 AND 99")
    )
    with Journal.open(folder, now) as journal:
        assert kinds(journal) == [NoticeKind.SET_ASIDE]
        assert list(journal.sessions()) == sessions
        assert "23 healthy" not in journal.notices[0].text
        assert f"{len(sessions) + 5} healthy entries were carried over" in journal.notices[0].text


def test_what_is_healthy_is_carried_over_with_the_running_session(
    folder: Path, now: datetime
) -> None:
    maps, sessions = filled(folder, sessions=60)
    content = bytearray((folder / NAME).read_bytes())
    page = content.index(b"note 130") // 4096 * 4096
    content[page : page + 4096] = bytes(4096)
    (folder / NAME).write_bytes(content)
    with Journal.open(folder, now) as journal:
        assert kinds(journal) == [NoticeKind.SET_ASIDE]
        saved = journal.sessions()
        assert 20 < len(saved) < len(sessions)
        assert set(saved) <= set(sessions)
        assert set(journal.maps()) <= set(maps)
        assert journal.unfinished() == samples.an_unfinished(999)
        assert journal.damage() == Damage()
    assert (folder / ASIDE).read_bytes() == bytes(content)


def test_every_truncation_is_seen(folder: Path, now: datetime, tmp_path: Path) -> None:
    maps, sessions = filled(folder)
    whole = (folder / NAME).read_bytes()
    source = random.Random(7)
    for size in [0, 1, 99, 100, 4095, 4096, len(whole) - 4096, len(whole) - 1] + [
        source.randrange(len(whole)) for _ in range(32)
    ]:
        place = tmp_path / f"cut-{size}"
        place.mkdir(mode=0o700)
        (place / NAME).write_bytes(whole[:size])
        (place / NAME).chmod(0o600)
        with Journal.open(place, now) as journal:
            assert NoticeKind.SET_ASIDE in kinds(journal), size
            assert set(journal.sessions()) <= set(sessions)
            assert set(journal.maps()) <= set(maps)
        assert (place / ASIDE).read_bytes() == whole[:size]


def flip_and_open(
    seed: int, whole: bytes, place: Path, maps: list[MapRecord], sessions: list[SessionRecord]
) -> str:
    """Change one byte, open, and hold against the truth; return what happened in a word."""
    source = random.Random(seed)
    content = bytearray(whole)
    offset = source.randrange(len(content))
    content[offset] ^= source.randrange(1, 256)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    (place / NAME).write_bytes(content)
    (place / NAME).chmod(0o600)
    with Journal.open(place, NOW) as journal:
        told = kinds(journal)
        damage = journal.damage()
        shown_maps, shown = journal.maps(), journal.sessions()
        unfinished, profile = journal.unfinished(), journal.profile()
    whole_profile = samples.a_profile()
    carried = sessions + [msgspec.structs.replace(session, map_id=None) for session in sessions]
    truth = carried if NoticeKind.SET_ASIDE in told else sessions  # a lost map leaves its sessions
    assert set(shown) <= set(truth), f"seed {seed}: something else than was saved is shown"
    assert set(shown_maps) <= set(maps), seed
    assert unfinished in (None, samples.an_unfinished(999)), seed
    assert set(profile.items) <= set(whole_profile.items), seed
    assert profile == whole_profile or not profile.asked, f"seed {seed}: a part is lost, not asked"
    if NoticeKind.SET_ASIDE in told:
        assert (place / ASIDE).read_bytes() == bytes(content), f"seed {seed}: overwritten"
        return "set aside"
    assert len(told) == bool(damage.count) + damage.profile, (seed, told)
    assert (profile == whole_profile) is not damage.profile, f"seed {seed}: silently changed"
    if damage.count:
        lost = len(sessions) + len(maps) + 1 - len(shown) - len(shown_maps) - bool(unfinished)
        assert damage.count == lost, f"seed {seed}: what is lost is not all told"
        return "reported"
    assert (list(shown), list(shown_maps)) == (sessions, maps), f"seed {seed}: silently changed"
    assert unfinished is not None, f"seed {seed}: silently forgotten"
    if damage.profile:
        return "reported"
    return "harmless"


def flips(folder: Path, count: int) -> Counter[str]:
    maps, sessions = filled(folder)
    whole = (folder / NAME).read_bytes()
    place = folder.parent / "flipped"
    return Counter(flip_and_open(seed, whole, place, maps, sessions) for seed in range(count))


def test_no_flipped_byte_is_silent_or_fatal(folder: Path) -> None:
    seen = flips(folder, 300)
    assert set(seen) == {"set aside", "reported", "harmless"}
    assert seen.total() == 300


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_no_flipped_byte_of_many_is_silent_or_fatal(folder: Path) -> None:
    assert flips(folder, 2_000).total() == 2_000


# Folders.


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """Be an ordinary person (root may write anywhere), in a folder of one's own."""
    place = Path(tempfile.mkdtemp(prefix="unknot-nobody-"))
    root = os.geteuid() == 0
    if root:
        os.chown(place, 65534, 65534)
        os.seteuid(65534)
    yield place
    if root:
        os.seteuid(0)
    for folder in (place, *place.rglob("*")):
        folder.chmod(0o700)
    shutil.rmtree(place)


def test_a_read_only_folder_is_read_and_said(as_nobody: Path, now: datetime) -> None:
    folder = as_nobody / "data"
    maps, sessions = filled(folder)
    folder.chmod(0o500)
    with Journal.open(folder, now) as journal:
        assert (journal.read_only, journal.saves) == (True, False)
        assert kinds(journal) == [NoticeKind.READ_ONLY]
        assert "read-only" in journal.notices[0].text
        assert (list(journal.maps()), list(journal.sessions())) == (maps, sessions)
        with pytest.raises(JournalError, match="read-only"):
            journal.save_session(samples.a_session())
        journal.export_json(as_nobody / "out.json")
    folder.chmod(0o700)
    with Journal.open(folder, now) as journal:
        assert journal.saves


def test_a_read_only_file_is_read_and_said(as_nobody: Path, now: datetime) -> None:
    folder = as_nobody / "data"
    filled(folder)
    (folder / NAME).chmod(0o400)
    with Journal.open(folder, now) as journal:
        assert (journal.read_only, kinds(journal)) == (True, [NoticeKind.READ_ONLY])


def test_a_damaged_file_in_a_read_only_folder_is_left(as_nobody: Path, now: datetime) -> None:
    folder = as_nobody / "data"
    folder.mkdir()
    (folder / NAME).write_text("my shopping list")
    folder.chmod(0o500)
    with Journal.open(folder, now) as journal:
        assert (journal.saves, kinds(journal)) == (False, [NoticeKind.NOT_SAVING])
        assert "could not be set aside" in journal.notices[0].text
    assert (folder / NAME).read_text() == "my shopping list"


def test_a_damaged_file_that_cannot_be_written_is_read_as_far_as_it_goes(
    as_nobody: Path, now: datetime
) -> None:
    folder = as_nobody / "data"
    _maps, sessions = filled(folder)
    path = folder / NAME
    path.write_bytes(path.read_bytes().replace(b"note 101", b"note 901"))
    folder.chmod(0o500)
    with Journal.open(folder, now) as journal:
        assert kinds(journal) == [NoticeKind.READ_ONLY, NoticeKind.INCOMPLETE]
        assert len(journal.sessions()) == len(sessions) - 1


def test_no_folder_means_no_saving_and_no_crash(as_nobody: Path, now: datetime) -> None:
    closed = as_nobody / "closed"
    closed.mkdir(mode=0o500)
    for folder in (closed / "data", Path("/proc/nowhere"), Path("~/nobody/data")):
        with Journal.open(folder, now) as journal:
            assert (journal.saves, journal.read_only) == (False, False)
            assert kinds(journal) == [NoticeKind.NOT_SAVING]
            assert (journal.sessions(), journal.maps(), journal.unfinished()) == ((), (), None)
            assert journal.damage() == Damage()
            with pytest.raises(JournalError):
                journal.save_session(samples.a_session())
    assert not Path("~").exists()


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "data").write_text("x")
    with Journal.open(tmp_path / "data", now) as journal:
        assert kinds(journal) == [NoticeKind.NOT_SAVING]


def test_a_chosen_folder_that_is_gone_is_not_begun_anew(tmp_path: Path, now: datetime) -> None:
    with Journal.open(tmp_path / "stick" / "unknot", now, create=False) as journal:
        assert kinds(journal) == [NoticeKind.NOT_SAVING]
        assert "Connect the drive" in journal.notices[0].text
    assert not (tmp_path / "stick").exists()


def test_a_journal_in_use_is_said(
    folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.journal.database.BUSY_SECONDS", 0.05)
    with Journal.open(folder, now) as first:
        with Journal.open(folder, now) as second:
            assert (second.saves, kinds(second)) == (False, [NoticeKind.IN_USE])
        first.save_session(samples.a_session())
    with Journal.open(folder, now) as third:
        assert len(third.sessions()) == 1


def test_a_rollback_file_without_its_journal_spoils_nothing(folder: Path, now: datetime) -> None:
    folder.mkdir(mode=0o700)
    (folder / f"{NAME}-journal").write_bytes(bytes.fromhex("d9d505f920a163d7") + b"\x01" * 600)
    with Journal.open(folder, now) as journal:
        journal.save_session(samples.a_session())
        assert len(journal.sessions()) == 1
    assert (folder / "journal-damaged-2026-11-22-150405.sqlite3-journal").exists()


def test_a_draft_left_by_a_kill_is_no_hindrance(folder: Path, now: datetime) -> None:
    folder.mkdir(mode=0o700)
    (folder / f"{NAME}.new").write_bytes(b"half")
    with Journal.open(folder, now) as journal:
        assert (journal.saves, journal.notices) == (True, ())


def test_the_application_id_is_in_the_header(folder: Path) -> None:
    filled(folder, sessions=1)
    assert (folder / NAME).read_bytes()[68:72] == schema.APPLICATION_ID.to_bytes(4, "big")
