"""Sealed rows: written with a checksum, and judged by it when they are read.

The checksum is BLAKE2b (8 bytes) of the canonical JSON of the table's name and the row's values.
"""

import sqlite3
from collections.abc import Iterator

import msgspec

from guide.journal.errors import database_errors

try:
    from _blake2 import blake2b  # the same without OpenSSL, which would take 3 MB
except ImportError:
    from hashlib import blake2b

Value = str | int | float | bytes | None
Row = tuple[Value, ...]

_INSERT = {
    "meta": "INSERT INTO meta VALUES (?,?,?)",
    "maps": "INSERT INTO maps VALUES (?,?,?,?,?,?,?)",
    "marks": "INSERT INTO marks VALUES (?,?,?,?,?,?)",
    "sessions": "INSERT INTO sessions VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "holds": "INSERT INTO holds VALUES (?,?,?,?,?,?,?,?,?,?)",
    "felt": "INSERT INTO felt VALUES (?,?,?,?,?)",
    "unfinished": "INSERT INTO unfinished VALUES (?,?,?)",
    "profile": "INSERT INTO profile VALUES (?,?,?)",
}
_SELECT = {
    "meta": "SELECT key, value, checksum FROM meta",
    "maps": "SELECT id, serial, at, offset_minutes, answers, marks, checksum FROM maps",
    "marks": "SELECT map_id, ordinal, zone, side, strength, checksum FROM marks",
    "sessions": "SELECT id, serial, kind, subject, side, at, offset_minutes, seconds, completed,"
    " stop_reason, before, during, after, note, map_id, holds, felt, checksum FROM sessions",
    "holds": "SELECT session_id, ordinal, subject, side, repeat, planned, held, ended,"
    " eased_after, checksum FROM holds",
    "felt": "SELECT session_id, ordinal, seconds, level, checksum FROM felt",
    "unfinished": "SELECT id, body, checksum FROM unfinished",
    "profile": "SELECT id, body, checksum FROM profile",
}
# From the last row to the first: what lies behind a broken page is read from the other end.
_BACKWARDS = {
    "maps": " ORDER BY id DESC",
    "marks": " ORDER BY map_id DESC, ordinal DESC",
    "sessions": " ORDER BY id DESC",
    "holds": " ORDER BY session_id DESC, ordinal DESC",
    "felt": " ORDER BY session_id DESC, ordinal DESC",
}


def seal(table: str, values: Row) -> bytes:
    """The checksum of one row of `table`. UnicodeEncodeError for a lone surrogate."""
    return blake2b(msgspec.json.encode((table, *values)), digest_size=8).digest()


def insert(connection: sqlite3.Connection, table: str, values: Row) -> None:
    """Write one row of `table` with its checksum. Raises sqlite3.Error."""
    connection.execute(_INSERT[table], (*values, seal(table, values)))


def read(
    connection: sqlite3.Connection, table: str, salvage: bool = False
) -> Iterator[tuple[Row, bool]]:
    """Every row of `table` without its checksum, and whether the checksum fits.

    With ``salvage`` broken pages are read around; without, they raise sqlite3.Error.
    """
    orders = ("", _BACKWARDS.get(table, "")) if salvage else ("",)
    seen: set[Row] = set()
    for order in orders:
        try:
            for row in connection.execute(_SELECT[table] + order):
                if row not in seen:
                    yield row[:-1], _fits(table, row)
                if salvage:
                    seen.add(row)
        except database_errors():
            if not salvage:
                raise


def _fits(table: str, row: tuple[Value, ...]) -> bool:
    return bool(row[-1] == seal(table, row[:-1]))
