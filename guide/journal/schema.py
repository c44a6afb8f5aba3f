"""The tables of the journal and the steps from one version to the next.

Every table is STRICT (no text in a number's place), WITHOUT ROWID (one tree, no second index
that could disagree) and has a checksum on every row (`guide.journal.rows`). A hold longer than
90 s is refused here a second time, after the core: 5 s are left for a clock that was read late.
"""

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x556E6B74  # "Unkt"

_VERSION_1 = """
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;

CREATE TABLE maps (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
  serial INTEGER NOT NULL CHECK (serial > 0),
  at TEXT NOT NULL CHECK (at GLOB
    '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1440 AND 1440),
  answers TEXT NOT NULL,
  marks INTEGER NOT NULL CHECK (marks >= 0),
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;

CREATE TABLE marks (
  map_id TEXT NOT NULL REFERENCES maps ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 100),
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),
  strength INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 3),
  checksum BLOB NOT NULL CHECK (length(checksum) = 8),
  PRIMARY KEY (map_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
  serial INTEGER NOT NULL CHECK (serial > 0),
  kind TEXT NOT NULL CHECK (kind IN ('pressure', 'stretch')),
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 100),
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),
  at TEXT NOT NULL CHECK (at GLOB
    '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1440 AND 1440),
  seconds REAL NOT NULL CHECK (seconds BETWEEN 0 AND 86400),
  completed INTEGER NOT NULL CHECK (completed IN (0, 1)),
  stop_reason TEXT CHECK (length(stop_reason) BETWEEN 1 AND 100),
  before INTEGER CHECK (before BETWEEN 0 AND 10),
  during INTEGER CHECK (during BETWEEN 0 AND 10),
  after INTEGER CHECK (after BETWEEN 0 AND 10),
  note TEXT NOT NULL CHECK (length(note) <= 10000),
  map_id TEXT REFERENCES maps,
  holds INTEGER NOT NULL CHECK (holds >= 0),
  felt INTEGER NOT NULL CHECK (felt >= 0),
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;

CREATE TABLE holds (
  session_id TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 100),
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),
  repeat INTEGER NOT NULL CHECK (repeat BETWEEN 1 AND 100),
  planned REAL NOT NULL CHECK (planned BETWEEN 0 AND 90),
  held REAL NOT NULL CHECK (held BETWEEN 0 AND 95),
  ended TEXT NOT NULL CHECK (ended IN
    ('completed', 'eased', 'skipped', 'paused', 'interrupted', 'too_much', 'stopped',
     'time_over')),
  eased_after REAL CHECK (eased_after BETWEEN 0 AND 95),
  checksum BLOB NOT NULL CHECK (length(checksum) = 8),
  PRIMARY KEY (session_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE felt (
  session_id TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  seconds REAL NOT NULL CHECK (seconds BETWEEN 0 AND 86400),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 10),
  checksum BLOB NOT NULL CHECK (length(checksum) = 8),
  PRIMARY KEY (session_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE unfinished (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  body TEXT NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID
"""

_VERSION_2 = """
CREATE TABLE profile (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id BETWEEN 0 AND 1000),
  body TEXT NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID
"""


def _base(connection: sqlite3.Connection) -> None:
    """Version 1: maps with marks, sessions with holds and discomfort, the unfinished one."""
    for statement in _VERSION_1.split(";"):
        connection.execute(statement)


def _profile(connection: sqlite3.Connection) -> None:
    """Version 2: what the person told about themselves once."""
    connection.execute(_VERSION_2)


# MIGRATIONS[n] leads from version n to n + 1; a published one is never changed.
MIGRATIONS: list[Callable[[sqlite3.Connection], None]] = [_base, _profile]


def version_of(connection: sqlite3.Connection) -> int:
    """The version that the file says it has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest version; the caller's transaction makes it all or nothing."""
    version = version_of(connection)
    for step in MIGRATIONS[version:]:
        step(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def tables_as_expected(connection: sqlite3.Connection, version: int) -> bool:
    """Tell whether the tables are, to the letter, those that `version` makes.

    A changed letter in a stored CHECK would else switch a limit off without a word.
    """
    model = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in MIGRATIONS[:version]:
            step(model)
        return _definitions(model) == _definitions(connection)
    finally:
        model.close()


def _definitions(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name")
    return list(found)
