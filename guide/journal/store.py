"""The journal: what was done and felt, kept on this machine alone.

One connection, held exclusively; every save is durable when it returns (a rollback journal with
``synchronous=EXTRA``), and a save that is tried again with the same id does not double.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from guide.core.anatomy import Side
from guide.core.records import MapRecord, SessionRecord, Unfinished
from guide.core.safety.profile import Profile
from guide.core.session import SessionKind
from guide.i18n import _
from guide.journal import files, profile_rows, rows
from guide.journal.damage import Damage, look_through
from guide.journal.database import FILE_NAME
from guide.journal.errors import JournalError, file_sentence, told
from guide.journal.export import as_csv, as_json
from guide.journal.moving import copy_into, forget
from guide.journal.opening import Notice, NoticeKind, Opened, open_file

__all__ = ["Damage", "Journal", "JournalError", "Notice", "NoticeKind", "Wanted"]


class Wanted(msgspec.Struct, frozen=True):
    """Which sessions are wanted; None and "" stand for all."""

    kind: SessionKind | None = None
    subject: str | None = None
    side: Side | None = None
    since: str = ""  # ISO 8601 UTC, as in the records, included
    until: str = ""  # excluded

    def admits(self, record: SessionRecord) -> bool:
        """Tell whether `record` is wanted."""
        return (
            self.kind in (None, record.kind)
            and self.subject in (None, record.subject)
            and self.side in (None, record.side)
            and (not self.since or record.at >= self.since)
            and (not self.until or record.at < self.until)
        )


class Journal:
    """The person's journal. Make it with `Journal.open`; close it, or use it with ``with``.

    ``notices`` is what opening must tell the person. ``saves`` is False when the journal is
    read-only or not there at all: reading then answers what there is (perhaps nothing), and
    whatever would write raises `JournalError`, as any write does that fails.
    """

    def __init__(self, opened: Opened) -> None:
        """Take over what `open_file` answered."""
        self.path = opened.path
        self.notices = opened.notices
        self.read_only = opened.read_only
        self._connection = opened.connection

    @classmethod
    def open(cls, folder: Path, now: datetime, create: bool = True) -> Self:
        """Open or begin the journal in `folder`; `now` names what must be set aside.

        Never raises for the state of the disk or the file: see ``notices`` and ``saves``.
        ``create=False`` for a folder that the person chose (see `open_file`).
        """
        return cls(open_file(folder, now, create))

    @property
    def saves(self) -> bool:
        """True when what is saved is kept."""
        return self._connection is not None and not self.read_only

    def close(self) -> None:
        """Let go of the file; nothing is read or saved after."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def save_map(self, record: MapRecord) -> None:
        """Keep `record`; the same id again replaces it. Raises `JournalError`."""
        with self._writing() as connection:
            rows.put_map(connection, record)

    def save_session(self, record: SessionRecord) -> None:
        """Keep `record`; the same id again replaces it, and it is no longer unfinished.

        A session whose map was deleted is kept without one. Raises `JournalError`.
        """
        with self._writing() as connection:
            rows.put_session(connection, record)
            unfinished = rows.read_unfinished(connection)
            if unfinished is not None and unfinished.record.id == record.id:
                connection.execute("DELETE FROM unfinished")

    def save_unfinished(self, unfinished: Unfinished) -> None:
        """Keep the running session, in the place of the last. Raises `JournalError`."""
        with self._writing() as connection:
            rows.put_unfinished(connection, unfinished)

    def clear_unfinished(self) -> None:
        """Forget the running session. Raises `JournalError`."""
        with self._writing() as connection:
            connection.execute("DELETE FROM unfinished")

    def unfinished(self) -> Unfinished | None:
        """The session that was running when the program ended. Raises `JournalError`."""
        with told():
            return rows.read_unfinished(self._connection) if self._connection else None

    def save_profile(self, profile: Profile) -> None:
        """Keep what the person told about themselves. Raises `JournalError`."""
        with self._writing() as connection:
            profile_rows.put(connection, profile)

    def profile(self) -> Profile:
        """What the person told about themselves; of a damaged one, what can be read.

        Then, as when there is none, ``asked`` is False. Raises `JournalError`.
        """
        with told():
            return profile_rows.read(self._connection).profile if self._connection else Profile()

    def maps(self) -> tuple[MapRecord, ...]:
        """The healthy maps, the last saved first. Raises `JournalError`."""
        with told():
            found = rows.read_maps(self._connection).records if self._connection else ()
        return tuple(record for _serial, record in reversed(found))

    def sessions(self, wanted: Wanted | None = None) -> tuple[SessionRecord, ...]:
        """The healthy sessions that are wanted, the last saved first; `damage` tells the rest.

        Raises `JournalError`.
        """
        with told():
            found = rows.read_sessions(self._connection).records if self._connection else ()
        wanted = wanted or Wanted()
        return tuple(record for _serial, record in reversed(found) if wanted.admits(record))

    def pressed(self, muscle: str) -> tuple[SessionRecord, ...]:
        """The pressure sessions of a muscle, the last saved first. Raises `JournalError`."""
        return self.sessions(Wanted(kind=SessionKind.PRESSURE, subject=muscle))

    def damage(self) -> Damage:
        """Read every row and tell what is damaged or missing. Raises `JournalError`."""
        if self._connection is None:
            return Damage()
        with told():
            return look_through(self._connection)

    def delete(self, id_: str) -> bool:
        """Delete the session or map with this id; False when there is none.

        Its bytes are overwritten in the file. Raises `JournalError`.
        """
        with self._writing() as connection:
            for session in rows.sessions_of_map(connection, id_):
                rows.put_session(connection, msgspec.structs.replace(session, map_id=None))
            gone = [rows.remove(connection, table, id_) for table in rows.COUNTED]
        return any(gone)

    def delete_all(self) -> None:
        """Delete every entry, the unfinished session and the profile; their bytes are overwritten.

        Files that were set aside stay (`set_aside_files`). Raises `JournalError`.
        """
        with self._writing() as connection:
            for table in ("unfinished", "sessions", "maps"):
                connection.execute(_EMPTY[table])
            profile_rows.clear(connection)
            for key in (*rows.COUNTED, rows.HIGH_WATER):
                rows.set_meta(connection, key, 0)

    def set_aside_files(self) -> tuple[Path, ...]:
        """Damaged journals beside this one: they still hold what could be read in them."""
        return tuple(sorted(self.path.parent.glob(f"{self.path.stem}-damaged-*")))

    def delete_set_aside(self) -> None:
        """Delete the files that were set aside. Raises `JournalError`."""
        with told():
            for path in self.set_aside_files():
                path.unlink()

    def export_json(self, path: Path) -> None:
        """Write everything to `path`, whole or not at all (see `export`). Raises `JournalError`."""
        content = as_json(self.maps(), self.sessions(), self.profile(), self.damage())
        self._write_out(path, content)

    def export_csv(self, path: Path) -> None:
        """Write the sessions with their holds to `path`, as `export_json`."""
        self._write_out(path, as_csv(self.sessions()))

    def move_to(self, folder: Path, now: datetime, keep: Callable[[], None]) -> None:
        """Go on in `folder` (see `own_folder`), which becomes private; the old file is deleted.

        ``keep`` makes the new folder known to the next start: it saves the setting. It may raise
        `JournalError`: then, as after any other failure, the old place counts and the copy is
        deleted. Raises `JournalError`.
        """
        if not self.saves or self._connection is None:
            raise JournalError(_("The journal cannot be written here, so it cannot be moved."))
        copy = copy_into(self._connection, folder.absolute(), now)
        try:
            keep()
        except BaseException:
            if copy.connection is not None:
                copy.connection.close()
            forget(copy.path)
            raise
        old = self.path
        self.close()
        self.path, self._connection = copy.path, copy.connection
        try:
            old.unlink()
        except OSError as error:
            text = _("The journal was moved, but the old file {path} is still there: {error}")
            raise JournalError(text.format(path=old, error=file_sentence(error))) from error

    def _write_out(self, path: Path, content: bytes) -> None:
        if path.resolve().parent == self.path.resolve().parent and path.name.startswith(FILE_NAME):
            raise JournalError(
                _("{path} is the journal itself: choose another name for the export.").format(
                    path=path
                )
            )
        with told():
            files.write_whole(path, content)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept when this ends, or none of it and `JournalError`."""
        if not self.saves or self._connection is None:
            reasons = [n.text for n in self.notices if n.kind is not NoticeKind.TIGHTENED]
            raise JournalError(" ".join(reasons) or _("The journal is closed: this was not saved."))
        connection = self._connection
        with told():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


_EMPTY = {
    "unfinished": "DELETE FROM unfinished",
    "sessions": "DELETE FROM sessions",
    "maps": "DELETE FROM maps",
}
