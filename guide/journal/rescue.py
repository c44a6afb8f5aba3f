"""What is still readable in a damaged journal goes into the new one."""

import sqlite3
from pathlib import Path

from guide.core.safety.profile import Profile
from guide.i18n import _, n_
from guide.journal import profile_rows, rows
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
        found = profile_rows.read(old, salvage=True)
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
        if found.profile != Profile():
            profile_rows.put(connection, found.profile)
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return _("Nothing could be carried over: {error}").format(error=database_sentence(error))
    kept = len(maps) + len(sessions)
    said = n_(
        "{count} healthy entry was carried over.",
        "{count} healthy entries were carried over.",
        kept,
    ).format(count=kept)
    return " ".join([said] * bool(kept) + [profile_lost()] * found.damaged)


def profile_lost() -> str:
    """What follows when a part of the profile cannot be read."""
    return _(
        "A part of what you told about yourself is damaged and no longer counts. You will be"
        " asked again before anything is pressed."
    )
