"""A journal of an older version becomes one of the newest: nothing lost, whenever it is killed."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.core.records import MapRecord, SessionRecord
from guide.core.safety.profile import Profile
from guide.journal import rows, schema
from guide.journal.database import connect, create_file
from guide.journal.store import Damage, Journal
from tests.journal import samples, strategies
from tests.journal.conftest import NOW

ROOT = Path(__file__).resolve().parents[2]
FIRST = schema.MIGRATIONS[:1]


def written_by_version_1(
    folder: Path, maps: list[MapRecord], sessions: list[SessionRecord]
) -> Path:
    """A journal as version 1 made and filled it."""
    folder.mkdir(mode=0o700)
    path = folder / "journal.sqlite3"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", FIRST)
        create_file(path)
    connection = connect(path)
    for painted in maps:
        rows.put_map(connection, painted)
    for done in sessions:
        rows.put_session(connection, done)
    rows.put_unfinished(connection, samples.an_unfinished(7))
    connection.close()
    return path


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return schema.version_of(connection)
    finally:
        connection.close()


@settings(max_examples=40)
@given(
    maps=st.lists(strategies.maps, max_size=3, unique_by=lambda record: record.id),
    sessions=st.lists(strategies.sessions, max_size=3, unique_by=lambda record: record.id),
    profile=strategies.profiles,
)
def test_nothing_of_version_1_is_lost(
    maps: list[MapRecord],
    sessions: list[SessionRecord],
    profile: Profile,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("old") / "data"
    path = written_by_version_1(folder, maps, sessions)
    assert version(path) == 1
    with Journal.open(folder, NOW) as journal:
        assert (journal.notices, journal.damage()) == ((), Damage())
        assert journal.maps() == tuple(maps[::-1])
        assert journal.sessions() == tuple(sessions[::-1])
        assert journal.unfinished() == samples.an_unfinished(7)
        assert journal.profile() == Profile()
        journal.save_profile(profile)
    assert version(path) == len(schema.MIGRATIONS)
    with Journal.open(folder, NOW) as journal:
        assert (journal.profile(), len(journal.sessions())) == (profile, len(sessions))


# Opens the journal and is killed before its statement of this number while it migrates.
KILLED = """
import os, signal, sys
from pathlib import Path
from guide.journal import schema
from guide.journal.store import Journal
from tests.journal.conftest import NOW

left = int(sys.argv[2])

class Counting:
    def __init__(self, connection):
        self._connection = connection
    def execute(self, *arguments):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return self._connection.execute(*arguments)

migrate = schema.migrate
schema.migrate = lambda connection: migrate(Counting(connection))
with Journal.open(Path(sys.argv[1]), NOW) as journal:
    assert not journal.notices, journal.notices
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")
def test_a_kill_at_any_statement_leaves_the_old_journal_or_the_new_one(tmp_path: Path) -> None:
    done = (samples.a_session(1), samples.a_session(2))
    path = written_by_version_1(tmp_path / "data", [samples.a_map()], list(done))
    ends = []
    for statement in range(12):
        command = [sys.executable, "-c", KILLED, str(path.parent), str(statement)]
        ends.append(subprocess.run(command, cwd=ROOT, check=False).returncode)
        assert version(path) == (1 if ends[-1] else len(schema.MIGRATIONS))
        if not ends[-1]:
            break
    assert ends == [-signal.SIGKILL] * (len(ends) - 1) + [0]
    assert len(ends) > 4, "it was killed before every statement of the migration"
    with Journal.open(path.parent, NOW) as journal:
        assert (journal.notices, journal.damage()) == ((), Damage())
        assert (journal.sessions(), journal.maps()) == (done[::-1], (samples.a_map(),))
