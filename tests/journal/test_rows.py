"""A row carries its checksum; a record is its row with all its children."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.core.records import MapRecord, SessionRecord
from guide.journal import rows, schema
from tests.journal import samples, strategies


def fresh() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    schema.migrate(connection)
    for key in (rows.HIGH_WATER, *rows.COUNTED):
        rows.set_meta(connection, key, 0)
    return connection


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    made = fresh()
    yield made
    made.close()


@given(st.lists(strategies.maps, max_size=4), st.lists(strategies.sessions, max_size=4))
def test_numbers_are_given_in_order_and_counted(
    maps: list[MapRecord], sessions: list[SessionRecord]
) -> None:
    connection = fresh()
    for painted in maps:
        rows.put_map(connection, painted)
    for done in sessions:
        rows.put_session(connection, done)
    meta = rows.read_meta(connection)
    found_maps, found = rows.read_maps(connection), rows.read_sessions(connection)
    connection.close()
    serials = [serial for serial, _record in (*found_maps.records, *found.records)]
    assert serials == list(range(1, len(serials) + 1))
    assert meta == {
        "high_water": len(serials),
        "maps": len({painted.id for painted in maps}),
        "sessions": len({done.id for done in sessions}),
    }


def test_the_high_water_does_not_fall(connection: sqlite3.Connection) -> None:
    for number in (1, 2):
        rows.put_session(connection, samples.a_session(number))
    assert rows.remove(connection, "sessions", samples.an_id(2))
    assert not rows.remove(connection, "sessions", samples.an_id(2))
    rows.put_session(connection, samples.a_session(3))
    assert [serial for serial, _record in rows.read_sessions(connection).records] == [1, 3]
    assert rows.read_meta(connection) == {"high_water": 3, "maps": 0, "sessions": 2}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sessions SET before = 5",
        "UPDATE sessions SET side = 'right'",
        "UPDATE sessions SET holds = 3",
        "UPDATE holds SET side = 'right' WHERE ordinal = 1",
        "UPDATE holds SET held = 31 WHERE ordinal = 0",
        "UPDATE holds SET ordinal = 7 WHERE ordinal = 0",
        "UPDATE felt SET level = 1",
        "DELETE FROM felt WHERE ordinal = 0",
        "INSERT INTO felt SELECT session_id, 5, seconds, level, checksum FROM felt LIMIT 1",
    ],
)
def test_any_change_behind_our_back_is_seen(connection: sqlite3.Connection, statement: str) -> None:
    rows.put_session(connection, samples.a_session())
    assert rows.read_sessions(connection).damaged == ()
    connection.execute(statement)
    found = rows.read_sessions(connection)
    if statement.startswith("INSERT"):  # a row that is not ours is left out, nothing is lost
        assert [record for _serial, record in found.records] == [samples.a_session()]
    else:
        assert (found.records, found.damaged) == ((), (samples.a_session().id,))


def test_sessions_of_a_map_are_found(connection: sqlite3.Connection) -> None:
    rows.put_map(connection, samples.a_map(1))
    mine = samples.a_session(2, map_id=samples.an_id(1))
    rows.put_session(connection, mine)
    rows.put_session(connection, samples.a_session(3))
    assert rows.sessions_of_map(connection, samples.an_id(1)) == (mine,)
    assert rows.sessions_of_map(connection, samples.an_id(9)) == ()
