"""A checked copy of the journal in another folder: the first half of moving it there."""

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from guide.i18n import _
from guide.journal import files, profile_rows, rows
from guide.journal.database import FILE_NAME, beside
from guide.journal.errors import JournalError, told
from guide.journal.opening import Opened, open_file


def copy_into(connection: sqlite3.Connection, folder: Path, now: datetime) -> Opened:
    """Copy the journal into `folder`, which becomes private, and open the copy.

    The copy is durable and holds the same, or nothing is left of it. Raises `JournalError`.
    """
    target = folder / FILE_NAME
    if os.path.lexists(target):
        text = _("{folder} has a journal already: choose another folder.")
        raise JournalError(text.format(folder=folder))
    opened = None
    try:
        with told():
            files.make_private_folder(folder)
            files.create_private_file(target)
            connection.execute("VACUUM INTO ?", (str(target),))
            files.sync_file(target)
            files.sync_folder(folder)
            opened = open_file(folder, now, create=False)
            same = opened.connection and _content(opened.connection) == _content(connection)
        if opened.notices or not same:
            text = _("The copy in {folder} differs from the journal: it was not moved.")
            raise JournalError(text.format(folder=folder))
    except BaseException:
        if opened is not None and opened.connection is not None:
            opened.connection.close()
        forget(target)
        raise
    return opened


def forget(target: Path) -> None:
    """Delete a copy, and what SQLite put beside it."""
    for path in (target, *beside(target)):
        path.unlink(missing_ok=True)


def _content(connection: sqlite3.Connection) -> tuple[object, ...]:
    return (
        rows.read_maps(connection),
        rows.read_sessions(connection),
        rows.read_unfinished(connection),
        profile_rows.read(connection),
        rows.read_meta(connection),
    )
