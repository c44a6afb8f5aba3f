"""What is still readable in a damaged journal goes into the new one."""

import sqlite3
from pathlib import Path

from guide.i18n import _, n_
from guide.journal import rows
from guide.journal.database import lenient
from guide.journal.errors import database_sentence


def salvage(aside: Path, connection: sqlite3.Connection) -> str:
    """Copy every entry whose checksums fit into the new journal; a sentence about it."""
    if not aside.is_file():
        return ""
    old = sqlite3.connect(f"{aside.absolute().as_uri()}?immutable=1", uri=True)
    old.text_factory = lenient
    try:
        maps = rows.read_maps(old, salvage=True).records
        sessions = rows.read_sessions(old, salvage=True).records
        unfinished = rows.read_unfinished(old, salvage=True)
    finally:
        old.close()
    try:
        connection.execute("BEGIN IMMEDIATE")
        for _serial, record in maps:
            rows.put_map(connection, record)
        for _serial, session in sessions:
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
