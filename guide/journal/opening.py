"""Open the journal's file, or say what is wrong with it; a damaged one is never overwritten."""

import os
import sqlite3
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from guide.i18n import _, n_
from guide.journal import files, schema
from guide.journal.damage import look_through
from guide.journal.database import (
    FILE_NAME,
    Damaged,
    Newer,
    beside,
    blames_file,
    connect,
    create_file,
    look,
    migrate,
    name_of,
    verify,
)
from guide.journal.errors import database_errors, database_sentence, file_sentence
from guide.journal.rescue import profile_lost, salvage


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
            return _begin(path, now, create)
    except OSError as error:
        if not _readable(path):
            return _nothing(path, NoticeKind.NOT_SAVING, file_sentence(error))
    try:
        look(path)
        return _connected(path, notices)
    except Damaged as damage:
        return _start_again(path, now, str(damage), notices)
    except Newer:
        text = _(
            "The journal was written by a newer Unknot and is left as it is. Nothing is saved"
            " until you start the newer version again."
        )
        return _nothing(path, NoticeKind.NEWER, text)
    except database_errors() as error:
        busy = name_of(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
        kind = NoticeKind.IN_USE if busy else NoticeKind.NOT_SAVING
        return _nothing(path, kind, database_sentence(error))
    except OSError as error:
        return _nothing(path, NoticeKind.NOT_SAVING, file_sentence(error))


def _make_private(folder: Path, path: Path) -> list[Notice]:
    loose = files.make_private_folder(folder)
    for file in (path, *beside(path)):
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


def _begin(path: Path, now: datetime, create: bool) -> Opened:
    if not create:
        text = _(
            "The journal in {folder} cannot be found. Connect the drive it is on and start Unknot"
            " again, or use the usual folder (see the settings). Nothing is saved until then."
        )
        return _nothing(path, NoticeKind.NOT_SAVING, text.format(folder=path.parent))
    for orphan in beside(path):  # a rollback file without its journal would spoil the new one
        files.set_aside(orphan, now)
    try:
        create_file(path)
        return _connected(path, [])
    except sqlite3.Error as error:
        return _nothing(path, NoticeKind.NOT_SAVING, database_sentence(error))


def _connected(path: Path, notices: list[Notice]) -> Opened:
    connection = _writable(path)
    read_only = connection is None
    if connection is None:
        connection = connect(path, read_only=True)
        notices = [*notices, _cannot_be_written(path)]
    try:
        verify(connection, path)
        problem = _bring_up_to_date(connection, read_only)
        if not problem:
            return Opened(path, connection, read_only, (*notices, *_incomplete(connection)))
    except (Damaged, Newer):
        connection.close()
        raise
    except database_errors() as error:
        connection.close()
        if blames_file(error):
            raise Damaged(_("parts of it are broken")) from error
        raise
    connection.close()
    return _nothing(path, NoticeKind.NOT_SAVING, problem)


def _writable(path: Path) -> sqlite3.Connection | None:
    """A connection that holds the file exclusively; None where it can only be read."""
    connection = None
    try:
        connection = connect(path)
        connection.execute("BEGIN EXCLUSIVE")
        # Writing one number back proves that the folder takes a rollback file.
        connection.execute(f"PRAGMA user_version = {schema.version_of(connection)}")
        connection.execute("ROLLBACK")
    except database_errors() as error:
        if connection is not None:
            connection.close()
        if name_of(error).startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            return None
        if blames_file(error):
            raise Damaged(_("parts of it are broken")) from error
        raise
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, read_only: bool) -> str:
    """Migrate an older file; a sentence when that cannot be, and it is as it was."""
    if not read_only:
        try:
            migrate(connection)
        except database_errors() as error:
            text = _("The journal is from an older Unknot and is left as it is. {error}")
            return text.format(error=database_sentence(error))
    elif schema.version_of(connection) < len(schema.MIGRATIONS):
        return _(
            "The journal is from an older Unknot and its folder is read-only. Nothing is saved."
        )
    return ""


def _cannot_be_written(path: Path) -> Notice:
    text = _(
        "The journal can be read but not written: {folder} is read-only. Nothing new is saved"
        " until it can be written again."
    ).format(folder=path.parent)
    return Notice(NoticeKind.READ_ONLY, text, str(path))


def _start_again(path: Path, now: datetime, why: str, notices: list[Notice]) -> Opened:
    """Set the file aside with what belongs to it, begin a new one, carry over what is healthy."""
    try:
        aside = files.set_aside(path, now)
        for sidecar in beside(path):
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
    text = f"{text} {salvage(aside, connection)}".strip()
    notice = Notice(NoticeKind.SET_ASIDE, text, str(aside))
    return Opened(path, connection, False, (*notices, notice))


def _incomplete(connection: sqlite3.Connection) -> list[Notice]:
    """What cannot be shown although the file as a whole is sound (25 ms for 1,000 sessions)."""
    damage = look_through(connection)
    texts = []
    if damage.count:
        text = n_(
            "{count} entry of the journal is damaged or missing and is not shown.",
            "{count} entries of the journal are damaged or missing and are not shown.",
            damage.count,
        )
        texts.append(text.format(count=damage.count))
    if damage.profile:
        texts.append(profile_lost())
    return [Notice(NoticeKind.INCOMPLETE, text) for text in texts]


def _nothing(path: Path, kind: NoticeKind, text: str) -> Opened:
    return Opened(path, None, False, (Notice(kind, text, str(path)),))
