"""The journal's file as SQLite sees it: made, connected to, judged and brought up to date."""

import os
import sqlite3
import struct
from pathlib import Path

from guide.i18n import _
from guide.journal import files, rows, schema

FILE_NAME = "journal.sqlite3"
BUSY_SECONDS = 5.0
_SIDECARS = ("-journal", "-wal", "-shm")
_HEADER = struct.Struct(">16s2x2B48xI28x")  # magic, write and read version, application id
_PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "synchronous = EXTRA",
    "secure_delete = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    # An exclusive connection keeps its rollback file; emptied, it keeps no deleted note.
    "journal_size_limit = 0",
)
_SCHEMA = "schema"  # the version a second time, under a checksum
# What says nothing about the file itself; everything else SQLite may answer blames the file.
_ELSEWHERE = (
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_IOERR",
    "SQLITE_FULL",
    "SQLITE_READONLY",
    "SQLITE_CANTOPEN",
    "SQLITE_PERM",
    "SQLITE_NOMEM",
    "SQLITE_AUTH",
)
_MAGIC = b"SQLite format 3\x00"


class Damaged(Exception):
    """The file cannot be trusted; the text says why, as the end of a sentence."""


class Newer(Exception):
    """The file was written by a newer program."""


def create_file(path: Path) -> None:
    """Make an empty journal at `path`, whole or not at all. Raises OSError or sqlite3.Error."""
    draft = path.with_name(path.name + ".new")
    for leftover in (draft, *beside(draft)):
        leftover.unlink(missing_ok=True)
    files.create_private_file(draft)
    connection = connect(draft)
    try:
        connection.execute("BEGIN IMMEDIATE")
        _upgrade(connection)
        for key in (rows.HIGH_WATER, *rows.COUNTED):
            rows.set_meta(connection, key, 0)
        connection.execute("COMMIT")
    finally:
        connection.close()
    draft.rename(path)
    files.sync_folder(path.parent)


def connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    """A connection set up as every connection to a journal is. Raises sqlite3.Error."""
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
    )
    connection.text_factory = lenient
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def verify(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `Damaged` or `Newer` (or sqlite3.Error) unless the file can be trusted."""
    version = schema.version_of(connection)
    try:
        meta = rows.read_meta(connection)
    except sqlite3.OperationalError:  # no such table, or another layout
        meta = {}
    if meta.get(_SCHEMA, version) != version:
        raise Damaged(_("parts of it are broken"))
    if version > len(schema.MIGRATIONS):
        raise Newer
    size, pages = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count")
    )
    if path.stat().st_size != size * pages:  # SQLite reads the missing end of a page as zeros
        raise Damaged(_("a part of it is missing"))
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise Damaged(_("parts of it are broken"))
    if not schema.tables_as_expected(connection, version):
        raise Damaged(_("its tables are not those of a journal"))
    if not {_SCHEMA, rows.HIGH_WATER, *rows.COUNTED} <= meta.keys():
        raise Damaged(_("parts of it are broken"))


def look(path: Path) -> None:
    """Judge the header before SQLite touches the file: another program's is left untouched."""
    if not path.is_file():
        raise Damaged(_("it is not a file"))
    with path.open("rb") as file:
        head = file.read(_HEADER.size)
    if not head:
        raise Damaged(_("it is empty"))
    if len(head) < _HEADER.size or not head.startswith(_MAGIC):
        raise Damaged(_("it is another kind of file"))
    _magic, writes, reads, application = _HEADER.unpack(head)
    if application != schema.APPLICATION_ID or (writes, reads) != (1, 1):
        raise Damaged(_("it is not a journal of Unknot, or its first part is broken"))


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an older file to the newest version, all or nothing. Raises sqlite3.Error."""
    if schema.version_of(connection) == len(schema.MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _upgrade(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _upgrade(connection: sqlite3.Connection) -> None:
    schema.migrate(connection)
    rows.set_meta(connection, _SCHEMA, len(schema.MIGRATIONS))


def blames_file(error: Exception) -> bool:
    """Tell whether `error`, raised while judging a file, means that the file is broken."""
    return not name_of(error).startswith(_ELSEWHERE)


def name_of(error: Exception) -> str:
    """SQLite's own name of `error`, such as "SQLITE_FULL"; empty for errors of the module."""
    return getattr(error, "sqlite_errorname", "")


def lenient(text: bytes) -> str:
    """Broken text must reach the checksum, which refuses it, and not end the reading."""
    return text.decode("utf-8", "replace")


def beside(path: Path) -> list[Path]:
    """The files that belong to `path` for SQLite and are there."""
    names = (path.with_name(path.name + suffix) for suffix in _SIDECARS)
    return [sidecar for sidecar in names if os.path.lexists(sidecar)]
