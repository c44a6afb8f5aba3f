"""Open the journal's file, or say what is wrong with it; a damaged one is never overwritten."""

import os
import sqlite3
import struct
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from guide.i18n import _, n_
from guide.journal import files, rows, schema
from guide.journal.errors import database_sentence, file_sentence

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


class NoticeKind(StrEnum):
    """What a person must be told about their journal."""

    SET_ASIDE = "set_aside"  # damaged: renamed, a new one begun
    NEWER = "newer"  # written by a newer Unknot: left alone, nothing is saved
    READ_ONLY = "read_only"  # it can be read, not written
    NOT_SAVING = "not_saving"  # there is no journal at all
    IN_USE = "in_use"  # another program holds it
    INCOMPLETE = "incomplete"  # entries are missing or damaged
    TIGHTENED = "tightened"  # others could read it until now


class Notice(msgspec.Struct, frozen=True):
    """One sentence or two for the person; ``path`` is the file it is about."""

    kind: NoticeKind
    text: str
    path: str = ""


class Opened(msgspec.Struct, frozen=True):
    """A connection, or none where nothing can be read; and what must be said."""

    path: Path
    connection: sqlite3.Connection | None
    read_only: bool
    notices: tuple[Notice, ...]


class _Damaged(Exception):
    """The file cannot be trusted; the text says why, as the end of a sentence."""


class _Newer(Exception):
    """The file was written by a newer program."""


def open_file(folder: Path, now: datetime, create: bool = True) -> Opened:
    """Open the journal in `folder`; never raises for what a disk or a file may be.

    ``create=False`` is for a folder that the person chose: when no journal is there, a drive is
    missing rather than a journal, and none is begun.
    """
    path = folder / FILE_NAME
    notices: list[Notice] = []
    if not folder.is_absolute():  # what the platform answers to somebody without a home
        text = _("You have no home folder here. Name one with UNKNOT_HOME. Nothing is saved.")
        return _nothing(path, NoticeKind.NOT_SAVING, text)
    try:
        if create or folder.is_dir():
            notices += _make_private(folder, path)
        if not os.path.lexists(path):
            return _begin(path, create)
    except OSError as error:
        if not _readable(path):
            return _nothing(path, NoticeKind.NOT_SAVING, file_sentence(error))
    try:
        _look(path)
        return _connected(path, notices)
    except _Damaged as damage:
        return _start_again(path, now, str(damage), notices)
    except _Newer:
        text = _(
            "The journal was written by a newer Unknot and is left as it is. Nothing is saved"
            " until you start the newer version again."
        )
        return _nothing(path, NoticeKind.NEWER, text)
    except sqlite3.Error as error:
        busy = _name(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
        kind = NoticeKind.IN_USE if busy else NoticeKind.NOT_SAVING
        return _nothing(path, kind, database_sentence(error))
    except OSError as error:
        return _nothing(path, NoticeKind.NOT_SAVING, file_sentence(error))


def create_file(path: Path) -> None:
    """Make an empty journal at `path`, whole or not at all. Raises OSError or sqlite3.Error."""
    draft = path.with_name(path.name + ".new")
    for leftover in (draft, *_beside(draft)):
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
    connection.text_factory = _lenient
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def verify(connection: sqlite3.Connection) -> None:
    """Raise `_Damaged` or `_Newer` (or sqlite3.Error) unless the file can be trusted."""
    version = schema.version_of(connection)
    try:
        meta = rows.read_meta(connection)
    except sqlite3.OperationalError:  # no such table, or another layout
        meta = {}
    if meta.get(_SCHEMA, version) != version:
        raise _Damaged(_("parts of it are broken"))
    if version > len(schema.MIGRATIONS):
        raise _Newer
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _Damaged(_("parts of it are broken"))
    if not schema.tables_as_expected(connection, version):
        raise _Damaged(_("its tables are not those of a journal"))
    if not {_SCHEMA, rows.HIGH_WATER, *rows.COUNTED} <= meta.keys():
        raise _Damaged(_("parts of it are broken"))


def _lenient(text: bytes) -> str:
    """Broken text must reach the checksum, which refuses it, and not end the reading."""
    return text.decode("utf-8", "replace")


def _make_private(folder: Path, path: Path) -> list[Notice]:
    loose = files.make_private_folder(folder)
    for file in (path, *_beside(path)):
        if file.is_file():
            loose = files.tighten_file(file) or loose
    if not loose:
        return []
    text = _("Others on this computer could open your journal's folder. Now only you can.")
    return [Notice(NoticeKind.TIGHTENED, text, str(folder))]


def _readable(path: Path) -> bool:
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False


def _begin(path: Path, create: bool) -> Opened:
    if not create:
        text = _(
            "The journal in {folder} cannot be found. Connect the drive it is on and start"
            " Unknot again, or choose another folder in the settings. Nothing is saved until then."
        )
        return _nothing(path, NoticeKind.NOT_SAVING, text.format(folder=path.parent))
    for orphan in _beside(path):  # a rollback file without its journal would spoil the new one
        files.set_aside(orphan, datetime.fromtimestamp(orphan.stat().st_mtime).astimezone())
    try:
        create_file(path)
        return _connected(path, [])
    except sqlite3.Error as error:
        return _nothing(path, NoticeKind.NOT_SAVING, database_sentence(error))


def _look(path: Path) -> None:
    """Judge the header before SQLite touches the file: another program's is left untouched."""
    if not path.is_file():
        raise _Damaged(_("it is not a file"))
    with path.open("rb") as file:
        head = file.read(_HEADER.size)
    if not head:
        raise _Damaged(_("it is empty"))
    if len(head) < _HEADER.size or not head.startswith(_MAGIC):
        raise _Damaged(_("it is another kind of file"))
    _magic, writes, reads, application = _HEADER.unpack(head)
    if application != schema.APPLICATION_ID or (writes, reads) != (1, 1):
        raise _Damaged(_("it is not a journal of Unknot, or its first part is broken"))


def _connected(path: Path, notices: list[Notice]) -> Opened:
    connection = None
    try:
        connection = connect(path)
        connection.execute("BEGIN EXCLUSIVE")
        # Writing one number back proves that the folder takes a rollback file.
        connection.execute(f"PRAGMA user_version = {schema.version_of(connection)}")
        connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        if _blames_file(error):
            raise _Damaged(_("parts of it are broken")) from error
        if not _name(error).startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            raise
        return _connected_read_only(path, notices)
    try:
        verify(connection)
        if schema.version_of(connection) < len(schema.MIGRATIONS):
            _migrate(connection)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error) and _blames_file(error):
            raise _Damaged(_("parts of it are broken")) from error
        raise
    return Opened(path, connection, False, (*notices, *_incomplete(connection)))


