"""Records to rows and back; a row whose checksum does not fit is reported, never shown.

A record is healthy when its own row and all its children are, and no child is missing.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

import msgspec

from guide.core.anatomy import Place, Side
from guide.core.drawing import Mark, Strength
from guide.core.records import MapRecord, SessionRecord, Unfinished
from guide.core.safety import Answers
from guide.core.session import Felt, HoldDone, HoldEnd, SessionKind
from guide.journal import sealed
from guide.journal.sealed import Row, Value

T = TypeVar("T")

_DELETE = {
    "maps": "DELETE FROM maps WHERE id = ?",
    "sessions": "DELETE FROM sessions WHERE id = ?",
}
_SERIAL = {
    "maps": "SELECT serial FROM maps WHERE id = ?",
    "sessions": "SELECT serial FROM sessions WHERE id = ?",
}
HIGH_WATER = "high_water"  # the last serial given; it never falls while there are entries
COUNTED = ("maps", "sessions")


class Found(msgspec.Struct, Generic[T], frozen=True):
    """What was read: (serial, record) of the healthy ones, and the ids of the damaged ones."""

    records: tuple[tuple[int, T], ...]
    damaged: tuple[str, ...]


def put_map(connection: sqlite3.Connection, record: MapRecord) -> None:
    """Write `record` inside the caller's transaction; the same id replaces, never doubles."""
    serial = _make_room(connection, "maps", record.id)
    answers = msgspec.json.encode(record.answers, order="deterministic").decode()
    own = (record.id, serial, record.at, record.offset_minutes, answers, len(record.marks))
    sealed.insert(connection, "maps", own)
    for ordinal, mark in enumerate(record.marks):
        where = (mark.place.zone, mark.place.side.value, int(mark.strength))
        sealed.insert(connection, "marks", (record.id, ordinal, *where))


def put_session(connection: sqlite3.Connection, record: SessionRecord) -> None:
    """Write `record` inside the caller's transaction; the same id replaces, never doubles.

    A session whose map is no longer there is kept without one.
    """
    serial = _make_room(connection, "sessions", record.id)
    known = connection.execute(_SERIAL["maps"], (record.map_id,)).fetchone()
    # fmt: off
    own = (
        record.id, serial, record.kind.value, record.subject, record.side.value, record.at,
        record.offset_minutes, _real(record.seconds), int(record.completed), record.stop_reason,
        record.before, record.during, record.after, record.note,
        record.map_id if known else None, len(record.holds), len(record.felt),
    )
    # fmt: on
    sealed.insert(connection, "sessions", own)
    for ordinal, hold in enumerate(record.holds):
        eased = None if hold.eased_after is None else _real(hold.eased_after)
        times = (_real(hold.planned), _real(hold.held), hold.end.value, eased)
        what = (hold.subject, hold.side.value, hold.repeat)
        sealed.insert(connection, "holds", (record.id, ordinal, *what, *times))
    for ordinal, felt in enumerate(record.felt):
        sealed.insert(connection, "felt", (record.id, ordinal, _real(felt.at), felt.level))


def put_unfinished(connection: sqlite3.Connection, unfinished: Unfinished) -> None:
    """Keep `unfinished` in the place of the one before."""
    connection.execute("DELETE FROM unfinished")
    sealed.insert(connection, "unfinished", (1, msgspec.json.encode(unfinished).decode()))


def read_maps(connection: sqlite3.Connection, salvage: bool = False) -> Found[MapRecord]:
    """All maps, in the order they were saved. With ``salvage`` broken pages are read around."""
    children = _children(connection, "marks", salvage)
    records, damaged = [], []
    for row, healthy in sealed.read(connection, "maps", salvage):
        own = children.get(str(row[0]), [])
        record = _map(row, own) if healthy and len(own) == row[5] else None
        if record is not None:
            records.append((_integer(row[1]), record))
        else:
            damaged.append(str(row[0]))
    return Found(tuple(sorted(records, key=_first)), tuple(damaged))


def read_sessions(connection: sqlite3.Connection, salvage: bool = False) -> Found[SessionRecord]:
    """All sessions, in the order they were saved. With ``salvage`` as in `read_maps`."""
    holds = _children(connection, "holds", salvage)
    felt = _children(connection, "felt", salvage)
    records, damaged = [], []
    for row, healthy in sealed.read(connection, "sessions", salvage):
        own_holds, own_felt = holds.get(str(row[0]), []), felt.get(str(row[0]), [])
        whole = healthy and len(own_holds) == row[15] and len(own_felt) == row[16]
        if whole:
            records.append((_integer(row[1]), _session(row, own_holds, own_felt)))
        else:
            damaged.append(str(row[0]))
    return Found(tuple(sorted(records, key=_first)), tuple(damaged))


def read_unfinished(connection: sqlite3.Connection, salvage: bool = False) -> Unfinished | None:
    """The session that was running at the end of the last start.

    None when there was none, and when what was kept is damaged or of a form that this version
    does not know (`unfinished_is_damaged`).
    """
    for row, healthy in sealed.read(connection, "unfinished", salvage):
        if healthy:
            try:
                return msgspec.json.decode(str(row[1]), type=Unfinished)
            except msgspec.DecodeError:
                return None
    return None


