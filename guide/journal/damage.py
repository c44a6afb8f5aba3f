"""What of a journal cannot be shown."""

import sqlite3

import msgspec

from guide.journal import profile_rows, rows


class Damage(msgspec.Struct, frozen=True):
    """What cannot be shown: ids of damaged entries, and how many are not there at all."""

    maps: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    missing: int = 0
    unfinished: bool = False  # the running session was kept and cannot be read
    profile: bool = False  # a part of the profile cannot be read, and is asked again

    @property
    def count(self) -> int:
        """How many entries are lost to the person; the profile is told apart."""
        return len(self.maps) + len(self.sessions) + self.missing + self.unfinished


def look_through(connection: sqlite3.Connection) -> Damage:
    """Read every row and tell what is damaged or missing. Raises sqlite3.Error."""
    maps = rows.read_maps(connection)
    sessions = rows.read_sessions(connection)
    meta = rows.read_meta(connection)
    there = sum(len(found.records) + len(found.damaged) for found in (maps, sessions))
    missing = meta["maps"] + meta["sessions"] - there
    unfinished = rows.unfinished_is_damaged(connection)
    profile = profile_rows.read(connection).damaged
    return Damage(maps.damaged, sessions.damaged, max(0, missing), unfinished, profile)