def _connected_read_only(path: Path, notices: list[Notice]) -> Opened:
    connection = connect(path, read_only=True)
    try:
        verify(connection)
    except _Damaged as damage:
        connection.close()
        text = _("The journal is damaged ({why}) and its folder is read-only. Nothing is saved.")
        return _nothing(path, NoticeKind.NOT_SAVING, text.format(why=damage))
    except BaseException:
        connection.close()
        raise
    text = _(
        "The journal can be read but not written: {folder} is read-only. Nothing new is saved"
        " until it can be written again."
    ).format(folder=path.parent)
    return Opened(path, connection, True, (*notices, Notice(NoticeKind.READ_ONLY, text, str(path))))


def _migrate(connection: sqlite3.Connection) -> None:
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


def _start_again(path: Path, now: datetime, why: str, notices: list[Notice]) -> Opened:
    """Set the file aside with what belongs to it, begin a new one, carry over what is healthy."""
    try:
        aside = files.set_aside(path, now)
        for sidecar in _beside(path):
            sidecar.rename(aside.with_name(aside.name + sidecar.name.removeprefix(path.name)))
        create_file(path)
        connection = connect(path)
    except (OSError, sqlite3.Error) as error:
        text = _("The journal is damaged ({why}) and could not be set aside: {error}")
        sentence = file_sentence(error) if isinstance(error, OSError) else database_sentence(error)
        text = text.format(why=why, error=sentence)
        return _nothing(path, NoticeKind.NOT_SAVING, text)
    text = _(
        "The journal could not be opened: {why}. It was set aside as {name}, unchanged, and a"
        " new journal was begun."
    ).format(why=why, name=aside.name)
    text = f"{text} {_salvage(aside, connection)}".strip()
    notice = Notice(NoticeKind.SET_ASIDE, text, str(aside))
    return Opened(path, connection, False, (*notices, notice))


def _salvage(aside: Path, connection: sqlite3.Connection) -> str:
    """Copy every entry whose checksums fit into the new journal; a sentence about it."""
    if not aside.is_file():
        return ""
    old = sqlite3.connect(f"{aside.absolute().as_uri()}?immutable=1", uri=True)
    old.text_factory = _lenient
    try:
        maps = sorted(rows.read_maps(old, salvage=True).records, key=_serial)
        sessions = sorted(rows.read_sessions(old, salvage=True).records, key=_serial)
        unfinished = rows.read_unfinished(old, salvage=True)
    finally:
        old.close()
    try:
        connection.execute("BEGIN IMMEDIATE")
        for _number, record in maps:
            rows.put_map(connection, record)
        for _number, session in sessions:
            rows.put_session(connection, session)
        if unfinished is not None:
            rows.put_unfinished(connection, unfinished)
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return _("Nothing could be carried over: {error}").format(error=database_sentence(error))
    kept = len(maps) + len(sessions)
    if not kept:
        return ""
    return n_(
        "{count} healthy entry was carried over.",
        "{count} healthy entries were carried over.",
        kept,
    ).format(count=kept)


def _incomplete(connection: sqlite3.Connection) -> list[Notice]:
    """Entries that the file says it has and that are not there (counting is instant)."""
    meta = rows.read_meta(connection)
    there = connection.execute(
        "SELECT (SELECT count(*) FROM maps) + (SELECT count(*) FROM sessions)"
    ).fetchone()[0]
    missing = meta["maps"] + meta["sessions"] - there
    if missing <= 0:
        return []
    text = n_(
        "{count} entry of the journal is missing: its file was damaged.",
        "{count} entries of the journal are missing: its file was damaged.",
        missing,
    )
    return [Notice(NoticeKind.INCOMPLETE, text.format(count=missing))]


def _serial(entry: tuple[int, object]) -> int:
    return entry[0]


def _name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", "")


def _blames_file(error: sqlite3.Error) -> bool:
    return not _name(error).startswith(_ELSEWHERE)


def _nothing(path: Path, kind: NoticeKind, text: str) -> Opened:
    return Opened(path, None, False, (Notice(kind, text, str(path)),))


def _beside(path: Path) -> list[Path]:
    """The files that belong to `path` for SQLite and are there."""
    names = (path.with_name(path.name + suffix) for suffix in _SIDECARS)
    return [sidecar for sidecar in names if os.path.lexists(sidecar)]