def unfinished_is_damaged(connection: sqlite3.Connection) -> bool:
    """True when a running session was kept and cannot be read."""
    kept = any(True for _row in sealed.read(connection, "unfinished"))
    return kept and read_unfinished(connection) is None


def sessions_of_map(connection: sqlite3.Connection, map_id: str) -> tuple[SessionRecord, ...]:
    """The healthy sessions that belong to a map."""
    if not connection.execute(_SERIAL["maps"], (map_id,)).fetchone():
        return ()
    found = read_sessions(connection).records
    return tuple(record for _serial, record in found if record.map_id == map_id)


def remove(connection: sqlite3.Connection, table: str, id_: str) -> bool:
    """Delete an entry with its children inside the caller's transaction; False when not there."""
    if connection.execute(_DELETE[table], (id_,)).rowcount < 1:
        return False
    set_meta(connection, table, read_meta(connection)[table] - 1)
    return True


def read_meta(connection: sqlite3.Connection, salvage: bool = False) -> dict[str, int]:
    """The healthy rows of ``meta``: the last serial given and how many entries there must be."""
    rows = sealed.read(connection, "meta", salvage)
    return {str(row[0]): _integer(row[1]) for row, healthy in rows if healthy}


def set_meta(connection: sqlite3.Connection, key: str, value: int) -> None:
    """Write one number of ``meta`` inside the caller's transaction."""
    connection.execute("DELETE FROM meta WHERE key = ?", (key,))
    sealed.insert(connection, "meta", (key, value))


def _make_room(connection: sqlite3.Connection, table: str, id_: str) -> int:
    """Take away what has this id; return its serial, or the next one for a new entry."""
    found = connection.execute(_SERIAL[table], (id_,)).fetchone()
    if found is not None:
        if table == "maps":  # its sessions stay its own while it is replaced
            connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute(_DELETE[table], (id_,))
        return int(found[0])
    meta = read_meta(connection)
    set_meta(connection, table, meta[table] + 1)
    set_meta(connection, HIGH_WATER, meta[HIGH_WATER] + 1)
    return meta[HIGH_WATER] + 1


def _children(connection: sqlite3.Connection, table: str, salvage: bool) -> dict[str, list[Row]]:
    """The healthy rows of `table` by their parent's id; a lost one shows in the parent's count."""
    by_parent: dict[str, list[Row]] = defaultdict(list)
    for row, healthy in sealed.read(connection, table, salvage):
        if healthy:
            by_parent[str(row[0])].append(row)
    for rows in by_parent.values():
        rows.sort(key=_ordinal)
    return by_parent


def _map(row: Row, marks: Iterable[Row]) -> MapRecord | None:
    """The record; None when the answers have a form that this version does not know."""
    try:
        answers = msgspec.json.decode(str(row[4]), type=Answers)
    except msgspec.DecodeError:
        return None
    return MapRecord(
        id=str(row[0]),
        at=str(row[2]),
        offset_minutes=_integer(row[3]),
        answers=answers,
        marks=tuple(
            Mark(Place(str(mark[2]), Side(str(mark[3]))), Strength(_integer(mark[4])))
            for mark in marks
        ),
    )


def _session(row: Row, holds: Iterable[Row], felt: Iterable[Row]) -> SessionRecord:
    return SessionRecord(
        id=str(row[0]),
        kind=SessionKind(str(row[2])),
        subject=str(row[3]),
        side=Side(str(row[4])),
        at=str(row[5]),
        offset_minutes=_integer(row[6]),
        seconds=_number(row[7]),
        completed=bool(row[8]),
        stop_reason=_maybe(row[9]),
        before=_level(row[10]),
        during=_level(row[11]),
        after=_level(row[12]),
        note=str(row[13]),
        map_id=_maybe(row[14]),
        holds=tuple(_hold(hold) for hold in holds),
        felt=tuple(Felt(_number(one[2]), _integer(one[3])) for one in felt),
    )


def _hold(row: Row) -> HoldDone:
    return HoldDone(
        subject=str(row[2]),
        side=Side(str(row[3])),
        repeat=_integer(row[4]),
        planned=_number(row[5]),
        held=_number(row[6]),
        end=HoldEnd(str(row[7])),
        eased_after=None if row[8] is None else _number(row[8]),
    )


def _real(value: float) -> float:
    """The number as it comes back from the file: a whole one as float, no negative zero."""
    return float(value) + 0.0


def _integer(value: Value) -> int:
    assert isinstance(value, int)  # a STRICT column behind a fitting checksum
    return value


def _number(value: Value) -> float:
    assert isinstance(value, float)
    return value


def _level(value: Value) -> int | None:
    return None if value is None else _integer(value)


def _maybe(value: Value) -> str | None:
    return None if value is None else str(value)


def _first(entry: tuple[int, object]) -> int:
    return entry[0]


def _ordinal(row: Row) -> int:
    return _integer(row[1])
